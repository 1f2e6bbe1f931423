"""In the morning, what waits."""

from collections.abc import Awaitable, Callable, Sequence

from bot.store.store import Store
from bot.store.timers import Timer

Tell = Callable[[Store], Awaitable[None]]
"""Puts the digest for coordinators in the outbox, if anything waits."""


async def tell_waiting(tell: Tell, store: Store, due: Sequence[Timer]) -> None:
    """Tell what waits: one digest, however many mornings were missed."""
    await tell(store)
    await store.timers.again(due)
