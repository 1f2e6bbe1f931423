"""The pace: so many a second over all chats, about one a second in each, short bursts allowed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import BURST, Pace

START = datetime(2026, 11, 25, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MOMENTS = st.lists(st.tuples(st.floats(0, 0.4), st.integers(1, 3)), max_size=200)


def test_a_chat_gets_a_burst_and_then_one_a_second() -> None:
    pace = Pace(29)
    sent = []
    for tenth in range(100):
        now = START + tenth * SECOND / 10
        if pace.may(1, now):
            pace.note(1, now)
            sent.append(tenth)
    assert sent[:BURST] == list(range(BURST))
    assert len(sent) == BURST + 9
    assert all(later - earlier >= 9 for earlier, later in zip(sent[BURST:], sent[BURST + 1 :]))  # noqa: B905


def test_one_busy_chat_holds_up_no_other() -> None:
    pace = Pace(29)
    for _ in range(BURST):
        pace.note(1, START)
    assert not pace.may(1, START)
    assert pace.may(2, START)


@given(MOMENTS)
def test_no_second_sees_more_than_the_rate(moments: list[tuple[float, int]]) -> None:
    pace, now = Pace(5), START
    sent: list[datetime] = []
    for pause, wanted in moments:
        now += timedelta(seconds=pause)
        for _ in range(min(pace.room(now, wanted), wanted)):
            pace.note(len(sent), now)
            sent.append(now)
    assert all(later - first >= SECOND for first, later in zip(sent, sent[5:]))  # noqa: B905


@given(st.lists(st.tuples(st.floats(0, 0.4), st.floats(0, 0.9), st.floats(0, 1)), max_size=200))
def test_no_second_of_telegrams_sees_more_than_the_rate_however_late_they_come(
    moments: list[tuple[float, float, float]],
) -> None:
    pace, now = Pace(5), START
    on_way: list[tuple[datetime, datetime]] = []
    came: list[datetime] = []
    for pause, takes, part in moments:
        now += timedelta(seconds=pause)
        for answered, noted in sorted(on_way):
            if answered <= now:
                pace.arrived(noted, answered)
                on_way.remove((answered, noted))
        if pace.room(now, 1):
            pace.note(len(came), now)
            on_way.append((now + timedelta(seconds=takes), now))
            came.append(now + timedelta(seconds=takes * part))
    came.sort()
    assert all(later - first >= SECOND for first, later in zip(came, came[5:]))  # noqa: B905


def test_when_the_second_is_full_the_oldest_makes_room() -> None:
    pace = Pace(2)
    pace.note(1, START)
    pace.note(2, START + SECOND / 2)
    full = START + SECOND * 3 / 4
    assert pace.room(full, 10) == 0
    assert pace.next_room(full) == START + SECOND
    assert pace.room(START + SECOND, 10) == 1


def test_when_only_a_chat_is_full_a_second_later_is_worth_a_look() -> None:
    pace = Pace(29)
    for _ in range(BURST):
        pace.note(1, START)
    assert pace.next_room(START) == START + SECOND
    assert pace.may(1, START + SECOND)


def test_without_a_pace_everything_may_go() -> None:
    pace = Pace(0)
    for _ in range(1000):
        pace.note(1, START)
    assert pace.room(START, 100) == 100
    assert pace.may(1, START)


def test_chats_long_quiet_are_forgotten() -> None:
    pace = Pace(29)
    for chat in range(20_000):
        pace.note(chat, START + chat * SECOND)
    assert len(pace._chats) <= 10_001


def test_a_part_of_the_pace_is_left_to_others() -> None:
    pace, now = Pace(8), START
    assert pace.room(now, 50, kept_free=4) == 6
    for chat in range(6):
        pace.note(chat, now)
    assert pace.room(now, 50, kept_free=4) == 0
    assert pace.room(now, 50) == 2
    assert Pace(0).room(now, 50, kept_free=4) == 50
    assert Pace(1).room(now, 50, kept_free=4) == 1
