"""What coordinators are told every day: what waits, and for when nobody is on duty."""

from collections.abc import Awaitable, Callable, Sequence

from bot.store.store import Store
from bot.store.timers import Timer

Tell = Callable[[Store], Awaitable[None]]
"""Puts what is to be told in the outbox, if there is anything."""


async def tell_daily(tell: Tell, store: Store, due: Sequence[Timer]) -> None:
    """Tell it: once, however many days were missed."""
    await tell(store)
    await store.timers.again(due)
