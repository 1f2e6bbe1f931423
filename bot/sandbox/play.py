"""`majakka sandbox`: the stand-in, the real bot against it, and example people."""

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

import click

from bot.core.people import Role
from bot.sandbox.clock import MovableClock
from bot.sandbox.people import EXAMPLES
from bot.sandbox.server import Server, serve
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from bot.start import CannotStartError, prepared, run
from bot.store.invitation import TEAM_BOT, invitation
from bot.store.keys import KeyRing
from bot.store.store import Store

TOKENS: Final = ("7000000001:SANDBOX-emigres", "7000000002:SANDBOX-desk")


async def play(port: int, *, flat: bool) -> None:
    """Play until cancelled, on data of its own that start empty and are gone afterwards."""
    clock = MovableClock()
    telegram = Telegram(clock)
    outside = inside = telegram.add_bot(token=TOKENS[0], username="majakka_bot", name="Majakka")
    if not flat:
        inside = telegram.add_bot(
            TOKENS[1], username="majakka_desk_bot", name="Majakka desk", topics=True, team=True
        )
    async with _served(telegram, port) as server:
        with tempfile.TemporaryDirectory(prefix="majakka-sandbox-") as folder:
            settings = _settings(Path(folder), server.url, flat=flat)
            KeyRing.new().save(settings.key_file)
            links = await _invitations(settings, inside.username)
            _people_arrive(telegram, outside.username, links)
            click.echo(f"Open {server.url}/", err=True)
            await run(settings, clock)


@asynccontextmanager
async def _served(telegram: Telegram, port: int) -> AsyncIterator[Server]:
    """Serve the world; a port that somebody else has needs a sentence, not a traceback."""
    async with AsyncExitStack() as stack:
        try:
            server = await stack.enter_async_context(serve(telegram, port))
        except OSError as error:
            raise CannotStartError(
                f"Port {port} cannot be used ({os.strerror(error.errno or 0)}):"
                " choose another with --port, or let --port 0 find a free one.",
                exit_status=1,
            ) from None
        yield server


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


def _people_arrive(telegram: Telegram, emigre_bot: str, links: dict[str, str]) -> None:
    for person in EXAMPLES:
        user = telegram.add_user(person.name, language_code=person.language_code, role=person.role)
        telegram.opens(user, links.get(person.name, f"https://t.me/{emigre_bot}?start"))


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
