"""Second eyes: a member looks at another's answer, alone, and lets it go or sends it back."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.eyes import UNDECIDED, HeldId, HeldState
from bot.core.people import Act
from bot.core.requests import HELD
from bot.desk import eyes_screens as screens
from bot.desk.handlers import must_agree
from bot.relay import eyes, eyes_letters, receipts
from bot.relay.eyes import Found
from bot.relay.eyes_buttons import (
    ChangeIt,
    DropHeld,
    LetGo,
    Look,
    LookNext,
    SendAsItIs,
    SendBack,
    ShortenIt,
)
from bot.relay.held_receipts import leave_receipt
from bot.relay.passing import team_of
from bot.relay.voices import Voice
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import home as home_button
from bot.ui.rights import allow
from bot.ui.screen import Shown, Toast
from bot.ui.words import Translator


async def look(
    _: CallbackQuery, callback_data: Look, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show an answer that waits, beneath."""
    if asked := await must_agree(me, store, tr):
        return replace(asked, below=True)
    found = await _for_me(callback_data.held, me, store, tr)
    return found if isinstance(found, Toast) else await _show(found, me, store, tr)


async def look_next(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Show a coordinator the answer that has waited longest for their eyes."""
    if asked := await must_agree(me, store, tr):
        return replace(asked, below=True)
    for found in await eyes.waiting_for(store, me.id):
        if await eyes.may_look(store, found, me):
            return await _show(found, me, store, tr)
    return screens.none_waits_toast(tr)


async def let_go(
    tap: CallbackQuery, callback_data: LetGo, me: Person, store: Store, tr: Translator
) -> Shown:
    """Let an answer go; the first decision counts, and only for the words that were seen."""
    found = await _as_seen(callback_data, me, store, tr)
    if isinstance(found, Toast):
        return found
    if not await eyes.release(store, found, tapped=(me.id, _number(tap))):
        return screens.over_toast(HeldState.RELEASED, tr)
    return screens.let_go_screen(found[1], tr)


async def send_back(
    tap: CallbackQuery, callback_data: SendBack, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send an answer back to its writer; in the same way."""
    found = await _as_seen(callback_data, me, store, tr)
    if isinstance(found, Toast):
        return found
    if not await eyes.send_back(store, found, callback_data.why, tapped=(me.id, _number(tap))):
        return screens.over_toast(HeldState.SENT_BACK, tr)
    return screens.sent_back_screen(found[1], tr)


async def send_as_it_is(
    tap: CallbackQuery, callback_data: SendAsItIs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send an answer of one's own of which one was asked as it is."""
    found = await _found(callback_data.held, store)
    if found is None or found[0].writer != me.id or found[0].state is not HeldState.ASKS:
        return screens.seen_to_toast(tr)
    await leave_receipt(store, me.chat_id, _number(tap))
    sent = await eyes.send_as_it_is(store, found[1], found[0], tr)
    return sent.as_screen(home_button(tr))


async def shorten(_: CallbackQuery, tr: Translator) -> Shown:
    """Say how to make a long answer shorter."""
    return screens.shorten_toast(tr)


async def change(_: CallbackQuery, tr: Translator) -> Shown:
    """Say how to change an answer."""
    return screens.change_toast(tr)


async def drop_held(
    tap: CallbackQuery, callback_data: DropHeld, me: Person, store: Store, tr: Translator
) -> Shown:
    """Delete an answer of one's own that has not gone; what has gone is deleted elsewhere."""
    held = await store.eyes.one(HeldId(callback_data.held))
    request = await store.requests.by_id(held.written.request_id) if held else None
    if held is None or request is None or held.writer != me.id:
        return screens.over_toast(None, tr)
    await leave_receipt(store, me.chat_id, _number(tap))
    await eyes.drop(store, request, held)
    said = await store.requests.said_at(held.written.chat_id, held.written.message_id)
    if said is None or said.taken_back:
        return screens.deleted_screen(tr)
    if held.state in UNDECIDED:
        return eyes_letters.unchanged_receipt(tr).as_screen(home_button(tr))
    return receipts.on_its_way([Voice(request.alias)], said.id, tr).as_screen(home_button(tr))


async def _show(found: Found, me: Person, store: Store, tr: Translator) -> Shown:
    await eyes.show(store, found, me, tr)
    return screens.below_screen(found[1], tr)


async def _as_seen(
    tapped: LetGo | SendBack, me: Person, store: Store, tr: Translator
) -> Found | Toast:
    """Return an answer if its words are those that were seen; other words are shown anew."""
    found = await _for_me(tapped.held, me, store, tr)
    if isinstance(found, Toast):
        return found
    held, request = found
    if tapped.seal == eyes_letters.seal(request, held):
        return found
    await eyes.show(store, found, me, tr)
    return screens.changed_toast(tr)


async def _for_me(number: int, me: Person, store: Store, tr: Translator) -> Found | Toast:
    """Return an answer that waits and may be seen by a member, or why they see none."""
    found = await _found(number, store)
    if found is None:
        return screens.over_toast(None, tr)
    if found[0].state is not HeldState.WAITS:
        return screens.over_toast(found[0].state, tr)
    return found if await eyes.may_look(store, found, me) else screens.for_others_toast(tr)


async def _found(number: int, store: Store) -> Found | None:
    """Return an answer and its request, while its writer has that."""
    held = await store.eyes.one(HeldId(number))
    request = await store.requests.by_id(held.written.request_id) if held else None
    if not held or not request or request.state not in HELD:
        return None
    return (held, request) if held.writer in await team_of(store, request) else None


def _number(tap: CallbackQuery) -> int | None:
    """Return Telegram's number of what was tapped."""
    return tap.message.message_id if tap.message else None


def register(router: Router) -> None:
    """Add the routes of this part of the room."""
    taps, may_look, answers = router.callback_query, allow(Act.LOOK), allow(Act.ANSWER)
    taps.register(look, Look.filter(), flags=may_look)
    taps.register(look_next, LookNext.filter(), flags=may_look)
    taps.register(let_go, LetGo.filter(), flags=may_look)
    taps.register(send_back, SendBack.filter(), flags=may_look)
    taps.register(send_as_it_is, SendAsItIs.filter(), flags=answers)
    taps.register(change, ChangeIt.filter(), flags=answers)
    taps.register(shorten, ShortenIt.filter(), flags=answers)
    taps.register(drop_held, DropHeld.filter(), flags=answers)
