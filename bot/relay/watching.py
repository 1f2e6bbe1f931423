"""Sets the clock for a request that has moved: what comes if nothing more happens to it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.core.requests import State
from bot.core.routing.daytime import later_by_day
from bot.core.timers import TimerKind
from bot.relay.passing import has_threads
from bot.store.requests import Request
from bot.store.store import Store

WAITS_FOR: Final[Mapping[State, TimerKind]] = {
    State.CLAIMED: TimerKind.NUDGE,
    State.ANSWERED: TimerKind.QUIET,
    State.CLOSED: TimerKind.VEIL,
    State.WITHDRAWN: TimerKind.VEIL,
}
"""What comes first if nothing happens to a request in this state."""
LAPSES: Final = (
    TimerKind.NUDGE,
    TimerKind.LAPSE,
    TimerKind.QUIET,
    TimerKind.SHUT,
    TimerKind.VEIL,
)
URGENT: Final = timedelta(minutes=30)
"""How long an urgent request waits for its helper, until each of the two steps."""
BY_DAY: Final = {TimerKind.NUDGE: timedelta(hours=6), TimerKind.LAPSE: timedelta(hours=12)}
"""How long the others do, in hours by day."""
DELETABLE: Final = timedelta(hours=40)
"""How long after closing a bot may surely delete what it wrote last, where no topic goes whole."""


async def watch(store: Store, request: Request) -> None:
    """Set the clock for a request that has just moved."""
    await store.timers.drop_of(request.id, LAPSES)
    kind = WAITS_FOR.get(request.state)
    if kind is None or request.practice:
        return
    await store.timers.set(kind, request=request.id, at=await moment(kind, request, store))


async def moment(kind: TimerKind, request: Request, store: Store) -> datetime | None:
    """Return when a timer is due; None: as its kind says."""
    now = store.clock.now()
    if kind in BY_DAY:
        return now + URGENT if request.urgent else later_by_day(now, BY_DAY[kind])
    if kind is TimerKind.VEIL and not await has_threads(store):
        return now + DELETABLE
    return None
