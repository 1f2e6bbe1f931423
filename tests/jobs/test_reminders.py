"""Reminders through everything that can go wrong: crash, edit, erasure, clock, a spoiled row."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

import pytest
from sqlalchemy import delete, update

from bot.core.cases import Whose, Wishes
from bot.core.clock import HELSINKI, today
from bot.core.dates import Appointment, Occasion, safe_day
from bot.core.outgoing import BotName, Kind, Lane, Letter, Side
from bot.core.reminders import Call, Kept, end_of_day
from bot.jobs.reminders import Tell, see_to
from bot.sandbox.clock import MovableClock
from bot.store.date_letters import OfDate
from bot.store.dates import KeptDate
from bot.store.people import Person
from bot.store.queue import Due
from bot.store.store import Store
from bot.store.tables import dates, people
from bot.store.writer import Writer
from tests.store.cast import person

DAY = timedelta(days=1)
Do = Callable[[Store], Awaitable[object]]


async def remind(store: Store, kept: KeptDate, words: str | None = None) -> None:
    """Put a letter as the room does."""
    home = await store.outbox.place(kept.person, Side.EMIGRE)
    of_date = OfDate(kept.id, kept.version, end_of_day(store.clock.now()))
    letter = Letter(words or str(kept.id))
    await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES, of_date=of_date)


WORDS = dict.fromkeys(Call, remind)
BY_CALL = {call: partial(remind, words=call) for call in Call}


async def look(store: Store, words: Mapping[Call, Tell] = WORDS) -> None:
    """Let the clock look once."""
    await see_to(words, store, [])


async def due(store: Store) -> list[Due]:
    return list(await store.queue.due(9, BotName.EMIGRE, store.clock.now()))


def morning(clock: MovableClock, days: int) -> None:
    """Let it become nine in the morning, so many days from now."""
    day = today(clock.now()) + timedelta(days=days)
    clock.push(datetime.combine(day, time(9, 0, 5), HELSINKI) - clock.now())


async def keep(store: Store, owner: Person, day: date) -> KeptDate:
    case = await store.cases.begin(owner.id, Whose.ME)
    what = Appointment(occasion=Occasion.HEARING, day=day)
    number = await store.dates.add(
        case.id, Kept(what=what, made=today(store.clock.now())), Wishes()
    )
    found = await store.dates.one(owner.id, number)
    assert found
    return found


async def a_hearing(store: Store, number: int = 1, *, days: int = 12) -> KeptDate:
    return await keep(store, await person(store, number), today(store.clock.now()) + days * DAY)


async def test_a_unit_that_dies_before_its_end_has_told_nothing(
    writer: Writer, clock: MovableClock
) -> None:
    """The letter and how far the reminders are stand or fall together."""
    await writer.run(a_hearing)
    morning(clock, 5)

    async def dies(store: Store) -> None:
        await look(store)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await writer.run(dies)
    assert await writer.run(due) == []
    await writer.run(look)
    assert len(await writer.run(due)) == 1
    await writer.run(look)
    assert len(await writer.run(due)) == 1


async def test_an_edit_while_a_reminder_is_being_sent_voids_its_repetition(
    store: Store, clock: MovableClock
) -> None:
    kept = await a_hearing(store)
    morning(clock, 5)
    await look(store)
    (letter,) = await due(store)
    await store.queue.start([letter.id])
    await store.dates.put(kept, replace(kept.kept, made=kept.kept.made + DAY), changed=True)
    await store.queue.uncertain(letter.id)
    clock.push(timedelta(minutes=2))
    assert await due(store) == []


async def test_whoever_is_erased_between_scan_and_send_is_not_written_to(
    store: Store, clock: MovableClock
) -> None:
    await a_hearing(store)
    morning(clock, 5)
    await look(store)
    await store.connection.execute(delete(people))
    assert await due(store) == []
    await look(store)


async def test_one_that_cannot_be_read_keeps_nobody_else_waiting(
    store: Store, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    spoiled, other = await a_hearing(store, 1), await a_hearing(store, 2)
    columns = update(dates).where(dates.c.id == spoiled.id)
    await store.connection.execute(columns.values(kept={"what": "?"}))
    morning(clock, 5)
    with caplog.at_level(logging.ERROR):
        await look(store)
    assert [row.letter for row in await due(store)] == [Letter(str(other.id))]
    assert "a date cannot be read" in caplog.text
    assert await store.dates.due() == []


async def test_what_did_not_go_before_the_night_comes_in_the_morning(
    store: Store, clock: MovableClock
) -> None:
    kept = await a_hearing(store)
    morning(clock, 5)
    await look(store)
    clock.push(timedelta(hours=12, minutes=1))
    await look(store)
    assert await due(store) == []
    morning(clock, 1)
    await look(store)
    assert [row.letter for row in await due(store)] == [Letter(str(kept.id))]


async def test_an_hour_that_comes_twice_tells_once(writer: Writer, clock: MovableClock) -> None:
    """The clock goes an hour back after the reminder: nothing is told again."""
    await writer.run(a_hearing)
    morning(clock, 5)
    await writer.run(look)
    clock._offset -= timedelta(hours=1)
    await writer.run(lambda store: store.dates.look_anew())
    for _ in range(3):
        clock.push(timedelta(minutes=40))
        await writer.run(look)
    assert len(await writer.run(due)) == 1


async def test_a_clock_far_ahead_deletes_no_date(writer: Writer, clock: MovableClock) -> None:
    kept = await writer.run(a_hearing)
    clock.push(400 * DAY)
    await writer.run(look)
    clock._offset -= 400 * DAY
    await writer.run(lambda store: store.dates.look_anew())
    morning(clock, 5)
    await writer.run(look)
    assert await writer.run(lambda store: store.dates.opened(kept.id))


async def test_a_date_long_over_is_let_go_of(writer: Writer, clock: MovableClock) -> None:
    kept = await writer.run(a_hearing)
    for _ in range(4):
        morning(clock, 20)
        await writer.run(look)
    assert await writer.run(lambda store: store.dates.opened(kept.id)) is None


async def moves(store: Store, clock: MovableClock) -> KeptDate:
    """Let a day be otherwise than its owner knows it, and the clock see that."""
    kept = await a_hearing(store, days=30)
    morning(clock, 1)
    known = replace(kept.kept, counted=safe_day(kept.kept.what) - DAY)
    await store.dates.put(kept, known)
    clock.push(timedelta(minutes=1))
    await look(store, BY_CALL)
    return kept


async def test_that_a_day_moved_is_told_again_if_that_never_went(
    store: Store, clock: MovableClock
) -> None:
    await moves(store, clock)
    assert [row.letter for row in await due(store)] == [Letter(Call.COUNTED_ANEW)]
    clock.push(timedelta(hours=13))
    await look(store, BY_CALL)
    assert await due(store) == []
    morning(clock, 1)
    await look(store, BY_CALL)
    assert Letter(Call.COUNTED_ANEW) in [row.letter for row in await due(store)]


async def test_a_reminder_does_not_take_the_place_of_that_a_day_moved(
    store: Store, clock: MovableClock
) -> None:
    kept = await moves(store, clock)
    (moved,) = await due(store)
    found = await store.dates.one(kept.person, kept.id)
    assert found
    later = clock.now() + timedelta(hours=1)
    await store.dates.put(found, replace(found.kept, later=later))
    clock.push(timedelta(hours=1, minutes=2))
    await look(store, BY_CALL)
    assert [row.letter for row in await due(store)] == [moved.letter]
    await store.queue.sent(moved, 1)
    assert [row.letter for row in await due(store)] == [Letter(Call.REMIND)]
