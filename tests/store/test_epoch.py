"""A copy that was put back: what is in doubt, what is forgotten, what never means another thing."""

from datetime import timedelta

from sqlalchemy import text

from bot.core.languages import Language
from bot.core.outgoing import Kind
from bot.sandbox.clock import MovableClock
from bot.store.epoch import LEAP, RESTORED, begin_epoch
from bot.store.store import Store
from bot.store.tables import outbox
from tests.store.cast import fill, person
from tests.store.test_queue import MINUTE, due, home, put, state


async def test_what_was_to_go_is_in_doubt_once_a_copy_was_put_back(
    store: Store, clock: MovableClock
) -> None:
    kinds = [Kind.RELAY, Kind.NOTICE, Kind.OFFER, Kind.EDIT, Kind.SCREEN, Kind.RECEIPT]
    rows = {
        kind: await put(store, await home(store, number), "words", kind=kind)
        for number, kind in enumerate(kinds)
    }
    sending, later = [await put(store, await home(store, n), "words") for n in (10, 11)]
    await store.queue.start([sending])
    tomorrow = clock.now() + 1440 * MINUTE
    at_night = outbox.update().where(outbox.c.id == later).values(not_before=tomorrow)
    await store.connection.execute(at_night)
    assert await store.queue.doubt() == 5
    states = {kind: await state(store, row) for kind, row in rows.items()}
    gone = {Kind.SCREEN: "skipped", Kind.RECEIPT: "skipped"}
    assert states == dict.fromkeys(kinds, "uncertain") | gone
    assert [await state(store, row) for row in (sending, later)] == ["uncertain", "ready"]
    assert await due(store) == []
    clock.push(MINUTE)
    again = await due(store)
    assert {row.id for row in again if row.repeat} == {
        rows[Kind.RELAY],
        rows[Kind.NOTICE],
        sending,
    }


async def test_what_is_typed_next_goes_nowhere_by_guess(store: Store, clock: MovableClock) -> None:
    vera = await person(store)
    request = await store.requests.begin(vera.id, Language.RUSSIAN)
    await store.people.turn_to(vera.chat_id, waiting_for="draft", showing=request.id)
    await begin_epoch(store, clock.now())
    vera = await person(store)
    assert (vera.waiting_for, vera.showing) == (None, None)


async def test_a_number_on_an_old_button_is_never_given_again(
    store: Store, clock: MovableClock
) -> None:
    await fill(store)
    query = text("SELECT name, seq FROM sqlite_sequence")
    before = {row.name: row.seq for row in await store.connection.execute(query)}
    assert {"requests", "messages", "outbox"} <= before.keys()
    await begin_epoch(store, clock.now())
    for number in (8, 9):
        place = await home(store, number)
        assert place > before["places"] + LEAP
        assert await put(store, place, "words") > before["outbox"] + LEAP


async def test_the_moment_of_the_copy_is_told_once(store: Store, clock: MovableClock) -> None:
    copied_at = clock.now() - timedelta(days=1)
    await begin_epoch(store, copied_at)
    assert await store.installation.take(RESTORED) == copied_at.isoformat()
    assert await store.installation.take(RESTORED) is None
