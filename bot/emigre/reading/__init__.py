"""Reading: the topics, an answer, its parts, where it comes from, and what is urgent."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.emigre.reading import handlers
from bot.emigre.reading.buttons import (
    ShowBelow,
    ShowParts,
    ShowRelated,
    ShowSection,
    ShowSections,
    ShowSources,
    TurnSources,
)
from bot.ui.buttons import ShowArticle, ShowUrgent
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="reading")
    look = allow(Act.LOOK_AROUND)
    taps = made.callback_query
    made.message.register(handlers.show_sections, Command("answers"), flags=look)
    made.message.register(handlers.show_urgent, Command("urgent"), flags=look)
    taps.register(handlers.show_sections, ShowSections.filter(), flags=look)
    taps.register(handlers.show_section, ShowSection.filter(), flags=look)
    taps.register(handlers.show_article, ShowArticle.filter(), flags=look)
    taps.register(handlers.show_below, ShowBelow.filter(), flags=look)
    taps.register(handlers.show_parts, ShowParts.filter(), flags=look)
    taps.register(handlers.show_related, ShowRelated.filter(), flags=look)
    taps.register(handlers.show_sources, ShowSources.filter(), flags=look)
    taps.register(handlers.turn_sources, TurnSources.filter(), flags=look)
    taps.register(handlers.show_urgent, ShowUrgent.filter(), flags=look)
    return made
