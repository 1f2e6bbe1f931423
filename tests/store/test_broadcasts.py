"""Broadcasts in the database: whom a segment reaches, one draft each, nobody sent to twice."""

import pytest
from sqlalchemy import select, update

from bot.core.broadcasts import Piece, RecipientState, Segment
from bot.core.languages import Language
from bot.core.outgoing import BotName, Letter
from bot.sandbox.clock import MovableClock
from bot.store.broadcasts import Broadcast, Progress
from bot.store.people import Person
from bot.store.store import Store
from bot.store.tables import broadcasts, recipients
from tests.store.cast import member, person

RU, FI = Language.RUSSIAN, Language.FINNISH
LETTERS = {language: Letter(f"text in {language}") for language in Language}
AUTHOR = 99


async def arrived(store: Store, number: int, language: Language = RU) -> Person:
    """Return somebody who chose a language and agreed to be known."""
    newcomer = await person(store, number)
    await store.people.choose_language(newcomer.id, language)
    await store.people.agree(newcomer.id)
    return newcomer


async def town(store: Store) -> None:
    """Fill the town with one of each kind."""
    await arrived(store, 1)
    await arrived(store, 2, FI)
    await person(store, 3)  # has not chosen a language
    await store.people.choose_language((await person(store, 4)).id, RU)  # has not agreed
    blocked = await arrived(store, 5)
    await store.people.mark_reachable(blocked.chat_id, reachable=False)
    for number in (6, 7, 8):
        await arrived(store, number)
        await member(store, number)
    await store.requests.begin((await person(store, 7)).id, RU)
    await store.team.suspend((await person(store, 8)).id)


async def gone(store: Store, segment: Segment) -> Broadcast:
    author = await person(store, AUTHOR)
    draft = await store.broadcasts.begin(author.id, segment)
    assert await store.broadcasts.send(draft, LETTERS, author.id, BotName.EMIGRE)
    sent = await store.broadcasts.by_id(draft.id)
    assert sent
    return sent


@pytest.mark.parametrize(
    ("segment", "reached"),
    [
        (Segment.EMIGRES, {1, 2, 7}),
        (Segment.RUSSIAN, {1, 7}),
        (Segment.FINNISH, {2}),
        (Segment.TEAM, {6, 7}),
    ],
)
async def test_a_segment_reaches_those_it_says(
    store: Store, segment: Segment, reached: set[int]
) -> None:
    await town(store)
    assert await store.broadcasts.size(segment, BotName.EMIGRE) == len(reached)
    await gone(store, segment)
    going = await store.recipients.going()
    assert going
    due = await store.recipients.due(going, 100, BotName.EMIGRE, store.clock.now())
    assert {copy.user_id for copy in due} == reached


async def test_a_coordinator_has_one_draft(store: Store) -> None:
    author = await person(store, AUTHOR)
    first = await store.broadcasts.begin(author.id, Segment.TEAM)
    draft = await store.broadcasts.begin(author.id, Segment.EMIGRES)
    assert await store.broadcasts.by_id(first.id) is None
    assert await store.broadcasts.draft_of(author.id) == draft


async def test_a_text_is_of_messages_and_found_by_each(store: Store) -> None:
    author, other = await person(store, AUTHOR), await person(store, AUTHOR + 1)
    draft = await store.broadcasts.begin(author.id, Segment.TEAM)
    written = await store.broadcasts.write(draft, RU, [Piece(1, 5, "a"), Piece(1, 6, "b")])
    assert written.texts == {RU: "a\n\nb"}
    assert await store.broadcasts.with_piece(author.id, 1, 6) == written
    assert written.language_of(1, 6) is RU
    for owner, chat_id, number in ((author, 2, 6), (author, 1, 7), (other, 1, 6)):
        assert await store.broadcasts.with_piece(owner.id, chat_id, number) is None
    assert await store.broadcasts.send(written, LETTERS, author.id, BotName.EMIGRE)
    assert await store.broadcasts.write(written, RU, []) == await store.broadcasts.by_id(draft.id)
    gone = await store.broadcasts.with_piece(author.id, 1, 5)
    assert gone
    assert gone.texts == written.texts


async def test_what_was_kept_whole_before_is_read_as_it_was(store: Store) -> None:
    draft = await store.broadcasts.begin((await person(store, AUTHOR)).id, Segment.TEAM)
    await store.connection.execute(update(broadcasts).values(texts={"ru": "text"}))
    read = await store.broadcasts.by_id(draft.id)
    assert read
    assert read.texts == {RU: "text"}


async def test_it_goes_once(store: Store) -> None:
    await arrived(store, 1)
    author = await person(store, AUTHOR)
    draft = await store.broadcasts.begin(author.id, Segment.EMIGRES)
    assert await store.broadcasts.send(draft, LETTERS, author.id, BotName.EMIGRE)
    assert not await store.broadcasts.send(draft, LETTERS, author.id, BotName.EMIGRE)
    assert len((await store.connection.execute(select(recipients))).all()) == 1


async def test_what_was_under_way_may_have_arrived_and_goes_again_by_hand_alone(
    store: Store, clock: MovableClock
) -> None:
    for number in (1, 2, 3):
        await arrived(store, number)
    sent = await gone(store, Segment.EMIGRES)
    going = await store.recipients.going()
    assert going
    first, second, third = await store.recipients.due(going, 9, BotName.EMIGRE, clock.now())
    await store.recipients.mark(
        sent.id,
        [
            (first, RecipientState.SENDING),
            (second, RecipientState.ARRIVED),
            (third, RecipientState.ARRIVED),
        ],
    )
    assert await store.broadcasts.progress(sent.id) == Progress(waiting=1, sending=1, arrived=2)
    assert not await store.recipients.finish(sent.id)
    assert await store.recipients.recover() == 1
    assert await store.recipients.due(going, 9, BotName.EMIGRE, clock.now()) == []
    assert await store.recipients.finish(sent.id)
    assert await store.broadcasts.progress(sent.id) == Progress(arrived=2, uncertain=1)
    assert await store.broadcasts.send_again(sent.id)
    (again,) = await store.recipients.due(going, 9, BotName.EMIGRE, clock.now())
    assert (again.person_id, again.again) == (first.person_id, True)


async def test_a_stopped_one_keeps_its_rest_until_it_goes_on(store: Store) -> None:
    await arrived(store, 1)
    sent = await gone(store, Segment.EMIGRES)
    assert await store.broadcasts.stop(sent.id)
    assert not await store.broadcasts.stop(sent.id)
    assert await store.recipients.going() is None
    assert not await store.broadcasts.send_again(sent.id)
    assert await store.broadcasts.go_on(sent.id)
    going = await store.recipients.going()
    assert going
    assert going.id == sent.id
