"""What an émigré answers to a reminder. An answer is heard: nobody is told of them then.

To look at the date is none: whoever looks may put the phone away.
"""

from dataclasses import replace

from aiogram.types import CallbackQuery

from bot.core.clock import today
from bot.core.dates import DateId
from bot.core.reminders import put_off
from bot.emigre.dates.buttons import ChangeDate, FinishDate, ShowDate
from bot.emigre.reminding import screens
from bot.emigre.reminding.buttons import (
    DoneReminded,
    HelpReminded,
    LaterReminded,
    OpenReminded,
    WrongReminded,
)
from bot.relay.silence import break_silence
from bot.store.dates import KeptDate
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import AskUrgent
from bot.ui.reception import Entrance
from bot.ui.screen import Screen, Shown
from bot.ui.words import Translator


async def open_it(
    tap: CallbackQuery,
    callback_data: OpenReminded,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Show the date."""
    date = await store.dates.one(me.id, DateId(callback_data.date))
    if date is None:
        return screens.gone(tr)
    return await entrance.go_on(tap, ShowDate(date=date.id).pack(), me, store, tr=tr)


async def done(
    tap: CallbackQuery,
    callback_data: DoneReminded,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Remind no more of it, if it still is the date that was told."""
    date = await _hear(callback_data.date, me, store)
    if date is None:
        return screens.gone(tr)
    if date.version != callback_data.version:
        return await _as_it_is_now(tap, date, me, store, tr=tr, entrance=entrance)
    return await entrance.go_on(tap, FinishDate(date=date.id).pack(), me, store, tr=tr)


async def help_me(
    tap: CallbackQuery,
    callback_data: HelpReminded,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Begin a question that comes before others."""
    await _hear(callback_data.date, me, store)
    return await entrance.go_on(tap, AskUrgent().pack(), me, store, tr=tr)


async def wrong(
    tap: CallbackQuery,
    callback_data: WrongReminded,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Let them mend it."""
    date = await _hear(callback_data.date, me, store)
    if date is None:
        return screens.gone(tr)
    return await entrance.go_on(tap, ChangeDate(date=date.id).pack(), me, store, tr=tr)


async def later(
    tap: CallbackQuery,
    callback_data: LaterReminded,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Remind once more today, in some hours."""
    date = await _hear(callback_data.date, me, store)
    if date is None:
        return screens.gone(tr)
    if date.version != callback_data.version:
        return await _as_it_is_now(tap, date, me, store, tr=tr, entrance=entrance)
    if date.kept.done:
        return await entrance.go_on(tap, ShowDate(date=date.id).pack(), me, store, tr=tr)
    put = put_off(date.kept, store.clock.now())
    if put is None or put.later is None:
        return screens.no_later(tr)
    await store.dates.put(date, put)
    return screens.later(put.later, tr)


async def _hear(number: int, me: Person, store: Store) -> KeptDate | None:
    """Return the date, if it is theirs, and keep that they answered."""
    date = await store.dates.one(me.id, DateId(number))
    if date is None:
        return None
    heard = replace(date.kept, heard=today(store.clock.now()))
    await store.dates.put(date, heard)
    await break_silence(store, me.id)
    return replace(date, kept=heard)


async def _as_it_is_now(
    tap: CallbackQuery,
    date: KeptDate,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Show a date that has changed since the reminder was sent, and say so."""
    shown = await entrance.go_on(tap, ShowDate(date=date.id).pack(), me, store, tr=tr)
    if not isinstance(shown, Screen):
        return shown
    return shown.beginning(screens.another_text(tr))
