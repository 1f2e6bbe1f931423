"""Answers that wait: the first decision counts, and nobody finds their words by mistake."""

from dataclasses import replace

from bot.core.eyes import UNDECIDED, HeldState
from bot.core.outgoing import BotName, Side
from bot.core.requests import Event
from bot.core.styles import Styled
from bot.store.eyes import HeldAnswer, Written
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from tests.store.cast import member, moved, offered, person

WORDS = "Пишите мне в личку"
OTHER = Styled("Другое", (("italic", 0, 6),))


async def holding(
    store: Store, state: HeldState = HeldState.WAITS
) -> tuple[Request, Person, Person, HeldAnswer]:
    """Return a request, both its sides, and an answer that did not go."""
    vera, olli = await person(store, 1), await member(store, 2)
    claimed = await moved(store, await offered(store, vera))
    taken = await store.requests.move(claimed, Event.CLAIM, helper_id=olli.id, helper_alias="wren")
    assert isinstance(taken, Request)
    typed = Written(taken.id, olli.chat_id, 7, Styled(WORDS), store.clock.now())
    return taken, vera, olli, await store.eyes.hold(typed, state, changes=None)


async def test_the_first_decision_counts(store: Store) -> None:
    _, _, olli, held = await holding(store)
    assert (held.writer, held.state, held.written.text) == (olli.id, HeldState.WAITS, WORDS)
    assert await store.eyes.move(held, HeldState.RELEASED)
    assert not await store.eyes.move(held, HeldState.SENT_BACK)
    after = await store.eyes.one(held.id)
    assert after is not None
    assert after.state is HeldState.RELEASED


async def test_its_words_go_where_nobody_has_to_decide_any_more(store: Store) -> None:
    for state in HeldState:
        _, _, _, held = await holding(store, HeldState.ASKS)
        if state is HeldState.ASKS:
            continue
        await store.eyes.move(held, state)
        after = await store.eyes.one(held.id)
        assert after is not None
        assert after.written.text == (WORDS if state in UNDECIDED else "")
        await store.eyes.move(after, HeldState.DROPPED)
        await store.requests.forget(held.written.request_id)


async def test_what_is_typed_again_stands_in_the_same_place(store: Store) -> None:
    request, _, _, held = await holding(store)
    again = await store.eyes.hold(replace(held.written, words=OTHER), HeldState.WAITS, changes=None)
    assert (again.id, again.written.words) == (held.id, OTHER)
    assert await store.eyes.at(held.written.chat_id, 7) == again
    assert await store.eyes.undecided_in(request.id) == [again]
    assert await store.eyes.waiting() == [again]


async def test_a_long_one_that_asks_its_writer_waits_for_nobody_else(store: Store) -> None:
    request, _, _, held = await holding(store, HeldState.ASKS)
    assert await store.eyes.waiting() == []
    assert await store.eyes.undecided_in(request.id) == [held]


async def test_neither_side_nor_whom_they_avoid_may_look(store: Store) -> None:
    request, vera, olli, _ = await holding(store)
    nina, kaisa = await member(store, 3), await member(store, 4)
    await store.offers.avoid(vera.id, nina.id)
    kept = await store.eyes.kept_from(request)
    assert kept == {vera.id, olli.id, nina.id}
    assert kaisa.id not in kept


async def test_it_is_copied_to_who_wrote_it_and_not_to_who_is_not_to_see_it(store: Store) -> None:
    request, vera, olli, _ = await holding(store)
    assert (await store.privacy.copy_of(vera.id))["held_answers"] == []
    (copied,) = (await store.privacy.copy_of(olli.id))["held_answers"]
    assert copied["text"] == WORDS
    assert await store.requests.said_in(request.id) == []


async def test_it_goes_with_the_request_and_with_its_writer(store: Store) -> None:
    for leaves in (0, 1):
        _, vera, olli, held = await holding(store)
        await store.privacy.erase((vera, olli)[leaves].id)
        assert await store.eyes.one(held.id) is None


async def test_the_message_is_found_where_its_writer_empties_the_chat(store: Store) -> None:
    _, _, olli, held = await holding(store)
    since = held.written.said_at
    assert olli.bot is BotName.EMIGRE
    assert 7 in await store.privacy.numbers_in(olli.chat_id, since)
    assert 7 in await store.privacy.numbers_in(olli.chat_id, since, side=Side.TEAM)
    assert 7 not in await store.privacy.numbers_in(olli.chat_id, since, side=Side.EMIGRE)
