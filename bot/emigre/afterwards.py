"""After an answer: a question stays open, is opened again, or its author says if it helped."""

from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.core.outgoing import Kind, Letter, Side
from bot.core.people import EMIGRE_ALIASES, Standing, draw_alias
from bot.core.requests import MOST_OPEN, Event, Refused, State
from bot.core.timers import TimerKind
from bot.emigre import request_screens
from bot.emigre.own_screens import most_open_text
from bot.relay import lapse_letters, letters
from bot.relay.buttons import Helped, Reopen, StillOpen
from bot.relay.leaving import dissolve, take_down
from bot.relay.offering import offer_new
from bot.relay.passing import speaker_of, tell
from bot.relay.watching import LAPSES, watch
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.reception import Home
from bot.ui.refusals import refusal
from bot.ui.screen import Shown, Toast
from bot.ui.words import Translator


async def still_open(
    _: CallbackQuery,
    callback_data: StillOpen,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Let a question stay open that would have closed by itself, and ask for what is not clear."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    if request.state is not State.ANSWERED:
        return request_screens.request_screen(request, tr, may_ask=me.may_ask)
    await watch(store, request)
    await tell(store, request, Side.TEAM, lapse_letters.still_needed)
    return request_screens.still_open_screen(request, tr)


async def reopen(
    _: CallbackQuery, callback_data: Reopen, me: Person, store: Store, *, tr: Translator, home: Home
) -> Shown:
    """Open a closed question again: with the helper who had it, or for another later."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    if len(await store.requests.all_open_of(me.id)) >= MOST_OPEN:
        return Toast(most_open_text(tr))
    if request.practice or not await store.requests.said_in(request.id):
        return request_screens.request_screen(request, tr, may_ask=me.may_ask)
    has_it = await _is_still_there(request, store)
    again = await (_go_on(request, store) if has_it else _ask_again(request, store))
    if isinstance(again, Refused):
        return Toast(refusal(again.why, tr))
    return request_screens.reopened_screen(again, tr)


async def helped(
    tap: CallbackQuery,
    callback_data: Helped,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Keep whether a question of one's own helped; what asked so, asks no more."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    await store.figures.note_help(request.id, helped=callback_data.yes)
    said = tr("Thank you for saying so. You can open the question again, or ask anew.")
    if callback_data.yes:
        said = tr("Thank you. That helps the team too.")
    await _ask_no_more(tap, said, request, me, store)
    return Toast(said)


async def _ask_no_more(
    tap: CallbackQuery, said: Markup, request: Request, me: Person, store: Store
) -> None:
    """Let the letter that was tapped hold the thanks, in the place of the buttons that asked."""
    letter = tap.message
    copy = await store.copies.at(me.chat_id, letter.message_id) if letter else None
    if copy is None or not isinstance(letter, Message) or letter.reply_markup is None:
        return
    asks = f"{Helped.__prefix__}{Helped.__separator__}"
    rows = [
        [{"text": key.text, "callback_data": key.callback_data or ""} for key in row]
        for row in letter.reply_markup.inline_keyboard
        if not any((key.callback_data or "").startswith(asks) for key in row)
    ]
    thanked = Letter(f"{letter.html_text}\n\n{said}", rows)
    await store.outbox.change(copy, Kind.EDIT, thanked, request=request.id)


async def _is_still_there(request: Request, store: Store) -> bool:
    """Say whether a question's helper belongs to the team, and still sees the question."""
    if request.helper_id is None:
        return False
    if request.emigre_id in await store.offers.kept_from(request.helper_id):
        return False
    member = await store.team.member(request.helper_id)
    sees_it = await store.timers.is_set(TimerKind.VEIL, request.id)
    return sees_it and member is not None and member.standing is not Standing.SUSPENDED


async def _go_on(request: Request, store: Store) -> Request | Refused:
    again = await store.requests.move(request, Event.REOPEN, closed_at=None)
    if isinstance(again, Refused) or again.helper_id is None:
        return again
    await dissolve(store, again)  # who is needed is asked in again: somebody may be avoided by now
    tr = await speaker_of(again.helper_id, store)
    place = await store.outbox.place(again.helper_id, Side.TEAM, again.id)
    title = Letter(str(letters.title(again, tr)))
    await store.outbox.put(place, Kind.RENAME, title, request=again.id)
    await tell(store, again, Side.TEAM, lapse_letters.reopened)
    await watch(store, again)
    return again


async def _ask_again(request: Request, store: Store) -> Request | Refused:
    waiting = await store.requests.move(
        request,
        Event.ASK_AGAIN,
        closed_at=None,
        sent_at=store.clock.now(),
        answered_at=None,
        helper_id=None,
        helper_alias=None,
        alias=draw_alias(EMIGRE_ALIASES, {request.alias}),
    )
    if isinstance(waiting, Refused):
        return waiting
    if request.helper_id is not None:  # suspended, or gone: what they saw is not theirs any more
        await take_down(store, request, request.helper_id)
    await dissolve(store, request)
    await store.timers.drop_of(request.id, LAPSES)
    offered = await store.requests.move(waiting, Event.OFFER)
    if not isinstance(offered, Refused):
        await offer_new(store, offered)
    return offered
