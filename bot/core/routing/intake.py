"""What a member of the team does, and when: as they say it themselves."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final

from bot.core.languages import Language
from bot.core.routing.daytime import at
from bot.core.sections import Section

CAP: Final = 5
"""How many requests somebody has at once who says nothing else."""
HIGHEST_CAP: Final = 20
MIDNIGHT: Final = 24
"""The hour at which a day ends."""
MOST_SHIFTS: Final = 21
"""Three a day: more than anybody keeps, and as many as a phone shows."""


class Skill(StrEnum):
    """What a member can do beside answering. It is no role."""

    INTERPRETER = "interpreter"
    LAWYER = "lawyer"


@dataclass(frozen=True, slots=True)
class Shift:
    """Hours of every week, by Helsinki's clocks. One that ends at midnight or before it began
    ends on the next day.
    """

    weekday: int
    """Monday is 0."""
    begins: time
    ends: time

    def on(self, day: date) -> tuple[datetime, datetime] | None:
        """Return from when until when (UTC) the shift lasts that begins on `day`, if one does."""
        if day.weekday() != self.weekday:
            return None
        last = day + timedelta(days=self.ends <= self.begins)
        return at(day, self.begins), at(last, self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a member does. Who has said nothing yet is asked whatever comes."""

    languages: frozenset[Language] = frozenset(Language)
    sections: frozenset[Section] | None = None
    """None: all."""
    skills: frozenset[Skill] = frozenset()
    cap: int = CAP
    """How many requests they want to have at once."""
    shifts: tuple[Shift, ...] | None = None
    """None: whenever they are on duty."""

    def said(self, **values: Any) -> "Intake | None":  # noqa: ANN401 - its own fields
        """Return the intake with something changed; None if no language would be left."""
        changed = replace(self, **values)
        return changed if changed.languages else None

    def with_hours(self, days: Iterable[int], begins: int, ends: int) -> "Intake | None":
        """Return the intake with hours added on some weekdays; None if they become too many.

        `begins` and `ends` are full hours, `ends` up to `MIDNIGHT`. Hours that touch become one.
        """
        hours = _hours(self.shifts or ())
        for day in days:
            hours[day] |= set(range(begins, ends))
        shifts = _shifts(hours)
        return replace(self, shifts=shifts) if len(shifts) <= MOST_SHIFTS else None

    def without_hours(self, day: int, begins: int, ends: int) -> "Intake":
        """Return the intake without some hours; without the last, it is whenever on duty."""
        hours = _hours(self.shifts or ())
        hours[day] -= set(range(begins, ends))
        return replace(self, shifts=_shifts(hours) or None)


def _hours(shifts: Iterable[Shift]) -> list[set[int]]:
    """Return the full hours of each weekday; what lasts past midnight ends there."""
    hours: list[set[int]] = [set() for _ in range(7)]
    for shift in shifts:
        hours[shift.weekday] |= set(range(shift.begins.hour, shift.ends.hour or MIDNIGHT))
    return hours


def _shifts(hours: Iterable[Set[int]]) -> tuple[Shift, ...]:
    """Return shifts of what follows on each other, by weekday and hour."""
    return tuple(
        Shift(day, time(begins), time(ends % MIDNIGHT))
        for day, found in enumerate(hours)
        for begins, ends in _spans(found)
    )


def _spans(hours: Set[int]) -> list[tuple[int, int]]:
    begins = sorted(hour for hour in hours if hour - 1 not in hours)
    ends = sorted(hour + 1 for hour in hours if hour + 1 not in hours)
    return list(zip(begins, ends, strict=True))
