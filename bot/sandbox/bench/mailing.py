"""A broadcast beside people who tap: how fast it goes, and how little they notice of it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from time import perf_counter

from bot.sandbox.bench.rows import send_broadcast
from bot.sandbox.bench.visit import Crowd, Program, Size, within
from bot.sandbox.bench.world import Person
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Mailing:
    """What was measured."""

    copies_per_second: float
    """Copies that arrived, of all the time from the yes to the last one."""
    p95_without: float
    """Seconds within which 95 of 100 taps were answered and shown before it."""
    p95_during: float
    """The same people's taps, while it went."""


async def broadcast_beside_taps(
    program: Program, settings: Settings, crowd: Crowd, size: Size
) -> Mailing:
    """Let everybody tap, first alone, then while a broadcast goes to so many others."""
    people = crowd.at(program.bot, crowd.tapping)
    async with AsyncExitStack() as stack:
        async with people[0].starting():
            await stack.enter_async_context(program.run())
        await asyncio.gather(*(person.starts() for person in people[1:]))
        enough = size.people * size.taps // 2
        without = await _tap(people, program.path, size, lambda taps: taps >= enough)
        async with crowd.world.reading(crowd.readers) as all_read:
            began = perf_counter()
            await send_broadcast(settings, [user.id for user in crowd.readers])
            during = await _tap(people, program.path, size, lambda _: all_read.is_set())
        seconds = crowd.world.last_read_at - began
        return Mailing(len(crowd.readers) / seconds, within(without, 95), within(during, 95))


async def _tap(
    people: Sequence[Person], path: Sequence[str], size: Size, is_over: Callable[[int], bool]
) -> list[float]:
    """Let people walk, so many at once, until after so many taps it is over; return each's time."""
    seconds: list[float] = []
    room = asyncio.Semaphore(size.at_once)

    async def walk(person: Person) -> None:
        while not is_over(len(seconds)):
            for data in path:
                async with room:
                    seconds.append(await person.taps(data))

    await asyncio.gather(*(walk(person) for person in people))
    return seconds
