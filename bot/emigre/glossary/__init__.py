"""The glossary: the words of the offices by matter, one word, and the words of an answer."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.emigre.glossary import handlers
from bot.emigre.glossary.buttons import (
    ShowMatter,
    ShowTerm,
    ShowTermBelow,
    ShowUsing,
)
from bot.emigre.reading.buttons import ShowMatters, ShowTermsOf
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="glossary")
    look = allow(Act.LOOK_AROUND)
    taps = made.callback_query
    made.message.register(handlers.show_matters, Command("words"), flags=look)
    taps.register(handlers.show_matters, ShowMatters.filter(), flags=look)
    taps.register(handlers.show_matter, ShowMatter.filter(), flags=look)
    taps.register(handlers.show_term, ShowTerm.filter(), flags=look)
    taps.register(handlers.show_term_below, ShowTermBelow.filter(), flags=look)
    taps.register(handlers.show_using, ShowUsing.filter(), flags=look)
    taps.register(handlers.show_terms_of, ShowTermsOf.filter(), flags=look)
    return made
