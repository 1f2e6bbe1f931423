"""Whose date it is: said above each screen where somebody keeps the cases of several people."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import TelegramObject
from markupsafe import Markup

from bot.emigre.dates.keeping import date_of
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.cases import whose_name
from bot.ui.screen import Screen
from bot.ui.texts import title_text
from bot.ui.words import Translator


async def say_whose(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> object:
    """Let a handler make its screen, and name the person whose date it is about."""
    shown = await handler(event, data)
    if not isinstance(shown, Screen):
        return shown
    name = await _whose(data["callback_data"], data["me"], data["store"], data["tr"])
    return shown.beginning(name) if name else shown


async def _whose(said: object, me: Person, store: Store, tr: Translator) -> Markup | None:
    """Return whose case a button of this room is about, where there are several."""
    kept = await store.cases.all_of(me.id)
    if not kept[1:]:
        return None
    number = getattr(said, "case", None)
    if number is None:
        date = await date_of(getattr(said, "date", 0), me, store)
        number = date.case_id if date else None
    found = next((each for each in kept if each.id == number), None)
    return title_text(whose_name(found.case.whose, tr)) if found else None
