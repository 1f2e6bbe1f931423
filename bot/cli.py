"""The `majakka` command. Each command imports what it needs: aiogram alone takes seconds."""

import asyncio
import os
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from bot.core.clock import SystemClock, today
from bot.logs import set_up, where
from bot.settings import EXAMPLES, PREFIX, Settings, SettingsError, load_settings

NOT_DONE: Final = 1
CANNOT_START: Final = 78
"""`run` alone ends with this: the service manager must not start it again."""
AT_LEAST_ONE: Final = click.IntRange(min=1)


@click.group(epilog="Example: majakka init --yes && majakka run")
def main() -> None:
    """Majakka: a Telegram support bot for émigrés who ask for asylum in Finland."""


@main.command(epilog="Example: majakka init --yes")
@click.option("--yes", is_flag=True, help="Make everything without asking.")
def init(*, yes: bool) -> None:
    """Make a key ring and a file of settings, where there is none."""
    from bot.store.keys import KeyRing  # noqa: PLC0415 - cryptography is not needed for --help

    settings = _settings()
    if not (yes or click.confirm("Make keys and settings in this folder?", default=True)):
        return
    if not settings.key_file.exists():
        KeyRing.new().save(settings.key_file)
        click.echo(
            f"A new key: {settings.key_file}. Keep a copy apart from the database.", err=True
        )
    env = Path(".env")
    if not env.exists():
        env.write_text(f"# From @BotFather:\n{PREFIX}BOT_TOKEN=\n", encoding="utf-8")
        env.chmod(0o600)
        click.echo("Put the bot's token into .env, then: majakka run", err=True)


@main.command(epilog="Example: majakka migrate")
def migrate() -> None:
    """Bring the database to what this version needs."""
    from bot.start import prepared  # noqa: PLC0415

    async def go() -> None:
        async with prepared(_settings()):
            click.echo("The database is up to date.", err=True)

    _run(go(), NOT_DONE)


@main.command(epilog="Example: majakka invite coordinator")
@click.argument("role", type=click.Choice(["coordinator", "volunteer"]))
def invite(role: str) -> None:
    """Print a link that lets one person into the team; it works once, within 24 hours."""
    from bot.start import invite as make_link  # noqa: PLC0415

    click.echo(_run(make_link(_settings(), role), NOT_DONE))


@main.command(epilog="Example: majakka run")
def run() -> None:
    """Run the bot until it is stopped."""
    from bot.start import run as run_bot  # noqa: PLC0415

    settings = _settings(CANNOT_START)
    if settings.bot_token is None:
        _fail(f"{PREFIX}BOT_TOKEN: is not set. Example: {EXAMPLES['bot_token']}", CANNOT_START)
    _run(run_bot(settings))


@main.command(epilog="Example: majakka sandbox --port 8090")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8090,
    show_default=True,
    help="Where the page is; 0: any free port.",
)
@click.option("--flat", is_flag=True, help="One bot without topics, in place of two.")
def sandbox(*, port: int, flat: bool) -> None:
    """Try everything here, without Telegram: phones side by side in the browser."""
    from bot.sandbox.play import play  # noqa: PLC0415

    _run(play(port, flat=flat), NOT_DONE)


@main.command(
    epilog="Example: majakka bench --pairs 5 --json", context_settings={"show_default": True}
)
@click.option("--pairs", default=3, type=AT_LEAST_ONE, help="Visits to each of the two bots.")
@click.option("--people", default=150, type=AT_LEAST_ONE, help="Who tap.")
@click.option("--at-once", default=50, type=AT_LEAST_ONE, help="Who tap at once, and who ask.")
@click.option("--taps", default=40, type=AT_LEAST_ONE, help="Taps of each.")
@click.option("--lines", default=40, type=AT_LEAST_ONE, help="Lines that each who asks writes.")
@click.option("--emigres", default=100_000, help="People in the database.")
@click.option("--recipients", default=5000, type=AT_LEAST_ONE, help="Who get a broadcast.")
@click.option("--json", "in_json", is_flag=True, help="Print everything as one JSON object.")
@click.option("--strict", is_flag=True, help="End with status 1 if a goal is not met.")
def bench(*, in_json: bool, strict: bool, **size: int) -> None:
    """Measure the bot beside a bare one; docs/contributing.md says how to read the table."""
    from bot.sandbox.bench.bench import measure  # noqa: PLC0415
    from bot.sandbox.bench.report import as_json, as_table  # noqa: PLC0415
    from bot.sandbox.bench.visit import Size  # noqa: PLC0415

    pairs, figures = _run(measure(Size(**size)), NOT_DONE)
    click.echo(as_json(pairs, figures) if in_json else as_table(figures))
    if strict and not all(figure.met for figure in figures):
        sys.exit(1)


@main.group()
def content() -> None:
    """Articles and guides: what translators edit."""


@content.command("check", epilog="Example: majakka content check")
def check_content() -> None:
    """Say what must be mended before anybody sees it, and what is due to be looked at again."""
    from bot.content.check import mistakes, overdue  # noqa: PLC0415
    from bot.content.errors import ContentError  # noqa: PLC0415
    from bot.content.library import library  # noqa: PLC0415

    try:
        known = library()
    except ContentError as error:
        _fail(str(error))
    for article in overdue(known, today(SystemClock().now())):
        click.echo(f"{article.language}/articles/{article.slug}.md: due to be checked", err=True)
    found = list(mistakes(known))
    for mistake in found:
        click.echo(mistake)
    if found:
        sys.exit(NOT_DONE)


def _settings(status_if_wrong: int = NOT_DONE) -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        _fail(str(error), status_if_wrong)


def _run(work: Coroutine[Any, Any, Any], status: int | None = None) -> Any:  # noqa: ANN401 - whatever the work returns
    """Run until it ends, or SIGTERM and Ctrl-C ask it to; say plainly what cannot be helped.

    `status` is what it ends with then, in place of the one meant for the service manager.
    """

    async def until_told() -> Any:  # noqa: ANN401
        task = asyncio.current_task()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel if task else int)
        return await work

    from bot.start import CannotStartError  # noqa: PLC0415

    set_up()
    os.umask(0o077)  # what we write is for the operator's account alone
    try:
        return asyncio.run(until_told())
    except asyncio.CancelledError:
        sys.exit(0)
    except CannotStartError as error:
        _fail(str(error), status or error.exit_status)
    except Exception as error:  # noqa: BLE001 - a traceback may carry people's words
        _fail(f"Majakka met an error that it does not know: {where(error)}.")


def _fail(sentence: str, status: int = NOT_DONE) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
