"""What of somebody's dates comes next, and on which day. Pure; days are days in Finland."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from bot.core.cases import Whose
from bot.core.clock import today
from bot.core.dates import Appointment, FromPaper, What, is_past, last_day, safe_day
from bot.core.reminders import Kept


def day_that_counts(what: What, today: date) -> date:
    """Return the day to be shown first: the safe one, and once that is past, the very last."""
    safe = safe_day(what)
    return safe if safe >= today else last_day(what)


def open_deadlines(kept: Iterable[Kept], now: datetime) -> Sequence[Kept]:
    """Return the deadlines that are not done: what is past at an aware moment, then what comes.

    The nearest of each first.
    """
    found = [each for each in kept if isinstance(each.what, FromPaper) and not each.done]
    return sorted(found, key=lambda each: in_turn(each.what, now))


def in_turn(what: What, now: datetime) -> tuple[bool, date]:
    """Return by what dates are put in order: those that are past before those that come."""
    return not is_past(what, now), day_that_counts(what, today(now))


def next_appointment(kept: Iterable[Kept], now: datetime) -> Appointment | None:
    """Return the nearest appointment that is not past at an aware moment."""
    found = [each.what for each in kept if isinstance(each.what, Appointment) and not each.done]
    coming = [what for what in found if not is_past(what, now)]
    return min(coming, key=lambda what: (what.day, what.at or time.max), default=None)


def next_kept(kept: Iterable[Kept], now: datetime) -> tuple[date, Kept] | None:
    """Return the nearest day that counts for something that is neither done nor past, and what."""
    coming = [
        (day_that_counts(each.what, today(now)), each)
        for each in kept
        if not each.done and not is_past(each.what, now)
    ]
    return min(coming, key=lambda found: found[0], default=None)


NEAR: Final = timedelta(days=3)
"""Within how long a day of a case makes what its owner asks urgent, unless they say otherwise."""


def is_near(kept: Iterable[Kept], now: datetime) -> bool:
    """Say whether the nearest day that counts is near at an aware moment."""
    coming = next_kept(kept, now)
    return coming is not None and coming[0] - today(now) <= NEAR


class Turn(NamedTuple):
    """Which one a date is among those that count on the same day."""

    number: int
    """Counted from 1."""
    of: int


def turn_of(number: int, dates: Iterable[tuple[int, Kept]], now: datetime) -> Turn:
    """Return the turn of a date among all of its owner by their numbers, at an aware moment."""
    days = {each: day_that_counts(kept.what, today(now)) for each, kept in dates if not kept.done}
    same = [each for each, day in days.items() if day == days.get(number)]
    return Turn(same.index(number) + 1, len(same)) if number in same else Turn(1, 1)


def next_of_each(kept: Iterable[tuple[Whose, Kept]], now: datetime) -> Mapping[Whose, date]:
    """Return the nearest day that is not past of each person of a family who has one."""
    of_whom: defaultdict[Whose, list[Kept]] = defaultdict(list)
    for whose, each in kept:
        of_whom[whose].append(each)
    found = {whose: next_kept(of_whom[whose], now) for whose in Whose if whose in of_whom}
    return {whose: coming[0] for whose, coming in found.items() if coming}
