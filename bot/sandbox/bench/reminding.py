"""A minute of the clock over many people's dates: how long it takes, and whether memory grows."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import JOBS
from bot.core.cases import Case
from bot.core.clock import SystemClock, today
from bot.core.dates import FromPaper
from bot.core.deadlines.walk import Applied, Known, Paper, Sender
from bot.core.reminders import Kept
from bot.core.timers import TimerKind
from bot.sandbox.bench.program import Process
from bot.sandbox.bench.rows import Row, chat_of, fill, people_of
from bot.settings import Settings
from bot.start import prepared
from bot.store.dates import MOST
from bot.store.keys import KeyRing
from bot.store.store import Store
from bot.store.tables import cases, chats, dates, people

EACH: Final = 2
"""Dates of one person."""
TICKS: Final = 100
REFUSED: Final = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE)


@dataclass(frozen=True, slots=True)
class Reminding:
    """What was measured."""

    idle: float
    """Seconds that a minute takes in which nothing is due."""
    busy: float
    """Seconds of the longest portion, each date of it a reminder."""
    megabytes: float
    """How much memory grew over all portions but the first ten."""


async def look_through(people_there: int) -> Reminding:
    """Let the clock look at two dates of each of so many people."""
    with tempfile.TemporaryDirectory(prefix="majakka-bench-") as folder:
        settings = Settings(
            _env_file=None,
            database_url=None,
            data_dir=Path(folder) / "data",
            key_file=Path(folder) / "majakka.key",
        )
        KeyRing.new().save(settings.key_file)
        async with prepared(settings) as (engine, keys):
            await _fill(engine, keys, people_there)
            return await _measure(engine, keys)


async def _measure(engine: AsyncEngine, keys: KeyRing) -> Reminding:
    idle = await _tick(engine, keys)
    await _let_come_due(engine, MOST * TICKS)
    ours, seconds, before = Process(os.getpid()), [], 0.0
    for tick in range(TICKS):
        if tick == TICKS // 10:
            before = ours.megabytes
        seconds.append(await _tick(engine, keys))
    return Reminding(idle, max(seconds), ours.megabytes - before)


async def _tick(engine: AsyncEngine, keys: KeyRing) -> float:
    """Do once what the clock does each minute; return the seconds it took, commit included."""
    began = perf_counter()
    async with engine.begin() as connection:
        store = Store(connection, SystemClock(), keys)
        await JOBS[TimerKind.REMIND](store, await store.timers.due(TimerKind.REMIND))
    return perf_counter() - began


async def _let_come_due(engine: AsyncEngine, number: int) -> None:
    async with engine.begin() as connection:
        now = SystemClock().now()
        await connection.execute(
            dates.update().where(dates.c.id <= number).values(wake_at=now - timedelta(minutes=1))
        )


async def _fill(engine: AsyncEngine, keys: KeyRing, people_there: int) -> None:
    numbers = {10**9 + number: number for number in range(1, people_there + 1)}
    now = SystemClock().now()
    async with engine.begin() as connection:
        await fill(connection, people, people_of(numbers, keys))
        await fill(connection, chats, (chat_of(n, asking=False) for n in numbers.values()))
        await fill(connection, cases, (_case(n, now) for n in numbers.values()))
        await fill(connection, dates, _dates(people_there, now))


def _case(number: int, now: datetime) -> Row:
    kept = TypeAdapter(Case).dump_python(Case(), mode="json", exclude_defaults=True)
    return {"id": number, "person_id": number, "kept": kept, "changed_at": now}


def _dates(people_there: int, now: datetime) -> Iterator[Row]:
    kept = _kept(today(now))
    for number in range(people_there * EACH):
        yield {
            "id": number + 1,
            "case_id": number // EACH + 1,
            "version": 1,
            "kept": kept,
            "wake_at": now + timedelta(minutes=60 + number % 1440),
        }


def _kept(day: date) -> object:
    """Return a deadline of which somebody is to be reminded at once."""
    what = FromPaper(known=REFUSED, day=day - timedelta(days=10), days=14)
    return TypeAdapter(Kept).dump_python(
        Kept(what=what, made=day), mode="json", exclude_defaults=True
    )
