"""Cases: each its owner's alone; asked before one is shown, if that is wished."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from bot.core.cases import OPEN_FOR, Case, Whose, Wishes, moved_to
from bot.core.clock import today
from bot.core.outgoing import Kind, Letter, OutgoingId, Side
from bot.core.stages import Stage
from bot.sandbox.clock import MovableClock
from bot.store.outbox import Typed
from bot.store.people import Person
from bot.store.store import Store
from bot.store.tables import case_wishes, outbox
from tests.store.cast import MARK, person

MOMENT = timedelta(seconds=1)
ASKS = Wishes(asks_first=True)


async def arrived(store: Store, row: OutgoingId, owner: Person, number: int) -> None:
    """Let a letter be sent now, under Telegram's number."""
    sent = {"chat_id": owner.chat_id, "sent_id": number, "sent_at": store.clock.now()}
    await store.connection.execute(update(outbox).where(outbox.c.id == row).values(**sent))


async def test_a_case_is_its_owners_alone_and_goes_with_a_word(store: Store) -> None:
    vera, olga = await person(store, 1), await person(store, 2)
    hers = await store.cases.begin(vera.id, Whose.CHILD_1)
    assert await store.cases.begin(vera.id, Whose.CHILD_1) == hers
    assert await store.cases.one(olga.id, hers.id) is None
    assert await store.cases.own(vera.id) is None
    await store.cases.begin(vera.id, Whose.ME)
    assert [kept.case.whose for kept in await store.cases.all_of(vera.id)] == [
        Whose.ME,
        Whose.CHILD_1,
    ]
    await store.cases.delete(hers.id)
    assert await store.cases.one(vera.id, hers.id) is None


async def test_a_change_can_be_taken_back_and_made_again(store: Store) -> None:
    vera = await person(store)
    kept = await store.cases.begin(vera.id, Whose.ME)
    assert kept.before is None
    await store.cases.change(kept, moved_to(kept.case, Stage.KHO))
    changed = await store.cases.begin(vera.id, Whose.ME)
    assert (changed.case.stage, changed.before) == (Stage.KHO, Case())
    await store.cases.change(changed, changed.before or Case())
    back = await store.cases.begin(vera.id, Whose.ME)
    assert (back.case, back.before) == (Case(), changed.case)


async def test_what_changes_for_good_leaves_nothing_to_take_back(store: Store) -> None:
    vera = await person(store)
    kept = await store.cases.begin(vera.id, Whose.ME)
    await store.cases.change(kept, Case(note=MARK))
    noted = await store.cases.begin(vera.id, Whose.ME)
    await store.cases.change(noted, noted.case)
    assert await store.cases.begin(vera.id, Whose.ME) == noted
    await store.cases.change(noted, Case())
    emptied = await store.cases.begin(vera.id, Whose.ME)
    assert emptied.before == Case(note=MARK)
    await store.cases.change(emptied, emptied.case, for_good=True)
    assert (await store.cases.begin(vera.id, Whose.ME)).before is None


async def test_who_wishes_nothing_is_never_asked(store: Store) -> None:
    vera = await person(store)
    assert not await store.cases.is_locked(vera.id)
    await store.cases.lock(vera.id)
    await store.cases.unlock(vera.id)
    assert not await store.cases.is_locked(vera.id)
    assert await store.cases.wishes_of(vera.id) == Wishes()


async def test_a_lock_opens_for_a_while(store: Store, clock: MovableClock) -> None:
    vera = await person(store)
    await store.cases.wish(vera.id, ASKS)
    assert await store.cases.is_locked(vera.id)
    await store.cases.unlock(vera.id)
    clock.push(OPEN_FOR - MOMENT)
    assert not await store.cases.is_locked(vera.id)
    clock.push(MOMENT)
    assert await store.cases.is_locked(vera.id)


async def test_home_knows_by_one_look_what_it_may_show(store: Store) -> None:
    vera = await person(store)
    at_home = await store.cases.at_home(vera.id)
    assert not any(at_home)
    await store.cases.begin(vera.id, Whose.CHILD_1)
    await store.cases.wish(vera.id, ASKS)
    shut = at_home._replace(keeps_case=True, asks_first=True)
    assert await store.cases.at_home(vera.id) == shut
    await store.cases.unlock(vera.id)
    assert await store.cases.at_home(vera.id) == shut._replace(is_open=True)
    await store.cases.lock(vera.id)
    assert await store.cases.at_home(vera.id) == shut


async def test_home_locks_again_and_other_wishes_change_nothing(store: Store) -> None:
    vera = await person(store)
    await store.cases.wish(vera.id, ASKS)
    await store.cases.unlock(vera.id)
    await store.cases.wish(vera.id, replace(ASKS, hour=20))
    assert not await store.cases.is_locked(vera.id)
    await store.cases.lock(vera.id)
    assert await store.cases.is_locked(vera.id)


async def test_what_was_opened_while_the_clock_was_a_day_ahead_is_locked(
    store: Store, clock: MovableClock
) -> None:
    vera = await person(store)
    await store.cases.wish(vera.id, ASKS)
    ahead = clock.now() + timedelta(days=1)
    await store.connection.execute(update(case_wishes).values(open_until=ahead))
    assert await store.cases.is_locked(vera.id)


async def test_what_a_chat_shows_is_known_by_its_side(store: Store) -> None:
    vera, typed = await person(store), store.clock.now()
    for number, side in ((5, Side.EMIGRE), (6, Side.TEAM)):
        place = await store.outbox.place(vera.id, side)
        row = await store.outbox.put(
            place, Kind.SCREEN, Letter("words"), answers=Typed(number * 10, typed)
        )
        await arrived(store, row, vera, number)
        await store.outbox.note_shown(vera.id, side, vera.chat_id, number + 10)
    since = typed
    everything = await store.privacy.numbers_in(vera.chat_id, since)
    assert everything == [5, 6, 15, 16, 50, 60]
    assert await store.privacy.numbers_in(vera.chat_id, since, side=Side.EMIGRE) == [5, 15, 50]


async def test_what_was_typed_long_before_its_answer_can_be_deleted_no_more(store: Store) -> None:
    vera, now = await person(store), store.clock.now()
    place = await store.outbox.place(vera.id, Side.EMIGRE)
    typed = Typed(50, now - timedelta(hours=72))
    row = await store.outbox.put(place, Kind.SCREEN, Letter("words"), answers=typed)
    await arrived(store, row, vera, 5)
    since = now - timedelta(hours=48)
    assert await store.privacy.numbers_in(vera.chat_id, since) == [5]


async def test_nothing_is_noted_of_somebody_who_has_no_home(store: Store) -> None:
    vera = await person(store)
    await store.outbox.note_shown(vera.id, Side.EMIGRE, vera.chat_id, 5)
    since = store.clock.now() - timedelta(hours=48)
    assert await store.privacy.numbers_in(vera.chat_id, since) == []


async def test_a_touched_case_keeps_what_it_was_before_no_longer_than_promised(
    store: Store, clock: MovableClock
) -> None:
    vera = await person(store)
    case = await store.cases.begin(vera.id, Whose.ME)
    await store.cases.change(case, moved_to(case.case, Stage.LODGED))
    clock.push(timedelta(days=2))
    await store.cases.touch(vera.id, case.id)
    touched = await store.cases.own(vera.id)
    assert touched
    assert touched.case.touched == today(clock.now())
    assert today(touched.changed_at) == today(clock.now()) - timedelta(days=2)
    assert touched.case.stage is Stage.LODGED
    assert touched.before == Case()
