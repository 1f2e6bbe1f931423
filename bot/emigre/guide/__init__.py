"""“What do I do now?”: a walk of questions that ends in a plan."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.emigre.guide import handlers
from bot.emigre.guide.buttons import (
    DropPlan,
    KeepPlan,
    ShowPlan,
    WalkTo,
)
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="guide")
    look, keep, own = allow(Act.LOOK_AROUND), allow(Act.KEEP), allow(Act.SEE_TO_OWN)
    taps = made.callback_query
    made.message.register(handlers.begin, Command("now"), flags=look)
    taps.register(handlers.walk, WalkTo.filter(), flags=look)
    taps.register(handlers.show_plan, ShowPlan.filter(), flags=look)
    taps.register(handlers.keep_plan, KeepPlan.filter(), flags=keep)
    taps.register(handlers.drop_plan, DropPlan.filter(), flags=own)
    return made
