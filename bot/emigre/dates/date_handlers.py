"""What somebody does with a date that they keep."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.types import CallbackQuery
from markupsafe import Markup

from bot.content.library import library
from bot.core.cases import Whose
from bot.core.clock import today
from bot.core.dates import Appointment, FromPaper
from bot.core.reminders import Kept
from bot.emigre.dates import date_screens as screens
from bot.emigre.dates.answers import again
from bot.emigre.dates.buttons import (
    AskToDrop,
    ChangeDate,
    ChooseReminder,
    DropDate,
    FinishDate,
    ShowDate,
    ShowDates,
    ShowReminders,
    ShowSteps,
)
from bot.emigre.dates.date_screens import Seen
from bot.emigre.dates.keeping import case_of, date_of, dates_of, drop
from bot.emigre.dates.results import MISSED
from bot.emigre.dates.step_screens import kept_steps_screen
from bot.emigre.dates.walk_screens import answers_screen
from bot.relay.silence import break_silence
from bot.store.cases import KeptCase
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator


async def show_all(
    _: CallbackQuery, callback_data: ShowDates, me: Person, store: Store, tr: Translator
) -> Screen:
    """List the dates of a case."""
    case = await case_of(callback_data.case, me, store)
    if case is None:
        return screens.gone_case_screen(tr)
    return await _list(case, callback_data.page, me, store, tr)


async def show_one(
    _: CallbackQuery, callback_data: ShowDate, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show a date."""
    return await show(callback_data.date, me, store, tr)


async def show_steps(
    _: CallbackQuery, callback_data: ShowSteps, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show how a deadline was counted."""
    seen = await _seen(callback_data.date, me, store, tr)
    if seen is None or seen.reckoning is None:
        return await show(callback_data.date, me, store, tr)
    return kept_steps_screen(seen.of.id, seen.reckoning, callback_data.page, tr)


async def change(
    _: CallbackQuery, callback_data: ChangeDate, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask what of a date is to be otherwise."""
    seen = await _seen(callback_data.date, me, store, tr)
    if seen is None:
        return screens.gone_screen(tr)
    what = seen.kept.what
    if isinstance(what, Appointment):
        return screens.change_screen(seen, what, tr)
    return answers_screen(again(seen.of.id, seen.of.case_id, what), tr)


async def finish(
    _: CallbackQuery, callback_data: FinishDate, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep that a date is done, or that it is not done after all."""
    date = await date_of(callback_data.date, me, store)
    if date is None:
        return screens.gone_screen(tr)
    if callback_data.done is not (date.kept.done is not None):
        done = today(store.clock.now()) if callback_data.done else None
        await store.dates.put(date, replace(date.kept, done=done, later=None))
        if callback_data.done:
            await store.date_letters.drop_of(date.id)
            await break_silence(store, me.id)
    return await show(date.id, me, store, tr)


async def ask_to_drop(
    _: CallbackQuery, callback_data: AskToDrop, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask once more."""
    seen = await _seen(callback_data.date, me, store, tr)
    return screens.drop_screen(seen, tr) if seen else screens.gone_screen(tr)


async def drop_one(
    _: CallbackQuery, callback_data: DropDate, me: Person, store: Store, tr: Translator
) -> Screen:
    """Delete a date, and show the others."""
    date = await date_of(callback_data.date, me, store)
    if date is None:
        return screens.gone_screen(tr)
    await drop(date, store)
    case = await case_of(date.case_id, me, store)
    shown = await _list(case, 0, me, store, tr) if case else screens.gone_screen(tr)
    return shown.beginning(screens.deleted_text(tr))


async def show_reminders(
    _: CallbackQuery, callback_data: ShowReminders, me: Person, store: Store, tr: Translator
) -> Screen:
    """Offer on which days to be reminded."""
    seen = await _seen(callback_data.date, me, store, tr)
    return screens.reminders_screen(seen, tr) if seen else screens.gone_screen(tr)


async def choose_reminder(
    _: CallbackQuery, callback_data: ChooseReminder, me: Person, store: Store, tr: Translator
) -> Shown:
    """Remind on one day more, or one less; at least one is left."""
    seen = await _seen(callback_data.date, me, store, tr)
    if seen is None:
        return screens.gone_screen(tr)
    kept = _with_reminder(seen.kept, callback_data.distance)
    if kept is None:
        return Toast(screens.one_stays_text(tr))
    await store.dates.put(seen.of, kept)
    return screens.reminders_screen(replace(seen, of=replace(seen.of, kept=kept)), tr)


async def show(
    number: int,
    me: Person,
    store: Store,
    tr: Translator,
    *,
    news: Markup | None = None,
    also: Sequence[FromPaper] = (),
) -> Screen:
    """Return the screen of a date, with news before it. `also`: what else its paper asks for."""
    seen = await _seen(number, me, store, tr)
    shown = screens.gone_screen(tr)
    if seen:
        shown = screens.date_screen(replace(seen, also=also), tr)
    return shown.beginning(news) if seen and news else shown


def _with_reminder(kept: Kept, distance: int | None) -> Kept | None:
    """Return a date with one distance chosen, or no longer; None if nothing would be left."""
    if distance is None:
        return replace(kept, distances=None)
    chosen = set(screens.distances_of(kept)) ^ ({distance} & set(screens.DISTANCES))
    return replace(kept, distances=tuple(sorted(chosen, reverse=True))) if chosen else None


async def _list(case: KeptCase, page: int, me: Person, store: Store, tr: Translator) -> Screen:
    dates = await dates_of(case.id, me, store)
    return screens.dates_screen(case, dates, page, store.clock.now(), tr)


async def _seen(number: int, me: Person, store: Store, tr: Translator) -> Seen | None:
    date = await date_of(number, me, store)
    if date is None:
        return None
    case = await case_of(date.case_id, me, store)
    whose = case.case.whose if case else Whose.ME
    missed = library().article(MISSED, tr.language)
    return Seen(date, store.clock.now(), missed, whose=whose)
