"""Backups as files: when one counts, what is refused, what goes when it is old."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.sandbox.clock import MovableClock
from bot.store.backup import (
    BackupError,
    backups_in,
    drop_old_asides,
    drop_old_backups,
    look_into,
    make_backup,
    name_at,
    put_in_place,
    scratch_beside,
    sweep_unfinished,
    unpack,
)
from bot.store.installation import PROOF
from bot.store.keys import KeyRing
from bot.store.sealed_file import seal_file
from bot.store.store import Store
from tests.store.cast import MARK, fill

NOW = datetime(2026, 12, 20, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
async def database(engine: AsyncEngine, clock: MovableClock, keys: KeyRing) -> Path:
    """Return the file of a database that holds something of each kind, and is still open."""
    async with engine.begin() as connection:
        store = Store(connection, clock, keys)
        await store.installation.put(PROOF, PROOF)
        await fill(store)
    return Path(engine.url.database or "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def plain_files(folder: Path) -> list[str]:
    """Return what is a database, or holds something of one, but for the one in its place."""
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file()
        and not path.name.startswith("majakka.db")
        and (b"SQLite format" in path.read_bytes() or b"installation" in path.read_bytes())
    ]


def test_a_name_tells_the_moment_and_nothing_else() -> None:
    assert name_at(NOW) == "majakka-20261220T093000Z.backup"


def test_a_backup_holds_what_the_database_holds(
    database: Path, folder: Path, keys: KeyRing
) -> None:
    target = folder / name_at(NOW)
    made = make_backup(database, target, keys, NOW)
    assert (made.rows["people"], made.rows["messages"], made.made_at) == (1, 1, NOW)
    assert look_into(target, keys, scratch_beside(database)) == made
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names_in(folder) == [target.name]
    assert not scratch_beside(database).exists()
    copy = folder / "copy.db"
    assert unpack(target, copy, keys) == made
    with closing(sqlite3.connect(copy)) as opened, closing(sqlite3.connect(database)) as source:
        assert list(opened.iterdump()) == list(source.iterdump())


def test_a_backup_shows_nothing(database: Path, folder: Path, keys: KeyRing) -> None:
    target = folder / name_at(NOW)
    make_backup(database, target, keys, NOW)
    sealed = target.read_bytes()
    for plain in (b"SQLite", b"people", b"user_hash", MARK.encode()):
        assert plain not in sealed


async def test_what_does_not_open_gets_no_name(
    database: Path, engine: AsyncEngine, folder: Path, keys: KeyRing
) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(BackupError, match="newer Majakka"):
        make_backup(database, folder / name_at(NOW), keys, NOW)
    assert names_in(folder) == []
    assert plain_files(database.parent) == []


def test_no_database_is_told(tmp_path: Path, keys: KeyRing) -> None:
    with pytest.raises(BackupError, match="no database at"):
        make_backup(tmp_path / "majakka.db", tmp_path / name_at(NOW), keys, NOW)
    assert names_in(tmp_path) == []


def test_what_is_no_database_is_not_copied(tmp_path: Path, keys: KeyRing) -> None:
    (tmp_path / "majakka.db").write_bytes(os.urandom(10_000))
    with pytest.raises(BackupError, match="cannot be copied"):
        make_backup(tmp_path / "majakka.db", tmp_path / name_at(NOW), keys, NOW)


def test_a_changed_cut_or_foreign_file_is_refused(
    database: Path, folder: Path, keys: KeyRing
) -> None:
    target, scratch = folder / name_at(NOW), scratch_beside(database)
    make_backup(database, target, keys, NOW)
    whole = target.read_bytes()
    for harm in (
        whole[:-1],
        whole + b"x",
        whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:],
        b"",
        os.urandom(99),
    ):
        target.write_bytes(harm)
        with pytest.raises(BackupError):
            look_into(target, keys, scratch)
    target.write_bytes(whole)
    with pytest.raises(BackupError, match="another key"):
        look_into(target, KeyRing.new(), scratch)
    with pytest.raises(BackupError, match="no file"):
        look_into(folder / "nothing", keys, scratch)
    assert plain_files(database.parent) == []


def test_a_sealed_file_that_is_no_database_is_refused(tmp_path: Path, keys: KeyRing) -> None:
    (tmp_path / "plain").write_bytes(b"words " * 1000)
    with (tmp_path / "plain").open("rb") as plain, (tmp_path / "sealed").open("wb") as sealed:
        seal_file(plain, sealed, keys, NOW)
    with pytest.raises(BackupError, match="holds no database"):
        look_into(tmp_path / "sealed", keys, tmp_path / "scratch")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "newer Majakka"),
        ("DROP TABLE alembic_version", "newer Majakka"),
        (
            "UPDATE installation SET value = x'00' WHERE name = 'proof of the key'",
            "does not belong",
        ),
        ("DELETE FROM installation", "does not belong"),
        ("UPDATE chats SET person_id = 999", "damaged"),
    ],
)
def test_a_database_that_would_not_run_is_refused(
    database: Path, folder: Path, keys: KeyRing, harm: str, said: str
) -> None:
    with closing(sqlite3.connect(database)) as opened:
        opened.execute(harm)
        opened.commit()
    with pytest.raises(BackupError, match=said):
        make_backup(database, folder / name_at(NOW), keys, NOW)
    assert names_in(folder) == []


def test_old_backups_go_and_nothing_else_does(database: Path, folder: Path, keys: KeyRing) -> None:
    made = [NOW - days * DAY for days in (40, 15, 14, 13, 0)]
    for moment in made:
        make_backup(database, folder / name_at(moment), keys, moment)
    others = ["notes.txt", name_at(NOW - 50 * DAY), "majakka-old.backup"]
    for name in others:
        (folder / name).write_bytes(b"somebody's own")
    (folder / name_at(NOW - 60 * DAY)).write_bytes((folder / name_at(made[0])).read_bytes()[:9])
    theirs = folder / name_at(NOW - 70 * DAY)
    with database.open("rb") as plain, theirs.open("wb") as sealed:
        seal_file(plain, sealed, KeyRing.new(), NOW - 70 * DAY)
    assert [moment for moment, _ in backups_in(folder, keys)] == made
    assert drop_old_backups(folder, keys, NOW) == 2
    assert [moment for moment, _ in backups_in(folder, keys)] == made[2:]
    assert all((folder / name).exists() for name in others)
    assert theirs.exists()


def test_the_last_backup_stays_however_old_it_is(
    database: Path, folder: Path, keys: KeyRing
) -> None:
    make_backup(database, folder / name_at(NOW), keys, NOW)
    assert drop_old_backups(folder, keys, NOW + 400 * DAY) == 0
    assert len(backups_in(folder, keys)) == 1
    assert backups_in(folder / "nowhere", keys) == []


def test_what_a_crash_left_is_swept(tmp_path: Path) -> None:
    database = tmp_path / "majakka.db"
    left = [scratch_beside(database) / "x.db", tmp_path / ".majakka-1f.part"]
    kept = [database, tmp_path / ".other.part"]
    for path in left + kept:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    sweep_unfinished(database, tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(kept)


def a_database(path: Path, word: str) -> Path:
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE words (word)")
        made.execute("INSERT INTO words VALUES (?)", [word])
        made.commit()
    return path


def word_in(path: Path) -> str:
    with closing(sqlite3.connect(path)) as opened:
        return str(opened.execute("SELECT word FROM words").fetchone()[0])


def test_the_database_before_is_kept_aside_with_its_last_words(tmp_path: Path) -> None:
    database = a_database(tmp_path / "majakka.db", "before")
    with closing(sqlite3.connect(database)) as left_open:  # as after a kill: the log is not empty
        left_open.execute("UPDATE words SET word = 'last'")
        left_open.commit()
        left_open.execute("SELECT 1 FROM words").fetchone()
        aside = put_in_place(a_database(tmp_path / "new.db", "new"), database, NOW)
    assert aside == tmp_path / "majakka.db.replaced-20261220T093000Z"
    assert (word_in(database), word_in(aside)) == ("new", "last")
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert not (tmp_path / "new.db").exists()
    drop_old_asides(database, NOW + 14 * DAY)
    assert aside.exists()
    drop_old_asides(database, NOW + 15 * DAY)
    assert not aside.exists()
    assert word_in(database) == "new"


def test_a_broken_database_is_kept_aside_as_it_is_with_its_log(tmp_path: Path) -> None:
    database = tmp_path / "majakka.db"
    broken, log = os.urandom(5000), os.urandom(500)
    database.write_bytes(broken)
    (tmp_path / "majakka.db-wal").write_bytes(log)
    aside = put_in_place(a_database(tmp_path / "new.db", "new"), database, NOW)
    assert aside
    assert (aside.read_bytes(), word_in(database)) == (broken, "new")
    assert aside.with_name(aside.name + "-wal").read_bytes() == log


def test_a_log_without_its_database_is_not_taken_for_the_new_one(tmp_path: Path) -> None:
    database = tmp_path / "majakka.db"
    (tmp_path / "majakka.db-wal").write_bytes(b"of another")
    assert put_in_place(a_database(tmp_path / "new.db", "new"), database, NOW) is None
    assert word_in(database) == "new"
