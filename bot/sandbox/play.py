"""`majakka sandbox`: the stand-in, the real bot against it, and example people."""

import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Final, TextIO

import click

from bot.core.people import Role
from bot.sandbox.clock import MovableClock
from bot.sandbox.director import Director, Wish
from bot.sandbox.keeping import Keeper, UnreadableWorldError, forget_world, holds_world, read_world
from bot.sandbox.people import EXAMPLES
from bot.sandbox.server import Server, serve
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from bot.start import CannotStartError, prepared, run
from bot.store.invitation import TEAM_BOT, invitation
from bot.store.keys import KeyRing
from bot.store.store import Store

TOKENS: Final = ("7000000001:SANDBOX-emigres", "7000000002:SANDBOX-desk")
USUAL_PORT: Final = 8090

_LOCK: Final = "sandbox.lock"
_OURS: Final = ("data", "keys", "files")


async def play(port: int | None, *, flat: bool, keep: Path | None, fresh: bool) -> None:
    """Play until cancelled.

    `port` None: the usual one, or if it is taken any free one. `keep` None: on data that are
    gone afterwards; else all is kept in that folder, and `fresh` forgets what is there.
    """
    director = Director()
    with _folder(keep) as folder:
        if fresh:
            _forget(folder)
        while True:
            telegram, clock = _world(folder, flat=flat)
            keeper = Keeper(folder, telegram, clock) if keep else None
            async with _served(telegram, port, director, keeper) as server:
                port = server.port
                settings = _settings(folder, server.url, flat=flat)
                if not telegram.users:
                    await _fill(telegram, settings)
                if keeper is not None:
                    keeper.write()
                click.echo(f"Open {server.url}/", err=True)
                bot = partial(run, settings, clock)
                while await director.until_wish(bot) is Wish.RESTART:
                    pass
            _forget(folder)


# Where it all lies


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Give a folder that nobody else plays in: the one to keep, or one that goes with us."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="majakka-sandbox-") as name:
            yield Path(name)
        return
    with _locked(keep):
        yield keep


def _locked(keep: Path) -> TextIO:
    """Make the folder if need be, and lock it until what is returned is closed."""
    try:
        keep.mkdir(parents=True, exist_ok=True)
        if any(keep.iterdir()) and not (keep / _LOCK).exists():
            raise CannotStartError(
                f"{keep} holds other things: name a new folder with --keep.", exit_status=1
            )
        lock = (keep / _LOCK).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise CannotStartError(
            f"Another sandbox plays in {keep}. Stop that one, or name another folder.",
            exit_status=1,
        ) from None
    except OSError as error:
        raise CannotStartError(
            f"{keep} cannot be used ({os.strerror(error.errno or 0)}):"
            " name another folder with --keep.",
            exit_status=1,
        ) from None
    return lock


def _forget(folder: Path) -> None:
    """Empty the folder: the world first, for without it the rest counts for nothing."""
    forget_world(folder)
    for name in _OURS:
        shutil.rmtree(folder / name, ignore_errors=True)


def _world(folder: Path, *, flat: bool) -> tuple[Telegram, MovableClock]:
    """Return the world that was kept, else a new one with nobody in it."""
    if not holds_world(folder):
        _forget(folder)  # a start that was killed may have left half of something
        return _new_world(flat=flat)
    try:
        telegram, clock = read_world(folder)
    except UnreadableWorldError:
        raise CannotStartError(
            f"{folder} was kept by another version: begin anew with --fresh.", exit_status=1
        ) from None
    if (len(telegram.bots) == 1) is not flat:
        there = "two bots: leave --flat out" if flat else "one bot: add --flat"
        raise CannotStartError(f"{folder} has {there}, or begin anew with --fresh.", exit_status=1)
    return telegram, clock


def _new_world(*, flat: bool) -> tuple[Telegram, MovableClock]:
    clock = MovableClock.by_day()
    telegram = Telegram(clock)
    telegram.add_bot(token=TOKENS[0], username="majakka_bot", name="Majakka")
    if not flat:
        telegram.add_bot(
            TOKENS[1], username="majakka_desk_bot", name="Majakka desk", topics=True, team=True
        )
    return telegram, clock


def _settings(folder: Path, server: str, *, flat: bool) -> Settings:
    return Settings(
        _env_file=None,
        bot_token=TOKENS[0],
        desk_bot_token=None if flat else TOKENS[1],
        telegram_api_url=server,
        database_url=None,  # whatever the environment says: this is play
        data_dir=folder / "data",
        key_file=folder / "keys" / "majakka.key",
    )


# Where it is seen


@asynccontextmanager
async def _served(
    telegram: Telegram, port: int | None, director: Director, keeper: Keeper | None
) -> AsyncIterator[Server]:
    """Serve the world; a port that somebody else has needs a sentence, not a traceback."""
    async with AsyncExitStack() as stack:

        async def at(port: int) -> Server:
            serving = serve(telegram, port, director=director, keeper=keeper)
            return await stack.enter_async_context(serving)

        try:
            server = await (_at_the_usual(at) if port is None else at(port))
        except OSError as error:
            raise CannotStartError(
                f"Port {port} cannot be used ({os.strerror(error.errno or 0)}):"
                " choose another with --port, or let --port 0 find a free one.",
                exit_status=1,
            ) from None
        yield server


async def _at_the_usual(at: Callable[[int], Awaitable[Server]]) -> Server:
    """Serve where a newcomer looks first, or, if somebody else is there, anywhere."""
    try:
        return await at(USUAL_PORT)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
    server = await at(0)
    click.echo(f"Port {USUAL_PORT} is taken, perhaps by another sandbox.", err=True)
    return server


# Who is there


async def _fill(telegram: Telegram, settings: Settings) -> None:
    """Make keys and a database, and let the example people arrive."""
    KeyRing.new().save(settings.key_file)
    outside, *others = telegram.bots.values()
    inside = others[0] if others else outside
    links = await _invitations(settings, inside.username)
    for person in EXAMPLES:
        user = telegram.add_user(person.name, language_code=person.language_code, role=person.role)
        telegram.opens(user, links.get(person.name, f"https://t.me/{outside.username}?start"))


async def _invitations(settings: Settings, bot_name: str) -> dict[str, str]:
    """Return a link into the team for each example who belongs to it."""
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, MovableClock(), keys)
        await store.installation.put(TEAM_BOT, bot_name)
        return {
            person.name: await invitation(store, person.role)
            for person in EXAMPLES
            if person.role is not Role.EMIGRE
        }
