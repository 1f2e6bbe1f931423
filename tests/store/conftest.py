"""A fresh database for each test: its key ring, its clock, one transaction, one writer."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
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


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of this version in which nothing is, made once: no key is in it yet."""
    file = tmp_path_factory.mktemp("migrated") / "majakka.db"

    async def make() -> None:
        opened = open_engine(f"sqlite+aiosqlite:///{file}", KeyRing.new())
        await migrate(opened)
        await opened.dispose()

    with ThreadPoolExecutor(1) as aside:  # the tests' own loop must not notice
        aside.submit(asyncio.run, make()).result()
    return file


@pytest.fixture
async def engine(empty: AsyncEngine, migrated: Path) -> AsyncEngine:
    """Return an engine for a database that has its tables."""
    shutil.copy(migrated, str(empty.url.database))
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
