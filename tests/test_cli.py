"""The commands as an operator runs them: each in a process of its own, in an empty folder."""

import asyncio
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.core.clock import SystemClock
from bot.core.outgoing import BotName
from bot.core.people import Role
from bot.settings import Settings
from bot.start import prepared
from bot.store.invitation import TEAM_BOT
from bot.store.keys import KeyRing
from bot.store.store import Store
from tests.terminal import Operator

NEEDS_NO_TELEGRAM = [
    ["init", "--yes"],
    ["migrate"],
    ["invite", "volunteer"],
    ["doctor"],
    ["backup"],
    ["restore", "nothing"],
    ["content", "check"],
    ["content", "report"],
    ["content", "preview", "page.html"],
    ["content", "new", "lawyer"],
    ["deadline", "--list"],
    ["deadline", "--rule", "appeal-hao-30", "--served", "2026-11-02"],
    ["--help"],
]


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    return Operator(tmp_path)


@pytest.fixture
def ready(operator: Operator) -> Operator:
    """Return somebody who has a key and a database."""
    KeyRing.new().save(operator.settings.key_file)
    asyncio.run(make_the_database(operator.settings))
    return operator


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)], ids=str)
def test_help_shows_an_example(operator: Operator, command: list[str]) -> None:
    done = operator.runs(*command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    example = " ".join(["Example: majakka", *command])
    assert example in done.stdout
    assert operator.files == {}


@pytest.mark.parametrize(
    "wrong",
    [
        ["nonsense"],
        ["invite"],
        ["invite", "tsar"],
        ["run", "--nonsense"],
        ["backup", "--check"],
        ["restore"],
        [],
    ],
    ids=str,
)
def test_wrong_usage_ends_with_2_and_words_on_the_side(
    operator: Operator, wrong: list[str]
) -> None:
    done = operator.runs(*wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: " in done.stderr


def test_init_makes_a_key_and_settings_for_their_owner_alone(operator: Operator) -> None:
    done = operator.runs("init", "--yes")
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(operator.files) == [".env", "keys/majakka.key"]
    for name in operator.files:
        assert stat.S_IMODE((operator.folder / name).stat().st_mode) == 0o600
    assert "keys/majakka.key" in done.stderr
    assert operator.files["keys/majakka.key"].decode().split()[1] not in done.stderr


def test_init_makes_no_settings_where_they_come_from_secrets(operator: Operator) -> None:
    operator.environment["MAJAKKA_KEY_FILE"] = "secrets/key"
    done = operator.runs("init", "--yes", "--key-only")
    assert sorted(operator.files) == ["secrets/key"]
    assert "secrets/key" in done.stderr
    assert ".env" not in done.stderr


def test_init_again_overwrites_nothing(operator: Operator) -> None:
    operator.runs("init", "--yes")
    (operator.folder / ".env").write_text("MAJAKKA_SEND_RATE=7\n", encoding="utf-8")
    before = operator.files
    assert operator.runs("init", "--yes").returncode == 0
    assert operator.files == before


def test_init_asks_and_takes_no_for_an_answer(operator: Operator) -> None:
    assert operator.runs("init", typing="n\n").returncode == 0
    assert operator.files == {}
    assert operator.runs("init", typing="").returncode == 1
    assert operator.files == {}
    assert operator.runs("init", typing="y\n").returncode == 0
    assert sorted(operator.files) == [".env", "keys/majakka.key"]


def test_run_without_a_token_says_what_to_do(ready: Operator) -> None:
    done = ready.runs("run")
    assert (done.returncode, done.stdout) == (78, "")
    assert done.stderr == (
        "MAJAKKA_BOT_TOKEN: is not set. Example: 123456789:AA…, from @BotFather\n"
    )


def test_run_with_a_wrong_setting_ends_with_78(ready: Operator) -> None:
    ready.environment["MAJAKKA_SEND_RATE"] = "MARKED"
    done = ready.runs("run")
    assert done.returncode == 78
    assert done.stderr.startswith("MAJAKKA_SEND_RATE: ")
    assert done.stderr.count("\n") == 1
    assert "MARKED" not in done.stderr


def test_run_with_another_key_ends_with_78(ready: Operator) -> None:
    change_the_key(ready)
    ready.environment["MAJAKKA_BOT_TOKEN"] = "123456789:AA"  # noqa: S105 - nobody's
    done = ready.runs("run")
    assert (done.returncode, done.stdout) == (78, "")
    assert done.stderr.startswith("The key does not belong to this database.")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["migrate"], ["invite", "volunteer"], ["backup"]], ids=str)
