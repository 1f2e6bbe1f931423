"""What the commands do once they are sure of the settings."""

import fcntl
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.clock import Clock, SystemClock
from bot.core.people import Role
from bot.settings import Settings
from bot.store.engine import open_engine
from bot.store.invitation import invitation
from bot.store.keys import KeyFileError, KeyRing, WrongKeyError
from bot.store.migrate import NewerDatabaseError, is_empty, migrate
from bot.store.store import Store

PROOF: Final = "proof of the key"
CANNOT_START: Final = 78


class CannotStartError(Exception):
    """Something that a restart cannot help. The sentence says what to mend."""

    def __init__(self, sentence: str, exit_status: int = CANNOT_START) -> None:
        super().__init__(sentence)
        self.exit_status = exit_status


@asynccontextmanager
async def prepared(settings: Settings) -> AsyncIterator[tuple[AsyncEngine, KeyRing]]:
    """Open the database: key proved, schema up to date, nobody else at work on it."""
    keys = _keys(settings)
    Path(make_url(settings.database).database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = open_engine(settings.database, keys)
    try:
        with _sole_user(settings):
            if not await is_empty(engine):
                await _prove_key(engine, keys)
            await _migrate(engine)
        await _prove_key(engine, keys)
        yield engine, keys
    finally:
        await engine.dispose()


async def run(settings: Settings, clock: Clock | None = None) -> None:
    """Run the bots until cancelled."""
    from bot.app import running  # noqa: PLC0415 - aiogram takes seconds to import
    from bot.delivery.tasks import FatalError  # noqa: PLC0415

    async with prepared(settings) as (engine, keys), running(settings, engine, keys, clock) as app:
        print("Majakka is running.", file=sys.stderr, flush=True)  # noqa: T201 - for the operator
        try:
            await app.tasks.fatal
        except FatalError as error:
            raise CannotStartError(str(error), error.exit_status) from None


async def invite(settings: Settings, role: str, clock: Clock | None = None) -> str:
    """Return a link that lets one person into the team."""
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, clock or SystemClock(), keys)
        try:
            return await invitation(store, Role(role))
        except LookupError as error:
            raise CannotStartError(str(error), 1) from None


def _keys(settings: Settings) -> KeyRing:
    try:
        return KeyRing.load(settings.key_file)
    except KeyFileError as error:
        raise CannotStartError(str(error)) from None


@contextmanager
def _sole_user(settings: Settings) -> Iterator[None]:
    """Let one process at a time look at the schema and change it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with (settings.data_dir / "migrating.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


async def _migrate(engine: AsyncEngine) -> None:
    try:
        await migrate(engine)
    except NewerDatabaseError as error:
        raise CannotStartError(str(error)) from None


async def _prove_key(engine: AsyncEngine, keys: KeyRing) -> None:
    """Open what the first start sealed; with another key nothing may be written."""
    async with engine.begin() as connection:
        installation = Store(connection, SystemClock(), keys).installation
        try:
            if await installation.get(PROOF) is None:
                await installation.put(PROOF, PROOF)
        except WrongKeyError:
            raise CannotStartError(
                "The key does not belong to this database. Put the right key file in its place."
            ) from None
