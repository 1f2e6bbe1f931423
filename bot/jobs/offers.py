"""Requests that nobody takes: offered to more people, and told to coordinators after a day."""

from collections.abc import Awaitable, Callable, Sequence

from bot.store.requests import Queued, Request
from bot.store.store import Store
from bot.store.timers import Timer

Offer = Callable[[Store, Queued], Awaitable[None]]
"""Puts the offers of a request in the outbox that are due now, and sets its next timer."""

Tell = Callable[[Store, Sequence[Request]], Awaitable[None]]
"""Puts news of requests for coordinators in the outbox."""


async def look_again(offer: Offer, store: Store, due: Sequence[Timer]) -> None:
    """Offer what still waits to whom it reaches now; the rest needs no more offers."""
    for timer in due:
        queued = await _still_offered(store, timer)
        if queued is None:
            await store.timers.drop([timer])
        else:
            await offer(store, queued)


async def tell_late(tell: Tell, store: Store, due: Sequence[Timer]) -> None:
    """Tell of all that have waited too long at once; of each once."""
    late = [each.request for timer in due if (each := await _still_offered(store, timer))]
    if late:
        await tell(store, late)
    await store.timers.drop(due)


async def _still_offered(store: Store, timer: Timer) -> Queued | None:
    return await store.requests.queued(timer.request_id) if timer.request_id else None
