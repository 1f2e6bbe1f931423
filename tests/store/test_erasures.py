"""Notes of erasures: a copy from before is caught up, and nobody who came back is harmed."""

import shutil
import stat
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.clock import Clock
from bot.core.outgoing import BotName
from bot.sandbox.clock import MovableClock
from bot.store.engine import open_engine
from bot.store.erasures import LONGEST_BACKUP
from bot.store.inbox import Incoming
from bot.store.keys import KeyRing
from bot.store.migrate import migrate
from bot.store.retention import sweep
from bot.store.store import Store
from bot.store.tables import inbox, metadata, people
from bot.store.writer import Writer
from tests.store.cast import NUMBER, fill

OTHER = 9_876_543_210


class Copies:
    """A database that is opened, left, copied and put back, with one file of notes beside it."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.file = folder / "majakka.db"
        self.notes = folder / "majakka.erased"
        self._clock = clock
        self._keys = KeyRing.new()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Store]:
        """Work on it in one transaction; leaving closes it."""
        engine = open_engine(f"sqlite+aiosqlite:///{self.file}", self._keys)
        try:
            await migrate(engine)
            async with engine.begin() as connection:
                yield Store(connection, self._clock, self._keys)
        finally:
            await engine.dispose()

    async def crashes_after(self, unit: Callable[[Store], Awaitable[None]]) -> None:
        """Do something, and end before it is committed."""
        async with self.opened() as store:
            await unit(store)
            raise ConnectionError

    def copy(self, name: str) -> None:
        """Put a copy of the file aside, as it is now."""
        shutil.copy(self.file, self.file.with_name(name))

    def put_back(self, name: str) -> None:
        """Put a copy in its place, by hand."""
        shutil.copy(self.file.with_name(name), self.file)

    async def started(self) -> list[int]:
        """Follow the notes as a start does; return the Telegram numbers of who is there."""
        async with self.opened() as store:
            await store.erasures.follow()
        async with self.opened() as store:
            return sorted((await store.connection.execute(select(people.c.user_id))).scalars())


@pytest.fixture
def copies(tmp_path: Path, clock: MovableClock) -> Copies:
    return Copies(tmp_path, clock)


async def erase(store: Store, number: int = NUMBER) -> None:
    """Do what the erasure does: note, then delete."""
    person = await store.people.meet(number, BotName.EMIGRE)
    await store.erasures.note(person.id)
    await store.connection.execute(delete(people).where(people.c.id == person.id))


async def test_a_copy_from_before_an_erasure_holds_nothing_of_the_person(copies: Copies) -> None:
    async with copies.opened() as store:
        await fill(store)
        await store.people.meet(OTHER, BotName.EMIGRE)
    copies.copy("before")
    async with copies.opened() as store:
        await erase(store)
    copies.put_back("before")
    assert await copies.started() == [OTHER]
    async with copies.opened() as store:
        left = {
            name: (await store.connection.execute(select(func.count()).select_from(table))).scalar()
            for name, table in metadata.tables.items()
        }
    assert {name for name, rows in left.items() if rows} == {"installation", "people", "chats"}
    assert (left["people"], left["chats"]) == (1, 1)


async def test_who_came_back_afterwards_is_left_in_peace(copies: Copies) -> None:
    async with copies.opened() as store:
        await fill(store)
    async with copies.opened() as store:
        await erase(store)
    async with copies.opened() as store:
        await store.people.meet(NUMBER, BotName.EMIGRE)
    copies.copy("back again")
    assert await copies.started() == [NUMBER]
    async with copies.opened() as store:
        await erase(store, OTHER)
    copies.put_back("back again")
    assert await copies.started() == [NUMBER]


async def test_each_of_several_copies_is_caught_up_from_where_it_stood(copies: Copies) -> None:
    async with copies.opened() as store:
        for number in (1, 2, 3):
            await store.people.meet(number, BotName.EMIGRE)
    copies.copy("three")
    async with copies.opened() as store:
        await erase(store, 1)
    copies.copy("two")
    copies.put_back("three")
    assert await copies.started() == [2, 3]
    async with copies.opened() as store:
        await erase(store, 3)
    copies.put_back("two")
    assert await copies.started() == [2]
    copies.put_back("three")
    assert await copies.started() == [2]


async def test_a_crash_between_the_note_and_the_commit_errs_on_the_side_of_erasing(
    copies: Copies,
) -> None:
    async with copies.opened() as store:
        await fill(store)
    with pytest.raises(ConnectionError):
        await copies.crashes_after(erase)
    assert await copies.started() == []


async def test_what_an_erased_person_wrote_before_is_not_handled_after(copies: Copies) -> None:
    async with copies.opened() as store:
        await fill(store)
        await store.inbox.keep([said(1, NUMBER), said(2, OTHER), Incoming(7, 3, {"update_id": 3})])
    copies.copy("before")
    async with copies.opened() as store:
        await erase(store)
    copies.put_back("before")
    await copies.started()
    async with copies.opened() as store:
        kept = await store.connection.execute(select(inbox.c.update_id))
        assert sorted(kept.scalars()) == [2, 3]


def said(number: int, sender: int) -> Incoming:
    return Incoming(7, number, {"update_id": number, "message": {"from": {"id": sender}}})


async def test_a_line_cut_off_by_a_crash_harms_nothing(copies: Copies) -> None:
    async with copies.opened() as store:
        for number in (1, 2, 3):
            await store.people.meet(number, BotName.EMIGRE)
    copies.copy("before")
    async with copies.opened() as store:
        await erase(store, 1)
    whole = copies.notes.read_bytes()
    copies.notes.write_bytes(whole + whole[: len(whole) // 2])
    async with copies.opened() as store:
        await erase(store, 3)
    copies.put_back("before")
    assert await copies.started() == [2]


async def test_the_file_is_for_its_owner_and_matches_nothing_in_the_database(
    copies: Copies,
) -> None:
    async with copies.opened() as store:
        await fill(store)
        hashes = list((await store.connection.execute(select(people.c.user_hash))).scalars())
    async with copies.opened() as store:
        await erase(store)
    assert stat.S_IMODE(copies.notes.stat().st_mode) == 0o600
    written = copies.notes.read_text(encoding="ascii")
    assert str(NUMBER) not in written
    assert not any(each.hex() in written for each in hashes)


async def test_a_note_goes_when_no_backup_is_as_old(
    engine: AsyncEngine, writer: Writer, clock: MovableClock
) -> None:
    notes = Path(engine.url.database or "").with_suffix(".erased")
    await writer.run(erase)
    clock.push(LONGEST_BACKUP)
    await writer.run(lambda store: erase(store, OTHER))
    first, second = notes.read_text(encoding="ascii").split("\n\n")
    await writer.run(sweep)
    assert first.strip() in notes.read_text(encoding="ascii")
    clock.push(timedelta(days=1))
    await writer.run(sweep)
    assert notes.read_text(encoding="ascii").split() == second.split()
    assert stat.S_IMODE(notes.stat().st_mode) == 0o600
