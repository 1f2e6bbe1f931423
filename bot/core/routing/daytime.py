"""Hours by day: who is not urgent wakes nobody. Moments in and out are aware, those out in UTC.

Python compares and adds within one zone by the wall clock alone, which an hour of October has
twice; so nothing here reckons with moments of Helsinki's.
"""

from datetime import UTC, date, datetime, time, timedelta
from secrets import SystemRandom
from typing import Final

from bot.core.clock import HELSINKI, today
from bot.core.timers import DAY_BEGINS, NIGHT_BEGINS, by_day

APART: Final = (timedelta(hours=6), timedelta(hours=36))
"""Between these, in hours by day, lies how much later somebody's next question tells its helper."""


def at(day: date, hour: time) -> datetime:
    """Return the moment at which Helsinki's clocks first show `hour` on `day`.

    An hour that the clocks leap over in March is the one to which they leap.
    """
    return datetime.combine(day, hour, HELSINKI).astimezone(UTC)


def is_day(moment: datetime) -> bool:
    """Say whether people may be told at `moment` what is not urgent."""
    return DAY_BEGINS <= moment.astimezone(HELSINKI).time() < NIGHT_BEGINS


def not_in_the_night(moment: datetime) -> datetime:
    """Return `moment`, or the morning after it if it lies in the night."""
    return by_day(moment).astimezone(UTC)


def later_by_day(moment: datetime, hours: timedelta) -> datetime:
    """Return when so many hours between morning and night have gone by since `moment`."""
    reached = not_in_the_night(moment)
    while (night := at(today(reached), NIGHT_BEGINS)) <= reached + hours:
        hours -= night - reached
        reached = at(today(reached) + timedelta(days=1), DAY_BEGINS)
    return reached + hours


def apart(moment: datetime) -> datetime:
    """Draw when a helper is told, in another question of theirs, what somebody did at `moment`.

    Two threads in which the same is told within one second are one person's, and both plants'
    names then stand for one. The first helper hears at once; of the others each at a moment of
    its own, days apart rather than minutes: it happens so seldom that two within an hour would
    tell just as much. By day, for nothing hangs on it: what they write meanwhile is kept.
    """
    least, most = (hours.total_seconds() for hours in APART)
    return later_by_day(moment, timedelta(seconds=SystemRandom().uniform(least, most)))
