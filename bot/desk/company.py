"""A helper asks a colleague in, or to take a question over; a colleague says yes or no."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.companions import Part
from bot.core.people import Act
from bot.core.requests import HELD
from bot.desk import company_screens as screens
from bot.desk.buttons import (
    AskColleague,
    AskToDismiss,
    AskToGoOut,
    AskWhom,
    DismissCompanion,
    GoOut,
    WithdrawAsk,
)
from bot.desk.handlers import as_it_is, had, helps, is_in_thread, may_not_have
from bot.desk.screens import claimed_screen
from bot.relay import company
from bot.relay.buttons import ComeIn, SayNo, ShowCompany
from bot.relay.leaving import let_go, send_away
from bot.relay.passing import has_threads
from bot.store.companions import Companion
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.rights import allow
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator


async def show(
    _: CallbackQuery, callback_data: ShowCompany, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show who helps along in a question that one has, and whom to ask."""
    request = await had(callback_data.code, me, store)
    if request is None or request.state not in HELD or request.practice:
        return await as_it_is(request, store, tr)
    return await _screen(request, store, tr)


async def ask_whom(
    _: CallbackQuery, callback_data: AskWhom, me: Person, store: Store, tr: Translator
) -> Shown:
    """List the colleagues who can."""
    request, part = await had(callback_data.code, me, store), callback_data.part
    if request is None or request.state not in HELD or request.practice:
        return await as_it_is(request, store, tr)
    able = await company.who_can(store, request, part)
    return screens.whom_screen(request, part, able, tr, now=store.clock.now())


async def ask(
    _: CallbackQuery, callback_data: AskColleague, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask one of them."""
    request, part = await had(callback_data.code, me, store), callback_data.part
    if request is None or request.state not in HELD or request.practice:
        return await as_it_is(request, store, tr)
    able = await company.who_can(store, request, part)
    chosen = next((each for each in able if each.code == callback_data.member), None)
    if chosen is None:  # gone, suspended, or in already since the list was shown
        return screens.whom_screen(request, part, able, tr, now=store.clock.now())
    await company.ask(store, request, part, chosen.id)
    return await _screen(request, store, tr)


async def withdraw(
    _: CallbackQuery, callback_data: WithdrawAsk, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask a colleague no more."""
    request = await had(callback_data.code, me, store)
    if request is None or request.state not in HELD or request.practice:
        return await as_it_is(request, store, tr)
    colleague = await store.team.by_code(callback_data.member)
    if colleague is not None:
        await company.withdraw(store, request, colleague.person_id)
    return await _screen(request, store, tr)


async def ask_to_dismiss(
    _: CallbackQuery, callback_data: AskToDismiss, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more."""
    request = await had(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    companion = await _beside(request, callback_data.companion, store)
    if companion is None:
        return await _screen(request, store, tr)
    return screens.dismiss_screen(request, companion, tr)


async def dismiss(
    _: CallbackQuery, callback_data: DismissCompanion, me: Person, store: Store, tr: Translator
) -> Shown:
    """Let somebody go who helps along; they are told."""
    request = await had(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    if companion := await _beside(request, callback_data.companion, store):
        await send_away(store, request, companion)
    return await _screen(request, store, tr)


async def come_in(
    _: CallbackQuery, callback_data: ComeIn, me: Person, store: Store, tr: Translator
) -> Shown:
    """Do what one was asked, if it still is needed."""
    request = await store.requests.by_code(callback_data.code)
    if request is None or request.state not in HELD:
        return _not_needed(tr)
    if not await is_asked(request, me, store):
        return _not_needed(tr)
    if refused := await may_not_have(request, me, store, tr):
        return replace(refused, below=True) if isinstance(refused, Screen) else refused
    part = await company.come_in(store, request, me.id)
    if part is None:
        return _not_needed(tr)
    threads = await has_threads(store)
    if part is Part.MAIN:
        return claimed_screen(request, tr, threads=threads)
    return screens.came_in_screen(request, tr, threads=threads)


async def is_asked(request: Request, me: Person, store: Store) -> bool:
    """Say whether a colleague has asked somebody into a question."""
    return any(each.person_id == me.id for each in await store.companions.asked(request.id))


async def say_no(
    _: CallbackQuery, callback_data: SayNo, me: Person, store: Store, tr: Translator
) -> Shown:
    """Say that one cannot."""
    request = await store.requests.by_code(callback_data.code)
    member = await store.team.member(me.id)
    if request is None or member is None:
        return _not_needed(tr)
    if not await company.say_no(store, request, me.id, member.code):
        return _not_needed(tr)
    return screens.said_no_screen(request, tr)


async def ask_to_go_out(
    _: CallbackQuery, callback_data: AskToGoOut, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    return screens.go_out_screen(request, tr)


async def go_out(
    tap: CallbackQuery, callback_data: GoOut, me: Person, store: Store, tr: Translator
) -> Shown:
    """Help along no more."""
    request = await helps(callback_data.code, me, store)
    companion = await store.companions.here(request.id, me.id) if request else None
    if request is None or companion is None:
        return await as_it_is(None, store, tr)
    await let_go(store, request, companion)
    shown = screens.went_out_screen(request, tr)
    return Toast(shown.text) if is_in_thread(tap) else shown  # the thread is deleted


async def _beside(request: Request, number: int, store: Store) -> Companion | None:
    return next((each for each in await store.companions.of(request.id) if each.id == number), None)


async def _screen(request: Request, store: Store, tr: Translator) -> Screen:
    companions = await store.companions.of(request.id)
    asks = await store.companions.asked(request.id)
    asked = [(each.part, await store.team.member(each.person_id)) for each in asks]
    return screens.company_screen(request, companions, asked, tr)


def _not_needed(tr: Translator) -> Toast:
    return Toast(tr("You are not needed in this question any more. Thank you."))


def register(made: Router) -> None:
    """Add the routes of this part of the room."""
    taps, answer = made.callback_query, allow(Act.ANSWER)
    taps.register(show, ShowCompany.filter(), flags=answer)
    taps.register(ask_whom, AskWhom.filter(), flags=answer)
    taps.register(ask, AskColleague.filter(), flags=answer)
    taps.register(withdraw, WithdrawAsk.filter(), flags=answer)
    taps.register(ask_to_dismiss, AskToDismiss.filter(), flags=answer)
    taps.register(dismiss, DismissCompanion.filter(), flags=answer)
    taps.register(come_in, ComeIn.filter(), flags=answer)
    taps.register(say_no, SayNo.filter(), flags=answer)
    taps.register(ask_to_go_out, AskToGoOut.filter(), flags=answer)
    taps.register(go_out, GoOut.filter(), flags=answer)
