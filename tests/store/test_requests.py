"""Requests in the database: one draft, one claim, one code."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.core.people import EMIGRE_ALIASES
from bot.core.requests import Event, MessageId, Refused, State, Why
from bot.core.styles import Styled
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.writer import Writer
from tests.store.cast import moved, offered, person

FIFTY = 50
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


async def test_of_fifty_who_take_it_at_once_one_has_it(writer: Writer) -> None:
    async def prepare(store: Store) -> tuple[Request, list[int]]:
        request = await offered(store, await person(store))
        return request, [(await person(store, 100 + number)).id for number in range(FIFTY)]

    request, helpers = await writer.run(prepare)

    async def claims(helper: int) -> Request | Refused:
        return await writer.run(
            lambda store: store.requests.move(request, Event.CLAIM, helper_id=helper)
        )

    outcomes = await asyncio.gather(*map(claims, helpers))
    winners = [led for led in outcomes if isinstance(led, Request)]
    assert len(winners) == 1
    assert winners[0] == await writer.run(lambda store: store.requests.by_id(request.id))
    assert winners[0].helper_id in helpers
    assert outcomes.count(Refused(Why.NOT_IN_THIS_STATE)) == FIFTY - 1


async def test_who_looks_after_the_claim_hears_that_it_is_taken(store: Store) -> None:
    claimed = await moved(store, await offered(store, await person(store)), Event.CLAIM)
    assert await store.requests.move(claimed, Event.CLAIM) == Refused(Why.TAKEN_BY_ANOTHER)


async def test_a_move_that_is_refused_changes_nothing(store: Store) -> None:
    request = await offered(store, await person(store))
    assert isinstance(await store.requests.move(request, Event.ANSWER, helper_id=1), Refused)
    assert await store.requests.by_id(request.id) == request


async def test_a_move_from_a_state_that_is_over_changes_nothing(store: Store) -> None:
    """What somebody read before is not what is there: the statement itself decides."""
    stale = await offered(store, await person(store))
    closed = await moved(store, stale, Event.CLAIM, Event.CLOSE)
    assert await store.requests.move(stale, Event.CLAIM) == Refused(Why.NOT_IN_THIS_STATE)
    assert await store.requests.by_id(stale.id) == closed


async def test_what_changes_nothing_is_refused_all_the_same_once_it_is_over(store: Store) -> None:
    request = await offered(store, await person(store))
    still = await moved(store, request, Event.ADD)
    assert still == request
    await moved(store, request, Event.CLOSE)
    assert await store.requests.move(request, Event.ADD) == Refused(Why.NOT_IN_THIS_STATE)


async def test_a_draft_is_found_and_has_its_names(store: Store) -> None:
    vera = await person(store)
    assert await store.requests.draft_of(vera.id) is None
    draft = await store.requests.begin(vera.id, Language.FINNISH)
    assert (draft.state, draft.language, draft.emigre_id) == ("draft", "fi", vera.id)
    assert draft.alias in EMIGRE_ALIASES
    assert (draft.helper_id, draft.helper_alias) == (None, None)
    assert await store.requests.draft_of(vera.id) == draft
    assert await store.requests.current_of(vera.id) == draft
    assert await store.requests.by_code(draft.code) == draft
    assert await store.requests.open_of(vera.id) is None


async def test_two_drafts_of_one_person_are_impossible(store: Store) -> None:
    vera, other = await person(store, 1), await person(store, 2)
    draft = await store.requests.begin(vera.id, Language.RUSSIAN)
    await store.requests.begin(other.id, Language.RUSSIAN)
    with pytest.raises(IntegrityError):
        await store.requests.begin(vera.id, Language.RUSSIAN)
    await moved(store, draft, Event.SEND)
    await store.requests.begin(vera.id, Language.RUSSIAN)


async def test_two_requests_with_one_code_are_impossible(store: Store) -> None:
    vera, other = await person(store, 1), await person(store, 2)
    await store.requests.begin(vera.id, Language.RUSSIAN)
    await store.requests.begin(other.id, Language.RUSSIAN)
    with pytest.raises(IntegrityError):
        await store.connection.execute(text("UPDATE requests SET code = 'AAAAA'"))


async def test_an_open_request_is_found_until_it_is_over(store: Store) -> None:
    vera = await person(store)
    request = await store.requests.begin(vera.id, Language.RUSSIAN)
    for event in (Event.SEND, Event.OFFER, Event.CLAIM, Event.ANSWER):
        request = await moved(store, request, event)
        assert await store.requests.open_of(vera.id) == request
        assert await store.requests.current_of(vera.id) == request
    closed = await moved(store, request, Event.CLOSE)
    assert closed.state is State.CLOSED
    assert await store.requests.open_of(vera.id) is None


async def test_a_desk_shows_what_waits_and_what_one_has(store: Store) -> None:
    olli = await person(store, 9)
    first, second, third = [await offered(store, await person(store, n)) for n in (1, 2, 3)]
    taken = await store.requests.move(second, Event.CLAIM, helper_id=olli.id)
    assert [each.request for each in await store.requests.offered()] == [first, third]
    assert await store.requests.held_by(olli.id) == [taken]
    assert isinstance(taken, Request)
    await moved(store, taken, Event.CLOSE)
    assert await store.requests.held_by(olli.id) == []


async def say(
    store: Store, request: Request, words: str, chat_id: int, number: int, *, later: int = 0
) -> MessageId:
    moment = NOON + timedelta(seconds=later)
    return await store.requests.say(
        request.id, Side.EMIGRE, Styled(words), said_at=moment, chat_id=chat_id, message_id=number
    )


async def test_messages_come_back_as_they_were_written_not_as_they_came(store: Store) -> None:
    vera = await person(store)
    draft = await store.requests.begin(vera.id, Language.RUSSIAN)
    for number, words, later in ((9, "три", 2), (8, "два", 1), (7, "один", 1)):
        await say(store, draft, words, vera.chat_id, number, later=later)
    texts = [said.text for said in await store.requests.said_in(draft.id)]
    assert texts == ["один", "два", "три"]


async def test_messages_come_back_in_order_and_as_they_are_now(store: Store) -> None:
    vera = await person(store)
    request = await offered(store, vera)
    one, two, three = [
        await say(store, request, words, vera.chat_id, number)
        for number, words in enumerate(("раз", "два", "три"))
    ]
    await store.requests.reword(one, Styled("раз!", (("bold", 0, 3),)))
    await store.requests.take_back(two)
    assert [said.text for said in await store.requests.said_in(request.id)] == ["раз!", "три"]
    again = await store.requests.said(one)
    assert again
    assert again.words == Styled("раз!", (("bold", 0, 3),))
    gone = await store.requests.said(two)
    assert gone
    assert (gone.text, gone.taken_back) == ("", True)
    there = await store.requests.said_at(vera.chat_id, 2)
    assert there
    assert there.id == three
    assert await store.requests.said_at(vera.chat_id, 17) is None


async def test_one_message_of_telegram_is_kept_once(store: Store) -> None:
    vera = await person(store)
    request = await offered(store, vera)
    await say(store, request, "words", vera.chat_id, 5)
    with pytest.raises(IntegrityError):
        await say(store, request, "words", vera.chat_id, 5)


async def test_forgotten_words_are_gone_for_good(store: Store) -> None:
    vera = await person(store)
    draft = await store.requests.begin(vera.id, Language.RUSSIAN)
    said = await say(store, draft, "words", vera.chat_id, 5)
    await store.requests.forget_words(draft.id)
    assert await store.requests.said(said) is None
