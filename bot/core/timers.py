"""What happens by the clock, and when. Moments are aware; days and nights are Helsinki's."""

from collections.abc import Mapping
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
    GAPS = "gaps"
    """Tell coordinators in the evening for which hours of tomorrow nobody is on duty."""
    OFFER = "offer"
    """Look whom a request reaches now that nobody has taken."""
    LATE = "late"
    """Tell coordinators of a request that has waited for a day."""
    UNTAKEN = "untaken"
    """Tell whoever asks that nobody has taken it yet, and where else to turn."""
    ASKED = "asked"
    """Tell a helper that a colleague whom they asked says nothing."""
    NUDGE = "nudge"
    """Remind a helper of a request that waits for their answer."""
    LAPSE = "lapse"
    """Give a request to others whose helper did not answer."""
    QUIET = "quiet"
    """Ask whether a request is settled that has an answer and no word since."""
    SHUT = "shut"
    """Close a request about which nobody said anything to that."""
    VEIL = "veil"
    """Take from a helper's chat what they saw of a request that is over."""
    REACH = "reach"
    """Tell a helper that whoever asked cannot be reached, or can again."""
    LEFT = "left"
    """Give a request to others whose helper blocked us."""
    EYES = "eyes"
    """Ask again for a second pair of eyes, where nobody has looked."""
    UNSEEN = "unseen"
    """Tell both sides of a question that nobody has looked at an answer which waits for that."""
    UNTOLD = "untold"
    """Tell a new coordinator, once they have chosen a language, what nobody could be told."""
    WISH = "wish"
    """Tell a coordinator that nobody said yes or no to what they wished."""
    PROGRESS = "progress"
    """Tell how far a broadcast has come."""
    REMIND = "remind"
    """Look at the dates of people's cases whose minute has come."""


OF_THE_HOUSE: Final = (TimerKind.SWEEP, TimerKind.DIGEST, TimerKind.GAPS, TimerKind.REMIND)
"""These belong to nothing, and are always there."""

AFTER: Final[Mapping[TimerKind, timedelta]] = {
    TimerKind.SWEEP: timedelta(hours=1),
    TimerKind.OFFER: timedelta(days=1),
    TimerKind.LATE: timedelta(days=1),
    TimerKind.UNTAKEN: timedelta(days=1),
    TimerKind.PROGRESS: timedelta(seconds=3),
    TimerKind.EYES: timedelta(hours=1),
    TimerKind.UNSEEN: timedelta(days=1),
    TimerKind.WISH: timedelta(days=1),
    TimerKind.UNTOLD: timedelta(minutes=5),
    TimerKind.ASKED: timedelta(days=1),
    TimerKind.NUDGE: timedelta(days=1),
    TimerKind.LAPSE: timedelta(days=1),
    TimerKind.QUIET: timedelta(days=10),
    TimerKind.SHUT: timedelta(days=4),
    TimerKind.VEIL: timedelta(days=3),
    TimerKind.REACH: timedelta(days=4),
    TimerKind.LEFT: timedelta(seconds=1),
}
"""How long after it is set a timer is due; one of a request may be set for sooner."""
TOLD_BY_DAY: Final = frozenset(
    {
        TimerKind.LATE,
        TimerKind.UNTAKEN,
        TimerKind.ASKED,
        TimerKind.EYES,
        TimerKind.QUIET,
        TimerKind.SHUT,
    }
)
"""These wait for the morning if they would come by night."""
AT: Final[Mapping[TimerKind, time]] = {
    TimerKind.DIGEST: time(9, 30),
    TimerKind.GAPS: time(18),
}
"""These come every day, at an hour of Helsinki's."""
DAY_BEGINS: Final = time(9)
NIGHT_BEGINS: Final = time(21)
EARLIEST: Final = time(7)
"""Nobody is woken before, by whatever reminder of their own; nor once the night has begun."""


def next_moment(kind: TimerKind, now: datetime) -> datetime:
    """Return when a timer that is set now is due.

    Never earlier for a later `now`: a timer that is due later than one set now would be
    was set before the clock went back.
    """
    if kind in AT:
        return _next_at(AT[kind], now)
    if kind is TimerKind.REMIND:
        return now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    due = now + AFTER[kind]
    return by_day(due) if kind in TOLD_BY_DAY else due


def by_day(moment: datetime, begins: time = DAY_BEGINS) -> datetime:
    """Return `moment`, or the morning after it if it lies in the night. `begins`: the day."""
    here = moment.astimezone(HELSINKI)
    if begins <= here.time() < NIGHT_BEGINS:
        return moment
    morning = here.date() + timedelta(days=here.time() >= NIGHT_BEGINS)
    return datetime.combine(morning, begins, HELSINKI)


def _next_at(hour: time, now: datetime) -> datetime:
    day = now.astimezone(HELSINKI).date()
    moment = datetime.combine(day, hour, HELSINKI)
    return moment if moment > now else datetime.combine(day + timedelta(days=1), hour, HELSINKI)
