"""What happens by the clock, and when. Moments are aware; days and nights are Helsinki's."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.core.clock import HELSINKI


class TimerKind(StrEnum):
    """What is to be done when a timer's moment has come."""

    SWEEP = "sweep"
    """Let go of what has been kept long enough."""
    DIGEST = "digest"
    """Tell coordinators in the morning what waits."""
    OFFER = "offer"
    """Offer a request once more that nobody has taken."""
    LATE = "late"
    """Tell coordinators of a request that has waited for a day."""
    PROGRESS = "progress"
    """Tell how far a broadcast has come."""
    REMIND = "remind"
    """Look at the dates of people's cases whose minute has come."""


OF_THE_HOUSE: Final = (TimerKind.SWEEP, TimerKind.DIGEST, TimerKind.REMIND)
"""These belong to nothing, and are always there."""

RENEWALS: Final = (timedelta(minutes=30), timedelta(hours=3), timedelta(hours=8))
"""How long an offer waits before it is made for the second, third, fourth time; then a day."""
LATE_AFTER: Final = timedelta(days=1)
SWEEP_EVERY: Final = timedelta(hours=1)
PROGRESS_EVERY: Final = timedelta(seconds=3)
DIGEST_AT: Final = time(9, 30)
DAY_BEGINS: Final = time(9)
NIGHT_BEGINS: Final = time(21)
EARLIEST: Final = time(7)
"""Nobody is woken before, by whatever reminder of their own; nor once the night has begun."""


def next_moment(kind: TimerKind, now: datetime, times: int = 0) -> datetime:
    """Return when a timer that is set now, after it came `times` times, is due.

    Never earlier for a later `now`: a timer that is due later than one set now would be
    was set before the clock went back.
    """
    match kind:
        case TimerKind.SWEEP:
            return now + SWEEP_EVERY
        case TimerKind.DIGEST:
            return _next_digest(now)
        case TimerKind.OFFER:
            return by_day(now + (RENEWALS[times] if times < len(RENEWALS) else timedelta(days=1)))
        case TimerKind.LATE:
            return by_day(now + LATE_AFTER)
        case TimerKind.PROGRESS:
            return now + PROGRESS_EVERY
        case TimerKind.REMIND:
            return now.replace(second=0, microsecond=0) + timedelta(minutes=1)


def by_day(moment: datetime, begins: time = DAY_BEGINS) -> datetime:
    """Return `moment`, or the morning after it if it lies in the night. `begins`: the day."""
    here = moment.astimezone(HELSINKI)
    if begins <= here.time() < NIGHT_BEGINS:
        return moment
    morning = here.date() + timedelta(days=here.time() >= NIGHT_BEGINS)
    return datetime.combine(morning, begins, HELSINKI)


def _next_digest(now: datetime) -> datetime:
    day = now.astimezone(HELSINKI).date()
    moment = datetime.combine(day, DIGEST_AT, HELSINKI)
    return (
        moment if moment > now else datetime.combine(day + timedelta(days=1), DIGEST_AT, HELSINKI)
    )
