"""One visit to one of the two bots: it starts, people tap and write, it is stopped."""

import asyncio
import gc
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

from bot.sandbox.bench.program import Process, started
from bot.sandbox.bench.talk import Talk, let_write
from bot.sandbox.bench.world import Person, World
from bot.sandbox.model import Bot, User

MEMORY_AFTER: Final = 1000
"""Taps after which the memory is read."""
REQUESTS_EACH: Final = 10
"""Open requests of one helper."""
A_FEW: Final = 5
"""People who write at once where it counts how long one of them waits."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    pairs: int = 3
    people: int = 150
    at_once: int = 50
    taps: int = 40
    """Taps of each person."""
    writing: int = 100
    """Émigrés who write to one helper at once."""
    lines: int = 40
    """Lines that each of those who write writes."""
    requests: int = 200
    """Open requests of the desk that works at Telegram's pace."""
    seconds: int = 60
    """How long it works."""
    emigres: int = 100_000
    """People in the database."""
    recipients: int = 5000
    """People of these who get a broadcast."""

    @property
    def helpers(self) -> int:
        """Who have the requests of the desk."""
        return max(2, self.requests // REQUESTS_EACH)


@dataclass(frozen=True, slots=True)
class Visit:
    """What was measured."""

    first_answer: float
    """Seconds from the start of the process to the first answer."""
    taps_per_second: float
    p95: float
    """Seconds within which 95 of 100 taps were answered and shown."""
    cpu_per_tap: float
    """Seconds of the processor."""
    megabytes: float
    """Resident memory after 1,000 taps, or all if there were fewer."""
    lines_per_second: float
    """Lines that came from émigrés to a volunteer."""
    relay_p50_ms: float
    """Milliseconds within which half of the lines came to the other side, while a few wrote."""
    relay_p95_ms: float
    """The same for 95 of 100."""
    stand_in_busy: float
    """The share of the time of the taps in which Telegram's stand-in and the people were busy.

    Near 1 the benchmark measures itself, and all ratios come near 1.
    """


@dataclass(frozen=True, slots=True)
class Program:
    """One of the two bots, and how it is started."""

    bot: Bot
    desk: Bot
    """The team's: the same one, or another."""
    path: Sequence[str]
    """The callback data of the buttons that people tap, round and round."""
    command: tuple[str, ...]
    folder: Path
    settings: dict[str, str]

    def run(self) -> AbstractAsyncContextManager[Process]:
        """Run it while the block runs."""
        return started(*self.command, folder=self.folder, settings=self.settings)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who visits."""

    world: World
    helper: User
    tapping: Sequence[User]
    asking: Sequence[User]
    readers: Sequence[User]
    """Who get a broadcast."""
    desk: Sequence[tuple[User, User]]
    """Who have an open request with each other, an émigré and a helper; each helper in turn."""

    @property
    def helpers(self) -> list[User]:
        """All of them."""
        return [self.helper, *dict.fromkeys(helper for _, helper in self.desk)]

    def at(self, bot: Bot, users: Sequence[User]) -> list[Person]:
        """Return users as people with this bot open."""
        return [Person(self.world, user, bot) for user in users]

    def talks(self, program: Program) -> list[Talk]:
        """Return the requests of the desk, as talks through a program."""
        return [
            Talk(Person(self.world, emigre, program.bot), Person(self.world, helper, program.desk))
            for emigre, helper in self.desk
        ]


async def visit(program: Program, crowd: Crowd, size: Size) -> Visit:
    """Measure one of the bots."""
    first, *others = crowd.at(program.bot, [*crowd.tapping, crowd.helper])
    asking = crowd.at(program.bot, crowd.asking)
    gc.collect()  # so that no long pause of ours falls into the measurement
    gc.freeze()
    async with AsyncExitStack() as stack:
        async with first.starting():
            began = perf_counter()
            process = await stack.enter_async_context(program.run())
        first_answer = perf_counter() - began
        await asyncio.gather(*(person.starts() for person in others))
        walk = _Walk(process, size)
        await walk.take([first, *others[:-1]], program.path)
        lines_per_second = await _lines_per_second(asking, size.lines)
        waits = await let_write(crowd.talks(program)[:A_FEW], size.lines)
        return Visit(
            first_answer=first_answer,
            taps_per_second=walk.taps_per_second,
            p95=within(walk.seconds, 95),
            cpu_per_tap=walk.cpu_seconds / len(walk.seconds),
            megabytes=walk.megabytes,
            lines_per_second=lines_per_second,
            relay_p50_ms=within(waits, 50) * 1000,
            relay_p95_ms=within(waits, 95) * 1000,
            stand_in_busy=walk.stand_in_busy,
        )


def within(seconds: Sequence[float], percent: int) -> float:
    """Return the time within which so many of a hundred were over."""
    return sorted(seconds)[len(seconds) * percent // 100]


class _Walk:
    """Everybody taps through the screens, so many at once."""

    def __init__(self, process: Process, size: Size) -> None:
        self._process = process
        self._taps = size.taps
        self._room = asyncio.Semaphore(size.at_once)
        self.seconds: list[float] = []
        """How long each tap took."""
        self.megabytes = 0.0
        self.cpu_seconds = 0.0
        self.taps_per_second = 0.0
        self.stand_in_busy = 0.0

    async def take(self, people: Sequence[Person], path: Sequence[str]) -> None:
        """Let people walk along a path of buttons, again and again."""
        began, cpu_before, ours_before = perf_counter(), self._process.cpu_seconds, process_time()
        await asyncio.gather(*(self._go(person, path) for person in people))
        took = perf_counter() - began
        self.taps_per_second = len(self.seconds) / took
        self.cpu_seconds = self._process.cpu_seconds - cpu_before
        self.stand_in_busy = (process_time() - ours_before) / took
        self.megabytes = self.megabytes or self._process.megabytes

    async def _go(self, person: Person, path: Sequence[str]) -> None:
        for data in islice(cycle(path), self._taps):
            async with self._room:
                self.seconds.append(await person.taps(data))
            if len(self.seconds) == MEMORY_AFTER:
                self.megabytes = self._process.megabytes


async def _lines_per_second(asking: Sequence[Person], lines: int) -> float:
    """Let everybody who asks write line after line, each when the one before has arrived."""

    async def write(person: Person) -> None:
        for _ in range(lines):
            await person.says()

    began = perf_counter()
    await asyncio.gather(*(write(person) for person in asking))
    return len(asking) * lines / (perf_counter() - began)
