"""The loop does what is due, once, and nothing that fails keeps the rest from its turn."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.cases import Whose, Wishes
from bot.core.clock import Clock, SystemClock, today
from bot.core.dates import Appointment, DateId, Occasion
from bot.core.reminders import Kept
from bot.core.timers import TimerKind
from bot.delivery.tasks import Tasks
from bot.jobs.bytheclock import ByTheClock, Job
from bot.sandbox.clock import MovableClock
from bot.store.keys import KeyRing
from bot.store.store import Store
from bot.store.timers import Timer
from bot.store.writer import Writer
from tests.store.cast import person
from tests.town import PATIENCE

HOUR = timedelta(hours=1)


class Counted:
    """A job that counts how often it was done."""

    def __init__(self) -> None:
        self.times = 0
        self.changed = asyncio.Event()

    async def __call__(self, store: Store, due: Sequence[Timer]) -> None:
        self.times += 1
        self.changed.set()
        await store.timers.again(due)

    async def done(self, times: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.times < times:
                self.changed.clear()
                await self.changed.wait()


@asynccontextmanager
async def at_work(
    writer: Writer, clock: Clock, jobs: Mapping[TimerKind, Job]
) -> AsyncIterator[asyncio.Event]:
    """Let the loop work; the event is set when it said something."""
    said = asyncio.Event()
    tasks = Tasks()
    working = tasks.keep(ByTheClock(writer, clock, jobs, said.set).work, "loop")
    await begun(writer)
    yield said
    working.cancel()
    await tasks.drain(1)


async def begun(writer: Writer) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await writer.run(lambda store: store.timers.known(TimerKind.DIGEST)):  # noqa: ASYNC110 - told by no event
            await asyncio.sleep(0.01)


async def test_it_wakes_when_the_clock_moves_and_does_what_was_missed_once(
    writer: Writer, clock: MovableClock
) -> None:
    job = Counted()
    async with at_work(writer, clock, {TimerKind.SWEEP: job}) as said:
        clock.push(30 * HOUR)
        await job.done(1)
        async with asyncio.timeout(PATIENCE):
            await said.wait()
        clock.push(HOUR)
        await job.done(2)
    assert job.times == 2


async def test_after_a_restart_it_goes_on_where_it_was(writer: Writer, clock: MovableClock) -> None:
    job = Counted()
    async with at_work(writer, clock, {TimerKind.SWEEP: job}):
        clock.push(HOUR)
        await job.done(1)
    async with at_work(writer, clock, {TimerKind.SWEEP: job}):
        clock.push(HOUR)
        await job.done(2)
    clock.push(10 * HOUR)
    async with at_work(writer, clock, {TimerKind.SWEEP: job}):
        await job.done(3)
    assert job.times == 3


async def test_a_job_that_fails_is_put_off_and_holds_up_no_other(
    writer: Writer, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    tried = Counted()

    async def failing(store: Store, due: Sequence[Timer]) -> None:
        await tried(store, due)
        raise ValueError("somebody's words")

    job = Counted()
    jobs: dict[TimerKind, Job] = {TimerKind.SWEEP: failing, TimerKind.DIGEST: job}
    async with at_work(writer, clock, jobs):
        clock.push(30 * HOUR)
        await job.done(1)
        clock.push(timedelta(minutes=2))
        await tried.done(2)
    assert "sweep (ValueError" in caplog.text
    assert "somebody's words" not in caplog.text
    assert {record.levelno for record in caplog.records} == {logging.ERROR}


class JumpingClock(SystemClock):
    """A machine whose time somebody sets; its sleeps are short, and not by that time."""

    ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self.ahead

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:  # noqa: ARG002 - short
        await super().wait(event, super().now() + timedelta(milliseconds=10))


async def test_it_goes_on_when_the_clock_goes_back(engine: AsyncEngine, keys: KeyRing) -> None:
    clock = JumpingClock()
    tasks = Tasks()
    writer = Writer(engine, clock, keys)
    writing = tasks.keep(writer.work, "writer")
    job = Counted()
    async with at_work(writer, clock, {TimerKind.SWEEP: job}):
        clock.ahead = 500 * HOUR
        await job.done(1)
        clock.ahead = timedelta()
        await asyncio.sleep(0.1)
        clock.ahead = HOUR
        await job.done(2)
    writer.stop()
    await writing
    assert job.times == 2


async def test_dates_are_looked_at_anew_if_the_clock_was_wrong_before_the_start(
    writer: Writer, clock: MovableClock
) -> None:
    async def keep(store: Store) -> DateId:
        case = await store.cases.begin((await person(store)).id, Whose.ME)
        day = today(clock.now()) + timedelta(days=500)
        kept = Kept(what=Appointment(occasion=Occasion.HEARING, day=day), made=today(clock.now()))
        return await store.dates.add(case.id, kept, Wishes())

    clock.push(400 * 24 * HOUR)
    async with at_work(writer, clock, {}):
        number = await writer.run(keep)
    clock._offset -= 400 * 24 * HOUR
    assert await writer.run(lambda store: store.dates.due()) == []
    async with at_work(writer, clock, {}):
        assert await writer.run(lambda store: store.dates.due()) == [number]
