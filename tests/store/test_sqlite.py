"""SQLite's settings, read where they count: on the writer's own pooled connection."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.sqlite import copy_file
from bot.store.store import Store
from bot.store.writer import Writer

# SECURITY REL-12, as SQLite reports them.
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "secure_delete": 1,
    "trusted_schema": 0,
}


async def pragmas(store: Store) -> dict[str, object]:
    rows = {name: await store.connection.execute(text(f"PRAGMA {name}")) for name in PRAGMAS}
    return {name: row.scalar_one() for name, row in rows.items()}


async def test_the_writer_s_connection_has_the_settings_that_lose_nothing(writer: Writer) -> None:
    assert await writer.run(pragmas) == PRAGMAS


async def test_a_connection_that_the_pool_made_anew_has_them_too(
    writer: Writer, engine: AsyncEngine
) -> None:
    await writer.run(pragmas)
    await engine.dispose()
    assert await writer.run(pragmas) == PRAGMAS


async def test_a_unit_takes_the_write_lock_before_it_reads(writer: Writer, tmp_path: Path) -> None:
    """Two that read first and write then would both believe what they read."""

    async def unit(_: Store) -> str:
        with closing(sqlite3.connect(tmp_path / "majakka.db", timeout=0)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM people").fetchall()
            with pytest.raises(sqlite3.OperationalError) as refused:
                other.execute("INSERT INTO installation VALUES ('name', x'00')")
        return str(refused.value)

    assert await writer.run(unit) == "database is locked"


async def test_foreign_keys_are_looked_at(store: Store) -> None:
    with pytest.raises(IntegrityError):
        await store.connection.execute(
            text("INSERT INTO chats (person_id, bot, unreachable) VALUES (99, 'x', 0)")
        )


def test_a_copy_holds_what_only_the_journal_has_yet(tmp_path: Path) -> None:
    path = tmp_path / "majakka.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as source:
        source.execute("PRAGMA journal_mode=WAL")
        source.execute("CREATE TABLE t AS SELECT 17 AS number")
        copy = copy_file(make_url(f"sqlite:///{path}"))
        assert copy
        assert copy.parent == tmp_path
    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT number FROM t").fetchall() == [(17,)]


def test_what_is_not_there_is_not_copied(tmp_path: Path) -> None:
    assert copy_file(make_url(f"sqlite:///{tmp_path / 'majakka.db'}")) is None
    assert list(tmp_path.iterdir()) == []
