"""Dates: sealed but for one minute, handed out when that has come, and what makes letters void."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.cases import Case, Step, Whose, Wishes, moved_to
from bot.core.clock import today
from bot.core.dates import Appointment, Occasion
from bot.core.outgoing import BotName, Kind, Lane, Letter, Side
from bot.core.reminders import Kept
from bot.core.stages import Stage
from bot.sandbox.clock import MovableClock
from bot.store.date_letters import OfDate
from bot.store.dates import MOST, KeptDate
from bot.store.keys import KeyRing
from bot.store.people import Person
from bot.store.store import Store
from bot.store.tables import cases
from tests.store.cast import MARK, person

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


async def kept(store: Store, owner: Person, day: date, note: str = "") -> KeptDate:
    """Return an appointment that somebody keeps."""
    case = await store.cases.begin(owner.id, Whose.ME)
    what = Appointment(occasion=Occasion.HEARING, day=day, note=note)
    new = Kept(what=what, made=today(store.clock.now()))
    number = await store.dates.add(case.id, new, Wishes())
    found = await store.dates.one(owner.id, number)
    assert found
    return found


async def test_only_a_minute_stands_in_clear(
    engine: AsyncEngine, clock: MovableClock, keys: KeyRing
) -> None:
    async with engine.begin() as connection:
        store = Store(connection, clock, keys)
        await kept(store, await person(store), today(clock.now()) + 9 * DAY, MARK)
        (row,) = (await connection.execute(text("SELECT * FROM dates"))).mappings()
        assert MARK.encode() not in bytes(row["kept"])
        assert row["wake_at"][17:] == "00.000000"
        assert set(row) == {"id", "case_id", "version", "kept", "wake_at"}


async def test_a_date_is_its_owners_alone(store: Store) -> None:
    vera, olga = await person(store, 1), await person(store, 2)
    hers = await kept(store, vera, today(store.clock.now()) + 9 * DAY)
    assert await store.dates.one(olga.id, hers.id) is None
    assert await store.dates.all_of(olga.id) == []
    assert await store.dates.all_of(vera.id) == [hers]
    assert await store.dates.of_case(olga.id, hers.case_id) == []
    child = await store.cases.begin(vera.id, Whose.CHILD_1)
    assert await store.dates.of_case(vera.id, child.id) == []
    assert await store.dates.of_case(vera.id, hers.case_id) == [hers]


async def test_what_is_due_comes_in_portions(store: Store, clock: MovableClock) -> None:
    vera = await person(store)
    for _ in range(MOST + 1):
        await kept(store, vera, today(clock.now()) + 30 * DAY)
    assert await store.dates.due() == []
    clock.push(10 * DAY)
    assert len(await store.dates.due()) == MOST


async def test_somebody_who_comes_back_is_looked_at_at_once(
    store: Store, clock: MovableClock
) -> None:
    vera, olga = await person(store, 1), await person(store, 2)
    hers = await kept(store, vera, today(clock.now()) + 30 * DAY)
    others = await kept(store, olga, today(clock.now()) + 30 * DAY)
    await store.dates.look_anew(vera.id)
    assert await store.dates.due() == [hers.id]
    await store.dates.look_anew()
    assert set(await store.dates.due()) == {hers.id, others.id}


@pytest.mark.parametrize("what", ["changed", "deleted", "past", "true"])
async def test_a_letter_goes_only_while_its_date_is_what_it_was(
    store: Store, clock: MovableClock, what: str
) -> None:
    vera = await person(store)
    date = await kept(store, vera, today(clock.now()) + 9 * DAY)
    home = await store.outbox.place(vera.id, Side.EMIGRE)
    of_date = OfDate(date.id, date.version, clock.now() + DAY)
    await store.outbox.put(home, Kind.NOTICE, Letter("1"), lane=Lane.NOTICES, of_date=of_date)
    await store.outbox.put(home, Kind.NOTICE, Letter("2"), lane=Lane.NOTICES)
    if what == "changed":
        await store.dates.put(date, replace(date.kept, made=date.kept.made + DAY), changed=True)
    elif what == "deleted":
        await store.dates.delete(date.id)
    elif what == "past":
        clock.push(DAY)
    assert await _due(store) == ([Letter("1")] if what == "true" else [])
    await store.date_letters.drop_void()
    assert await _due(store) == [Letter("1" if what == "true" else "2")]


async def test_a_stage_that_was_kept_before_there_were_cases_is_still_there(store: Store) -> None:
    vera = await person(store)
    of_old = {"person_id": vera.id, "stage": "lodged", "changed_at": store.clock.now()}
    await store.connection.execute(insert(cases).values(**of_old))
    case = await store.cases.begin(vera.id, Whose.ME)
    assert case.case.stage is Stage.LODGED
    await store.cases.change(case, moved_to(case.case, Stage.INTERVIEWED))
    again = await store.cases.own(vera.id)
    assert again
    assert again.case.stage is Stage.INTERVIEWED
    assert again.before == Case(path=(Step(stage=Stage.LODGED),))


async def _due(store: Store) -> list[Letter | None]:
    now = store.clock.now()
    return [row.letter for row in await store.queue.due(5, BotName.EMIGRE, now)]
