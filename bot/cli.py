"""The `majakka` command. Each command imports what it needs: aiogram alone takes seconds."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from bot.cli_content import content
from bot.cli_deadline import deadline
from bot.logs import set_up, where
from bot.settings import EXAMPLES, PREFIX, Settings, SettingsError, load_settings
from bot.terminal import NOT_DONE, fail

if TYPE_CHECKING:
    from bot.store.backup import Contents

CANNOT_START: Final = 78
"""`run` alone ends with this: the service manager must not start it again."""
AT_LEAST_ONE: Final = click.IntRange(min=1)


@click.group(epilog="Example: majakka init --yes && majakka run")
def main() -> None:
    """Majakka: a Telegram support bot for émigrés who ask for asylum in Finland."""


main.add_command(content)
main.add_command(deadline)


@main.command(epilog="Example: majakka init --yes")
@click.option("--yes", is_flag=True, help="Make everything without asking.")
@click.option("--key-only", is_flag=True, help="Make no .env: the settings come from secrets.")
def init(*, yes: bool, key_only: bool) -> None:
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
    if not (key_only or env.exists()):
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


@main.command(epilog="Example: majakka team")
def team() -> None:
    """List the team: code, name in Russian and in Finnish, role, whether they are on duty."""
    from bot.start import list_team  # noqa: PLC0415

    for line in _run(list_team(_settings()), NOT_DONE):
        click.echo(line)


@main.command(epilog="Example: majakka remove K2M")
@click.argument("code")
@click.option("--yes", is_flag=True, help="Do it without asking.")
def remove(code: str, *, yes: bool) -> None:
    """Remove a member by the code that `team` shows, also while the bot runs.

    For a coordinator whom no other can remove alone. They are told; what they have waits again.
    """
    from bot.start import remove as take_out  # noqa: PLC0415

    if yes or click.confirm(f"Remove {code.upper()} from the team?"):
        _run(take_out(_settings(), code), NOT_DONE)
        click.echo("Removed.", err=True)


@main.command(epilog="Example: majakka run")
def run() -> None:
    """Run the bot until it is stopped."""
    from bot.start import run as run_bot  # noqa: PLC0415

    settings = _settings(CANNOT_START)
    if settings.bot_token is None:
        fail(f"{PREFIX}BOT_TOKEN: is not set. Example: {EXAMPLES['bot_token']}", CANNOT_START)
    _run(run_bot(settings))


@main.command(epilog="Example: majakka doctor --json")
@click.option("--json", "in_json", is_flag=True, help="Print everything as one JSON object.")
def doctor(*, in_json: bool) -> None:
    """Check everything, change nothing, and say what to mend; status 1 if there is something."""
    from bot.doctor.visit import as_json, visit  # noqa: PLC0415

    with _told_kindly(NOT_DONE):
        findings = visit()
    report = as_json(findings)
    if in_json:
        click.echo(json.dumps(report, ensure_ascii=False))
    else:
        for each in findings:
            click.echo(f"{'good' if each.ok else 'MEND'}  {each.name}: {each.message}")
    sys.exit(0 if report["ok"] else NOT_DONE)


@main.command(epilog="Example: majakka backup /mnt/elsewhere && majakka backup --check FILE")
@click.argument("where", required=False, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Open the backup WHERE and check it; make none.")
def backup(where: Path | None, *, check: bool) -> None:
    """Make an encrypted copy of the database, also while the bot runs, and print its name.

    WHERE is a folder (MAJAKKA_BACKUP_DIR if left out) or a new file, which needs an ending
    such as .backup. It counts once it was opened again. What is older than 14 days goes.
    """
    from bot import backups  # noqa: PLC0415

    if check and where is None:
        raise click.UsageError("Say which file to check.")
    settings = _settings()
    with _told_kindly(NOT_DONE):
        if check and where:
            contents = backups.check(settings, where)
        else:
            made, contents = backups.back_up(settings, where)
            click.echo(made)
    click.echo(f"It opens and is whole. {_in_words(contents)}", err=True)


@main.command(epilog="Example: majakka restore --check backups/majakka-20261201T093000Z.backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Rehearse it, and change nothing.")
@click.option("--old", is_flag=True, help="Take one older than 14 days: it may hold erased people.")
def restore(file: Path, *, check: bool, old: bool) -> None:
    """Put the database of a backup in its place, while the bot does not run."""
    from bot import backups  # noqa: PLC0415

    settings = _settings()
    with _told_kindly(NOT_DONE):
        done = backups.restore(settings, file, rehearse=check, old=old)
    click.echo(f"It opens and is whole. {_in_words(done.contents)}", err=True)
    if done.erased:
        click.echo(f"Erased since, and so once more: {done.erased} people.", err=True)
    if done.aside:
        click.echo(f"The database before lies at {done.aside} for 14 days.", err=True)
    if check:
        click.echo("This was a rehearsal: nothing was changed.", err=True)
    else:
        click.echo("Restored. At the next start, open questions are told. Next: run", err=True)


@main.command(epilog="Example: majakka sandbox --keep play")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Where the page is; 0: any free port.  [default: 8090, or if it is taken any free port]",
)
@click.option("--flat", is_flag=True, help="One bot without topics, in place of two.")
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Keep everything there, and go on with what is there.  [default: keep nothing]",
)
@click.option("--fresh", is_flag=True, help="Forget what --keep kept, and begin anew.")
def sandbox(*, port: int | None, flat: bool, keep: Path | None, fresh: bool) -> None:
    """Try everything here, without Telegram: phones side by side in the browser."""
    from bot.sandbox.play import play  # noqa: PLC0415

    _run(play(port, flat=flat, keep=keep, fresh=fresh), NOT_DONE)


@main.command(
    epilog="Example: majakka bench --pairs 5 --json", context_settings={"show_default": True}
)
@click.option("--pairs", default=3, type=AT_LEAST_ONE, help="Visits to each of the two bots.")
@click.option("--people", default=150, type=AT_LEAST_ONE, help="Who tap.")
@click.option("--at-once", default=50, type=AT_LEAST_ONE, help="Who tap at once.")
@click.option("--taps", default=40, type=AT_LEAST_ONE, help="Taps of each.")
@click.option("--writing", default=100, type=AT_LEAST_ONE, help="Who write at once.")
@click.option("--lines", default=40, type=AT_LEAST_ONE, help="Lines that each of these writes.")
@click.option("--emigres", default=100_000, help="People in the database.")
@click.option("--recipients", default=5000, type=AT_LEAST_ONE, help="Who get a broadcast.")
@click.option("--requests", default=200, type=AT_LEAST_ONE, help="Open at Telegram's pace.")
@click.option("--seconds", default=60, type=AT_LEAST_ONE, help="For which these are written in.")
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


def _in_words(contents: "Contents") -> str:
    """Say what a backup holds, in numbers alone."""
    counted = ("people", "requests", "messages", "outbox")
    rows = ", ".join(f"{contents.rows.get(name, 0)} in {name}" for name in counted)
    return f"Made {contents.made_at:%Y-%m-%d %H:%M} UTC; rows: {rows}."


def _settings(status_if_wrong: int = NOT_DONE) -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        fail(str(error), status_if_wrong)


def _run(work: Coroutine[Any, Any, Any], status: int | None = None) -> Any:  # noqa: ANN401 - whatever the work returns
    """Run until it ends, or SIGTERM and Ctrl-C ask it to; say plainly what cannot be helped.

    `status` is what it ends with then, in place of the one meant for the service manager.
    """

    async def until_told() -> Any:  # noqa: ANN401
        task = asyncio.current_task()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel if task else int)
        return await work

    with _told_kindly(status):
        try:
            return asyncio.run(until_told())
        except asyncio.CancelledError:
            sys.exit(0)


@contextmanager
def _told_kindly(status: int | None = None) -> Iterator[None]:
    """Say plainly what cannot be helped, and end with `status`, or with what the error names."""
    from bot.start import CannotStartError  # noqa: PLC0415

    set_up()
    os.umask(0o077)  # what we write is for the operator's account alone
    try:
        yield
    except CannotStartError as error:
        fail(str(error), status or error.exit_status)
    except Exception as error:  # noqa: BLE001 - a traceback may carry people's words
        fail(f"Majakka met an error that it does not know: {where(error)}.")
