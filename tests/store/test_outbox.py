"""The outbox for those who put letters there and look them up afterwards."""

from typing import Any

import pytest
from sqlalchemy import LargeBinary, select, type_coerce, update
from sqlalchemy.exc import IntegrityError

from bot.core.outgoing import BotName, Kind, Letter, OutgoingId, OutgoingState, Side
from bot.core.styles import Styled
from bot.store.outbox import Sent
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.tables import outbox, places
from tests.store.cast import offered, person


async def test_a_place_is_made_once(store: Store) -> None:
    vera, olli = await person(store, 1), await person(store, 2)
    request = await offered(store, vera)
    wanted = [
        (vera.id, Side.EMIGRE, None),
        (vera.id, Side.TEAM, None),
        (vera.id, Side.EMIGRE, request.id),
        (olli.id, Side.TEAM, request.id),
        (olli.id, Side.TEAM, None),
    ]
    made = [await store.outbox.place(*which) for which in wanted]
    assert len(set(made)) == len(wanted)
    assert [await store.outbox.place(*which) for which in wanted] == made
    assert [await store.outbox.person_at(place) for place in made] == [who for who, *_ in wanted]
    assert [await store.outbox.request_of(place) for place in made] == [
        which[2] for which in wanted
    ]


async def test_nobody_has_two_homes(store: Store) -> None:
    vera = await person(store)
    await store.outbox.place(vera.id, Side.EMIGRE)
    with pytest.raises(IntegrityError):
        await store.connection.execute(places.insert().values(person_id=vera.id, side=Side.EMIGRE))


async def test_a_place_is_found_by_its_thread_in_its_owner_s_chat_alone(store: Store) -> None:
    olli, nina = await person(store, 1), await person(store, 2)
    request = await offered(store, await person(store, 3))
    place = await store.outbox.place(olli.id, Side.TEAM, request.id, title="title")
    assert await store.outbox.thread(olli.id, 77) is None
    await store.queue.set_thread(place, 77)
    assert await store.outbox.thread(olli.id, 77) == place
    assert await store.outbox.thread(nina.id, 77) is None, "numbers repeat from chat to chat"
    await store.queue.set_thread(place, None)
    assert await store.outbox.thread(olli.id, 77) is None


async def test_what_a_message_of_ours_belongs_to_is_known(store: Store) -> None:
    vera = await person(store)
    request = await offered(store, vera)
    place = await store.outbox.place(vera.id, Side.EMIGRE, request.id)
    await store.outbox.put(place, Kind.RELAY, Letter("words"), request=request.id)
    (row,) = await store.queue.due(1, BotName.EMIGRE, store.clock.now())
    assert await store.outbox.sent_as(vera.chat_id, 5) is None
    await store.queue.sent(row, 5)
    assert await store.outbox.sent_as(vera.chat_id, 5) == Sent(request.id, Side.EMIGRE)
    elsewhere = await person(store, 1, BotName.DESK)
    assert await store.outbox.sent_as(elsewhere.chat_id, 5) is None


async def letters(store: Store) -> tuple[Request, list[OutgoingId]]:
    """Put two parts of a message, the second one first, an offer and a receipt."""
    vera = await person(store)
    request = await offered(store, vera)
    said = await store.requests.say(
        request.id,
        Side.EMIGRE,
        Styled("words"),
        said_at=store.clock.now(),
        chat_id=vera.chat_id,
        message_id=1,
    )
    place = await store.outbox.place(vera.id, Side.EMIGRE, request.id)

    async def put(kind: Kind, **what: Any) -> OutgoingId:  # noqa: ANN401 - as `Outbox.put`
        return await store.outbox.put(place, kind, Letter("a"), request=request.id, **what)

    second, first = [await put(Kind.RELAY, message=said, part=part) for part in (1, 0)]
    assert [copy.id for copy in await store.outbox.copies_of(said, place)] == [first, second]
    return request, [second, first, await put(Kind.OFFER), await put(Kind.RECEIPT)]


async def test_offers_and_copies_are_found(store: Store) -> None:
    request, (_, _, offer, _) = await letters(store)
    assert [copy.id for copy in await store.outbox.offers_of(request.id)] == [offer]


async def test_what_is_no_longer_true_and_was_never_tried_is_let_go(store: Store) -> None:
    request, rows = await letters(store)
    second, first, offer, receipt = rows
    await store.queue.start([second])
    await store.outbox.drop_unsent([second, first, offer])
    kept = await store.connection.execute(
        select(outbox.c.id, outbox.c.state, outbox.c.body.is_(None)).order_by(outbox.c.id)
    )
    assert kept.all() == [
        (second, OutgoingState.SENDING, 0),
        (first, OutgoingState.SKIPPED, 1),
        (offer, OutgoingState.SKIPPED, 1),
        (receipt, OutgoingState.READY, 0),
    ]
    assert await store.outbox.offers_of(request.id) == []


async def test_what_telegram_refuses_for_good_is_counted(store: Store) -> None:
    _, (second, first, *_) = await letters(store)
    assert await store.outbox.failed() == 0
    await store.queue.fail(first)
    await store.queue.skip(second)
    assert await store.outbox.failed() == 1


async def test_dropping_nothing_drops_nothing(store: Store) -> None:
    _, rows = await letters(store)
    await store.outbox.drop_unsent([])
    states = (await store.connection.execute(select(outbox.c.state))).scalars().all()
    assert states == [OutgoingState.READY] * len(rows)


async def test_only_what_may_go_is_opened(store: Store) -> None:
    vera, zoya = await person(store, 1), await person(store, 2)
    for each in (vera, zoya):
        home = await store.outbox.place(each.id, Side.EMIGRE)
        await store.outbox.put(home, Kind.RELAY, Letter(f"to {each.id}"))
    broken = update(outbox).where(outbox.c.id == 1).values(body=type_coerce(b"x", LargeBinary))
    await store.connection.execute(broken)
    now, asked = store.clock.now(), []

    def may(chat: int) -> bool:
        asked.append(chat)
        return chat == zoya.chat_id

    (row,) = await store.queue.due(9, BotName.EMIGRE, now, may)
    assert row.letter == Letter(f"to {zoya.id}")
    assert asked == [vera.chat_id, zoya.chat_id]
