"""Requests that lie still: what is to be done when the moment has come that was set for them."""

from collections.abc import Awaitable, Callable, Sequence, Set

from bot.core.requests import State
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.timers import Timer

Do = Callable[[Store, Request], Awaitable[None]]
"""Does it, and puts what is told of it in the outbox."""


async def see_to(do: Do, states: Set[State], store: Store, due: Sequence[Timer]) -> None:
    """Do it for each request that still is in one of `states`; each timer comes once."""
    await store.timers.drop(due)
    for timer in due:
        request = await store.requests.by_id(timer.request_id) if timer.request_id else None
        if request and request.state in states and not request.practice:
            await do(store, request)
