"""Hours by day: who is not urgent wakes nobody. Moments in and out are aware, those out in UTC.

Python compares and adds within one zone by the wall clock alone, which an hour of October has
twice; so nothing here reckons with moments of Helsinki's.
"""

from datetime import UTC, date, datetime, time, timedelta

from bot.core.clock import HELSINKI, today
from bot.core.timers import DAY_BEGINS, NIGHT_BEGINS, by_day


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
