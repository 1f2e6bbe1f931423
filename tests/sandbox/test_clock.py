"""The clock that can be pushed forward wakes who sleeps on it."""

import asyncio
from datetime import timedelta

import pytest

from bot.sandbox.clock import MovableClock


async def test_sleepers_wake_when_their_time_comes(clock: MovableClock) -> None:
    until = clock.now() + timedelta(hours=1)
    sleeper = asyncio.gather(clock.wait(asyncio.Event(), until))
    await asyncio.sleep(0)
    clock.push(timedelta(minutes=59))
    await asyncio.sleep(0.01)
    assert not sleeper.done()
    clock.push(timedelta(minutes=1))
    async with asyncio.timeout(5):
        await sleeper
    assert clock.offset == timedelta(hours=1)
    assert clock.now() >= until


async def test_an_event_wakes_at_any_time(clock: MovableClock) -> None:
    event = asyncio.Event()
    sleeper = asyncio.gather(clock.wait(event))
    await asyncio.sleep(0)
    event.set()
    async with asyncio.timeout(5):
        await sleeper


def test_time_does_not_go_back(clock: MovableClock) -> None:
    with pytest.raises(ValueError, match="forward"):
        clock.push(timedelta(seconds=-1))
