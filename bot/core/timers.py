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
    """Look whom a request reaches now that nobody has taken."""
    LATE = "late"
    """Tell coordinators of a request that has waited for a day."""
    EYES = "eyes"
    """Ask again for a second pair of eyes, where nobody has looked."""
    PROGRESS = "progress"
    """Tell how far a broadcast has come."""
    REMIND = "remind"
    """Look at the dates of people's cases whose minute has come."""


OF_THE_HOUSE: Final = (TimerKind.SWEEP, TimerKind.DIGEST, TimerKind.REMIND)
"""These belong to nothing, and are always there."""

LOOK_AFTER: Final = timedelta(days=1)
"""After this a request that waits is looked at again, whatever routing says."""
LATE_AFTER: Final = timedelta(days=1)
EYES_AFTER: Final = timedelta(hours=1)
TOLD_AFTER: Final = {TimerKind.LATE: LATE_AFTER, TimerKind.EYES: EYES_AFTER}
"""By day."""
SWEEP_EVERY: Final = timedelta(hours=1)
PROGRESS_EVERY: Final = timedelta(seconds=3)
DIGEST_AT: Final = time(9, 30)
DAY_BEGINS: Final = time(9)
NIGHT_BEGINS: Final = time(21)


def next_moment(kind: TimerKind, now: datetime) -> datetime:
    """Return when a timer that is set now is due.

    Never earlier for a later `now`: a timer that is due later than one set now would be
    was set before the clock went back.
    """
    match kind:
        case TimerKind.SWEEP:
            return now + SWEEP_EVERY
        case TimerKind.DIGEST:
            return _next_digest(now)
        case TimerKind.OFFER:
            return now + LOOK_AFTER
        case TimerKind.LATE | TimerKind.EYES:
            return _by_day(now + TOLD_AFTER[kind])
        case TimerKind.PROGRESS:
            return now + PROGRESS_EVERY
        case TimerKind.REMIND:
            return now.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _by_day(moment: datetime) -> datetime:
    """Return `moment`, or the morning after it if it lies in the night."""
    here = moment.astimezone(HELSINKI)
    if DAY_BEGINS <= here.time() < NIGHT_BEGINS:
        return moment
    morning = here.date() + timedelta(days=here.time() >= NIGHT_BEGINS)
    return datetime.combine(morning, DAY_BEGINS, HELSINKI)


def _next_digest(now: datetime) -> datetime:
    day = now.astimezone(HELSINKI).date()
    moment = datetime.combine(day, DIGEST_AT, HELSINKI)
    return (
        moment if moment > now else datetime.combine(day + timedelta(days=1), DIGEST_AT, HELSINKI)
    )
