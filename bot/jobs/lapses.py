"""Requests that lie still: what is to be done when the moment has come that was set for them."""

from collections.abc import Awaitable, Callable, Sequence, Set

from bot.core.people import PersonId
from bot.core.requests import State
from bot.core.routing.daytime import apart
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.timers import Timer

Do = Callable[[Store, Request], Awaitable[None]]
"""Does it, and puts what is told of it in the outbox."""


async def see_to(do: Do, states: Set[State], store: Store, due: Sequence[Timer]) -> None:
    """Do it for each request that still is in one of `states`; each timer comes once."""
    for request in await _still_in(states, store, due):
        await do(store, request)


async def see_to_apart(do: Do, states: Set[State], store: Store, due: Sequence[Timer]) -> None:
    """Do the same, but of what one person asked for one request now, and for the others apart.

    Also after days of being off, in which the moments of several have come.
    """
    told: set[PersonId] = set()
    kinds = {timer.request_id: timer.kind for timer in due}
    for request in await _still_in(states, store, due):
        if request.emigre_id in told:
            at = apart(store.clock.now())
            await store.timers.set(kinds[request.id], request=request.id, at=at)
        else:
            told.add(request.emigre_id)
            await do(store, request)


async def _still_in(states: Set[State], store: Store, due: Sequence[Timer]) -> Sequence[Request]:
    """Drop timers; return their requests but for those that have moved on."""
    await store.timers.drop(due)
    found = [await store.requests.by_id(timer.request_id) for timer in due if timer.request_id]
    return [each for each in found if each and each.state in states and not each.practice]
