"""Lets go of what has been kept long enough, as each table promises."""

from collections.abc import Callable, Sequence

from bot.store.retention import sweep
from bot.store.store import Store
from bot.store.timers import Timer


async def let_go(settle: Callable[[], None], store: Store, due: Sequence[Timer]) -> None:
    """Delete what no table promises to keep any longer, and let nothing of it stand in the log.

    `settle` is called where something was deleted (`store.writer.Writer.settle`).
    """
    if await sweep(store):
        settle()
    await store.timers.again(due)
