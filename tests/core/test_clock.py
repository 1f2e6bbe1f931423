"""The machine's clock. (The one that can be pushed is tested with the sandbox.)"""

import asyncio
from datetime import UTC, timedelta

from bot.core.clock import SystemClock


def test_a_moment_is_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


async def test_who_waits_wakes_at_the_moment_or_by_the_event() -> None:
    clock, event = SystemClock(), asyncio.Event()
    past = clock.now() - timedelta(seconds=1)
    await clock.wait(event, past)
    assert not event.is_set()
    event.set()
    await clock.wait(event, clock.now() + timedelta(days=1))
    await clock.wait(event)
