"""Sealed columns and moments, through a real database."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.sandbox.clock import MovableClock
from bot.store.columns import Moment, Sealed
from bot.store.engine import open_engine
from bot.store.keys import KeyRing, WrongKeyError
from bot.store.store import Store
from bot.store.tables import metadata, outbox, people, requests
from tests.store.cast import MARK, NUMBER, fill


def test_each_sealed_column_names_its_own_place() -> None:
    """A name copied from elsewhere would let two columns open each other's values."""
    named = {
        f"{table.name}.{column.name}": column.type.column
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed)
    }
    assert named
    assert {place: name for place, name in named.items() if place != name} == {}


async def test_nothing_sealed_can_be_read_in_the_file(
    engine: AsyncEngine, clock: MovableClock, keys: KeyRing, tmp_path: Path
) -> None:
    async with engine.begin() as connection:
        await fill(Store(connection, clock, keys))
    kept = content_of(tmp_path)
    assert b"SQLite format" in kept
    assert b"emigre" in kept, "what is clear is found"
    traces = [MARK.encode(), str(NUMBER).encode(), NUMBER.to_bytes(6, "big")]
    assert [trace for trace in traces if trace in kept] == []


def content_of(folder: Path) -> bytes:
    """Return the database, its journal and all else that lies beside it."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_value_copied_to_another_column_does_not_open(store: Store) -> None:
    await fill(store)
    await store.connection.execute(text("UPDATE requests SET helper_alias = alias"))
    with pytest.raises(WrongKeyError):
        (await store.connection.execute(select(requests.c.helper_alias))).all()


async def test_a_value_copied_to_another_table_does_not_open(store: Store) -> None:
    await fill(store)
    await store.connection.execute(text("UPDATE outbox SET body = (SELECT text FROM messages)"))
    with pytest.raises(WrongKeyError):
        (await store.connection.execute(select(outbox.c.body))).all()


async def test_a_changed_value_fails_and_is_not_empty(store: Store) -> None:
    await fill(store)
    await store.connection.execute(text("UPDATE people SET user_id = zeroblob(60)"))
    with pytest.raises(WrongKeyError):
        (await store.connection.execute(select(people.c.user_id))).all()


async def test_nothing_stays_null(store: Store) -> None:
    await fill(store)
    await store.connection.execute(outbox.update().values(body=None))
    nothing = await store.connection.execute(text("SELECT body IS NULL FROM outbox"))
    assert nothing.scalar_one() == 1
    assert (await store.connection.execute(select(outbox.c.body))).scalar_one() is None


@pytest.mark.parametrize("value", [0, "", False, [], {"a": [1, "ж", None]}, -(2**53)])
async def test_every_kind_of_value_comes_back(store: Store, value: object) -> None:
    await store.installation.put("value", value)
    assert json.dumps(await store.installation.get("value")) == json.dumps(value)


async def test_two_databases_with_two_rings_are_open_at_once(tmp_path: Path, store: Store) -> None:
    ours = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'other.db'}", KeyRing.new())
    async with ours.begin() as connection:
        await connection.run_sync(metadata.create_all)
        other = Store(connection, store.clock, KeyRing.new())
        await other.installation.put("name", "theirs")
        await store.installation.put("name", "ours")
        assert await other.installation.get("name") == "theirs"
        assert await store.installation.get("name") == "ours"
    await ours.dispose()


async def test_a_moment_is_kept_in_utc(store: Store) -> None:
    in_helsinki = datetime(2026, 12, 1, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    await invite_until(store, in_helsinki)
    raw = await store.connection.execute(text("SELECT expires_at FROM invites"))
    assert raw.scalar_one().startswith("2026-12-01 07:30:00")
    moments = await store.connection.execute(select(metadata.tables["invites"].c.expires_at))
    moment = moments.scalar_one()
    assert (moment, moment.tzinfo) == (in_helsinki, UTC)


async def test_a_naive_moment_is_refused_and_no_value_is_told(store: Store) -> None:
    naive = datetime(2026, 12, 1, 9, 30)  # noqa: DTZ001 - what must be refused
    with pytest.raises(StatementError, match="needs its time zone") as refused:
        await invite_until(store, naive)
    assert isinstance(refused.value.orig, ValueError)
    assert "2026" not in str(refused.value)


def test_every_moment_in_the_tables_is_one() -> None:
    """A plain DateTime would take a naive value for the server's local time."""
    times = [
        column.type
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name.endswith(("_at", "_until", "_before"))
    ]
    assert times
    assert all(isinstance(each, Moment) for each in times)


async def invite_until(store: Store, moment: datetime) -> None:
    await store.connection.execute(
        insert(metadata.tables["invites"]).values(
            token_hash=bytes(32), role="volunteer", expires_at=moment
        )
    )


async def test_an_error_of_the_database_tells_no_values(store: Store) -> None:
    await fill(store)
    with pytest.raises(StatementError) as refused:
        await store.connection.execute(
            insert(people).values(user_hash=None, user_id=MARK, language=MARK)
        )
    assert MARK not in str(refused.value)