def test_what_did_not_succeed_ends_with_1(ready: Operator, command: list[str]) -> None:
    """78 is for the service manager, which starts `run` and nothing else."""
    change_the_key(ready)
    before = ready.files
    done = ready.runs(*command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The key does not belong to this database.")
    assert ready.files == before
    ready.environment["MAJAKKA_SEND_RATE"] = "MARKED"
    assert ready.runs(*command).returncode == 1


def test_a_code_that_nobody_has_removes_nobody(ready: Operator) -> None:
    assert (ready.runs("team").returncode, ready.runs("team").stdout) == (0, "")
    done = ready.runs("remove", "K2M", "--yes")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Nobody in the team has this code. See: majakka team\n"
    assert ready.runs("remove", "K2M", typing="n\n").returncode == 0


def change_the_key(operator: Operator) -> None:
    operator.settings.key_file.unlink()
    KeyRing.new().save(operator.settings.key_file)


def test_migrate_without_a_key_makes_no_database(operator: Operator) -> None:
    done = operator.runs("migrate")
    assert (done.returncode, done.stdout) == (1, "")
    assert "`majakka init` makes one" in done.stderr
    assert operator.files == {}


def test_migrate_again_changes_nothing(ready: Operator) -> None:
    done = ready.runs("migrate")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "The database is up to date.\n"


def test_invite_before_run_asks_for_the_token(ready: Operator) -> None:
    done = ready.runs("invite", "volunteer")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("MAJAKKA_BOT_TOKEN: is not set.")


def test_invite_prints_a_link_and_nothing_else(ready: Operator) -> None:
    asyncio.run(name_the_bot(ready.settings))
    done = ready.runs("invite", "coordinator")
    assert (done.returncode, done.stderr) == (0, "")
    link = done.stdout.removesuffix("\n")
    assert link.startswith("https://t.me/example_bot?start=")
    assert asyncio.run(role_by(link, ready.settings)) is Role.COORDINATOR


async def make_the_database(settings: Settings) -> None:
    async with prepared(settings):
        pass


async def name_the_bot(settings: Settings) -> None:
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, SystemClock(), keys)
        await store.installation.put(TEAM_BOT, "example_bot")


async def role_by(link: str, settings: Settings) -> Role | None:
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, SystemClock(), keys)
        newcomer = await store.people.meet(1, BotName.EMIGRE)
        return await store.team.admit(newcomer.id, link.partition("=")[2])


@pytest.mark.parametrize("command", NEEDS_NO_TELEGRAM, ids=str)
def test_what_needs_no_telegram_does_not_load_it(ready: Operator, command: list[str]) -> None:
    """Importing aiogram alone takes seconds, and 165 MB."""
    done = ready.runs(*command, python=("-X", "importtime"))
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.split("\n")}
    assert "bot" in loaded
    assert loaded.isdisjoint({"aiogram", "aiohttp"})


def test_a_port_that_is_taken_is_told(operator: Operator) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = operator.runs("sandbox", "--port", port)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Port {port} cannot be used")
    assert done.stderr.count("\n") == 1


def test_the_sandbox_plays_on_data_of_its_own_whatever_the_settings_say(
    operator: Operator,
) -> None:
    mine = operator.folder / "mine.db"
    operator.environment["MAJAKKA_DATABASE_URL"] = f"sqlite+aiosqlite:///{mine}"
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "sandbox", "--port", "0"],
        cwd=operator.folder,
        env=operator.environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stderr
        assert any("is running" in line for line in program.stderr)
        program.terminate()
    assert program.returncode == 0
    assert operator.files == {}


def test_what_is_written_is_for_the_operators_account_alone(operator: Operator) -> None:
    operator.runs("init", "--yes")
    operator.runs("migrate")
    open_to_others = [
        path
        for path in operator.folder.rglob("*")
        if path.name != "keys" and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert open_to_others == []
