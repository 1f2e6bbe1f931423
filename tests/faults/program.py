"""The bot as a process of its own, which a test can kill, and a clock that both share."""

import asyncio
import multiprocessing
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from ctypes import c_double
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.core.clock import SystemClock
from bot.sandbox.clock import MovableClock
from bot.sandbox.server import serve
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from bot.start import invite, prepared, run
from tests.town import PATIENCE, Town, settings_for

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["bot.app", "tests.faults.program", "tests.faults.warm"])
"""What is read once for all starts, which then take 0.1 s."""
LOOK_AGAIN = 0.05
"""Seconds after which a sleeper looks whether another process pushed the clock."""


class SharedClock(SystemClock):
    """The machine's clock plus an offset in memory that processes share."""

    def __init__(self, ahead: c_double) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.ahead.value)

    def push(self, by: timedelta) -> None:
        self.ahead.value += by.total_seconds()

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        while not event.is_set() and (until is None or self.now() < until):
            await super().wait(event, self.now() + timedelta(seconds=LOOK_AGAIN))


class Program:
    """`majakka run`, started, killed, stopped and started again on the same database."""

    def __init__(self, settings: Settings, clock: SharedClock, telegram: Telegram) -> None:
        self._settings, self.clock, self._telegram = settings, clock, telegram
        self._process: Any = None

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.is_alive()

    @property
    def database(self) -> Path:
        return self._settings.data_dir / "majakka.db"

    def begin(self) -> None:
        """Start, and see what comes of it."""
        given = self._settings.model_dump()
        self._process = FORKS.Process(target=_run, args=(given, self.clock.ahead), daemon=True)
        self._process.start()

    async def start(self) -> None:
        """Start, and wait until every bot asks for updates."""
        self.begin()
        async with asyncio.timeout(PATIENCE):
            for bot in self._telegram.bots.values():
                await bot.updates.wait_polled()

    async def kill(self) -> None:
        """Kill it where it stands, and wait until nothing of it is left."""
        os.kill(self._process.pid, signal.SIGKILL)
        await self.ended()
        for bot in self._telegram.bots.values():
            await bot.updates.wait_polled(polled=False)

    async def stop(self) -> None:
        """Ask it to stop as a service manager does; it ends well, and within ten seconds."""
        os.kill(self._process.pid, signal.SIGTERM)
        assert await self.ended() == 0

    async def ended(self) -> int:
        """Wait until it has ended; return its exit status."""
        await asyncio.to_thread(self._process.join, PATIENCE)
        assert not self._process.is_alive()
        return int(self._process.exitcode)

    async def settles(self, push: timedelta = timedelta()) -> None:
        """Wait until all that came in is handled and all that is due is sent; `push` the clock."""
        async with asyncio.timeout(6 * PATIENCE):
            while self.waits():
                self.clock.push(push)
                await asyncio.sleep(0.05)

    async def hears(self) -> None:
        """Wait until all that was said is stored and handled, whatever may be sent of it now."""
        async with asyncio.timeout(PATIENCE):
            while (  # noqa: ASYNC110 - another process does it
                any(bot.updates.waiting for bot in self._telegram.bots.values())
                or self.count("inbox", "raw IS NOT NULL AND dead_at IS NULL")
            ):
                await asyncio.sleep(0.05)

    def waits(self) -> int:
        """Count what is stored and neither handled nor sent."""
        return self.count("inbox", "raw IS NOT NULL AND dead_at IS NULL") + self.count(
            "outbox", "state IN ('ready', 'sending', 'uncertain')"
        )

    def count(self, table: str, condition: str = "1") -> int:
        """Count rows in the file, beside the program or after it."""
        return count(self.database, table, condition)


def count(file: Path, table: str, condition: str) -> int:
    """Count the rows of a table in a database file that meet a condition in SQL."""
    with closing(sqlite3.connect(file)) as database:
        found = database.execute(f"SELECT count(*) FROM {table} WHERE {condition}")  # noqa: S608
        return int(found.fetchone()[0])


def _run(given: dict[str, Any], ahead: c_double) -> None:
    """Be the program: what `majakka run` does once the settings are sure."""
    from bot.cli import _run as until_told  # noqa: PLC0415

    until_told(run(Settings(_env_file=None, **given), SharedClock(ahead)))


@asynccontextmanager
async def town_with_a_program(
    folder: Path, *, flat: bool = False, running: bool = True
) -> AsyncIterator[tuple[Town, Program]]:
    """Build a town in which the bot runs (or not yet) as a process of its own."""
    # without a lock: a process killed with it in hand would hold up everyone for ever
    by_day = MovableClock.by_day().offset  # at night nobody is offered a question
    clock = SharedClock(FORKS.RawValue(c_double, by_day.total_seconds()))
    telegram = Telegram(clock, keep=1_000_000)
    async with serve(telegram) as server:
        settings = settings_for(telegram, server.url, folder, flat=flat)
        async with prepared(settings):
            pass
        town = Town(telegram, settings, clock, lambda role: invite(settings, role, clock))
        program = Program(settings, clock, telegram)
        if running:
            await program.start()
        try:
            yield town, program
        finally:
            if program.alive:
                await program.kill()
