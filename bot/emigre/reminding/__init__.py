"""Reminders: what the clock says to an émigré, and what they answer."""

from aiogram import Router

from bot.core.people import Act
from bot.emigre.reminding import handlers
from bot.emigre.reminding.buttons import (
    DoneReminded,
    HelpReminded,
    LaterReminded,
    OpenReminded,
    WrongReminded,
)
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="reminding")
    keep, taps = allow(Act.KEEP), made.callback_query
    taps.register(handlers.open_it, OpenReminded.filter(), flags=keep)
    taps.register(handlers.done, DoneReminded.filter(), flags=keep)
    taps.register(handlers.help_me, HelpReminded.filter(), flags=keep)
    taps.register(handlers.wrong, WrongReminded.filter(), flags=keep)
    taps.register(handlers.later, LaterReminded.filter(), flags=keep)
    return made
