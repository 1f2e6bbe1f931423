"""How a time limit is counted: Act 150/1930 on the calculation of time limits.

Everything is a calendar day in Finland (Europe/Helsinki). The order is that of the law: the day of
service, the period, the roll to a working day; and beside it the safe day, which needs no roll.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.core.clock import HELSINKI
from bot.core.deadlines.rules import (
    Certainty,
    Length,
    Rule,
    Service,
    Start,
    Unit,
    Whose,
    deliveries,
    rules,
    weakest,
)
from bot.core.deadlines.working_days import working_day_from, working_day_until

CLOSING: Final = time(16, 15)
"""When state offices and courts close: Decree 332/1994 § 1. KHO 10.3.2016/780: 16:15:05 is late."""
FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2040, 12, 31)
LONGEST_PRINTED: Final = 90
"""No appeal instructions print more days than this; what is typed above it is a slip."""
_MONTHS: Final = 12


class Refusal(StrEnum):
    """Why nothing can be counted."""

    NO_RULE = "no_rule"
    DAY_TOO_FAR = "day_too_far"
    DAYS_OUT_OF_RANGE = "days_out_of_range"
    NOT_PRINTED = "not_printed"
    """The length of this rule is not printed in anybody's paper."""
    NOT_SERVED = "not_served"
    """The rule starts with another event than service, so there is no way of service."""
    PAPER_NEEDED = "paper_needed"
    """Only the person's own paper tells how long it is."""
    NO_APPEAL = "no_appeal"


