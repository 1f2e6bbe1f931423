"""What is particular to SQLite: its settings, and a connection without a thread hop.

aiosqlite hands each statement to a thread and back: 2 × 0.1 ms, which is more than the
statement takes. The writer's statements are points by index, so they run at once in the
loop's thread; only `commit`, which waits for the disk, goes to a worker. Measured beside
a bare echo bot (docs/decisions/direct-sqlite.md): 0.75 with the hop, 2.2 without.
What never waits needs no greenlet either: a point through Core takes 17 µs in place of 36.
Long reads must use an ordinary aiosqlite connection, or everybody waits for them.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, Final, Self

from sqlalchemy import CursorResult, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL, Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util import await_only

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
    engine = create_async_engine(
        url,
        creator=lambda: DirectConnection(_opened(path)),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return DirectEngine(engine.sync_engine)


async def empty_log(engine: AsyncEngine) -> bool:
    """Move what stands in the write-ahead log into the file, and cut the log to nothing.

    Returns whether that was possible: not while somebody else reads.
    """
    async with engine.connect() as connection:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        statement = "PRAGMA wal_checkpoint(TRUNCATE)"
        busy, _, _ = await asyncio.to_thread(lambda: raw.execute(statement).fetchone())
        return not busy


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


class AtOnce(AsyncConnection):
    """An async connection whose statements run where they stand: nothing in them waits."""

    __slots__ = ()

    async def execute(
        self,
        statement: Any,  # noqa: ANN401
        parameters: Any = None,  # noqa: ANN401
        *,
        execution_options: Any = None,  # noqa: ANN401
    ) -> CursorResult[Any]:
        """Run a statement; all its rows are there at once."""
        return self._proxied.execute(statement, parameters, execution_options=execution_options)

    async def exec_driver_sql(
        self,
        statement: str,
        parameters: Any = None,  # noqa: ANN401
        execution_options: Any = None,  # noqa: ANN401
    ) -> CursorResult[Any]:
        """Run a text of SQL in the same way."""
        return self._proxied.exec_driver_sql(statement, parameters, execution_options)


class DirectEngine(AsyncEngine):
    """An engine whose connections run their statements at once."""

    __slots__ = ()
    _connection_cls = AtOnce


class DirectConnection:
    """What SQLAlchemy's aiosqlite dialect uses of its own connection, without a thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection  # as the dialect names what the driver made
        self.isolation_level = connection.isolation_level

    def cursor(self) -> "DirectCursor":
        """Return a cursor that runs its statements at once."""
        return self._connection.cursor(DirectCursor)

    def create_function(self, *args: Any, **kw: Any) -> None:  # noqa: ANN401
        """Register an SQL function (the dialect brings `regexp`)."""
        self._connection.create_function(*args, **kw)

    def commit(self) -> None:
        """Commit in a worker thread: the one step that waits for the disk."""
        await_only(asyncio.to_thread(self._connection.commit))

    def rollback(self) -> None:
        """Roll back."""
        self._connection.rollback()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    terminate = close


class DirectCursor(sqlite3.Cursor):
    """Reads all rows at once: who goes through them may write meanwhile."""

    _rows: Iterator[Any] = iter(())

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # noqa: ANN401 - as in PEP 249
        """Run one statement."""
        super().execute(sql, parameters)
        self._rows = iter(super().fetchall())
        return self

    def fetchone(self) -> Any:  # noqa: ANN401 - as in PEP 249
        """Return the next row, or None."""
        return next(self._rows, None)

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """Return some of the rows that are left."""
        return list(islice(self._rows, size))

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""
        return list(self._rows)
