"""Answers that members keep to send again: their own, and those for all."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from bot.core.people import Act, Role
from bot.core.ready_answers import Unfit, read_ready
from bot.core.requests import HELD
from bot.desk import ready_screens as screens
from bot.desk.buttons import (
    AddReady,
    DropReady,
    GiveReady,
    OpenReady,
    PickReady,
    SeeReady,
    SendReady,
    ShowReady,
)
from bot.desk.handlers import as_it_is, helps, is_in_thread, send_as_typed
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.rights import allow
from bot.ui.screen import Expects, Shown, Toast
from bot.ui.typed import replied_to
from bot.ui.words import Translator


class TypedHere(Filter):
    """A message in words that the room of ready answers asked for.

    A reply belongs to a request, and is none; so is what was typed in a thread, which comes first.
    """

    def __init__(self, expects: Expects, then: type[CallbackData]) -> None:
        self._expects = expects
        self._then = then

    async def __call__(self, message: Message, me: Person, store: Store) -> bool | dict[str, Any]:
        """Return what the text goes on with as `callback_data`, or False."""
        if me.role is None or me.waiting_for != self._expects or not me.waiting_with:
            return False
        if not message.text or is_command(message.text) or await replied_to(message, me, store):
            return False
        return {"callback_data": self._then.unpack(me.waiting_with)}


async def show_room(
    tap: CallbackQuery, callback_data: ShowReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """List what a member can use."""
    ready = await store.ready_answers.of(me.id)
    return screens.room_screen(ready, callback_data.page, tr, in_thread=is_in_thread(tap))


async def search(message: Message, me: Person, store: Store, tr: Translator) -> Shown:
    """List what holds the words that were typed."""
    wanted = (message.text or "").casefold().split()
    found = [
        each
        for each in await store.ready_answers.of(me.id)
        if all(word in f"{each.title}\n{each.text}".casefold() for word in wanted)
    ]
    return screens.found_screen(found, tr)


async def ask(tap: CallbackQuery, callback_data: AddReady, tr: Translator) -> Shown:
    """Ask for a ready answer."""
    if is_in_thread(tap):
        return Toast(tr("What you write in this thread is an answer. Open ready answers outside."))
    return screens.write_screen(callback_data.language, tr)


async def add(
    message: Message, callback_data: AddReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """Keep what was typed as one's own ready answer, if it can be one."""
    written = read_ready(message.text or "")
    if isinstance(written, Unfit):
        return screens.write_screen(callback_data.language, tr, written)
    ready = await store.ready_answers.put(me.id, callback_data.language, written)
    return screens.ready_screen(ready, tr, may_give=_may_give(me), is_new=True)


async def open_ready(
    _: CallbackQuery, callback_data: OpenReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show one."""
    ready = await store.ready_answers.one(callback_data.number, me.id)
    if ready is None:
        return _gone(tr)
    return screens.ready_screen(ready, tr, may_give=_may_give(me))


async def drop(
    tap: CallbackQuery, callback_data: DropReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """Delete one: one's own or, as a coordinator, one for all."""
    ready = await store.ready_answers.one(callback_data.number, me.id)
    if ready and (ready.owner_id == me.id or _may_give(me)):
        await store.ready_answers.drop(ready.id)
    return await show_room(tap, ShowReady(), me, store, tr)


async def give(
    _: CallbackQuery, callback_data: GiveReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """Make one everybody's, or one's own."""
    ready = await store.ready_answers.one(callback_data.number, me.id)
    if ready is None:
        return _gone(tr)
    await store.ready_answers.give(ready.id, None if callback_data.yes else me.id)
    given = await store.ready_answers.one(ready.id, me.id)
    return screens.ready_screen(given or ready, tr, may_give=True)


async def pick(
    _: CallbackQuery, callback_data: PickReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """List those in the language of a request that one has."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    ready = await store.ready_answers.of(me.id, request.language)
    return screens.pick_screen(request, ready, callback_data.page, tr)


async def see(
    _: CallbackQuery, callback_data: SeeReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show one as it would go."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    ready = await store.ready_answers.one(callback_data.number, me.id)
    if ready is None:
        return _gone(tr)
    return screens.preview_screen(request, ready, callback_data.page, tr)


async def send(
    tap: CallbackQuery, callback_data: SendReady, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send one as if it had been typed where its preview stands: so it goes once."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    ready = await store.ready_answers.one(callback_data.number, me.id)
    if ready is None or not isinstance(tap.message, Message):
        return _gone(tr)
    return await send_as_typed(ready.text, tap.message, request, me, store, tr=tr)


def _may_give(me: Person) -> bool:
    return me.role is Role.COORDINATOR


def _gone(tr: Translator) -> Toast:
    return Toast(tr("This ready answer is not here any more. Open the list again."))


def register(made: Router) -> None:
    """Add the routes of ready answers to the desk's."""
    use = allow(Act.ANSWER)
    made.message.register(search, TypedHere(Expects.READY_SEARCH, ShowReady), flags=use)
    made.message.register(add, TypedHere(Expects.READY_ANSWER, AddReady), flags=use)
    taps = made.callback_query
    taps.register(show_room, ShowReady.filter(), flags=use)
    taps.register(ask, AddReady.filter(), flags=use)
    taps.register(open_ready, OpenReady.filter(), flags=use)
    taps.register(drop, DropReady.filter(), flags=use)
    taps.register(give, GiveReady.filter(), flags=allow(Act.KEEP_TEAM))
    taps.register(pick, PickReady.filter(), flags=use)
    taps.register(see, SeeReady.filter(), flags=use)
    taps.register(send, SendReady.filter(), flags=use)
