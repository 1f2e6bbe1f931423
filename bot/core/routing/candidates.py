"""Members of the team, as routing sees them: what they can, and when they are there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from bot.core.clock import HELSINKI, today
from bot.core.languages import Language
from bot.core.people import PersonId, Role, Standing, standing
from bot.core.routing.daytime import at
from bot.core.sections import Section


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
class Candidate:
    """What decides whether, and how soon, a member is offered a request."""

    id: PersonId
    code: str
    role: Role
    languages: frozenset[Language]
    sections: frozenset[Section] | None = None
    """None: all."""
    skills: frozenset[Skill] = frozenset()
    cap: int
    """How many requests they want to have at once."""
    load: int = 0
    """How many they have."""
    lately: int = 0
    """How many they took within `rules.LATELY`."""
    suspended: bool = False
    on_duty: bool = True
    paused_until: datetime | None = None
    shifts: tuple[Shift, ...] | None = None
    """None: whenever they are on duty."""

    @property
    def has_room(self) -> bool:
        """Whether one more request stays within their cap."""
        return self.load < self.cap

    def is_there(self, moment: datetime) -> bool:
        """Say whether they are on duty at `moment` (aware), not paused, and within their hours."""
        stands = standing(
            moment,
            suspended=self.suspended,
            on_duty=self.on_duty,
            paused_until=self.paused_until,
        )
        return stands is Standing.ON_DUTY and (
            self.shifts is None or any(self._lasts(shift, moment) for shift in self.shifts)
        )

    def comes(self, day: date) -> Iterator[datetime]:
        """Yield the moments (UTC) of `day` at which they may begin to be there."""
        if self.paused_until is not None and today(self.paused_until) == day:
            yield self.paused_until.astimezone(UTC)
        for shift in self.shifts or ():
            if lasts := shift.on(day):
                yield lasts[0]

    def goes(self, day: date) -> Iterator[datetime]:
        """Yield the moments (UTC) of the shifts' ends that begin on `day` or the day before."""
        for begun in (day, day - timedelta(days=1)):
            for shift in self.shifts or ():
                if lasts := shift.on(begun):
                    yield lasts[1]

    @staticmethod
    def _lasts(shift: Shift, moment: datetime) -> bool:
        here = moment.astimezone(HELSINKI).date()
        spans = (shift.on(here), shift.on(here - timedelta(days=1)))
        return any(span and span[0] <= moment < span[1] for span in spans)
