"""What a database file is, seen with plain SQLite: nothing is changed, nothing is migrated."""

import sqlite3
from pathlib import Path
from typing import Final

import orjson

from bot.store.installation import PROOF
from bot.store.keys import KeyRing, WrongKeyError

_TABLES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_PROOF: Final = "SELECT value FROM installation WHERE name = ?"


def look_at(database: Path) -> sqlite3.Connection:
    """Open a database beside whoever works on it. Raises sqlite3.Error: none is there."""
    return sqlite3.connect(
        f"{database.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None
    )


def revision_of(connection: sqlite3.Connection) -> str | None:
    """Return the version of the schema; None where there is no schema."""
    if "alembic_version" not in _tables(connection):
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def prove_key(connection: sqlite3.Connection, keys: KeyRing) -> None:
    """Open what the first start sealed. Raises WrongKeyError."""
    row = connection.execute(_PROOF, [PROOF]).fetchone()
    if row is None or orjson.loads(keys.open(row[0], "installation.value")) != PROOF:
        raise WrongKeyError("the database holds no proof of its key")


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table holds."""
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - a table's own name
        for name in _tables(connection)
    }


def is_sound(connection: sqlite3.Connection) -> bool:
    """Say whether SQLite finds the whole file in order, and each row's owner there."""
    integrity = connection.execute("PRAGMA integrity_check").fetchall()
    return integrity == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()


def _tables(connection: sqlite3.Connection) -> list[str]:
    return sorted(row[0] for row in connection.execute(_TABLES))
