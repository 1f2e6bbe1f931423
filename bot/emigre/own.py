"""All that somebody asked: to read again, to ask beside it, and to say in silence what is wrong."""

from aiogram.types import CallbackQuery

from bot.core.requests import HELD, MOST_OPEN, Doubt, State
from bot.emigre import own_screens as screens
from bot.emigre import request_screens
from bot.emigre import screens as room
from bot.emigre.avoiding import also_with
from bot.emigre.buttons import ReadOwn, SayDoubt, SayDoubtOf, ShowDoubts, ShowDoubtsOf, ShowOwn
from bot.emigre.previews import preview
from bot.relay.doubting import go_on_without, go_to_another, tell_doubt
from bot.store.companions import Companion
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.reception import Home
from bot.ui.screen import Screen, Shown
from bot.ui.words import Translator

KEPT = frozenset({*State} - {State.EARLY, State.DRAFT})


async def show_own(
    _: CallbackQuery, callback_data: ShowOwn, me: Person, store: Store, tr: Translator
) -> Screen:
    """List all that somebody asked and that still is kept."""
    every = [each for each in await store.requests.all_of(me.id) if _is_question(each)]
    full = len(await store.requests.all_open_of(me.id)) >= MOST_OPEN
    page = callback_data.page
    return screens.own_screen(every[::-1], page, tr, may_ask=me.may_ask, full=full)


async def read_own(
    _: CallbackQuery,
    callback_data: ReadOwn,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Show what was said in a question of one's own."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    said = await store.requests.said_in(request.id)
    companions = await store.companions.ever(request.id)
    helpers = await store.people.chats_of(request.helper_id) if request.helper_id else frozenset()
    authors = screens.Authors(request, companions, helpers)
    return screens.thread_screen(authors, said, callback_data.page, tr)


async def ask_new(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin another question beside what is open; a draft goes on."""
    if draft := await store.requests.draft_of(me.id):
        return await preview(draft, store, tr)
    return room.ask_screen(tr)


async def show_doubts(
    _: CallbackQuery,
    callback_data: ShowDoubts,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Ask what is not right."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    if request.state not in HELD:
        return request_screens.request_screen(request, tr, may_ask=me.may_ask)
    return screens.doubts_screen(request, await store.companions.of(request.id), tr)


async def show_doubts_of(
    _: CallbackQuery,
    callback_data: ShowDoubtsOf,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Ask what is not right with somebody who helps along."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    companion = await _companion(request, callback_data.companion, store)
    if companion is None:
        return request_screens.request_screen(request, tr, may_ask=me.may_ask)
    return screens.doubts_of_screen(request, companion, tr)


async def say_doubt_of(
    _: CallbackQuery,
    callback_data: SayDoubtOf,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Tell the coordinators; if that is wished, let the question go on without them."""
    request, doubt = await store.requests.own(callback_data.code, me.id), callback_data.doubt
    if request is None:
        return await home(me, store, tr)
    companion = await _companion(request, callback_data.companion, store)
    if companion is None:
        return request_screens.request_screen(request, tr, may_ask=me.may_ask)
    told = await tell_doubt(store, request, doubt, companion.person_id, companion.alias)
    if doubt is not Doubt.WRONG:
        await go_on_without(store, request, companion)
    others = await also_with(companion.person_id, me, store)
    said = screens.Doubted(doubt, told, others, companion)
    return screens.doubt_said_screen(request, said, tr)


async def say_doubt(
    _: CallbackQuery,
    callback_data: SayDoubt,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Tell the coordinators; if that is wished, let the question go to somebody else for good."""
    request, doubt = await store.requests.own(callback_data.code, me.id), callback_data.doubt
    if request is None:
        return await home(me, store, tr)
    if request.state not in HELD or request.helper_id is None:
        return request_screens.request_screen(request, tr, may_ask=me.may_ask)
    alias = request.helper_alias or ""
    told = await tell_doubt(store, request, doubt, request.helper_id, alias)
    if doubt is Doubt.WRONG:
        return screens.doubt_said_screen(request, screens.Doubted(doubt, told), tr)
    beside = await store.companions.of(request.id)
    again = await go_to_another(store, request, request.helper_id)
    if again.state is State.CLOSED:
        return request_screens.request_screen(again, tr, may_ask=me.may_ask)
    others = await also_with(request.helper_id, me, store)
    said = screens.Doubted(doubt, told, others, left=beside)
    return screens.doubt_said_screen(again, said, tr)


async def _companion(request: Request, number: int, store: Store) -> Companion | None:
    """Return who helps along in a question, while somebody has it."""
    if request.state not in HELD:
        return None
    return next((each for each in await store.companions.of(request.id) if each.id == number), None)


def _is_question(request: Request) -> bool:
    """Say whether somebody asked this: it is no draft, and nothing to practise with."""
    return request.state in KEPT and not request.practice and not request.silent
