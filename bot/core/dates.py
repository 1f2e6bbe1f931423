"""The dates of a case: what each is about, and the days that count. Days are days in Finland."""

from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Final, NewType

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from bot.core.clock import HELSINKI, today
from bot.core.deadlines.counting import CannotCountError, Deadline, Reckoning
from bot.core.deadlines.walk import Applied, Due, Known, applied_on, due

_DATA: Final = ConfigDict(extra="forbid")

DateId = NewType("DateId", int)
"""A date's own number in our database."""

LONGEST_PLACE: Final = 200
"""Characters of a place, and of a note."""
MOST_DATES: Final = 40
"""Dates that one case may have; and of cases nobody has more than there are in `cases.Whose`."""

_REMEMBERED: Final = 512
"""Counts that are not made again: a screen asks several times for each of its dates."""


class Occasion(StrEnum):
    """What somebody has to be at. The values are stored: they never change."""

    INTERVIEW = "interview"
    HEARING = "hearing"
    LAWYER = "lawyer"
    REPORTING = "reporting"
    """At the police."""
    OTHER = "other"


@dataclass(frozen=True, config=_DATA, kw_only=True)
class FromPaper:
    """A deadline as somebody's answers gave it; it is counted anew whenever it is looked at."""

    known: Known
    day: date
    """Of the event that starts it."""
    days: int | None = None
    """The period printed in the paper."""
    beside: str | None = None
    """The rule of what is due beside the act that the paper is about; None: that act."""
    held: date | None = None
    """A day on which they had it in hand, if it came as a letter before it had to."""


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Appointment:
    """Where somebody has to be, and when."""

    occasion: Occasion
    day: date
    at: time | None = None
    place: str = ""
    note: str = ""


What = FromPaper | Appointment


@lru_cache(_REMEMBERED)
def due_of(what: FromPaper) -> Due:
    """Return what is due by a paper. Raises CannotCountError."""
    return due(what.known, what.day, days=what.days, held=what.held)


@lru_cache(_REMEMBERED)
def reckoning_of(what: FromPaper) -> Reckoning | None:
    """Return how a deadline is counted; None if no day can be told any more.

    What was due beside an act may have gone from the table since: then the act's own day counts,
    if it is earlier or not.
    """
    try:
        counted = due_of(what)
    except CannotCountError:
        return None
    beside = {each.counts.rule.id: each for each in counted.beside}
    return beside.get(what.beside or "", counted.act)


def safe_day(what: What) -> date:
    """Return the day to which reminders count."""
    if isinstance(what, Appointment):
        return what.day
    counted = reckoning_of(what)
    return counted.counts.safe if counted else what.day


def too_late_at(what: What) -> datetime | None:
    """Return the aware moment from which it is too late on its last day; None: at no hour."""
    if isinstance(what, Appointment):
        return datetime.combine(what.day, what.at, HELSINKI) if what.at else None
    counted = reckoning_of(what)
    return counted.counts.closes_at if counted else None


def last_day(what: What) -> date:
    """Return the last day by law; of an appointment its own day."""
    if isinstance(what, Appointment):
        return what.day
    counted = reckoning_of(what)
    return counted.counts.last if counted else what.day


def has_ended(deadline: Deadline, now: datetime) -> bool:
    """Say whether a deadline is past at an aware moment: on its last day, once offices close."""
    if deadline.closes_at:
        return now > deadline.closes_at
    return today(now) > deadline.last


def is_past(what: What, now: datetime) -> bool:
    """Say whether a date is past at an aware moment. Of an appointment its whole day counts.

    Who is late for it still looks for the place.
    """
    counted = reckoning_of(what) if isinstance(what, FromPaper) else None
    return has_ended(counted.counts, now) if counted else today(now) > last_day(what)


def contradicts(what: What, lodged: date) -> bool:
    """Say whether a deadline is counted by another law than a day of lodging leads to."""
    if not isinstance(what, FromPaper) or what.known.applied in {None, Applied.UNKNOWN}:
        return False
    return what.known.applied is not applied_on(lodged)
