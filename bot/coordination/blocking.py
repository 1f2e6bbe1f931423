"""How a coordinator blocks somebody by a request's code, without learning who it is."""

from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.coordination import blocking_screens as screens
from bot.coordination.approval_screens import asked_screen
from bot.coordination.approvals import ask_for_yes, needs_no_yes, note_waived
from bot.coordination.buttons import AskToUnban, Ban, ShowBans, Unban
from bot.coordination.steps import block, settle_wishes
from bot.core.approvals import Matter
from bot.core.outgoing import Kind, Lane, Side
from bot.core.requests import Why
from bot.relay import ban_letters, letters
from bot.relay.buttons import AskToBan, RefuseBan
from bot.relay.doubting import may_know
from bot.relay.passing import speaker_of, tell_one
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
    return (
        await _ask(request, me, store, tr) if request else screens.which_code_screen(tr, code=code)
    )


async def ask_to_ban(
    _: CallbackQuery, callback_data: AskToBan, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more."""
    request = await _of_other(callback_data.code, me, store)
    return await _ask(request, me, store, tr) if request else Toast(refusal(Why.OVER, tr))


async def ban(
    _: CallbackQuery, callback_data: Ban, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask another coordinator for their yes to a block; where there is nobody else, block."""
    request = await _of_other(callback_data.code, me, store)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    if await _alone(request, me, store):
        note_waived(Matter.BLOCK)
        await block(request, store)
        return screens.bans_screen(await store.bans.all(), 0, tr)
    approval = await ask_for_yes(store, Matter.BLOCK, me, subject=request.code)
    return asked_screen(approval, tr) if approval else Toast(refusal(Why.OVER, tr))


async def refuse(
    _: CallbackQuery, callback_data: RefuseBan, me: Person, store: Store, tr: Translator
) -> Shown:
    """Say no to a helper who wishes a block; they and the other coordinators read that."""
    request = await _of_other(callback_data.code, me, store)
    if request is None or not await settle_wishes(request, ban_letters.ban_refused, store):
        return Toast(refusal(Why.DECIDED, tr))
    if request.helper_id is not None:
        await tell_one(store, request, request.helper_id, ban_letters.ban_refused_to_helper)
    return Toast(tr("The helper is told. A note can say why."))


async def show_bans(
    _: CallbackQuery, callback_data: ShowBans, store: Store, tr: Translator
) -> Screen:
    """List who is blocked, by codes and days alone."""
    return screens.bans_screen(await store.bans.all(), callback_data.page, tr)


async def ask_to_unban(_: CallbackQuery, callback_data: AskToUnban, tr: Translator) -> Screen:
    """Ask once more."""
    return screens.ask_to_unban_screen(callback_data.code, tr)


async def unban(_: CallbackQuery, callback_data: Unban, store: Store, tr: Translator) -> Screen:
    """Let somebody ask again, and tell them."""
    if person := await store.bans.lift(callback_data.code):
        home = await store.outbox.place(person, Side.EMIGRE)
        letter = letters.ban_lifted(await speaker_of(person, store))
        await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)
    return screens.bans_screen(await store.bans.all(), 0, tr)


async def _ask(request: Request, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask once more, unless it is done already."""
    if await store.bans.is_banned(request.emigre_id):
        return screens.banned_already_screen(request, tr)
    return screens.ask_to_ban_screen(request, tr, alone=await _alone(request, me, store))


async def _alone(request: Request, me: Person, store: Store) -> bool:
    """Say whether a coordinator can block alone: the only one, who has no part in the request."""
    return await needs_no_yes(store) and await may_know(store, request, me.id)


async def _of_other(code: str, me: Person, store: Store) -> Request | None:
    """Return the request with a code, but for one's own."""
    request = await store.requests.by_code(code.strip().upper())
    return request if request and request.emigre_id != me.id and not request.practice else None
