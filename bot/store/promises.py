"""What tables are made of: what each promises to the person its rows are about, and its indexes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    literal_column,
)

NAMING: Final = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""How indexes and constraints are named, so that a migration can name them too."""

metadata: Final = MetaData(naming_convention=NAMING)
"""All tables; `bot.store.tables` knows every one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row goes `for_` after the moment in the column `since`.

    Only rows in one of `states` (None: in any), and with NULL in the column `without`.
    """

    for_: timedelta
    since: str
    states: frozenset[str] | None = None
    without: str | None = None


@dataclass(frozen=True, slots=True)
class Emptied:
    """A column is emptied `after` the moment in the column `since`; the row stays."""

    column: str
    after: timedelta
    since: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a table is copied to the person, erased by them, and how long it keeps rows."""

    copied: tuple[str, ...] | str
    """Columns that go into the copy, or the reason why nothing does."""
    erased: str
    kept: tuple[Kept, ...] | str
    """Rules that the sweep follows, or the reason for keeping a row until it is erased."""
    emptied: tuple[Emptied, ...] = ()
    """What goes sooner than its row."""


def promise(
    copied: tuple[str, ...] | str,
    erased: str,
    kept: tuple[Kept, ...] | str,
    emptied: tuple[Emptied, ...] = (),
) -> dict[str, Keeping]:
    """Return what a table says of its rows, as its `info`."""
    return {"keeping": Keeping(copied, erased, kept, emptied)}


def index_of(rows: ColumnElement[bool], name: str, *columns: Column[Any]) -> Index:
    """Make an index that holds these rows alone, on either engine."""
    unique = name.startswith("uq_")
    return Index(name, *columns, unique=unique, sqlite_where=rows, postgresql_where=rows)


def is_one_of(column: Column[Any], states: Iterable[str]) -> ColumnElement[bool]:
    """Say so in literals: SQLite uses an index of some rows where a query repeats these words."""
    return column.in_([literal_column(f"'{state}'") for state in sorted(states)])


def number() -> Column[int]:
    """Return a row's own number. Tables that have one never use a number again."""
    return Column("id", Integer, primary_key=True)


def found_by(column: Column[Any]) -> Index:
    """Let the database find the rows that point somewhere, when what they point to goes."""
    return index_of(column.is_not(None), f"ix_{column.table.name}_{column.name}", column)


def belongs_to(thing: str, *, nullable: bool = False) -> Column[int]:
    """Return a column that goes when the row it points to goes."""
    table = {"person": "people"}.get(thing, f"{thing}s")
    return Column(f"{thing}_id", ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=nullable)
