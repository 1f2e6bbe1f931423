"""When somebody is reminded: each distance once, at their hour, whatever the clock does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.cases import MORNINGS, Wishes
from bot.core.clock import HELSINKI, today
from bot.core.dates import Appointment, FromPaper, Occasion, last_day, safe_day
from bot.core.deadlines.walk import Applied, Known, Paper, Sender
from bot.core.reminders import (
    KEPT_FOR,
    Call,
    Kept,
    after,
    call_at,
    days_of,
    put_off,
    wakes_at,
)
from bot.core.timers import EARLIEST, NIGHT_BEGINS

MADE = date(2026, 3, 2)
WISHES = Wishes(hour=9, tells_team=True)
REFUSED = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE)


def appeal(served: date, days: int, *, made: date | None = None) -> Kept:
    """Return a deadline by a paper that prints so many days."""
    return Kept(what=FromPaper(known=REFUSED, day=served, days=days), made=made or served)


def interview(day: date, at: time | None = None, *, made: date = MADE) -> Kept:
    return Kept(what=Appointment(occasion=Occasion.INTERVIEW, day=day, at=at), made=made)


def at(day: date, hour: int = 12, minute: int = 0) -> datetime:
    """Return a moment in Finland."""
    return datetime.combine(day, time(hour, minute), HELSINKI)


def happens(
    kept: Kept, since: datetime, until: datetime, wishes: Wishes = WISHES
) -> Iterator[tuple[datetime, Call]]:
    """Yield what the clock does about a date that nobody answers, as it sleeps and wakes."""
    now = since
    while now <= until:
        call = call_at(kept, now, wishes)
        if call:
            yield now.replace(microsecond=0), call
            if call is Call.LET_GO:
                return
            kept = after(kept, call, now)
        following = wakes_at(kept, now, wishes)
        # the clock ticks a little after the minute
        now = max(following, now + timedelta(minutes=1)) + timedelta(milliseconds=7)


def days(found: Iterator[tuple[datetime, Call]], of: Call = Call.REMIND) -> list[date]:
    return [today(moment) for moment, call in found if call is of]


def test_a_date_far_away_comes_at_the_usual_distances() -> None:
    kept = interview(date(2026, 4, 1))
    told = days(happens(kept, at(MADE), at(date(2026, 4, 3))))
    assert [(date(2026, 4, 1) - day).days for day in told] == [21, 14, 7, 3, 1, 0]


def test_a_date_that_is_near_comes_at_once_and_often() -> None:
    kept = interview(date(2026, 3, 10))
    told = days(happens(kept, at(MADE), at(date(2026, 3, 12))))
    assert [(date(2026, 3, 10) - day).days for day in told] == [8, 5, 3, 2, 1, 0]


def test_distances_may_be_chosen() -> None:
    kept = replace(interview(date(2026, 4, 1)), distances=(10, 2))
    told = days(happens(kept, at(MADE), at(date(2026, 4, 3))))
    assert [(date(2026, 4, 1) - day).days for day in told] == [10, 2, 0]


def test_a_deadline_goes_on_until_the_law_says_it_is_over_and_a_day_more() -> None:
    kept = appeal(date(2026, 11, 24), 30)  # day 30 is Christmas Eve
    assert (safe_day(kept.what), last_day(kept.what)) == (date(2026, 12, 23), date(2026, 12, 28))
    told = days(happens(kept, at(date(2026, 11, 24)), at(date(2027, 1, 10))))
    assert told == [
        date(2026, 12, 2),
        date(2026, 12, 9),
        date(2026, 12, 16),
        date(2026, 12, 20),
        date(2026, 12, 22),
        date(2026, 12, 23),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 12, 27),
        date(2026, 12, 28),
        date(2026, 12, 29),
    ]


def test_who_answers_nothing_on_the_last_day_is_asked_once_more_and_then_told_of() -> None:
    kept = appeal(date(2026, 3, 2), 14)
    found = list(happens(kept, at(date(2026, 3, 2)), at(date(2026, 3, 20))))
    on_the_day = [
        (moment.astimezone(HELSINKI).time(), call)
        for moment, call in found
        if today(moment) == date(2026, 3, 16)
    ]
    assert on_the_day == [
        (time(9), Call.REMIND),
        (time(12), Call.ASK_AGAIN),
        (time(13, 30), Call.TELL),
    ]
    assert days(iter(found), Call.ASK_AGAIN) == days(iter(found), Call.TELL) == [date(2026, 3, 16)]


def test_each_of_two_last_days_is_told_of_once() -> None:
    kept = appeal(date(2026, 11, 24), 30)
    told = days(happens(kept, at(date(2026, 11, 24)), at(date(2027, 1, 10))), Call.TELL)
    assert told == [safe_day(kept.what), last_day(kept.what)]


def test_nobody_is_told_of_who_did_not_wish_it() -> None:
    kept = appeal(date(2026, 3, 2), 14)
    found = list(happens(kept, at(MADE), at(date(2026, 3, 20)), Wishes()))
    assert days(iter(found), Call.TELL) == []
    assert days(iter(found), Call.ASK_AGAIN) == [date(2026, 3, 16)]


@pytest.mark.parametrize("answer", ["done", "heard"])
def test_whoever_answers_is_not_asked_again(answer: str) -> None:
    last = date(2026, 3, 16)
    kept = replace(appeal(date(2026, 3, 2), 14), reminded=at(last, 9))
    answered = replace(kept, done=last) if answer == "done" else replace(kept, heard=last)
    found = list(happens(answered, at(last, 9, 1), at(last, 20)))
    assert found == []


def test_of_days_that_were_missed_only_the_last_is_made_up_for() -> None:
    kept = interview(date(2026, 4, 1))
    back = at(date(2026, 3, 27), 15)
    assert call_at(kept, back, WISHES) is Call.REMIND
    told = days(happens(kept, back, at(date(2026, 4, 3))))
    assert told == [date(2026, 3, 27), date(2026, 3, 29), date(2026, 3, 31), date(2026, 4, 1)]


def test_a_server_that_slept_through_the_day_says_so_once() -> None:
    kept = appeal(date(2026, 3, 2), 14)
    back = at(date(2026, 3, 19), 10)
    assert days(happens(kept, back, at(date(2026, 3, 30)))) == [date(2026, 3, 19)]


def test_later_today_comes_once_more_and_never_at_night() -> None:
    kept = replace(interview(date(2026, 3, 20)), reminded=at(date(2026, 3, 13), 9))
    later = put_off(kept, at(date(2026, 3, 13), 9, 5))
    assert later
    found = [
        moment for moment, _ in happens(later, at(date(2026, 3, 13), 9, 6), at(date(2026, 3, 14)))
    ]
    assert found == [at(date(2026, 3, 13), 12, 5)]
    assert put_off(kept, at(date(2026, 3, 13), 18)) is None


def test_the_morning_of_an_early_appointment_comes_before_it() -> None:
    kept = interview(date(2026, 4, 1), time(9, 30))
    last = list(happens(kept, at(date(2026, 3, 31), 12), at(date(2026, 4, 1))))[-1]
    assert last == (at(date(2026, 4, 1), 7, 30), Call.REMIND)


def test_a_permit_that_ends_is_spoken_of_between_its_two_days() -> None:
    permit = FromPaper(known=Known(paper=Paper.PERMIT), day=date(2026, 8, 31))
    kept = Kept(what=permit, made=date(2026, 6, 1))
    assert (safe_day(permit), last_day(permit)) == (date(2026, 8, 17), date(2026, 8, 31))
    told = days(happens(kept, at(date(2026, 8, 16)), at(date(2026, 9, 10))))
    assert told == [date(2026, 8, day) for day in (16, 17, 24, 28, 29, 30, 31)] + [date(2026, 9, 1)]


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_day_on_which_the_clocks_change_is_a_day_like_others(change: date) -> None:
    kept = interview(change, made=change - timedelta(days=40))
    found = list(happens(kept, at(change - timedelta(days=2), 20), at(change, 20)))
    assert [moment.astimezone(HELSINKI).time() for moment, _ in found] == [
        time(20),
        time(9),
        time(9),
    ]


def test_a_clock_that_was_a_year_ahead_silences_and_deletes_nothing() -> None:
    kept, ahead = interview(date(2026, 4, 1)), at(date(2027, 3, 2))
    assert call_at(kept, ahead, WISHES) is Call.OVER
    kept = after(after(kept, Call.OVER, ahead), Call.REMIND, ahead)
    told = days(happens(kept, at(MADE), at(date(2026, 4, 3))))
    assert [(date(2026, 4, 1) - day).days for day in told] == [21, 14, 7, 3, 1, 0]


def test_a_day_that_a_corrected_rule_moves_is_told_once() -> None:
    kept = replace(appeal(date(2026, 3, 2), 14), counted=date(2026, 3, 20), reminded=at(MADE))
    now = at(date(2026, 3, 3))
    assert call_at(kept, now, WISHES) is Call.COUNTED_ANEW
    told = after(kept, Call.COUNTED_ANEW, now)
    assert told.counted == date(2026, 3, 16)
    assert call_at(told, now, WISHES) is None


def test_the_last_hour_of_the_day_is_no_night() -> None:
    kept = interview(date(2026, 4, 1), time(10))
    wishes = Wishes(hour=20)
    found = list(happens(kept, at(date(2026, 3, 30)), at(date(2026, 4, 2)), wishes))
    assert [moment for moment, _ in found][1:] == [
        at(date(2026, 3, 31), 20),
        at(date(2026, 4, 1), 8),
    ]


def test_on_its_own_day_an_appointment_comes_in_the_morning_whatever_the_hour() -> None:
    kept, wishes = interview(date(2026, 4, 1)), Wishes(hour=18)
    found = list(happens(kept, at(date(2026, 3, 30)), at(date(2026, 4, 2)), wishes))
    assert found[-1] == (at(date(2026, 4, 1), 9), Call.REMIND)


def test_a_clock_a_day_ahead_does_not_take_the_real_morning() -> None:
    kept = interview(date(2026, 3, 16), made=date(2026, 3, 2))
    ahead = at(date(2026, 3, 16), 9)
    told = after(replace(kept, reminded=at(date(2026, 3, 13), 9)), Call.REMIND, ahead)
    righted = days(happens(told, at(date(2026, 3, 15), 9, 5), at(date(2026, 3, 17))))
    assert righted == [date(2026, 3, 15), date(2026, 3, 16)]


def test_whoever_enters_a_date_on_its_last_evening_is_asked_nothing_the_next_day() -> None:
    last = date(2026, 3, 16)
    kept = appeal(date(2026, 3, 2), 14, made=last)
    found = list(happens(kept, at(last, 18, 30), at(date(2026, 3, 18))))
    assert [call for _, call in found] == [Call.REMIND, Call.REMIND]


def test_the_very_last_day_is_asked_about_anew() -> None:
    kept = replace(appeal(date(2026, 11, 24), 30), heard=date(2026, 12, 23))
    found = list(happens(kept, at(date(2026, 12, 23)), at(date(2027, 1, 2))))
    assert days(iter(found), Call.ASK_AGAIN) == [date(2026, 12, 28)]
    assert days(iter(found), Call.TELL) == [date(2026, 12, 28)]


def test_a_past_appointment_that_is_kept_all_the_same_says_nothing() -> None:
    kept = interview(date(2026, 2, 25), made=MADE)
    assert days(happens(kept, at(MADE), at(date(2026, 3, 10)))) == []


def test_later_on_the_last_day_leaves_time_to_act() -> None:
    last = date(2026, 3, 16)
    kept = replace(appeal(date(2026, 3, 2), 14), reminded=at(last, 9))
    put = put_off(kept, at(last, 13))
    assert put
    assert put.later == at(last, 14, 45)
    assert put_off(kept, at(last, 14, 30)) is None
    early = replace(interview(last, time(10, 15)), reminded=at(last, 8))
    assert put_off(early, at(last, 9)) is None


KEPT = st.one_of(
    st.builds(
        interview,
        st.dates(date(2026, 3, 3), date(2027, 3, 1)),
        st.one_of(st.none(), st.times(time(6), time(18))),
    ),
    st.builds(
        lambda days, how: appeal(MADE - timedelta(days=how), days, made=MADE),
        st.integers(1, 90),
        st.integers(0, 30),
    ),
)
ANY_WISHES = st.builds(Wishes, hour=st.sampled_from(MORNINGS), tells_team=st.booleans())


@given(KEPT, ANY_WISHES, st.integers(0, 23))
def test_nothing_is_said_twice_in_a_day_nor_at_night_and_all_ends(
    kept: Kept, wishes: Wishes, hour: int
) -> None:
    since = at(MADE, hour)
    found = list(happens(kept, since, since + timedelta(days=500), wishes))
    assert found[-1][1] is Call.LET_GO
    reminded = days(iter(found))
    assert sorted(set(reminded)) == reminded
    asked = days(iter(found), Call.ASK_AGAIN)
    assert sorted(set(asked)) == asked
    assert set(asked) <= {safe_day(kept.what), last_day(kept.what)}
    told = days(iter(found), Call.TELL)
    assert sorted(set(told)) == told
    assert set(told) <= set(asked)
    for moment, _ in found:
        assert EARLIEST <= moment.astimezone(HELSINKI).time() < NIGHT_BEGINS
    assert today(found[-1][0]) >= last_day(kept.what) + KEPT_FOR


@given(KEPT, ANY_WISHES, st.lists(st.integers(1, 60 * 24 * 9), min_size=1, max_size=30))
def test_a_clock_that_wakes_when_it_likes_tells_no_day_twice(
    kept: Kept, wishes: Wishes, sleeps: list[int]
) -> None:
    """Off for hours or days: of what came due meanwhile one thing is done, and once."""
    now, told = datetime(2026, 3, 2, 6, tzinfo=UTC), []
    for minutes in sleeps:
        now += timedelta(minutes=minutes)
        call = call_at(kept, now, wishes)
        if call is Call.LET_GO:
            break
        if call:
            told.append((today(now), call))
            kept = after(kept, call, now)
            again = call_at(kept, now, wishes)
            assert again is not call
    assert len(set(told)) == len(told)


@given(KEPT)
def test_each_day_lies_after_the_entry_and_none_after_the_day_after_the_last(kept: Kept) -> None:
    found = days_of(kept)
    end = max(kept.made, last_day(kept.what) + timedelta(days=1))
    assert all(kept.made <= day <= end for day in found)
    assert len(set(found)) == len(found)
