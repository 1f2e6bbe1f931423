"""What of somebody's dates comes next, and on which day. Pure; days are days in Finland."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from bot.core.cases import Whose
from bot.core.dates import Appointment, FromPaper, What, last_day, safe_day
from bot.core.reminders import Kept


def day_that_counts(what: What, today: date) -> date:
    """Return the day to be shown first: the safe one, and once that is past, the very last."""
    safe = safe_day(what)
    return safe if safe >= today else last_day(what)


def open_deadlines(kept: Iterable[Kept], today: date) -> Sequence[Kept]:
    """Return the deadlines that are not done, the nearest first; what is past stays among them."""
    found = [each for each in kept if isinstance(each.what, FromPaper) and not each.done]
    return sorted(found, key=lambda each: day_that_counts(each.what, today))


def next_appointment(kept: Iterable[Kept], today: date) -> Appointment | None:
    """Return the nearest appointment that is still to come."""
    found = [each.what for each in kept if isinstance(each.what, Appointment) and not each.done]
    coming = [what for what in found if what.day >= today]
    return min(coming, key=lambda what: (what.day, what.at or time.max), default=None)


def next_kept(kept: Iterable[Kept], today: date) -> tuple[date, Kept] | None:
    """Return the nearest day, today or later, that counts for something not done, and what."""
    days = [(day_that_counts(each.what, today), each) for each in kept if not each.done]
    coming = [found for found in days if found[0] >= today]
    return min(coming, key=lambda found: found[0], default=None)


def next_of_each(kept: Iterable[tuple[Whose, Kept]], today: date) -> Mapping[Whose, date]:
    """Return the nearest day, today or later, of each person of a family who has one."""
    of_whom: defaultdict[Whose, list[Kept]] = defaultdict(list)
    for whose, each in kept:
        of_whom[whose].append(each)
    found = {whose: next_kept(of_whom[whose], today) for whose in Whose if whose in of_whom}
    return {whose: coming[0] for whose, coming in found.items() if coming}
