"""The desk at Telegram's pace: how long people wait for a line while a broadcast runs."""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

from bot.core.clock import SystemClock
from bot.core.outgoing import Side
from bot.sandbox.bench.limits import Limits
from bot.sandbox.bench.rows import send_broadcast
from bot.sandbox.bench.talk import Talk, begin_all
from bot.sandbox.bench.town import crowd_in, majakka, settings_in
from bot.sandbox.bench.visit import Size, within
from bot.sandbox.bench.world import World
from bot.sandbox.server import serve

LINES_A_SECOND: Final = 5
"""Over all requests, in both directions, as chance will have it."""
SEED: Final = 7


@dataclass(frozen=True, slots=True)
class Desk:
    """What was measured."""

    p50: float
    """Seconds within which half of the lines came to the other side."""
    p95: float
    longest: float
    refused: int
    """Messages that came faster than Telegram takes them."""
    copies_per_second: float
    """Copies of the broadcast that arrived meanwhile."""


async def relay_at_telegrams_pace(size: Size, *, topics: bool) -> Desk:
    """Let people write in all requests while a broadcast goes to many others."""
    with tempfile.TemporaryDirectory(prefix="majakka-bench-") as folder:
        town = Path(folder)
        world = World(SystemClock())
        crowd = crowd_in(world, size)
        async with serve(world) as server:
            program = await majakka(town, server, crowd, size, topics=topics, paced=True)
            talks = crowd.talks(program)
            async with program.run():
                await begin_all(talks)
                world.faults = limits = Limits(world.clock)
                world.has_readers(crowd.readers)
                await send_broadcast(settings_in(town), [user.id for user in crowd.readers])
                began = perf_counter()
                waits = await _write(talks, size.seconds)
                copies = len(crowd.readers) - world.unread
                took = perf_counter() - began
        return Desk(
            p50=within(waits, 50),
            p95=within(waits, 95),
            longest=max(waits),
            refused=limits.refused,
            copies_per_second=copies / took,
        )


async def _write(talks: Sequence[Talk], seconds: int) -> list[float]:
    """Let people write for so long, whether or not the lines before have come; return waits."""
    luck = Random(SEED)  # noqa: S311 - the same lines each time
    now, ends = perf_counter(), perf_counter() + seconds
    waits = []
    async with asyncio.TaskGroup() as group:
        while (now := now + luck.expovariate(LINES_A_SECOND)) < ends:
            await asyncio.sleep(now - perf_counter())
            talk, writer = luck.choice(talks), luck.choice(list(Side))
            waits.append(group.create_task(talk.wait(writer)))
    return [wait.result() for wait in waits]
