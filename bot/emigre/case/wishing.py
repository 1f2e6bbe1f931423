"""How somebody wishes to be reminded, and who may see their case."""

from dataclasses import replace

from aiogram.types import CallbackQuery

from bot.core.cases import MORNINGS, Wishes
from bot.emigre.case import wish_screens
from bot.emigre.case.buttons import SetHour, SetWish, ShowLock, ShowWishes, Wish
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def show_wishes(
    _: CallbackQuery, callback_data: ShowWishes, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show how they wish to be reminded."""
    return wish_screens.wishes_screen(await store.cases.wishes_of(me.id), callback_data.case, tr)


async def show_lock(
    _: CallbackQuery, callback_data: ShowLock, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show whether the bot asks before it shows a case."""
    return wish_screens.lock_screen(await store.cases.wishes_of(me.id), callback_data.case, tr)


async def set_hour(
    _: CallbackQuery, callback_data: SetHour, me: Person, store: Store, tr: Translator
) -> Screen:
    """Remind at another hour from now on."""
    wishes = await store.cases.wishes_of(me.id)
    if callback_data.hour in MORNINGS:
        wishes = replace(wishes, hour=callback_data.hour)
        await _wish(wishes, me, store)
    return wish_screens.wishes_screen(wishes, callback_data.case, tr)


async def set_wish(
    _: CallbackQuery, callback_data: SetWish, me: Person, store: Store, tr: Translator
) -> Screen:
    """Wish something, or no longer."""
    wishes = await store.cases.wishes_of(me.id)
    if callback_data.wish is Wish.TELLS_TEAM:
        wishes = replace(wishes, tells_team=callback_data.on)
        await _wish(wishes, me, store)
        return wish_screens.wishes_screen(wishes, callback_data.case, tr)
    wishes = replace(wishes, asks_first=callback_data.on)
    await _wish(wishes, me, store)
    await store.cases.lock(me.id)
    return wish_screens.lock_screen(wishes, callback_data.case, tr)


async def _wish(wishes: Wishes, me: Person, store: Store) -> None:
    """Keep wishes, and let the clock look at the dates by them."""
    await store.cases.wish(me.id, wishes)
    await store.dates.look_anew(me.id)
