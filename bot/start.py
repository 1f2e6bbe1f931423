"""What the commands do once they are sure of the settings."""

import asyncio
import fcntl
import gc
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Final

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.botapi import UnansweredError, ask, tokens_of
from bot.core.clock import Clock, SystemClock
from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.people import Role
from bot.settings import EXAMPLES, PREFIX, Settings
from bot.store.backup import sweep_unfinished
from bot.store.engine import open_engine
from bot.store.installation import PROOF
from bot.store.invitation import TEAM_BOT, invitation
from bot.store.keys import KeyFileError, KeyRing, WrongKeyError
from bot.store.migrate import MigrationError, is_empty, migrate
from bot.store.store import Store

CANNOT_START: Final = 78


class CannotStartError(Exception):
    """Something that a restart cannot help. The sentence says what to mend."""

    def __init__(self, sentence: str, exit_status: int = CANNOT_START) -> None:
        super().__init__(sentence)
        self.exit_status = exit_status


def load_keys(settings: Settings) -> KeyRing:
    """Read the key ring. Raises CannotStartError."""
    try:
        return KeyRing.load(settings.key_file)
    except KeyFileError as error:
        raise CannotStartError(str(error)) from None


@contextmanager
def locked(settings: Settings, what: str, *, wait: bool = False) -> Iterator[None]:
    """Let one process at a time do something; another waits, or gets BlockingIOError.

    The system lets go of the lock when the process ends, however it ends.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with (settings.data_dir / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


@asynccontextmanager
async def prepared(settings: Settings) -> AsyncIterator[tuple[AsyncEngine, KeyRing]]:
    """Open the database: key proved, schema up to date, whoever was erased not in it."""
    keys = load_keys(settings)
    settings.database_file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(BlockingIOError), locked(settings, "copying"):
        sweep_unfinished(settings.database_file)
    engine = open_engine(settings.database, keys)
    try:
        with locked(settings, "migrating", wait=True):
            if not await is_empty(engine):
                await _prove_key(engine, keys)
            await _migrate(engine)
        await _prove_key(engine, keys)
        await _follow_erasures(engine, keys)
        yield engine, keys
    finally:
        await engine.dispose()


async def run(settings: Settings, clock: Clock | None = None) -> None:
    """Run the bots until cancelled."""
    gc.disable()  # until all is read: a fifth of the time went into walking what stays anyway
    from bot.app import running  # noqa: PLC0415 - aiogram takes seconds to import
    from bot.delivery.tasks import FatalError  # noqa: PLC0415

    try:
        with locked(settings, "running"):
            async with (
                prepared(settings) as (engine, keys),
                running(settings, engine, keys, clock) as app,
            ):
                _calm_the_collector()
                print("Majakka is running.", file=sys.stderr, flush=True)  # noqa: T201 - for the operator
                await app.tasks.fatal
    except BlockingIOError:
        raise CannotStartError(
            "Another Majakka runs on this database. Stop that one first."
        ) from None
    except FatalError as error:
        raise CannotStartError(str(error), error.exit_status) from None


def _calm_the_collector() -> None:
    """Keep the garbage collector from walking aiogram's models: 0.2 s, now and then."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


async def invite(settings: Settings, role: str, clock: Clock | None = None) -> str:
    """Return a link that lets one person into the team."""
    async with prepared(settings) as (engine, keys):
        async with engine.begin() as connection:
            known = await Store(connection, SystemClock(), keys).installation.get(TEAM_BOT)
        name = known or await _team_bot(settings)
        async with engine.begin() as connection:
            store = Store(connection, clock or SystemClock(), keys)
            await store.installation.put(TEAM_BOT, name)
            return await invitation(store, Role(role))


async def list_team(settings: Settings) -> list[str]:
    """Return a line for each member: code, names in both languages, role, standing."""
    from bot.ui.aliases import member_name  # noqa: PLC0415 - aiogram takes seconds to import
    from bot.ui.words import translator  # noqa: PLC0415

    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        team = await Store(connection, SystemClock(), keys).team.all()
    speakers = [translator(language) for language in Language]
    return [
        "  ".join(
            [each.code, *(member_name(each.code, tr) for tr in speakers), each.role, each.standing]
        )
        for each in team
    ]


async def remove(settings: Settings, code: str) -> None:
    """Remove a member by their code. Raises CannotStartError if there is none."""
    from bot.coordination.buttons import Step  # noqa: PLC0415 - aiogram takes seconds to import
    from bot.coordination.steps import take  # noqa: PLC0415

    bot = BotName.of_team(tokens_of(settings))
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, SystemClock(), keys)
        member = await store.team.by_code(code.upper())
        if member is None:
            raise CannotStartError("Nobody in the team has this code. See: majakka team", 1)
        await take(Step.REMOVE, member, store, bot=bot)


async def _migrate(engine: AsyncEngine) -> None:
    try:
        await migrate(engine)
    except MigrationError as error:
        raise CannotStartError(str(error)) from None


async def _team_bot(settings: Settings) -> str:
    """Ask Telegram for the name of the bot that invitations lead to, without aiogram."""
    tokens = tokens_of(settings)
    if not tokens:
        raise CannotStartError(f"{PREFIX}BOT_TOKEN: is not set. Example: {EXAMPLES['bot_token']}")
    try:
        answer = await asyncio.to_thread(ask, settings, tokens[BotName.of_team(tokens)], "getMe")
        return str(answer.result["username"])
    except (UnansweredError, KeyError):
        raise CannotStartError(
            "Telegram does not tell the bot's name. Is the token the right one?", 1
        ) from None


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


async def _follow_erasures(engine: AsyncEngine, keys: KeyRing) -> None:
    """Erase whoever was erased after this copy of the database was made, if it is one."""
    async with engine.begin() as connection:
        await Store(connection, SystemClock(), keys).erasures.follow()
