"""Ask before a case is shown, if its owner wishes so: the phone may be in other hands.

A room names what shows something of a case with `shows_case`, and need know no more.
"""

from collections.abc import Awaitable, Callable
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
from bot.ui.screen import Button, Screen, Shown
from bot.ui.words import Translator

SHOWS_CASE: Final = "shows_case"
"""The flag of a handler whose answer to a tap shows something of a case."""


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


async def ask_before_showing(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Shown | None]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Shown | None:
    """Let a tap show a case if nobody wishes to be asked first; else ask. Inner middleware.

    What is typed goes on: it answers a question that stands in the chat, and nobody's note is lost.
    """
    me: Person = data["me"]
    store: Store = data["store"]
    if not isinstance(event, CallbackQuery) or not get_flag(data, SHOWS_CASE):
        return await handler(event, data)
    if not await store.cases.is_locked(me.id):
        return await handler(event, data)
    return locked_screen(data["tr"], then=event.data or "")


async def show_here(
    tap: CallbackQuery,
    callback_data: ShowHere,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Show it, and do not ask again for a while."""
    await store.cases.unlock(me.id)
    return await entrance.go_on(tap, callback_data.then, me, store, tr=tr)


async def case_shown(me: Person, store: Store) -> Case:
    """Return one's own case for a screen that only marks something of it; empty while locked."""
    if await store.cases.is_locked(me.id):
        return Case()
    kept = await store.cases.own(me.id)
    return kept.case if kept else Case()


def router() -> Router:
    """Return the route of the question."""
    made = Router(name="lock of cases")
    made.callback_query.register(show_here, ShowHere.filter(), flags=allow(Act.KEEP))
    return made
