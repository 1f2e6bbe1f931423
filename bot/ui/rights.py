"""The one place that checks who may do what."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, TelegramObject
from markupsafe import Markup

from bot.core.people import CLOSED_TO_BANNED, Act, may
from bot.store.people import Person
from bot.ui.buttons import home
from bot.ui.refusals import asks_no_more
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.welcome import access_paused
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
    act = get_flag(data, MAY)
    tr: Translator = data["tr"]
    if me.banned and act in CLOSED_TO_BANNED:
        return _no(event, asks_no_more(tr), tr)
    if any(may(role, act) for role in me.roles):
        return await handler(event, data)
    if me.suspended:
        return _no(event, access_paused(tr) + " " + tr("Nothing has changed."), tr)
    if me.role is not None:
        text = tr("Only coordinators can do this. Nothing has changed. One of them can help you.")
        return _no(event, text, tr)
    return _no(event, tr("This is for the team alone. Nothing has changed."), tr)


def _no(event: TelegramObject, text: Markup, tr: Translator) -> Shown:
    if isinstance(event, CallbackQuery):
        return Toast(text)
    return Screen(text, [[home(tr)]])
