"""The outbox as its sender sees it: what may go now, and what becomes of it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core.languages import Language
from bot.core.outgoing import BotName, Kind, Lane, Letter, OutgoingId, OutgoingState, PlaceId, Side
from bot.core.requests import Event
from bot.sandbox.clock import MovableClock
from bot.store.queue import MOST_TRIES, Due
from bot.store.store import Store
from bot.store.tables import outbox
from tests.store.cast import moved, offered, person

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


async def home(store: Store, number: int = 1) -> PlaceId:
    vera = await person(store, number)
    return await store.outbox.place(vera.id, Side.EMIGRE)


async def put(
    store: Store, place: PlaceId, words: str, kind: Kind = Kind.RELAY, lane: Lane = Lane.ANSWERS
) -> OutgoingId:
    return await store.outbox.put(place, kind, Letter(words), lane=lane)


async def due(store: Store, most: int = 100) -> list[Due]:
    return list(await store.queue.due(most, BotName.EMIGRE, store.clock.now()))


async def words(store: Store) -> list[str]:
    return [row.letter.text for row in await due(store) if row.letter]


async def state(store: Store, row: OutgoingId) -> str:
    query = select(outbox.c.state).where(outbox.c.id == row)
    return str((await store.connection.execute(query)).scalar_one())


async def send_all(store: Store) -> list[str]:
    """Send until nothing is due; return the words in the order in which they went."""
    sent: list[str] = []
    while rows := await due(store):
        await store.queue.start([row.id for row in rows])
        for row in rows:
            assert row.letter
            sent.append(row.letter.text)
            await store.queue.sent(row, len(sent))
    return sent


async def test_a_place_gets_its_letters_one_after_another(store: Store) -> None:
    place = await home(store)
    for number in range(5):
        await put(store, place, str(number))
    assert await words(store) == ["0"]
    assert await send_all(store) == ["0", "1", "2", "3", "4"]


async def test_places_do_not_wait_for_each_other(store: Store) -> None:
    vera, olli = await home(store, 1), await home(store, 2)
    for number in range(2):
        await put(store, vera, f"vera {number}")
        await put(store, olli, f"olli {number}")
    assert await words(store) == ["vera 0", "olli 0"]


async def test_answers_go_before_notices_and_neither_waits_for_the_other(store: Store) -> None:
    place = await home(store)
    await put(store, place, "notice", lane=Lane.NOTICES)
    await put(store, place, "answer")
    assert await words(store) == ["answer", "notice"]


async def test_no_more_than_asked_for(store: Store) -> None:
    for number in range(5):
        await put(store, await home(store, number), str(number))
    assert [row.letter for row in await due(store, most=2)] == [Letter("0"), Letter("1")]


async def test_what_is_on_its_way_holds_its_lane_alone(store: Store) -> None:
    place = await home(store)
    first = await put(store, place, "first")
    await put(store, place, "second")
    await put(store, place, "notice", lane=Lane.NOTICES)
    await store.queue.start([first])
    assert await words(store) == ["notice"]


async def test_what_may_have_arrived_holds_its_lane_until_it_goes_again(
    store: Store, clock: MovableClock
) -> None:
    place = await home(store)
    await put(store, place, "first")
    await put(store, place, "second")
    (row,) = await due(store)
    await store.queue.start([row.id])
    await store.queue.uncertain(row.id)
    assert await words(store) == []
    clock.push(MINUTE + SECOND)
    (again,) = await due(store)
    assert (again.id, again.repeat, again.attempts) == (row.id, True, 1)
    await store.queue.sent(again, 1)
    assert await words(store) == ["second"]


async def test_a_letter_for_later_holds_nobody_up(store: Store, clock: MovableClock) -> None:
    place = await home(store)
    later = await put(store, place, "later")
    await put(store, place, "now")
    await store.connection.execute(
        outbox.update().where(outbox.c.id == later).values(not_before=clock.now() + MINUTE)
    )
    assert await send_all(store) == ["now"]
    clock.push(MINUTE + SECOND)
    assert await send_all(store) == ["later"]


async def test_what_surely_did_not_arrive_goes_again_before_what_came_later(store: Store) -> None:
    place = await home(store)
    first = await put(store, place, "first")
    await put(store, place, "second")
    await store.queue.start([first])
    await store.queue.again(first)
    (row,) = await due(store)
    assert (row.id, row.repeat, row.attempts) == (first, False, 1)


@pytest.mark.parametrize("ending", ["skip", "fail"])
async def test_what_is_over_lets_the_next_one_go(store: Store, ending: str) -> None:
    place = await home(store)
    first = await put(store, place, "first")
    await put(store, place, "second")
    await store.queue.start([first])
    await getattr(store.queue, ending)(first)
    assert await words(store) == ["second"]


async def test_a_paused_chat_waits_and_others_do_not(store: Store, clock: MovableClock) -> None:
    await put(store, await home(store, 1), "vera")
    await put(store, await home(store, 2), "olli")
    await store.queue.pause((await person(store, 1)).chat_id, clock.now() + MINUTE)
    assert await words(store) == ["olli"]
    clock.push(MINUTE + SECOND)
    assert await words(store) == ["vera", "olli"]


async def test_a_longer_pause_is_not_cut_short(store: Store, clock: MovableClock) -> None:
    await put(store, await home(store), "vera")
    chat = (await person(store)).chat_id
    for minutes in (2, 1, 3):
        await store.queue.pause(chat, clock.now() + minutes * MINUTE)
    clock.push(2 * MINUTE + SECOND)
    assert await words(store) == []
    clock.push(MINUTE)
    assert await words(store) == ["vera"]


async def test_who_cannot_be_reached_gets_everything_on_return(store: Store) -> None:
    vera, place = await person(store), await home(store)
    await put(store, place, "first")
    await put(store, place, "second")
    await store.people.mark_reachable(vera.chat_id, reachable=False)
    assert await words(store) == []
    await store.people.mark_reachable(vera.chat_id, reachable=True)
    assert await send_all(store) == ["first", "second"]


async def test_the_team_s_letters_go_to_the_team_s_bot(store: Store) -> None:
    olli = await person(store, 1, BotName.EMIGRE)
    at_desk = await person(store, 1, BotName.DESK)
    await put(store, await store.outbox.place(olli.id, Side.TEAM), "for the helper")
    await put(store, await store.outbox.place(olli.id, Side.EMIGRE), "for the émigré")
    with_one_bot = await store.queue.due(9, BotName.EMIGRE, store.clock.now())
    assert [row.chat_id for row in with_one_bot] == [olli.chat_id, olli.chat_id]
    with_two = await store.queue.due(9, BotName.DESK, store.clock.now())
    assert [row.chat_id for row in with_two] == [at_desk.chat_id, olli.chat_id]


async def test_a_row_has_all_that_its_sender_needs(store: Store) -> None:
    vera, olli = await person(store, 1001), await person(store, 1002)
    await store.people.choose_language(olli.id, Language.FINNISH)
    request = await offered(store, vera)
    side = await store.outbox.place(olli.id, Side.TEAM, request.id, title="a title")
    await store.queue.set_thread(side, 77)
    letter = Letter("words", [[{"text": "a", "callback_data": "b"}]], protect=True, reply_to=3)
    row = await store.outbox.put(side, Kind.RELAY, letter, request=request.id)
    assert await due(store) == [
        Due(
            id=row,
            kind=Kind.RELAY,
            letter=letter,
            attempts=0,
            repeat=False,
            request_id=request.id,
            target_id=None,
            target_sent_id=None,
            changes_words=False,
            place_id=side,
            side=Side.TEAM,
            title="a title",
            thread_id=77,
            in_thread=True,
            bot=BotName.EMIGRE,
            chat_id=olli.chat_id,
            user_id=1002,
            language=Language.FINNISH,
            of_date=False,
        )
    ]


async def test_an_edit_knows_the_number_of_what_it_changes(store: Store) -> None:
    place = await home(store)
    await put(store, place, "first")
    (row,) = await due(store)
    await store.queue.sent(row, 4711)
    await store.outbox.put(place, Kind.EDIT, Letter("changed"), target=row.id)
    (edit,) = await due(store)
    assert (edit.kind, edit.target_id, edit.target_sent_id) == ("edit", row.id, 4711)


@pytest.mark.parametrize(("kind", "number"), [(Kind.RELAY, 4712), (Kind.NOTICE, 4711)])
async def test_words_sent_anew_are_found_where_they_are_now(
    store: Store, kind: Kind, number: int
) -> None:
    """Where words could not be edited they are sent once more: the next edit is of those."""
    place = await home(store)
    await put(store, place, "first", kind)
    (row,) = await due(store)
    await store.queue.sent(row, 4711)
    await store.outbox.put(place, Kind.EDIT, Letter("changed"), target=row.id)
    (edit,) = await due(store)
    assert edit.changes_words is (kind is Kind.RELAY)
    await store.queue.sent(edit, 4712)
    await store.outbox.put(place, Kind.EDIT, Letter("once more"), target=row.id)
    (edit,) = await due(store)
    assert edit.target_sent_id == number


async def test_what_was_sent_is_kept_without_its_words(store: Store) -> None:
    vera, place = await person(store), await home(store)
    sent = await put(store, place, "words")
    (row,) = await due(store)
    await store.queue.sent(row, 4711)
    kept = await store.connection.execute(
        select(outbox.c.state, outbox.c.body, outbox.c.sent_id, outbox.c.chat_id)
    )
    assert kept.all() == [("sent", None, 4711, vera.chat_id)]
    assert await state(store, sent) == "sent"


@pytest.mark.parametrize(
    ("kind", "side", "shown"),
    [
        (Kind.RELAY, Side.EMIGRE, "the request"),
        (Kind.NOTICE, Side.EMIGRE, "the request"),
        (Kind.RECEIPT, Side.EMIGRE, "as before"),
        (Kind.RELAY, Side.TEAM, "nothing"),
        (Kind.OFFER, Side.TEAM, "nothing"),
    ],
)
async def test_text_typed_after_news_of_a_request_belongs_to_it(
    store: Store, kind: Kind, side: Side, shown: str
) -> None:
    vera = await person(store)
    request, before = await offered(store, vera), await offered(store, await person(store, 2))
    await store.people.turn_to(vera.chat_id, waiting_for=None, showing=before.id)
    place = await store.outbox.place(vera.id, side, request.id)
    await store.outbox.put(place, kind, Letter("words"), request=request.id)
    await send_all(store)
    expected = {"the request": request.id, "as before": before.id, "nothing": None}
    assert (await person(store)).showing == expected[shown]


async def test_text_typed_after_news_of_what_is_over_belongs_to_nothing(store: Store) -> None:
    vera = await person(store)
    over = await moved(store, await offered(store, vera), Event.CLOSE)
    place = await store.outbox.place(vera.id, Side.EMIGRE, over.id)
    await store.outbox.put(place, Kind.NOTICE, Letter("closed"), request=over.id)
    await send_all(store)
    assert (await person(store)).showing is None


# What becomes of a letter of each kind that was on its way when the program died: SECURITY
# §4.2. "says so": its repeat begins with a line that says that it may have come before.
AFTER_A_CRASH = {
    Kind.RELAY: "again, says so",
    Kind.NOTICE: "again, says so",
    Kind.NOTE: "again, says so",
    Kind.FIRST: "again",
    Kind.OFFER: "again",
    Kind.ASK: "again",
    Kind.EYES: "again",
    Kind.EDIT: "again",
    Kind.DELETE: "again",
    Kind.RENAME: "again",
    Kind.END: "again",
    Kind.MENU: "again",
    Kind.FILE: "again",
    Kind.FORGET: "again",
    Kind.SILENCE: "again, says so",
    Kind.SETTLED: "again, says so",
    Kind.SCREEN: "soon, thrice",
    Kind.RECEIPT: "soon, thrice",
}


@pytest.mark.parametrize("how", ["crash", "answer lost"])
@pytest.mark.parametrize("kind", list(Kind))
async def test_what_may_have_arrived_follows_its_policy(
    store: Store, clock: MovableClock, kind: Kind, how: str
) -> None:
    row = await put(store, await home(store), "words", kind)
    policy = AFTER_A_CRASH[kind]
    wait = 3 * SECOND if policy == "soon, thrice" else MINUTE
    for tries in range(1, MOST_TRIES + 1):
        await store.queue.start([row])
        await (store.queue.recover() if how == "crash" else store.queue.uncertain(row))
        assert await due(store) == []
        clock.push(wait)
        found = [(again.id, again.repeat) for again in await due(store)]
        is_let_go = policy == "soon, thrice" and tries == MOST_TRIES
        assert found == ([] if is_let_go else [(row, policy == "again, says so")])
        assert await state(store, row) == ("skipped" if is_let_go else "uncertain")
        if is_let_go:
            break


@pytest.mark.parametrize("how", ["crash", "answer lost", "not needed"])
async def test_what_is_let_go_keeps_no_words(store: Store, how: str) -> None:
    """A screen may show a draft that is deleted a minute later."""
    row = await put(store, await home(store), "words", Kind.SCREEN)
    for _ in range(MOST_TRIES):
        await store.queue.start([row])
        if how == "crash":
            await store.queue.recover()
        elif how == "answer lost":
            await store.queue.uncertain(row)
        else:
            await store.queue.skip(row)
    kept = await store.connection.execute(select(outbox.c.state, outbox.c.body))
    assert kept.all() == [("skipped", None)]


async def test_a_crash_touches_only_what_was_on_its_way(store: Store) -> None:
    rows = [await put(store, await home(store, number), "words") for number in range(4)]
    ready, sending, sent, failed = rows
    by_id = {row.id: row for row in await due(store)}
    await store.queue.start([sending, sent, failed])
    await store.queue.sent(by_id[sent], 1)
    await store.queue.fail(failed)
    assert await store.queue.recover() == 1
    states = [await state(store, row) for row in rows]
    assert states == ["ready", "uncertain", "sent", "failed"]
    assert await store.queue.recover() == 0
    assert ready in by_id


async def test_the_sender_wakes_when_something_may_go(store: Store, clock: MovableClock) -> None:
    assert await store.queue.wakes_at(clock.now()) is None
    place = await home(store)
    await put(store, place, "now")
    assert await store.queue.wakes_at(clock.now()) is None, "what is due needs no clock"
    (row,) = await due(store)
    await store.queue.start([row.id])
    before = clock.now()
    await store.queue.uncertain(row.id)
    uncertain = await store.queue.wakes_at(before)
    assert uncertain
    assert MINUTE <= uncertain - before < MINUTE + SECOND
    chat = (await person(store)).chat_id
    await store.queue.pause(chat, paused := clock.now() + 40 * SECOND)
    assert await store.queue.wakes_at(clock.now()) == paused
    clock.push(41 * SECOND)
    assert await store.queue.wakes_at(clock.now()) == uncertain
    clock.push(MINUTE)
    assert await store.queue.wakes_at(clock.now()) is None


@pytest.mark.parametrize("over", list(OutgoingState))
async def test_only_what_is_not_over_holds_its_lane(store: Store, over: OutgoingState) -> None:
    place = await home(store)
    first = await put(store, place, "first")
    await put(store, place, "second")
    await store.connection.execute(outbox.update().where(outbox.c.id == first).values(state=over))
    holds = {"ready": ["first"], "sending": [], "uncertain": ["first"]}
    assert await words(store) == holds.get(over, ["second"])
