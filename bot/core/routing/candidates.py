"""Members of the team, as routing sees them: what they can, and when they are there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.core.clock import HELSINKI, today
from bot.core.people import PersonId, Role, Standing, standing
from bot.core.routing.daytime import is_day
from bot.core.routing.intake import Intake, Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Intake):
    """What decides whether, and how soon, a member is offered a request."""

    id: PersonId
    code: str
    role: Role
    load: int = 0
    """How many they have."""
    lately: int = 0
    """How many they took within `rules.LATELY`."""
    suspended: bool = False
    on_duty: bool = True
    paused_until: datetime | None = None

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

    def may_be_told(self, moment: datetime) -> bool:
        """Say whether they are awake at `moment` (aware): by day, or in hours they chose."""
        return is_day(moment) or (self.shifts is not None and self.is_there(moment))

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
