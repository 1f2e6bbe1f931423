"""A fresh database for each test: its key ring, its clock, one transaction, one writer."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.delivery.tasks import Tasks
from bot.sandbox.clock import MovableClock
from bot.store.engine import open_engine
from bot.store.keys import KeyRing
from bot.store.migrate import migrate
from bot.store.store import Store
from bot.store.writer import Writer


@pytest.fixture
def keys() -> KeyRing:
    return KeyRing.new()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def empty(tmp_path: Path, keys: KeyRing) -> AsyncIterator[AsyncEngine]:
    """Return an engine for a file that is not there yet."""
    opened = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'majakka.db'}", keys)
    yield opened
    await opened.dispose()


@pytest.fixture
async def engine(empty: AsyncEngine) -> AsyncEngine:
    """Return an engine for a database that has its tables."""
    await migrate(empty)
    return empty


@pytest.fixture
async def store(engine: AsyncEngine, clock: MovableClock, keys: KeyRing) -> AsyncIterator[Store]:
    """Return the database within one transaction; a writer cannot work beside it."""
    async with engine.begin() as connection:
        yield Store(connection, clock, keys)


@pytest.fixture
async def writer(engine: AsyncEngine, clock: MovableClock, keys: KeyRing) -> AsyncIterator[Writer]:
    """Return a writer at work."""
    made = Writer(engine, clock, keys)
    working = Tasks().keep(made.work, "writer")
    yield made
    made.stop()
    await working
