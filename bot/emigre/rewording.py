"""An edit of what went in an open question: if it tells more of its author, that is said first."""

from collections.abc import Sequence
from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.core.identity import HIDDEN
from bot.core.outgoing import Side
from bot.core.requests import OPEN, seal_of
from bot.core.styles import Styled
from bot.core.telltale import WARNED, Telltale, newly_told, without
from bot.emigre.addition_screens import change_screen
from bot.emigre.buttons import ChangeAnyway
from bot.emigre.drafts import ask
from bot.relay.handlers import reword
from bot.store.people import Person
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.buttons import home
from bot.ui.screen import Screen
from bot.ui.styles import words_in
from bot.ui.words import Translator


class TellsMore(Filter):
    """An edit of one's own message in an open question that brings what may tell who one is.

    What was left out once stays left out by itself (`relay.handlers`).
    """

    async def __call__(self, message: Message, me: Person, store: Store) -> bool | dict[str, Any]:
        """Return the request as `request` and what is new as `found`, or False."""
        mine = await _mine(message, me, store)
        if mine is None:
            return False
        request, said = mine
        stands = said.text
        if HIDDEN in stands or not (found := newly_told(message.text or "", stands)):
            return False
        return {"request": request, "found": found}


async def warn(
    message: Message, request: Request, found: Sequence[Telltale], tr: Translator
) -> Screen:
    """Say what is new before anybody reads it."""
    return change_screen(request, message.text or "", found, tr)


async def change_anyway(
    tap: CallbackQuery, callback_data: ChangeAnyway, me: Person, store: Store, tr: Translator
) -> Screen:
    """Pass the edit on as it was seen: whole, or without what was found."""
    edited = getattr(tap.message, "reply_to_message", None)
    if not isinstance(edited, Message):
        return await ask(tap, me, store, tr)
    mine = await _mine(edited, me, store)
    if mine is None or mine[0].code != callback_data.code:
        return await ask(tap, me, store, tr)
    (request, said), words = mine, words_in(edited)
    typed = words.text
    found = newly_told(typed, said.text)
    if found and callback_data.seal != seal_of(request.code, [typed]):
        return change_screen(request, typed, found, tr)
    if not callback_data.whole:
        words = Styled(without(typed, WARNED))
    changed = await reword(request, said, words, store, tr)
    return changed.as_screen(home(tr), about=request.id)


async def _mine(message: Message, me: Person, store: Store) -> tuple[Request, Said] | None:
    """Return the open question of one's own in which a message of one's own went."""
    said = await store.requests.said_at(me.chat_id, message.message_id)
    if said is None or said.author is not Side.EMIGRE or said.taken_back:
        return None
    request = await store.requests.by_id(said.request_id)
    is_mine = request is not None and request.emigre_id == me.id and not request.practice
    return (request, said) if request and is_mine and request.state in OPEN else None
