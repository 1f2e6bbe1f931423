"""The public figures: a picture, the same as text, and what they mean for one person."""

from aiogram import Router

from bot.core.people import Act
from bot.emigre.figures import handlers
from bot.emigre.reading.buttons import ShowFigures
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="figures")
    look = allow(Act.LOOK_AROUND)
    made.callback_query.register(handlers.show_figures, ShowFigures.filter(), flags=look)
    return made
