"""How a case comes to its stage and its days. A day is shown in full before it counts."""

from datetime import date

from aiogram.types import CallbackQuery, Message

from bot.core.cases import CANNOT_BE, DayOf, Doubt, Whose, doubt, goes_back, moved_to, with_day
from bot.core.clock import today
from bot.core.dates import contradicts
from bot.core.typed_dates import Lean, Misread, read_day
from bot.emigre.case import day_screens, screens
from bot.emigre.case.buttons import (
    AskDay,
    CheckDay,
    ChooseIn,
    ChooseStage,
    KeepDay,
    MoveTo,
    ShowMonth,
)
from bot.emigre.case.handlers import gone, seen
from bot.emigre.dates.keeping import case_of
from bot.store.cases import KeptCase
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.days import misread_text, unpacked
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def choose_stage(
    _: CallbackQuery, callback_data: ChooseStage, me: Person, store: Store, tr: Translator
) -> Screen:
    """Offer what usually comes next; of a case without a stage, where to look for it."""
    kept = await case_of(callback_data.case, me, store)
    if kept is None and callback_data.case is not None:
        return await gone(me, store, tr)
    if kept is None or kept.case.stage is None:
        return day_screens.phases_screen(kept, tr)
    return day_screens.next_screen(kept, kept.case.stage, tr)


async def choose_in(
    _: CallbackQuery, callback_data: ChooseIn, me: Person, store: Store, tr: Translator
) -> Screen:
    """Offer the phases, or the stages of one."""
    kept = await case_of(callback_data.case, me, store)
    if kept is None and callback_data.case is not None:
        return await gone(me, store, tr)
    if callback_data.phase is None:
        return day_screens.phases_screen(kept, tr)
    return day_screens.phase_screen(kept, callback_data.phase, tr)


async def move(
    _: CallbackQuery, callback_data: MoveTo, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep a stage, and ask since when; a step back is asked about first."""
    kept, stage = await case_of(callback_data.case, me, store), callback_data.stage
    if kept is None and callback_data.case is not None:
        return await gone(me, store, tr)
    kept = kept or await store.cases.begin(me.id, Whose.ME)
    now = kept.case.stage
    if now and goes_back(kept.case, stage) and not callback_data.sure:
        return day_screens.step_back_screen(kept, now, stage, tr)
    if now is not stage:
        await store.cases.change(kept, moved_to(kept.case, stage))
        kept = await case_of(kept.id, me, store) or kept
    news = screens.kept_text(tr)
    if kept.case.since:
        return await seen(kept, me, store, tr, news=news)
    return day_screens.ask_screen(kept, DayOf.SINCE, tr, news=news)


async def ask_day(
    _: CallbackQuery, callback_data: AskDay, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask for a day."""
    kept = await _asked(callback_data, me, store)
    if kept is None:
        return await _not_asked(callback_data.case, me, store, tr)
    return day_screens.ask_screen(kept, callback_data.of, tr)


async def show_month(
    _: CallbackQuery, callback_data: ShowMonth, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show a month to choose from."""
    kept, now = await _asked(callback_data, me, store), today(store.clock.now())
    if kept is None:
        return await _not_asked(callback_data.case, me, store, tr)
    month = unpacked(callback_data.month) or now
    return day_screens.month_screen(kept, callback_data.of, month, now, tr)


async def type_day(
    message: Message, callback_data: AskDay, me: Person, store: Store, tr: Translator
) -> Screen:
    """Read the day that was typed; one that cannot be read is asked for again."""
    kept, of = await _asked(callback_data, me, store), callback_data.of
    if kept is None:
        return await _not_asked(callback_data.case, me, store, tr)
    read = read_day(message.text or "", today(store.clock.now()), Lean.PAST)
    if isinstance(read, Misread):
        return day_screens.ask_screen(kept, of, tr, news=misread_text(read, tr), misread=True)
    return await _check(kept, (of, read), me, store, tr)


async def check_day(
    _: CallbackQuery, callback_data: CheckDay, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the day that was chosen in full."""
    kept, day = await _asked(callback_data, me, store), unpacked(callback_data.day)
    if kept is None or day is None:
        return await _not_asked(callback_data.case, me, store, tr)
    return await _check(kept, (callback_data.of, day), me, store, tr)


async def keep_day(
    _: CallbackQuery, callback_data: KeepDay, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep a day that was shown in full, or that nobody knows it."""
    kept, of = await _asked(callback_data, me, store), callback_data.of
    day = unpacked(callback_data.day) if callback_data.day else None
    if kept is None:
        return await _not_asked(callback_data.case, me, store, tr)
    if refused := _refused(kept, of, day, store, tr):
        return refused
    changed = with_day(kept.case, of, day)
    if changed == kept.case:
        return await seen(kept, me, store, tr)
    await store.cases.change(kept, changed)
    kept = await case_of(kept.id, me, store) or kept
    if of is DayOf.LODGED:  # they came from there, and see it there
        return screens.more_screen(kept, tr).beginning(screens.kept_text(tr))
    return await seen(kept, me, store, tr, news=screens.kept_text(tr))


async def _asked(
    data: AskDay | ShowMonth | CheckDay | KeepDay, me: Person, store: Store
) -> KeptCase | None:
    """Return the case whose day is asked for; None if it is gone, or has no stage to begin."""
    kept = await case_of(data.case, me, store)
    needs_stage = data.of is DayOf.SINCE
    return None if kept and needs_stage and kept.case.stage is None else kept


async def _not_asked(number: int, me: Person, store: Store, tr: Translator) -> Screen:
    """Show a case whose day cannot be asked for, or say that it is gone."""
    kept = await case_of(number, me, store)
    return await seen(kept, me, store, tr) if kept else await gone(me, store, tr)


async def _check(
    kept: KeptCase, asked: tuple[DayOf, date], me: Person, store: Store, tr: Translator
) -> Screen:
    of, day = asked
    if refused := _refused(kept, of, day, store, tr):
        return refused
    now = today(store.clock.now())
    odd = doubt(kept.case, of, day, now)
    if odd is None and of is DayOf.LODGED and await _contradicts(kept, day, me, store):
        odd = Doubt.OTHER_LAW
    return day_screens.check_screen(kept, of, day, doubt=odd, today=now, tr=tr)


async def _contradicts(kept: KeptCase, lodged: date, me: Person, store: Store) -> bool:
    """Say whether a date of a case that is not done is counted by another law."""
    theirs = [each.kept for each in await store.dates.of_case(me.id, kept.id)]
    return any(contradicts(each.what, lodged) for each in theirs if not each.done)


def _refused(
    kept: KeptCase, of: DayOf, day: date | None, store: Store, tr: Translator
) -> Screen | None:
    """Return the question once more if a day cannot be; what stood before stays."""
    odd = doubt(kept.case, of, day, today(store.clock.now())) if day else None
    if odd not in CANNOT_BE:
        return None
    return day_screens.ask_screen(kept, of, tr, news=day_screens.refusal_of(odd, tr))
