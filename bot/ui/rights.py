"""The one place that checks who may do what."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, TelegramObject

from bot.core.people import Act, may
from bot.store.people import Person
from bot.ui.buttons import home
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator

MAY: Final = "may"
"""The flag by which a handler names its action."""


def allow(act: Act) -> dict[str, Act]:
    """Return the flags of a handler that does `act`."""
    return {MAY: act}


async def check_rights(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Shown | None]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Shown | None:
    """Let a handler run if the person may do what it names; else say so. Inner middleware."""
    me: Person = data["me"]
    if any(may(role, get_flag(data, MAY)) for role in me.roles):
        return await handler(event, data)
    return _not_for_you(event, data["tr"])


def _not_for_you(event: TelegramObject, tr: Translator) -> Shown:
    text = tr("This is for the team alone. Nothing has changed.")
    if isinstance(event, CallbackQuery):
        return Toast(text)
    return Screen(text, [[home(tr)]])
