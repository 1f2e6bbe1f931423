"""Lets go of what has been kept long enough, as each table promises."""

import asyncio
from datetime import timedelta
from typing import Final

from bot.core.clock import Clock
from bot.store.retention import sweep
from bot.store.writer import Writer

EVERY: Final = timedelta(hours=1)


async def keep_promises(writer: Writer, clock: Clock) -> None:
    """Sweep every hour until cancelled."""
    never = asyncio.Event()
    while True:
        if await writer.insist(sweep):
            writer.settle()
        await clock.wait(never, clock.now() + EVERY)
