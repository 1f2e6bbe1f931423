"""What a member of the team does, and when: as they say it themselves."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.core.languages import Language
from bot.core.routing.daytime import at
from bot.core.sections import Section

CAP: Final = 5
"""How many requests somebody has at once who says nothing else."""
MOST: Final = 20
"""The highest cap."""


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
class Service:
    """What a member does. Who has said nothing yet is asked whatever comes."""

    languages: frozenset[Language] = frozenset(Language)
    sections: frozenset[Section] | None = None
    """None: all."""
    skills: frozenset[Skill] = frozenset()
    cap: int = CAP
    """How many requests they want to have at once."""
    shifts: tuple[Shift, ...] | None = None
    """None: whenever they are on duty."""
