"""The schema: up, down and up again, the same as the tables say, and no row lost on the way."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.timers import TimerKind
from bot.files import folder
from bot.sandbox.clock import MovableClock
from bot.store.keys import KeyRing
from bot.store.migrate import MigrationError, migrate
from bot.store.store import Store
from bot.store.tables import messages, metadata, people
from tests.store.cast import MARK, NUMBER, fill, offered, person

BEGINNING = "base"


def config(**attributes: Any) -> Config:  # noqa: ANN401 - as Alembic has it
    made = Config()
    made.set_main_option("script_location", str(folder("migrations")))
    made.attributes.update(attributes)
    return made


def steps() -> list[str]:
    """Return the revisions, oldest first."""
    walked = ScriptDirectory.from_config(config()).walk_revisions()
    return [step.revision for step in walked][::-1]


def before(step: str) -> str:
    """Return the revision before `step`."""
    return [BEGINNING, *steps()][steps().index(step)]


async def go(engine: AsyncEngine, way: Callable[[Config, str], None], to: str) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: way(config(connection=sync), to))


async def schema(engine: AsyncEngine) -> dict[str, list[str]]:
    """Return the statements that made what is there, each as its sorted lines.

    SQLite writes a column that is added later into the last line, and quotes names as it likes.
    """
    async with engine.begin() as connection:
        made = await connection.execute(text("SELECT name, sql FROM sqlite_master"))
        return {
            name: sorted(
                line.strip().replace('"', "")
                for line in re.split(r",\s", sql.replace("\n", "\n, "))
                if line.strip()
            )
            for name, sql in made
            if sql and name not in {"sqlite_sequence", "alembic_version"}
        }


Rows = dict[str, list[dict[str, Any]]]


async def rows(engine: AsyncEngine) -> Rows:
    """Return everything that the tables hold, as it is stored."""
    async with engine.begin() as connection:
        there = await connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table'")
        )
        names = sorted(metadata.tables.keys() & set(there.scalars()))
        return {
            name: [
                dict(row)
                for row in (await connection.execute(text(f"SELECT * FROM {name}"))).mappings()  # noqa: S608 - our own names
            ]
            for name in names
        }


LET_GO = {
    "0012": ("requests", "shares_case"),
    **dict.fromkeys(("0018", "0019", "0020"), ("requests", "doubts")),
}
"""Columns that a step drops, or a later one."""


def in_common(one: Rows, other: Rows) -> Rows:
    """Return the part of `one` that stands in tables and columns which `other` has too."""
    return {
        name: [
            {column: row[column] for column in row.keys() & theirs.keys()}
            for row, theirs in zip(found, other[name], strict=True)
        ]
        for name, found in one.items()
        if name in other
    }


@pytest.fixture
async def filled(engine: AsyncEngine, clock: MovableClock, keys: KeyRing) -> AsyncEngine:
    """Return a database of this version that holds something of each kind."""
    async with engine.begin() as connection:
        await fill(Store(connection, clock, keys))
    return engine


def copies(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if "before" in file.name]


async def test_the_schema_is_what_the_tables_say(engine: AsyncEngine) -> None:
    """By statement: Alembic's comparison does not look at the rows that an index holds."""
    migrated = await schema(engine)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.drop_all)
        await connection.run_sync(metadata.create_all)
    assert migrated == await schema(engine)


async def test_alembic_finds_nothing_to_generate(engine: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


@pytest.mark.parametrize("step", steps())
async def test_each_step_goes_up_down_and_up_again(empty: AsyncEngine, step: str) -> None:
    if before(step) != BEGINNING:
        await go(empty, command.upgrade, before(step))
    old = await schema(empty)
    await go(empty, command.upgrade, step)
    new = await schema(empty)
    assert new != old
    await go(empty, command.downgrade, before(step))
    assert await schema(empty) == old
    await go(empty, command.upgrade, step)
    assert await schema(empty) == new


@pytest.mark.parametrize("step", steps()[1:])
async def test_each_step_keeps_the_rows(filled: AsyncEngine, tmp_path: Path, step: str) -> None:
    there = await rows(filled)
    assert there["messages"]
    await go(filled, command.downgrade, before(step))
    older = await rows(filled)
    table, column = LET_GO.get(step, ("requests", ""))
    for row in older[table]:
        row.pop(column, None)
    assert in_common(there, older) == older
    assert await migrate(filled)
    newer = await rows(filled)
    assert newer.keys() == there.keys()
    assert in_common(newer, older) == older
    async with filled.begin() as connection:
        said = (await connection.execute(select(messages.c.text))).scalar_one()
        number = (await connection.execute(select(people.c.user_id))).scalar_one()
    assert (said, number) == (MARK, NUMBER)
    assert copies(tmp_path) == [], "no erased row may live on in a copy"


async def test_a_database_of_this_version_is_left_alone(
    filled: AsyncEngine, tmp_path: Path
) -> None:
    there = await rows(filled)
    assert not await migrate(filled)
    assert await rows(filled) == there
    assert copies(tmp_path) == []


async def test_a_failing_migration_changes_nothing_and_leaves_the_copy(
    empty: AsyncEngine, tmp_path: Path
) -> None:
    async with empty.begin() as connection:
        await connection.execute(text("CREATE TABLE people AS SELECT 17 AS number"))
    made = await schema(empty)
    with pytest.raises(MigrationError, match="a copy lies at"):
        await migrate(empty)
    assert await schema(empty) == made
    assert copies(tmp_path) == ["majakka.before-migration"]
    with closing(sqlite3.connect(tmp_path / "majakka.before-migration")) as copy:
        assert copy.execute("SELECT number FROM people").fetchall() == [(17,)]


async def test_a_newer_database_is_refused_and_left_alone(
    filled: AsyncEngine, tmp_path: Path
) -> None:
    async with filled.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    there, made = await rows(filled), await schema(filled)
    with pytest.raises(MigrationError, match="newer"):
        await migrate(filled)
    assert (await rows(filled), await schema(filled)) == (there, made)
    assert copies(tmp_path) == []


@pytest.mark.parametrize("name", list(metadata.tables))
async def test_no_row_is_looked_for_one_by_one_when_another_goes(
    engine: AsyncEngine, name: str
) -> None:
    """Where a foreign key has no index, deleting one row reads the whole other table."""
    async with engine.begin() as connection:
        for key in metadata.tables[name].foreign_keys:
            what_goes = f"SELECT 1 FROM {name} WHERE {key.parent.name} = 1"  # noqa: S608 - our own names
            plan = await connection.execute(text(f"EXPLAIN QUERY PLAN {what_goes}"))
            assert all(step.detail.startswith("SEARCH") for step in plan), key.parent


async def test_what_waited_before_there_were_timers_gets_them(
    engine: AsyncEngine, clock: MovableClock, keys: KeyRing
) -> None:
    async with engine.begin() as connection:
        store = Store(connection, clock, keys)
        request = await offered(store, await person(store))
    await go(engine, command.downgrade, before("0007"))
    assert await migrate(engine)
    async with engine.begin() as connection:
        timers = Store(connection, clock, keys).timers
        for kind in (TimerKind.OFFER, TimerKind.LATE):
            assert [timer.request_id for timer in await timers.due(kind)] == [request.id]
