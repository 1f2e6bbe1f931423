"""Requests that nobody takes: offered once more, and told to coordinators after a day."""

from collections.abc import Awaitable, Callable, Sequence

from bot.core.requests import State
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.timers import Timer

Offer = Callable[[Store, Request], Awaitable[None]]
"""Puts the offers of a request in the outbox once more."""

Tell = Callable[[Store, Sequence[Request]], Awaitable[None]]
"""Puts news of requests for coordinators in the outbox."""


async def renew(offer_again: Offer, store: Store, due: Sequence[Timer]) -> None:
    """Offer what still waits once more; the rest needs no more offers."""
    for timer in due:
        request = await _still_offered(store, timer)
        if request is None:
            await store.timers.drop([timer])
        else:
            await offer_again(store, request)
            await store.timers.again([timer])


async def tell_late(tell: Tell, store: Store, due: Sequence[Timer]) -> None:
    """Tell of all that have waited too long at once; of each once."""
    late = [request for timer in due if (request := await _still_offered(store, timer))]
    if late:
        await tell(store, late)
    await store.timers.drop(due)


async def _still_offered(store: Store, timer: Timer) -> Request | None:
    request = await store.requests.by_id(timer.request_id) if timer.request_id else None
    return request if request and request.state is State.OFFERED else None
