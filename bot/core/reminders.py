"""When somebody is reminded of a date, and what is done when nobody answers. Pure.

Each day on which a reminder is due has its place in a row; what is kept is how far in it we are.
So nothing is told twice, whatever the clock does, and of what was missed only the last counts.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from bot.core.cases import Wishes
from bot.core.clock import HELSINKI, today
from bot.core.dates import Appointment, What, last_day, safe_day, too_late_at
from bot.core.timers import EARLIEST, NIGHT_BEGINS, by_day

FAR: Final = (21, 14, 7, 3, 1, 0)
"""So many days before it somebody is reminded of a date that is more than ten days away."""
NEAR: Final = (5, 3, 2, 1, 0)
"""And of one that is nearer; of that at once as well."""
NEAR_DAYS: Final = 10
CHOICES: Final = (30, 21, 14, 10, 7, 5, 3, 2, 1, 0)
"""Distances to choose from."""
AFTER_THE_SAFE_DAY: Final = (7, 3, 2, 1, 0)
"""So many days before the last day by law, if that is later than the safe one."""

MORNING: Final = time(9)
ASK_AGAIN_AT: Final = time(12)
"""On the last day without an answer: offices and courts close at 16:15."""
ASK_AGAIN_AFTER: Final = timedelta(hours=2)
TELL_AFTER: Final = timedelta(minutes=90)
"""So long after we asked again."""
LATER: Final = timedelta(hours=3)
SOONEST: Final = timedelta(minutes=30)
BEFORE_IT_IS_TOO_LATE: Final = timedelta(minutes=90)
KEPT_FOR: Final = timedelta(days=30)
"""How long a date is kept after its last day."""
BEFORE_AN_APPOINTMENT: Final = timedelta(hours=2)
AHEAD: Final = timedelta(hours=1)
"""What was done later than this from now was done while the clock was wrong."""
_DAY: Final = timedelta(days=1)


class Call(StrEnum):
    """What the clock does about a date, the gravest last."""

    REMIND = "remind"
    COUNTED_ANEW = "counted anew"
    ASK_AGAIN = "ask again"
    TELL = "tell the team"
    OVER = "over"
    LET_GO = "let go"


@dataclass(frozen=True, config=ConfigDict(extra="forbid"), kw_only=True)
class Kept:
    """A date as it is kept, and how far its reminders are. Moments are aware."""

    what: What
    made: date
    """The day on which it was entered, or changed."""
    counted: date | None = None
    """The safe day as its owner knows it: the rules may be corrected since."""
    distances: tuple[int, ...] | None = None
    """Days before it, chosen by its owner; None: the usual ones."""
    reminded: datetime | None = None
    """When they were reminded last: all days up to then are told."""
    later: datetime | None = None
    """When to remind once more, because they wished so."""
    heard: date | None = None
    """The last day on which they answered a reminder."""
    asked_again: datetime | None = None
    told: datetime | None = None
    """When coordinators were told."""
    over: datetime | None = None
    """When it was seen that it need be kept no longer: a clock that is wrong deletes nothing."""
    done: date | None = None
    knew: date | None = None
    """The safe day that they knew before it was counted anew, until they surely know the other."""


def days_of(kept: Kept) -> list[date]:
    """Return the days on which somebody is to be reminded, in their order.

    A deadline has one more, the day after its last: what can still be done is said then.
    """
    safe, last = safe_day(kept.what), last_day(kept.what)
    near = (safe - kept.made).days <= NEAR_DAYS
    before = kept.distances or (NEAR if near else FAR)
    days = {safe, *(safe - timedelta(days=distance) for distance in before)}
    days |= {day for day in (last - timedelta(days=n) for n in AFTER_THE_SAFE_DAY) if day > safe}
    days |= set() if isinstance(kept.what, Appointment) else {last + _DAY}
    days = {day for day in days if day > kept.made}
    at_once = {kept.made} if near and kept.distances is None and last >= kept.made else set()
    return sorted(days | at_once)


def call_at(kept: Kept, now: datetime, wishes: Wishes) -> Call | None:
    """Return what is to be done at an aware moment, None if nothing is.

    Of all that has come due meanwhile one thing alone is done. Nobody is woken at night.
    """
    due = [call for moment, call in _calls(kept, now, wishes) if moment <= now]
    return max(due, key=list(Call).index, default=None) if by_day(now, EARLIEST) == now else None


def wakes_at(kept: Kept, now: datetime, wishes: Wishes) -> datetime:
    """Return the aware moment, `now` or later, at which the clock is to look at a date again."""
    soonest = min(moment for moment, _ in _calls(kept, now, wishes))
    return by_day(max(now, soonest), EARLIEST)


def after(kept: Kept, call: Call, now: datetime) -> Kept:
    """Return a date once the clock has done, at an aware moment, what it was to do."""
    match call:
        case Call.REMIND:
            return replace(kept, reminded=now, later=None)
        case Call.COUNTED_ANEW:
            counted, knew = safe_day(kept.what), kept.counted
            return replace(kept, counted=counted, knew=knew, heard=None, told=None)
        case Call.ASK_AGAIN:
            return replace(kept, asked_again=now, later=None)
        case Call.TELL:
            return replace(kept, told=now)
        case Call.OVER:
            return replace(kept, over=now)
        case Call.LET_GO:
            return kept


def put_off(kept: Kept, now: datetime) -> Kept | None:
    """Return a date of which somebody is reminded later today; None if the day is too old.

    On the last day that is while there is time left to do something about it.
    """
    late, later = too_late_at(kept.what), now + LATER
    if late and today(late) == today(now):
        later = min(later, late - BEFORE_IT_IS_TOO_LATE)
    if today(later) != today(now) or by_day(later, EARLIEST) != later or later < now + SOONEST:
        return None
    return replace(kept, later=later, heard=today(now))


def end_of_day(now: datetime) -> datetime:
    """Return the aware moment from which words about `now` must not be sent: night has begun."""
    return datetime.combine(today(now), NIGHT_BEGINS, HELSINKI)


def missed(kept: Kept) -> Kept:
    """Return a date of which the last letter never went: that day is told once more.

    So is that the day has moved, if the letter said so.
    """
    return replace(kept, reminded=None, counted=kept.knew or kept.counted, knew=None)


def _calls(kept: Kept, now: datetime, wishes: Wishes) -> Iterator[tuple[datetime, Call]]:
    """Yield what the clock is still to do about a date, each with the first moment for it."""
    yield _end(kept, now)
    if kept.done:
        return
    if kept.later:
        yield kept.later, Call.REMIND
    if kept.counted and kept.counted != safe_day(kept.what):
        yield now, Call.COUNTED_ANEW
    reminded = _trusted(kept.reminded, now)
    for day in days_of(kept):
        if reminded is None or day > today(reminded):
            yield _moment_on(day, kept.what, wishes), Call.REMIND
            break
    is_last = today(now) in {safe_day(kept.what), last_day(kept.what)}
    if reminded and is_last and not isinstance(kept.what, Appointment):
        yield from _without_an_answer(kept, today(now), reminded, wishes)


def _end(kept: Kept, now: datetime) -> tuple[datetime, Call]:
    """Return when a date is let go of: a day after it was seen that its time is over."""
    if over := _trusted(kept.over, now):
        return over + _DAY, Call.LET_GO
    last = max(last_day(kept.what), kept.done or kept.made)
    return datetime.combine(last + KEPT_FOR, EARLIEST, HELSINKI), Call.OVER


def _trusted(moment: datetime | None, now: datetime) -> datetime | None:
    """Return a moment at which something was done, unless the clock was wrong then."""
    return moment if moment and moment <= now + AHEAD else None


def _without_an_answer(
    kept: Kept, day: date, reminded: datetime, wishes: Wishes
) -> Iterator[tuple[datetime, Call]]:
    """Yield what follows on a last day, today, if nobody answers its reminder."""
    if today(reminded) != day or (kept.heard and kept.heard >= day):
        return
    if kept.asked_again is None or today(kept.asked_again) != day:
        noon = datetime.combine(day, ASK_AGAIN_AT, HELSINKI)
        moment, call = max(noon, reminded + ASK_AGAIN_AFTER), Call.ASK_AGAIN
    elif wishes.tells_team and (kept.told is None or today(kept.told) != day):
        moment, call = kept.asked_again + TELL_AFTER, Call.TELL
    else:
        return
    late = too_late_at(kept.what)
    if today(by_day(moment, EARLIEST)) == day and not (late and moment >= late):
        yield moment, call


def _moment_on(day: date, what: What, wishes: Wishes) -> datetime:
    """Return when somebody is reminded on a day: at their hour, or before it is too late."""
    at = wishes.at if day < safe_day(what) else min(wishes.at, MORNING)
    if isinstance(what, Appointment) and what.at and day == what.day:
        begins = datetime.combine(day, what.at, HELSINKI) - BEFORE_AN_APPOINTMENT
        at = min(at, begins.time()) if begins.date() == day else EARLIEST
    return datetime.combine(day, max(at, EARLIEST), HELSINKI)
