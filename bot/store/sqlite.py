"""What is particular to SQLite: its settings, and a connection without a thread hop.

aiosqlite hands each statement to a thread and back: 2 × 0.1 ms, which is more than the
statement takes. The writer's statements are points by index, so they run at once in the
loop's thread; only `commit`, which waits for the disk, goes to a worker. Measured beside
a bare echo bot (docs/decisions/direct-sqlite.md): 0.75 with the hop, 2.2 without.
Long reads must use an ordinary aiosqlite connection, or everybody waits for them.
"""

import asyncio
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, Self, cast

from sqlalchemy import event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL, Connection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

__all__ = ["copy_file", "insert", "make_engine"]  # `insert` with ON CONFLICT is a dialect's own

PRAGMAS: Final = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "busy_timeout": "5000",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
}
"""FULL: after a power cut no acknowledged message is gone. secure_delete: erased means erased."""


def make_engine(url: URL) -> AsyncEngine:
    """Return an engine whose one connection is the writer's."""
    path = Path(url.database or ":memory:")

    async def connect(**_: object) -> DirectConnection:
        return DirectConnection(_opened(path))

    engine = create_async_engine(
        url,
        async_creator=connect,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


async def empty_log(engine: AsyncEngine) -> bool:
    """Move what stands in the write-ahead log into the file, and cut the log to nothing.

    Returns whether that was possible: not while somebody else reads.
    """
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        return await cast("DirectConnection", raw.driver_connection).empty_log()


def copy_file(url: URL) -> Path | None:
    """Copy the database beside itself, WAL and all; return the copy, or None if there is none."""
    path = Path(url.database or "")
    if not path.is_file():
        return None
    copy = path.with_suffix(".before-migration")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")
    return connection


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock before the first read: a later upgrade fails at once as "locked"."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


class DirectConnection:
    """What SQLAlchemy's aiosqlite dialect uses of `aiosqlite.Connection`, without its thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._conn = connection
        self.isolation_level = connection.isolation_level

    def cursor(self) -> "DirectCursor":
        """Return a cursor that runs its statements at once."""
        return DirectCursor(self._connection.cursor())

    async def create_function(self, *args: Any, **kw: Any) -> None:  # noqa: ANN401
        """Register an SQL function (the dialect brings `regexp`)."""
        self._connection.create_function(*args, **kw)

    async def commit(self) -> None:
        """Commit in a worker thread: the one step that waits for the disk."""
        await asyncio.to_thread(self._connection.commit)

    async def empty_log(self) -> bool:
        """Empty the write-ahead log in a worker thread; return whether nobody was in the way."""
        statement = "PRAGMA wal_checkpoint(TRUNCATE)"
        busy, _, _ = await asyncio.to_thread(lambda: self._connection.execute(statement).fetchone())
        return not busy

    async def rollback(self) -> None:
        """Roll back."""
        self._connection.rollback()

    async def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def stop(self) -> None:
        """Close the file without waiting."""
        self._connection.close()


class DirectCursor:
    """A cursor of `DirectConnection`: awaitable in form, immediate in fact."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Any:  # noqa: ANN401 - as in PEP 249
        """Describe the columns of the last result."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """Count the rows that the last statement touched."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """Return the number of the last inserted row."""
        return self._cursor.lastrowid

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement."""
        self._cursor.execute(sql, parameters)

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run one statement with many sets of parameters."""
        self._cursor.executemany(sql, parameters)

    async def fetchall(self) -> list[Any]:
        """Return all rows."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Close the cursor."""
        self._cursor.close()
