"""What an author does to their own words after they were passed on: change, take back."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.core.eyes import UNDECIDED, HeldState
from bot.core.identity import HIDDEN
from bot.core.outgoing import OutgoingState, Side
from bot.core.people import Act
from bot.core.requests import OPEN, MessageId, RequestId
from bot.core.styles import Styled
from bot.core.telltale import WARNED, without
from bot.relay import eyes, receipts
from bot.relay.buttons import ShowWritten, TakeBack
from bot.relay.passing import pass_change, pass_take_back, team_of
from bot.relay.receipts import Fate
from bot.relay.written import written_screen
from bot.store.eyes import HeldAnswer
from bot.store.people import Person
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.reception import Home
from bot.ui.rights import allow
from bot.ui.screen import Receipt, Screen, Shown, Toast
from bot.ui.typed import saying_of, written
from bot.ui.words import Translator


class WithoutWords(Filter):
    """A message that is no text any more: a picture or a file was put in its place."""

    async def __call__(self, message: Message) -> bool:
        """Say whether this is one."""
        return not message.text


async def change(message: Message, me: Person, store: Store, tr: Translator) -> Shown | None:
    """Follow an edit of a message that was sent. (One in a draft is the émigré's room's.)"""
    said = await store.requests.said_at(me.chat_id, message.message_id)
    held = await store.eyes.at(me.chat_id, message.message_id)
    number = _request_of(said, held)
    new = (await saying_of(message, number, me, store)).words if number else None
    if number is None or new is None or new == _stands(said, held):
        return None
    if _is_taken_back(said, held):
        return receipts.change_after_deletion(tr)
    request = await store.requests.by_id(number)
    if request is None or request.state not in OPEN:
        return receipts.change_too_late(tr)
    author = said.author if said else Side.TEAM
    if await _is_in_other_hands(author, request, me, store):
        return receipts.not_yours_now(tr)
    if said and (author is Side.EMIGRE or request.practice):
        words = _as_cut(said, new)
        changed = await reword(request, said, words, store, tr)
        return changed if words == new else receipts.with_cut(changed, tr)
    answer = await written(message, request.id, me, store)
    return await eyes.reword(store, request, answer, tr, said=said, held=held)


async def change_without_words(
    message: Message, me: Person, store: Store, tr: Translator
) -> Receipt | None:
    """Say that a picture or file goes nowhere also where it takes the place of words."""
    said = await store.requests.said_at(me.chat_id, message.message_id)
    held = await store.eyes.at(me.chat_id, message.message_id)
    return receipts.change_not_text(tr) if said or held else None


def _request_of(said: Said | None, held: HeldAnswer | None) -> RequestId | None:
    if said is not None:
        return said.request_id
    return held.written.request_id if held else None


def _stands(said: Said | None, held: HeldAnswer | None) -> Styled | None:
    """Return the words that an edit is to change: what waits, or has gone."""
    if held is not None and held.state in UNDECIDED:
        return held.written.words
    return said.words if said else None


def _is_taken_back(said: Said | None, held: HeldAnswer | None) -> bool:
    if said is not None:
        return said.taken_back
    return held is not None and held.state is HeldState.TAKEN_BACK


def _as_cut(said: Said, new: Styled) -> Styled:
    """Return edited words without what their author left out before: their own chat holds it."""
    is_cut = said.author is Side.EMIGRE and HIDDEN in said.text
    text = without(new.text, WARNED) if is_cut else new.text
    return new if text == new.text else Styled(text)


async def reword(
    request: Request, said: Said, words: Styled, store: Store, tr: Translator
) -> Receipt:
    """Change what somebody wrote, wherever it is read."""
    if words == said.words:
        return receipts.unchanged(tr)
    await store.requests.reword(said.id, words)
    if request.helper_alias is None:
        return receipts.changed_unread(tr)
    if request.practice:
        return receipts.changed_practice(tr)
    return receipts.change_on_its_way(await pass_change(store, request, said, words), tr)


async def take_back(
    _: CallbackQuery, callback_data: TakeBack, me: Person, store: Store, tr: Translator
) -> Shown:
    """Delete one's own message on the other side."""
    said = await store.requests.said(MessageId(callback_data.message))
    request = said and await store.requests.by_id(said.request_id)
    if not said or not request or said.chat_id != me.chat_id:
        return Toast(tr("That message is not here any more."))
    if await _is_in_other_hands(said.author, request, me, store):
        return Toast(receipts.not_yours_now(tr).text)
    fate = Fate.DELETED if request.helper_alias else Fate.UNREAD
    if not said.taken_back:
        fate = await _fate(said, request, store)
        await store.requests.take_back(said.id)
        await eyes.drop_change(store, request, said)
        await pass_take_back(store, request, said)
    return receipts.taken_back(tr, fate, request=request if said.author is Side.EMIGRE else None)


async def _fate(said: Said, request: Request, store: Store) -> Fate:
    """Return what becomes of a message whose author takes it back now."""
    if request.helper_alias is None:
        return Fate.UNREAD
    states = await store.copies.states_of(said.id)
    if OutgoingState.UNCERTAIN in states:
        return Fate.UNCERTAIN
    return Fate.UNSENT if states <= {OutgoingState.READY} else Fate.DELETED


async def show_written(
    _: CallbackQuery,
    callback_data: ShowWritten,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Show what somebody wrote in a question of their own, to delete some of it."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    said = await store.requests.said_in(request.id)
    return written_screen(request, [one for one in said if one.author is Side.EMIGRE], tr)


async def _is_in_other_hands(author: Side, request: Request, me: Person, store: Store) -> bool:
    """Say whether somebody of the team said it who is not in the request any more."""
    if author is not Side.TEAM:
        return False
    return me.role is None or me.id not in await team_of(store, request)


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="relay")
    made.edited_message.register(change_without_words, WithoutWords(), flags=allow(Act.LOOK_AROUND))
    made.edited_message.register(change, flags=allow(Act.LOOK_AROUND))
    made.callback_query.register(take_back, TakeBack.filter(), flags=allow(Act.LOOK_AROUND))
    made.callback_query.register(show_written, ShowWritten.filter(), flags=allow(Act.LOOK_AROUND))
    return made
