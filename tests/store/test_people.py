"""People as the bots know them."""

from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.people import Role
from bot.store.store import Store
from tests.store.cast import member, offered, person


async def test_somebody_new_is_met_once(store: Store) -> None:
    vera = await person(store)
    assert (vera.language, vera.role, vera.unreachable) == (None, None, False)
    assert await person(store) == vera
    assert (await person(store, 2)).id != vera.id


async def test_a_number_of_any_size_is_kept(store: Store) -> None:
    largest = 2**52 - 1
    assert await person(store, largest) == await person(store, largest)


async def test_a_language_is_remembered_for_both_bots(store: Store) -> None:
    vera = await person(store)
    assert await store.people.language_of(vera.id) is None
    await store.people.choose_language(vera.id, Language.FINNISH)
    assert await store.people.language_of(vera.id) is Language.FINNISH
    assert (await person(store, 1, BotName.DESK)).language is Language.FINNISH


async def test_what_typed_text_means_is_remembered_for_one_chat(store: Store) -> None:
    vera = await person(store)
    request = await offered(store, vera)
    await store.people.turn_to(vera.chat_id, waiting_for="draft", showing=request.id)
    turned = await person(store)
    assert (turned.waiting_for, turned.showing) == ("draft", request.id)
    elsewhere = await person(store, 1, BotName.DESK)
    assert (elsewhere.waiting_for, elsewhere.showing) == (None, None)
    await store.people.turn_to(vera.chat_id, waiting_for=None, showing=None)
    assert await person(store) == vera


async def test_whether_a_chat_can_be_reached_is_remembered(store: Store) -> None:
    vera = await person(store)
    await store.people.mark_reachable(vera.chat_id, reachable=False)
    assert (await person(store)).unreachable
    assert not (await person(store, 1, BotName.DESK)).unreachable
    await store.people.mark_reachable(vera.chat_id, reachable=True)
    assert await person(store) == vera


async def test_who_belongs_to_the_team_may_still_ask(store: Store) -> None:
    assert (await person(store, 1)).roles == {Role.EMIGRE}
    assert (await member(store, 2)).roles == {Role.EMIGRE, Role.VOLUNTEER}
