"""Lets go of what has been kept long enough, as each table promises."""

from collections.abc import Sequence

from bot.store.retention import sweep
from bot.store.store import Store
from bot.store.timers import Timer


async def let_go(store: Store, due: Sequence[Timer]) -> None:
    """Delete what no table promises to keep any longer."""
    await sweep(store)
    await store.timers.again(due)
