"""Units of work and their one writer: each holds wholly or not at all, many in one commit."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.delivery.tasks import Tasks
from bot.sandbox.clock import MovableClock
from bot.store.keys import KeyRing
from bot.store.store import Store
from bot.store.writer import LARGEST_BATCH, StoppedError, Writer

PATIENCE = 10.0
"""Seconds after which a test that waits for something fails; nothing sleeps so long."""


def put(name: str, value: object = 1) -> Callable[[Store], Awaitable[None]]:
    async def unit(store: Store) -> None:
        await store.installation.put(name, value)

    return unit


def get(name: str) -> Callable[[Store], Awaitable[object]]:
    return lambda store: store.installation.get(name)


class OddError(Exception):
    """What no library raises."""


async def write_and_fail(store: Store) -> None:
    await store.installation.put("half", "done")
    raise OddError


async def break_the_commit(store: Store) -> None:
    """Break a rule that SQLite looks at in the commit alone."""
    await store.connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    await store.connection.execute(
        text("INSERT INTO chats (person_id, bot, unreachable) VALUES (99, 'x', 0)")
    )


async def fill_the_disk(store: Store) -> None:
    """Write until there is no room left."""
    pages = (await store.connection.execute(text("PRAGMA page_count"))).scalar_one()
    await store.connection.execute(text(f"PRAGMA max_page_count = {pages + 10}"))
    for number in range(100):
        await store.installation.put(f"big {number}", "x" * 3000)


async def make_room(store: Store) -> None:
    await store.connection.execute(text("PRAGMA max_page_count = 1000000"))


@pytest.fixture
def asleep(engine: AsyncEngine, clock: MovableClock, keys: KeyRing) -> Writer:
    """Return a writer that does not work yet: what is given to it becomes one batch."""
    return Writer(engine, clock, keys)


async def together(
    writer: Writer, *units: Callable[[Store], Awaitable[object]]
) -> list[object | BaseException]:
    """Let units wait for the writer together, then let it work; return what each got."""
    runs = asyncio.gather(*(writer.run(unit) for unit in units), return_exceptions=True)
    await asyncio.sleep(0)  # each has queued its unit
    working = Tasks().keep(writer.work, "writer")
    async with asyncio.timeout(PATIENCE):
        outcomes = await runs
        writer.stop()
        await working
    return outcomes


@pytest.fixture
def commits(engine: AsyncEngine) -> list[object]:
    """Return a list that grows by each commit."""
    made: list[object] = []
    event.listen(engine.sync_engine, "commit", made.append)
    return made


async def test_a_unit_s_result_comes_back_once_it_is_kept(
    writer: Writer, commits: list[object]
) -> None:
    async def unit(store: Store) -> str:
        await store.installation.put("name", "value")
        return "result"

    assert await writer.run(unit) == "result"
    assert len(commits) == 1


async def test_a_unit_sees_what_the_one_before_it_did(asleep: Writer) -> None:
    outcomes = await together(asleep, get("name"), put("name", 17), get("name"))
    assert outcomes == [None, None, 17]


async def test_a_failing_unit_goes_alone(asleep: Writer, commits: list[object]) -> None:
    before, failed, half, after, one, two = await together(
        asleep, put("one"), write_and_fail, get("half"), put("two"), get("one"), get("two")
    )
    assert isinstance(failed, OddError)
    assert (before, half, after, one, two) == (None, None, None, 1, 1)
    assert len(commits) == 1


async def test_a_failing_statement_goes_alone(asleep: Writer) -> None:
    async def twice(store: Store) -> None:
        await store.connection.execute(text("INSERT INTO installation VALUES ('a', x'00')"))
        await store.connection.execute(text("INSERT INTO installation VALUES ('a', x'00')"))

    before, failed, after = await together(asleep, put("one"), twice, get("one"))
    assert isinstance(failed, IntegrityError)
    assert (before, after) == (None, 1)


async def test_a_failing_commit_fails_all_and_keeps_nothing(writer: Writer) -> None:
    async with asyncio.timeout(PATIENCE):
        outcomes = await asyncio.gather(
            *map(writer.run, (put("one"), break_the_commit, put("two"))), return_exceptions=True
        )
        assert [type(outcome) for outcome in outcomes] == [IntegrityError] * 3
        assert await asyncio.gather(*map(writer.run, (get("one"), get("two")))) == [None, None]
        await writer.run(put("three"))
        assert await writer.run(get("three")) == 1


async def test_a_full_disk_fails_all_and_keeps_nothing(asleep: Writer) -> None:
    """SQLite may then roll back the whole transaction, not the statement alone."""
    outcomes = await together(asleep, put("one"), fill_the_disk, put("two"))
    assert [type(outcome) for outcome in outcomes] == [OperationalError] * 3


async def test_the_writer_goes_on_when_the_disk_has_room_again(writer: Writer) -> None:
    with pytest.raises(OperationalError):
        await writer.run(fill_the_disk)
    await writer.run(make_room)
    await writer.run(put("one"))
    assert await writer.run(get("one")) == 1


async def test_many_at_once_share_few_commits(asleep: Writer, commits: list[object]) -> None:
    many = 3 * LARGEST_BATCH + 1
    await together(asleep, *(put(f"name {number}") for number in range(many)))
    assert len(commits) == 4


async def test_units_run_in_the_order_they_came(asleep: Writer) -> None:
    seen: list[int] = []

    def note(number: int) -> Callable[[Store], Awaitable[None]]:
        async def unit(_: Store) -> None:
            await asyncio.sleep(0)
            seen.append(number)

        return unit

    await together(asleep, *map(note, range(2 * LARGEST_BATCH)))
    assert seen == sorted(seen)


async def test_who_gives_up_stops_nobody_else(asleep: Writer) -> None:
    given_up = asyncio.gather(asleep.run(put("given up")))
    await asyncio.sleep(0)
    given_up.cancel()
    kept, seen = await together(asleep, put("name"), get("name"))
    assert (kept, seen) == (None, 1)
    with pytest.raises(asyncio.CancelledError):
        await given_up


async def test_insisting_goes_on_while_the_database_fails(writer: Writer) -> None:
    tries: list[int] = []

    async def unit(store: Store) -> int:
        tries.append(len(tries))
        if len(tries) == 1:
            await store.connection.execute(text("SELECT * FROM a_table_that_is_away"))
        return len(tries)

    async with asyncio.timeout(PATIENCE):
        assert await writer.insist(unit) == 2


async def test_insisting_is_no_use_where_the_unit_itself_is_wrong(writer: Writer) -> None:
    tries: list[int] = []

    async def unit(_: Store) -> None:
        tries.append(1)
        raise OddError

    with pytest.raises(OddError):
        await writer.insist(unit)
    assert tries == [1]


async def test_running_once_tells_that_the_database_fails(writer: Writer) -> None:
    async def unit(store: Store) -> None:
        await store.connection.execute(text("SELECT * FROM a_table_that_is_away"))

    with pytest.raises(OperationalError):
        await writer.run(unit)


async def test_stopping_does_what_waits_and_refuses_what_comes_later(asleep: Writer) -> None:
    in_time = asyncio.gather(asleep.run(put("in time")))
    await asyncio.sleep(0)
    asleep.stop()
    late = asyncio.gather(asleep.insist(put("late")), return_exceptions=True)
    await asyncio.sleep(0)
    async with asyncio.timeout(PATIENCE):
        await asleep.work()
        assert list(await in_time) == [None]
        assert [type(outcome) for outcome in await late] == [StoppedError]
        with pytest.raises(StoppedError):
            await asleep.run(put("after"))


async def test_a_writer_that_is_cancelled_leaves_nobody_waiting(asleep: Writer) -> None:
    begun = asyncio.Event()

    async def endless(_: Store) -> None:
        begun.set()
        await asyncio.Event().wait()

    units = (put("one"), endless, put("two"))
    runs = asyncio.gather(*map(asleep.run, units), return_exceptions=True)
    await asyncio.sleep(0)
    working = Tasks().spawn(asleep.work(), "writer")
    async with asyncio.timeout(PATIENCE):
        await begun.wait()
        working.cancel()
        assert [type(outcome) for outcome in await runs] == [StoppedError] * 3
