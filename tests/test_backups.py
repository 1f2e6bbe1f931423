"""Backup and restore as an operator runs them, in the order of the handbook."""

import asyncio
import re
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.backups import back_up, check, restore
from bot.core.clock import SystemClock
from bot.core.outgoing import BotName
from bot.settings import Settings
from bot.start import CannotStartError, prepared
from bot.store.keys import KeyRing
from bot.store.store import Store
from tests.terminal import Done, Operator
from tests.test_cli import change_the_key, make_the_database

LINE = re.compile(r"It opens and is whole\. Made 20\d\d-\d\d-\d\d \d\d:\d\d UTC; rows: (.*)\.\n")


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Return somebody who has a key, a database, and one person in it."""
    made = Operator(tmp_path)
    KeyRing.new().save(made.settings.key_file)
    asyncio.run(meet(made.settings, 1))
    return made


async def meet(settings: Settings, number: int) -> None:
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        await Store(connection, SystemClock(), keys).people.meet(number, BotName.EMIGRE)


def backed_up(operator: Operator) -> str:
    done = operator.runs("backup")
    assert done.returncode == 0
    return done.stdout.removesuffix("\n")


def refused(done: Done, words: str) -> None:
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_backup_prints_its_name_and_can_be_checked(operator: Operator) -> None:
    done = operator.runs("backup")
    assert re.fullmatch(r"backups/majakka-\d{8}T\d{6}Z\.backup\n", done.stdout)
    told = LINE.fullmatch(done.stderr)
    assert told
    assert told[1].startswith("1 in people, 0 in requests")
    file = operator.folder / done.stdout.strip()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    before = operator.files
    checked = operator.runs("backup", "--check", done.stdout.strip())
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", done.stderr)
    assert operator.files == before


def test_a_backup_goes_where_it_is_told_and_overwrites_nothing(operator: Operator) -> None:
    assert operator.runs("backup", "elsewhere").stdout.startswith("elsewhere/majakka-")
    assert operator.runs("backup", "mine.backup").stdout == "mine.backup\n"
    before = operator.files
    refused(operator.runs("backup", "mine.backup"), "never overwrites")
    assert operator.files == before


def test_a_restore_brings_back_what_was_there_and_keeps_what_was_there_since(
    operator: Operator,
) -> None:
    file = backed_up(operator)
    asyncio.run(meet(operator.settings, 2))
    before = operator.files
    rehearsed = operator.runs("restore", "--check", file)
    assert (rehearsed.returncode, rehearsed.stdout) == (0, "")
    assert "nothing was changed" in rehearsed.stderr
    assert {name: it for name, it in operator.files.items() if "lock" not in name} == {
        name: it for name, it in before.items() if "lock" not in name
    }
    done = operator.runs("restore", file)
    assert (done.returncode, done.stdout) == (0, "")
    (aside,) = (name for name in operator.files if "replaced" in name)
    assert aside in done.stderr
    assert operator.files[aside] == before["data/majakka.db"]
    assert "rows: 1 in people" in operator.runs("backup", "again.backup").stderr
    assert asyncio.run(people_in(operator.settings)) == 1


async def people_in(settings: Settings) -> int:
    async with prepared(settings) as (engine, _), engine.begin() as connection:
        counted = await connection.exec_driver_sql("SELECT count(*) FROM people")
        return int(counted.scalar_one())


def test_a_new_server_needs_the_key_and_the_backup(operator: Operator, tmp_path: Path) -> None:
    file = operator.folder / backed_up(operator)
    there = Operator(tmp_path / "there")
    there.folder.mkdir()
    refused(there.runs("restore", str(file)), "`majakka init` makes one")
    there.settings.key_file.parent.mkdir()
    there.settings.key_file.write_bytes(operator.settings.key_file.read_bytes())
    done = there.runs("restore", str(file))
    assert done.returncode == 0
    assert "lies at" not in done.stderr
    assert asyncio.run(people_in(there.settings)) == 1


@pytest.mark.parametrize("use", [check, restore, partial(restore, rehearse=True)])
def test_what_is_no_good_is_refused_in_a_sentence(
    operator: Operator, use: Callable[[Settings, Path], object]
) -> None:
    settings = operator.settings
    file, _ = back_up(settings, operator.folder)
    whole, database = file.read_bytes(), operator.files["data/majakka.db"]

    def refused_as(words: str, what: Path = file) -> None:
        with pytest.raises(CannotStartError, match=words):
            use(settings, what)

    file.write_bytes(whole[:-100])
    refused_as("damaged")
    file.write_bytes(whole[:3000] + bytes([whole[3000] ^ 1]) + whole[3001:])
    refused_as("damaged")
    refused_as("no backup of Majakka", settings.database_file)
    refused_as("There is no file", operator.folder / "nothing")
    refused_as("cannot be read or written", operator.folder)
    file.write_bytes(whole)
    change_the_key(operator)
    refused_as("another key")
    assert operator.files["data/majakka.db"] == database


class Ahead(SystemClock):
    """A clock that has gone on for some days."""

    def __init__(self, days: int) -> None:
        self._days = days

    def now(self) -> datetime:
        return super().now() + timedelta(days=self._days)


def test_a_backup_older_than_the_notes_is_taken_only_if_it_must_be(operator: Operator) -> None:
    """Who erased themselves fifteen days ago may be in it, and nothing is left that says so."""
    file, _ = back_up(operator.settings, operator.folder)
    assert restore(operator.settings, file, clock=Ahead(13)).aside
    before = operator.files["data/majakka.db"]
    for rehearse in (True, False):
        with pytest.raises(CannotStartError, match="older than 14 days"):
            restore(operator.settings, file, rehearse=rehearse, clock=Ahead(15))
    assert operator.files["data/majakka.db"] == before
    assert restore(operator.settings, file, old=True, clock=Ahead(15)).aside


def test_a_refusal_is_one_sentence_and_status_1(operator: Operator) -> None:
    refused(operator.runs("restore", "data/majakka.db"), "This is no backup of Majakka.")


def test_no_backup_of_nothing(tmp_path: Path) -> None:
    operator = Operator(tmp_path)
    KeyRing.new().save(operator.settings.key_file)
    refused(operator.runs("backup"), "There is no database at data/majakka.db")
    asyncio.run(make_the_database(operator.settings))
    assert operator.runs("backup").returncode == 0
