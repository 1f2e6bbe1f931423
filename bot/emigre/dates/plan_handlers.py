"""Entering one's own dates: the day, the hour, and in words the place and a note."""

from dataclasses import replace
from datetime import date

from aiogram.types import CallbackQuery, Message

from bot.core.clock import today
from bot.core.dates import LONGEST_PLACE, Appointment
from bot.core.identity import holds_identity_code, without_identity_codes
from bot.core.typed_dates import Lean
from bot.core.typed_numbers import read_hour
from bot.emigre.dates import plan_screens as screens
from bot.emigre.dates.buttons import Appoint, Clear, Step, Write, WriteWithoutCode
from bot.emigre.dates.date_handlers import show
from bot.emigre.dates.date_screens import full_screen, gone_case_screen, gone_screen
from bot.emigre.dates.keeping import (
    case_of,
    date_of,
    dates_of,
    is_full,
    keep_changed,
    keep_new,
    keep_words,
    read_countable,
    to_a_person,
)
from bot.emigre.dates.plans import Plan
from bot.emigre.finding.screens import helped
from bot.emigre.hearing import hear
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.awaited import may_be_danger
from bot.ui.days import misread_text, unpacked
from bot.ui.screen import Expects, Screen
from bot.ui.typed import unused
from bot.ui.words import Translator


async def appoint(
    _: CallbackQuery, callback_data: Appoint, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the screen that a button leads to, with what it carries."""
    if await case_of(callback_data.case, me, store) is None:
        return gone_case_screen(tr)
    plan, step = Plan.of(callback_data), callback_data.step
    if step is Step.MONTH:
        return _month(callback_data, plan, store, tr)
    if step is Step.KEEP and plan.next is Step.CHECK:
        return await _keep(plan, me, store, tr)
    return _screen(step, plan, store, tr)


async def type_day(
    message: Message, callback_data: Appoint, me: Person, store: Store, tr: Translator
) -> Screen:
    """Take the day that was typed, or say what is wrong with it."""
    if await case_of(callback_data.case, me, store) is None:
        return gone_case_screen(tr)
    plan = Plan.of(callback_data)
    read = read_countable(message.text or "", today(store.clock.now()), Lean.FUTURE)
    if isinstance(read, date):
        plan = plan.on(read)
        return _screen(plan.next, plan, store, tr)
    ask = await to_a_person(me, store, tr)
    return screens.day_screen(plan, tr, news=misread_text(read, tr), ask=ask)


async def type_hour(
    message: Message, callback_data: Appoint, me: Person, store: Store, tr: Translator
) -> Screen:
    """Take the hour that was typed, or say what is wrong with it."""
    if await case_of(callback_data.case, me, store) is None:
        return gone_case_screen(tr)
    plan = Plan.of(callback_data)
    hour = read_hour(message.text or "")
    if hour is not None:
        plan = plan.at(hour)
        return _screen(plan.next, plan, store, tr)
    ask = await to_a_person(me, store, tr)
    now = today(store.clock.now())
    if plan.day is None:
        return screens.day_screen(plan, tr)
    return screens.hour_screen(plan, now, tr, news=screens.no_hour_text(tr), ask=ask)


async def write(
    _: CallbackQuery, callback_data: Write, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask for a place or a note."""
    kept = await date_of(callback_data.date, me, store)
    if kept is None or not isinstance(kept.kept.what, Appointment):
        return gone_screen(tr)
    return screens.words_screen(kept.id, kept.kept.what, tr, is_place=callback_data.is_place)


async def type_words(
    message: Message, callback_data: Write, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep a place or a note as it was typed; what may be a cry for help is met as one as well."""
    is_place, text = callback_data.is_place, (message.text or "").strip()
    shown = await _write(callback_data, text, me, store, tr)
    asked_for = Expects.PLACE if is_place else Expects.NOTE
    if not may_be_danger(asked_for, text, tr.language):
        return shown
    return helped(shown, hear([text], tr.language), tr)


async def write_without_code(
    tap: CallbackQuery, callback_data: WriteWithoutCode, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep what the tapped screen replies to, without the identity code in it."""
    there = Write(date=callback_data.date, is_place=callback_data.is_place)
    written = await unused(tap, me, store)
    if written is None:
        return await write(tap, there, me, store, tr)
    text = without_identity_codes((written.text or "").strip())
    return await _write(there, text, me, store, tr)


async def _write(there: Write, text: str, me: Person, store: Store, tr: Translator) -> Screen:
    """Keep a place or a note.

    What is too long, or holds an identity code, is not kept, and what was kept stays.
    """
    kept, is_place = await date_of(there.date, me, store), there.is_place
    if kept is None or not isinstance(kept.kept.what, Appointment):
        return gone_screen(tr)
    what = kept.kept.what
    if holds_identity_code(text):
        return screens.with_code_screen(kept.id, what, tr, is_place=is_place)
    if len(text) > LONGEST_PLACE:
        news = [screens.too_long_text(len(text), tr)]
        return screens.words_screen(kept.id, what, tr, is_place=is_place, news=news)
    written = replace(what, place=text) if is_place else replace(what, note=text)
    await keep_words(kept, written, store)
    return await show(kept.id, me, store, tr)


async def clear(
    _: CallbackQuery, callback_data: Clear, me: Person, store: Store, tr: Translator
) -> Screen:
    """Delete a place or a note."""
    kept = await date_of(callback_data.date, me, store)
    if kept is None or not isinstance(kept.kept.what, Appointment):
        return gone_screen(tr)
    what = kept.kept.what
    cleared = replace(what, place="") if callback_data.is_place else replace(what, note="")
    await keep_words(kept, cleared, store)
    return await show(kept.id, me, store, tr)


def _screen(step: Step, plan: Plan, store: Store, tr: Translator) -> Screen:
    """Show a step; of one that needs a day, the question for it while there is none."""
    now = today(store.clock.now())
    if plan.day is None or step is Step.DAY:
        return screens.day_screen(plan, tr)
    if step is Step.HOUR or plan.next is Step.HOUR:
        return screens.hour_screen(plan, now, tr)
    return screens.check_screen(plan, now, tr)


def _month(button: Appoint, plan: Plan, store: Store, tr: Translator) -> Screen:
    """Show the calendar. Its button carries a month in the place of the day."""
    now = today(store.clock.now())
    month = unpacked(button.day) or now
    return screens.month_screen(month, replace(plan, day=None), now, tr)


async def _keep(plan: Plan, me: Person, store: Store, tr: Translator) -> Screen:
    """Keep it, in the place of what it was before."""
    before = await date_of(plan.changes, me, store)
    if before and isinstance(before.kept.what, Appointment):
        await keep_changed(before, plan.appointment(before.kept.what), store)
        return await show(before.id, me, store, tr, news=screens.changed_text(tr))
    if is_full(await dates_of(plan.case, me, store), 1):
        return full_screen(plan.case, tr)
    number = await keep_new(plan.case, plan.appointment(), me, store)
    return await show(number, me, store, tr, news=screens.kept_text(tr))
