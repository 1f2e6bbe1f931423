"""When what happens by the clock is due: by day for people, and never later for an earlier now."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.clock import HELSINKI
from bot.core.timers import AT, DAY_BEGINS, NIGHT_BEGINS, TimerKind, next_moment

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001 - given UTC
    lambda moment: moment.replace(tzinfo=UTC)
)


def helsinki(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (helsinki(1, 10), helsinki(2, 10)),
        (helsinki(1, 20, 59), helsinki(2, 20, 59)),
        (helsinki(1, 21), helsinki(3, 9)),
        (helsinki(1, 3), helsinki(2, 9)),
        (helsinki(30, 22), datetime(2027, 1, 1, 9, tzinfo=HELSINKI)),
    ],
)
def test_what_waits_for_a_day_is_told_by_day(asked: datetime, told: datetime) -> None:
    assert next_moment(TimerKind.LATE, asked) == told


def test_the_digest_comes_in_the_morning() -> None:
    assert next_moment(TimerKind.DIGEST, helsinki(1, 9, 29)) == helsinki(1, 9, 30)
    assert next_moment(TimerKind.DIGEST, helsinki(1, 9, 30)) == helsinki(2, 9, 30)


def test_the_digest_keeps_its_hour_when_the_clocks_change() -> None:
    before = datetime(2026, 10, 24, 9, 30, tzinfo=HELSINKI)
    after = next_moment(TimerKind.DIGEST, before)
    assert after.astimezone(HELSINKI).time() == AT[TimerKind.DIGEST]
    assert after.astimezone(UTC) - before.astimezone(UTC) == timedelta(hours=25)


@given(MOMENTS)
def test_people_are_told_by_day(now: datetime) -> None:
    moment = next_moment(TimerKind.LATE, now).astimezone(HELSINKI)
    assert DAY_BEGINS <= moment.time() < NIGHT_BEGINS


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(days=3)), st.sampled_from(TimerKind))
def test_a_later_now_is_never_due_earlier(now: datetime, later: timedelta, kind: TimerKind) -> None:
    first = next_moment(kind, now).astimezone(UTC)
    assert now < first
    assert first <= next_moment(kind, now + later).astimezone(UTC)
