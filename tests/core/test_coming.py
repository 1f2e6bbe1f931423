"""What of somebody's dates comes next, and on which day it counts."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core.cases import Whose
from bot.core.clock import HELSINKI
from bot.core.coming import (
    day_that_counts,
    next_appointment,
    next_kept,
    next_of_each,
    open_deadlines,
    turn_of,
)
from bot.core.dates import Appointment, FromPaper, Occasion, What, is_past, last_day, safe_day
from bot.core.deadlines.rules import Service
from bot.core.deadlines.walk import Applied, Known, Paper, Sender
from bot.core.reminders import Kept

TODAY = date(2026, 11, 27)
NOW = datetime.combine(TODAY, time(10), HELSINKI)
DAY = timedelta(days=1)
KNOWN = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE, how=Service.HANDED)


def kept(what: What, *, done: bool = False) -> Kept:
    return Kept(what=what, made=TODAY, done=TODAY if done else None)


def paper(day: date, days: int = 30) -> FromPaper:
    return FromPaper(known=KNOWN, day=day, days=days)


def at(day: date, hour: int | None = None) -> Appointment:
    moment = None if hour is None else time(hour)
    return Appointment(occasion=Occasion.INTERVIEW, day=day, at=moment)


def ending_on_a_holiday() -> FromPaper:
    """Return a deadline that rolls, so that its safe day is before its last."""
    starts = (paper(TODAY - n * DAY) for n in range(100))
    return next(each for each in starts if safe_day(each) != last_day(each))


def test_the_safe_day_counts_until_it_is_past_then_the_last() -> None:
    what = ending_on_a_holiday()
    assert day_that_counts(what, safe_day(what)) == safe_day(what)
    assert day_that_counts(what, safe_day(what) + DAY) == last_day(what)
    assert day_that_counts(what, last_day(what) + DAY) == last_day(what)


def test_what_is_done_comes_no_more_and_what_is_past_stays_open() -> None:
    past, coming = kept(paper(TODAY - 60 * DAY)), kept(paper(TODAY - 10 * DAY))
    done = kept(paper(TODAY), done=True)
    assert open_deadlines([done, coming, kept(at(TODAY)), past], NOW) == [past, coming]
    assert next_kept([past, coming, done], NOW) == (safe_day(coming.what), coming)
    assert next_kept([past, done], NOW) is None


def test_the_nearest_appointment_is_by_day_and_hour() -> None:
    early, late, whenever = at(TODAY, 9), at(TODAY, 15), at(TODAY)
    gone, done = kept(at(TODAY - DAY)), kept(at(TODAY, 7), done=True)
    found = [gone, done, kept(whenever), kept(late), kept(early), kept(at(TODAY + DAY, 8))]
    assert next_appointment(found, NOW) == early
    assert next_appointment([gone, done, kept(paper(TODAY))], NOW) is None


def test_each_of_a_family_has_a_next_day_of_their_own() -> None:
    done, gone = kept(at(TODAY), done=True), kept(at(TODAY - DAY))
    theirs = [(Whose.CHILD_1, kept(at(TODAY + 3 * DAY))), (Whose.CHILD_1, kept(at(TODAY + DAY)))]
    found = next_of_each([*theirs, (Whose.PARTNER, gone), (Whose.ME, done)], NOW)
    assert found == {Whose.CHILD_1: TODAY + DAY}
    mine = (Whose.ME, kept(at(TODAY + DAY)))
    assert list(next_of_each([*theirs, mine], NOW)) == [Whose.ME, Whose.CHILD_1]


def test_once_offices_close_on_the_last_day_it_is_past() -> None:
    what = ending_on_a_holiday()
    before = datetime.combine(last_day(what), time(16, 15), HELSINKI)
    after = before + timedelta(minutes=1)
    assert next_kept([kept(what)], before) == (last_day(what), kept(what))
    assert next_kept([kept(what)], after) is None
    assert next_of_each([(Whose.ME, kept(what))], after) == {}
    coming = kept(Appointment(occasion=Occasion.LAWYER, day=last_day(what)))
    assert next_kept([kept(what), coming], after) == (last_day(what), coming)


def test_what_is_past_today_stands_before_what_is_due_today() -> None:
    what = ending_on_a_holiday()
    evening = datetime.combine(last_day(what), time(17), HELSINKI)
    no_hour = replace(KNOWN, paper=Paper.PERMIT, sender=None, how=None, applied=None)
    due = FromPaper(known=no_hour, day=last_day(what) + DAY)
    assert (is_past(what, evening), is_past(due, evening)) == (True, False)
    assert [each.what for each in open_deadlines([kept(due), kept(what)], evening)] == [what, due]


def test_an_appointment_is_past_with_its_day() -> None:
    assert not is_past(at(TODAY, 9), NOW)
    assert is_past(at(TODAY - DAY, 9), NOW)


def test_what_is_due_on_one_day_has_its_turn() -> None:
    day = TODAY + 3 * DAY
    due = [kept(at(day, 9)), kept(at(day)), kept(at(day + DAY)), kept(at(day), done=True)]
    dates = list(enumerate(due, start=7))
    assert [turn_of(number, dates, NOW) for number in (7, 8, 9)] == [(1, 2), (2, 2), (1, 1)]
    assert turn_of(7, [], NOW) == (1, 1)