class CannotCountError(ValueError):
    """Nothing can be counted; `why` says what is wrong."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


class Basis(StrEnum):
    """Where the length of a period is from."""

    RULE = "rule"
    PAPER = "paper"
    ASSUMED = "assumed"
    """The paper is not at hand: the shortest that may apply."""
    MOST = "most"
    """The paper prints more than the law allows: the longest that it does."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit counted. All days are days in Finland."""

    rule: Rule
    how: Service
    served: date
    """The day of the event that `how` names, or that starts the rule."""
    start: date
    """Day 0: the day on which service is taken to have happened."""
    length: Length
    basis: Basis
    reached: date
    """The last day of the period, before it moves."""
    last: date
    """The last day by law."""
    safe: date
    """The day to be shown first: one's own act needs no roll to be in time on it.

    After a very short period it may lie before `start`: then the act is due at once.
    """
    held: date | None = None
    """The day on which they surely had a letter in hand, before the law takes it as received.

    The safe day is counted from it: it may be shown to have come sooner (Act 434/2003 § 59).
    """
    may_be_another: bool = False
    """By what is known the paper may call for another act than that of the rule."""

    @property
    def certainty(self) -> Certainty:
        """Return how sure it is: as the rule or the way of service, whichever is weaker."""
        if self.basis is Basis.ASSUMED or self.may_be_another:
            return Certainty.UNSURE
        if self.rule.starts is not Start.SERVICE:
            return self.rule.certainty
        return weakest(self.rule.certainty, deliveries()[self.how].certainty)

    @property
    def closes_at(self) -> datetime | None:
        """Return the moment (aware, Helsinki) after which it is too late; None if no hour counts.

        Act 150/1930 § 6: before the office closes, and what was sent must have arrived.
        """
        if not (self.rule.is_own and self.rule.closes):
            return None
        return datetime.combine(self.last, CLOSING, HELSINKI)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The deadline that counts, and beside it what the paper, a rule or the post give otherwise."""

    counts: Deadline
    others: Sequence[Deadline] = ()
    """Each ends on another day, and on none should anybody rely."""


def rule(id_: str) -> Rule:
    """Return the rule of this id. Raises CannotCountError."""
    if found := rules().get(id_):
        return found
    raise CannotCountError(Refusal.NO_RULE)


def reckon(
    of: Rule,
    served: date,
    how: Service = Service.HANDED,
    *,
    days: int | None = None,
    surely_holds: bool = True,
) -> Reckoning:
    """Count by the rule, or by the `days` that the person's own paper prints.

    The paper comes first. Only where a confirmed rule gives another day, or where the paper prints
    more than the law allows at the most, both are returned, and the earlier counts. `surely_holds`:
    nobody doubts that the rule is that of the paper; else its length is not set against the paper.

    Raises CannotCountError, as `count` does.
    """
    if days is None:
        return Reckoning(count(of, served, how))
    by_paper = count(of, served, how, days=days)
    if of.longest:
        most = _counted(of, served, how, length=of.longest, basis=Basis.MOST)
        return earliest(by_paper, most) if most.reached < by_paper.reached else Reckoning(by_paper)
    if surely_holds and of.length and of.certainty is Certainty.CONFIRMED:
        return earliest(by_paper, count(of, served, how))
    return Reckoning(by_paper)


def earliest(*readings: Deadline) -> Reckoning:
    """Return the earliest as what counts; beside it those that end on another day."""
    counts, *others = sorted(readings, key=lambda deadline: deadline.reached)
    return Reckoning(counts, [other for other in others if other.reached != counts.reached])


def as_received_at_once(by_hand: Reckoning, how: Service) -> Reckoning:
    """Return what was counted as handed over for a paper that came in another way.

    For a way of which nobody has confirmed that it takes days: the day it was sent counts, and
    beside it stands what it would be with these days.
    """
    counts, *others = [replace(each, how=how) for each in (by_hand.counts, *by_hand.others)]
    later = _counted(counts.rule, counts.served, how, length=counts.length, basis=counts.basis)
    return earliest(counts, *others, later)


def as_held(found: Reckoning, held: date | None) -> Reckoning:
    """Return what was counted with a safe day that fits a letter that they hold already.

    `held`: a day on which they did; None, or one that changes nothing: as it was.
    """
    counts = found.counts
    if held is None or not in_hand_early(counts.how, counts.served, held):
        return found
    safe = _safe(counts.rule, add(held, counts.length))
    return replace(found, counts=replace(counts, held=held, safe=safe))


def in_hand_early(how: Service, posted: date, held: date) -> bool:
    """Say whether who holds a letter on a day has it before the law takes it as received."""
    return how is Service.LETTER and posted <= held < service_day(posted, how)


def count(
    of: Rule, served: date, how: Service = Service.HANDED, *, days: int | None = None
) -> Deadline:
    """Count the period of a rule, or the `days` that the paper prints in its place.

    `served` is the day of the event that `how` names: handed over, posted, sent, signed for, or
    the certificate of substitute service; for a rule that starts otherwise, the day of that event.

    Raises CannotCountError: for a day before 2000 or after 2040, for less than 1 or more than 90
    days, for a length that only the paper tells, for an act that is not open, for `days` or a way
    of service where the rule knows none.
    """
    basis = Basis.RULE if days is None else Basis.PAPER
    return _counted(of, served, how, length=_length(of, days), basis=basis)


def assume(of: Rule, served: date, how: Service, days: int) -> Deadline:
    """Count so many days because neither paper nor rule tells how many they are.

    Raises CannotCountError for a day or a way of service that cannot be, as `count` does.
    """
    return _counted(of, served, how, length=Length(days, Unit.DAY), basis=Basis.ASSUMED)


def _counted(of: Rule, served: date, how: Service, *, length: Length, basis: Basis) -> Deadline:
    if not FIRST_DAY <= served <= LAST_DAY:
        raise CannotCountError(Refusal.DAY_TOO_FAR)
    if how is not Service.HANDED and of.starts is not Start.SERVICE:
        raise CannotCountError(Refusal.NOT_SERVED)
    start = service_day(served, how)
    reached = add(start, length)
    return Deadline(
        rule=of,
        how=how,
        served=served,
        start=start,
        length=length,
        basis=basis,
        reached=reached,
        last=working_day_from(reached) if of.is_own and of.rolls else reached,
        safe=_safe(of, reached),
    )


def service_day(event: date, how: Service) -> date:
    """Return the day on which service is taken to have happened, be it a working day or not."""
    return event + timedelta(days=deliveries()[how].days)


def add(start: date, length: Length) -> date:
    """Return the last day of a period after `start`, which is not counted itself.

    Weeks, months and years end on the same weekday or day of the month; where the month has no
    such day, on its last one (Act 150/1930 §§ 2–3).
    """
    match length.unit:
        case Unit.DAY:
            return start + timedelta(days=length.number)
        case Unit.WEEK:
            return start + timedelta(weeks=length.number)
        case Unit.MONTH:
            return _months_on(start, length.number)
        case Unit.YEAR:
            return _months_on(start, _MONTHS * length.number)


def _length(of: Rule, days: int | None) -> Length:
    if days is not None:
        if not of.printed:
            raise CannotCountError(Refusal.NOT_PRINTED)
        if not 1 <= days <= LONGEST_PRINTED:
            raise CannotCountError(Refusal.DAYS_OUT_OF_RANGE)
        return Length(days, Unit.DAY)
    if of.length is None:
        nothing = of.whose is Whose.NOTHING
        raise CannotCountError(Refusal.NO_APPEAL if nothing else Refusal.PAPER_NEEDED)
    return of.length


def _safe(of: Rule, reached: date) -> date:
    """Return the last working day on or before the end of the period, or so long before it."""
    if of.whose in {Whose.AUTHORITY, Whose.WAIT, Whose.LASTS}:
        return reached  # no act of the person's own has to be in time
    if of.safe is None:
        return working_day_until(reached)
    return working_day_until(_before(reached, of.safe))


def _before(day: date, length: Length) -> date:
    """Count back by the same logic (Act 150/1930 § 4)."""
    return add(day, Length(-length.number, length.unit))


def _months_on(start: date, months: int) -> date:
    year, month = divmod(start.year * _MONTHS + start.month - 1 + months, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
