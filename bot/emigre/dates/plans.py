"""One's own date while it is entered, as its buttons carry it. Pure.

Days and hours are those of Finland.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.core.dates import Appointment, Occasion
from bot.emigre.dates.buttons import Appoint, Step, day_in
from bot.ui.days import packed

FAR_AWAY: Final = timedelta(days=366)
"""An appointment further away is asked about once more."""
_NO_HOUR: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was said so far."""

    case: int
    occasion: Occasion
    changes: int = 0
    """The date that is changed; 0: a new one."""
    day: date | None = None
    hour: time | None = None
    has_hour: bool | None = None
    """None: not asked yet."""

    @classmethod
    def of(cls, button: Appoint) -> "Plan":
        """Return what a button carries; what it says wrong counts as not said."""
        hour = _hour(button.hour)
        has_hour = True if hour else False if button.hour == _NO_HOUR else None
        return cls(
            case=button.case,
            occasion=button.occasion,
            changes=button.date,
            day=day_in(button.day),
            hour=hour,
            has_hour=has_hour,
        )

    def to(self, step: Step, *, day: date | None = None) -> Appoint:
        """Return the button that leads to a screen with all of this; `day` in place of ours."""
        hour = f"{self.hour:%H%M}" if self.hour else _NO_HOUR if self.has_hour is False else ""
        shown = day or self.day
        return Appoint(
            step=step,
            case=self.case,
            date=self.changes,
            occasion=self.occasion,
            day=packed(shown) if shown else "",
            hour=hour,
        )

    @property
    def onward(self) -> Appoint:
        """Return the button to what is to be asked next, or to all of it for a yes."""
        return self.to(self.next)

    @property
    def next(self) -> Step:
        """Return the screen of what is to be asked next."""
        if self.day is None:
            return Step.DAY
        return Step.HOUR if self.has_hour is None else Step.CHECK

    def on(self, day: date) -> "Plan":
        """Return it on a day."""
        return replace(self, day=day)

    def at(self, hour: time | None) -> "Plan":
        """Return it at an hour; None: there is none."""
        return replace(self, hour=hour, has_hour=hour is not None)

    def in_weeks(self, weeks: int) -> "Plan":
        """Return the same so many weeks later. Without a day nothing moves."""
        return self.on(self.day + timedelta(weeks=weeks)) if self.day else self

    def appointment(self, before: Appointment | None = None) -> Appointment:
        """Return what is kept, with the place and note of what it was `before`.

        Raises ValueError without a day.
        """
        if self.day is None:
            raise ValueError("no day was said")
        return Appointment(
            occasion=self.occasion,
            day=self.day,
            at=self.hour,
            place=before.place if before else "",
            note=before.note if before else "",
        )


def changing(date_number: int, case: int, what: Appointment) -> Plan:
    """Return the plan of a kept appointment, to change it."""
    return Plan(
        case=case,
        changes=date_number,
        occasion=what.occasion,
        day=what.day,
        hour=what.at,
        has_hour=what.at is not None,
    )


def _hour(said: str) -> time | None:
    try:
        return datetime.strptime(said, "%H%M").time()  # noqa: DTZ007 - an hour of no day
    except ValueError:
        return None
