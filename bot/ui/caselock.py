"""Ask before a case is shown, if its owner wishes so: the phone may be in other hands.

A room names what shows something of a case with `shows_case`, and need know no more.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

from aiogram import Router
from aiogram.dispatcher.flags import get_flag
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, TelegramObject

from bot.core.cases import Case
from bot.core.people import Act
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import GoHome
from bot.ui.reception import Entrance
from bot.ui.rights import allow
from bot.ui.screen import Button, Expects, Screen, Shown
from bot.ui.typed import unused
from bot.ui.words import Translator

SHOWS_CASE: Final = "shows_case"
"""The flag of a handler whose answer shows something of a case."""


class ShowHere(CallbackData, prefix="cj", sep="|"):
    """Show my case for a while, and go on with what I tapped."""

    then: str


def shows_case(act: Act) -> dict[str, Any]:
    """Return the flags of a handler that does `act` and shows something of a case."""
    return {**allow(act), SHOWS_CASE: True}


def locked_screen(tr: Translator, *, then: str) -> Screen:
    """Ask before a case is shown. `then`: the button data to go on with."""
    rows = [[Button(tr("Show"), ShowHere(then=then))], [Button(tr("Not now"), GoHome())]]
    return Screen(tr("Show my case here?"), rows)


def typed_screen(expects: Expects | None, tr: Translator, *, then: CallbackData) -> Screen:
    """Ask the same of text that was typed in place of the button `then`; it is awaited still."""
    asks = locked_screen(tr, then=then.pack())
    waits = tr("What you wrote is not kept yet: it is once you tap “Show”.")
    return replace(asks.ending(waits), expects=expects, then=then, quotes=True)


async def ask_before_showing(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Shown | None]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Shown | None:
    """Let a case be shown, or changed, if nobody wishes to be asked; else ask. Inner middleware.

    Text that a screen asked for waits in the chat, above the question, until it is answered.
    """
    me: Person = data["me"]
    tr: Translator = data["tr"]
    store: Store = data["store"]
    if not get_flag(data, SHOWS_CASE) or not await store.cases.is_locked(me.id):
        return await handler(event, data)
    if isinstance(event, CallbackQuery):
        return locked_screen(tr, then=event.data or "")
    expects = Expects(me.waiting_for) if me.waiting_for else None
    return typed_screen(expects, tr, then=data["callback_data"])


async def show_here(
    tap: CallbackQuery,
    callback_data: ShowHere,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Show it, and do not ask again for a while; text that waited for it is taken now."""
    await store.cases.unlock(me.id)
    if me.waiting_with == callback_data.then and (written := await unused(tap, me, store)):
        return await entrance.answer("message", written, me, store, tr=tr)
    return await entrance.go_on(tap, callback_data.then, me, store, tr=tr)


async def case_shown(me: Person, store: Store) -> Case:
    """Return one's own case for a screen that only marks something of it; empty while locked."""
    if await store.cases.is_locked(me.id):
        return Case()
    kept = await store.cases.own(me.id)
    return kept.case if kept else Case()


def router() -> Router:
    """Return the route of the question: what it leads to asks for a consent, if it needs one."""
    made = Router(name="lock of cases")
    made.callback_query.register(show_here, ShowHere.filter(), flags=allow(Act.LOOK_AROUND))
    return made
