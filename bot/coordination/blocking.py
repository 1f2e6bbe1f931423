"""How a coordinator blocks somebody by a request's code, without learning who it is."""

from datetime import datetime

from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.coordination import blocking_screens as screens
from bot.coordination.buttons import AskToUnban, Ban, ShowBans, Unban
from bot.core.outgoing import Kind, Side
from bot.core.requests import Event, Refused, Why
from bot.core.routing.daytime import apart
from bot.relay import letters
from bot.relay.buttons import AskToBan
from bot.relay.offering import end_offers
from bot.relay.passing import speaker_of, tell, tell_closed
from bot.relay.watching import watch
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.refusals import refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator

BY_CODE = Command("block")


async def ask_by_code(
    _: Message, command: CommandObject, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask whether to block whoever asked the request whose code is typed behind the command."""
    code = command.args or ""
    request = await _of_other(code, me, store)
    return await _ask(request, store, tr) if request else screens.which_code_screen(tr, code=code)


async def ask_to_ban(
    _: CallbackQuery, callback_data: AskToBan, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more."""
    request = await _of_other(callback_data.code, me, store)
    return await _ask(request, store, tr) if request else Toast(refusal(Why.OVER, tr))


async def ban(
    _: CallbackQuery, callback_data: Ban, me: Person, store: Store, tr: Translator
) -> Shown:
    """Block whoever asked a request; what they have open closes, and they are told why."""
    request = await _of_other(callback_data.code, me, store)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    await store.bans.ban(request.emigre_id, request.code)
    every = await store.requests.all_open_of(request.emigre_id)
    at = store.clock.now()
    for current in sorted(every, key=lambda each: each.id != request.id):
        await _close(current, store, at=at)
        at = apart(store.clock.now())
    await _fulfil_wishes(request, store)
    return screens.bans_screen(await store.bans.all(), 0, tr)


async def show_bans(
    _: CallbackQuery, callback_data: ShowBans, store: Store, tr: Translator
) -> Screen:
    """List who is blocked, by codes and days alone."""
    return screens.bans_screen(await store.bans.all(), callback_data.page, tr)


async def ask_to_unban(_: CallbackQuery, callback_data: AskToUnban, tr: Translator) -> Screen:
    """Ask once more."""
    return screens.ask_to_unban_screen(callback_data.code, tr)


async def unban(_: CallbackQuery, callback_data: Unban, store: Store, tr: Translator) -> Screen:
    """Let somebody ask again."""
    await store.bans.lift(callback_data.code)
    return screens.bans_screen(await store.bans.all(), 0, tr)


async def _ask(request: Request, store: Store, tr: Translator) -> Screen:
    """Ask once more, unless it is done already."""
    if await store.bans.is_banned(request.emigre_id):
        return screens.banned_already_screen(request, tr)
    return screens.ask_to_ban_screen(request, tr)


async def _fulfil_wishes(request: Request, store: Store) -> None:
    """Let what volunteers asked for by this request say that it is done."""
    wishes = await store.outbox.ban_wishes(request.id)
    await store.outbox.drop_unsent(wish.id for wish in wishes)
    for wish in await store.outbox.ban_wishes(request.id):
        tr = await speaker_of(await store.outbox.person_at(wish.place_id), store)
        await store.outbox.change(wish, Kind.EDIT, letters.ban_done(request, tr))


async def _close(request: Request, store: Store, *, at: datetime) -> None:
    """Close one; its helper hears of it at `at` (aware), so that nobody sees whose two are one's.

    Whoever asked hears at once.
    """
    closed = await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    if isinstance(closed, Refused):
        return
    await end_offers(store, closed)
    await tell_closed(store, closed, Side.EMIGRE, at=at)
    await tell(store, closed, Side.EMIGRE, letters.closed_for_good)
    await watch(store, closed)


async def _of_other(code: str, me: Person, store: Store) -> Request | None:
    """Return the request with a code, but for one's own."""
    request = await store.requests.by_code(code.strip().upper())
    return request if request and request.emigre_id != me.id and not request.practice else None
