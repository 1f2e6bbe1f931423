"""What a reader does. Nothing of it is kept."""

from aiogram.types import CallbackQuery, Message

from bot.content.library import library
from bot.core.clock import today
from bot.core.sections import Section
from bot.emigre.reading import screens
from bot.emigre.reading.buttons import ShowArticle, ShowSection, ShowSources
from bot.store.store import Store
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def show_sections(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Show the topics that have answers."""
    filled = [section for section in Section if library().of_section(section, tr.language)]
    return screens.sections_screen(filled, tr)


async def show_section(_: CallbackQuery, callback_data: ShowSection, tr: Translator) -> Screen:
    """Show the answers of one topic."""
    section = callback_data.section
    return screens.section_screen(section, library().of_section(section, tr.language), tr)


async def show_article(
    tap: CallbackQuery, callback_data: ShowArticle, store: Store, tr: Translator
) -> Screen:
    """Show an answer or one of its parts; one that is gone leads to the topics."""
    article = library().article(callback_data.slug, tr.language)
    if article is None or not 0 <= callback_data.part <= len(article.parts):
        return await show_sections(tap, tr)
    if callback_data.part:
        return screens.part_screen(article, callback_data.part, tr)
    linked = [library().article(slug, tr.language) for slug in article.links]
    named = [other for other in linked if other]
    return screens.article_screen(article, named, today(store.clock.now()), tr)


async def show_sources(tap: CallbackQuery, callback_data: ShowSources, tr: Translator) -> Screen:
    """Show where an answer comes from."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    return screens.sources_screen(article, tr)


async def show_urgent(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Show what helps at once."""
    found = [library().article(slug, tr.language) for slug in screens.URGENT]
    return screens.urgent_screen([article for article in found if article], tr)
