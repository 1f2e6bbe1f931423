"""How a coordinator writes first to whoever asked a question that is over, by its code alone."""

from collections.abc import Sequence
from functools import partial

from aiogram.types import CallbackQuery

from bot.coordination import writing_first_screens as screens
from bot.coordination.blocking_screens import banned_already_screen
from bot.coordination.buttons import AskToWriteFirst, ShowClosed, WriteFirst
from bot.core.people import HELPER_ALIASES, draw_alias
from bot.core.requests import MOST_OPEN, Why
from bot.relay import letters
from bot.relay.company import names_known_to
from bot.relay.passing import begin_thread
from bot.relay.watching import watch
from bot.store.people import Person
from bot.store.requests import Closed, Request
from bot.store.store import Store
from bot.ui.refusals import refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator


async def show_closed(
    _: CallbackQuery, callback_data: ShowClosed, me: Person, store: Store, tr: Translator
) -> Screen:
    """List the questions that are over, by code, language and day."""
    return screens.closed_screen(await _closed(me, store), callback_data.page, tr)


async def ask_to_write(
    _: CallbackQuery, callback_data: AskToWriteFirst, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more."""
    earlier = await _one(callback_data.code, me, store)
    return screens.ask_screen(earlier, tr) if earlier else await _no(callback_data.code, store, tr)


async def write(
    _: CallbackQuery, callback_data: WriteFirst, me: Person, store: Store, tr: Translator
) -> Shown:
    """Begin a question that the coordinator has; whoever it is for is told by whom and why.

    Whoever has as many open as they may, or could not answer, is not written to. That somebody
    has one open is told to nobody: it would say whose two are one's.
    """
    earlier = await _one(callback_data.code, me, store)
    if earlier is None:
        return await _no(callback_data.code, store, tr)
    if await store.bans.is_banned(earlier.emigre_id):
        return banned_already_screen(earlier, tr)
    if len(await store.requests.all_open_of(earlier.emigre_id)) >= MOST_OPEN:
        return screens.cannot_begin_screen(earlier, tr)
    begun = await _begin(earlier, me, store)
    news = partial(letters.written_first, None if earlier.silent else earlier.code)
    await begin_thread(store, begun, me.id, tr, news)
    await watch(store, begun)
    return screens.begun_screen(begun, tr)


async def _begin(earlier: Request, me: Person, store: Store) -> Request:
    language = await store.people.language_of(earlier.emigre_id) or earlier.language
    alias = draw_alias(HELPER_ALIASES, await names_known_to(store, earlier.emigre_id))
    return await store.requests.begin_held(
        earlier.emigre_id, language, helper=me.id, helper_alias=alias
    )


async def _closed(me: Person, store: Store) -> Sequence[Closed]:
    """Return what is over but for one's own, and of who avoids one as a helper.

    Who answered nothing, and has answered since, is written to no more.
    """
    closed = await store.requests.closed()
    settled = await store.copies.settled(each.request.id for each in closed if each.request.silent)
    kept = await store.offers.kept_from(me.id)
    return [
        each
        for each in closed
        if each.request.emigre_id not in kept and each.request.id not in settled
    ]


async def _no(code: str, store: Store, tr: Translator) -> Toast:
    """Say why nobody is to be written to by a code."""
    request = await store.requests.by_code(code)
    if request and await store.copies.settled([request.id]):
        return Toast(tr("They have answered the reminder since. There is no need to write first."))
    return Toast(refusal(Why.OVER, tr))


async def _one(code: str, me: Person, store: Store) -> Request | None:
    closed = await _closed(me, store)
    return next((each.request for each in closed if each.request.code == code), None)
