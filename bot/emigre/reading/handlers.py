"""What a reader does. Nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from aiogram.types import CallbackQuery, Message

from bot.content.articles import Article
from bot.content.glossary_uses import uses
from bot.content.library import library
from bot.core.clock import today
from bot.emigre.reading import screens
from bot.emigre.reading.buttons import (
    ShowBelow,
    ShowParts,
    ShowRelated,
    ShowSection,
    ShowSources,
    TurnSources,
)
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import ShowArticle
from bot.ui.screen import Button, Expects, Screen
from bot.ui.words import Translator


async def show_sections(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Show the topics that have answers."""
    return screens.sections_screen(library().sections(tr.language), tr)


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
        links = article.parts[callback_data.part - 1].links
        return screens.part_screen(article, callback_data.part, named(links, tr), tr)
    return answer(article, today(store.clock.now()), tr)


async def show_below(
    tap: CallbackQuery, callback_data: ShowBelow, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show a part of an answer beneath what is being written: what is typed then still is it."""
    wanted = ShowArticle(slug=callback_data.slug, part=callback_data.part)
    shown = await show_article(tap, wanted, store, tr)
    expects = Expects(me.waiting_for) if me.waiting_for else None
    return replace(shown, below=True, quotes=True, expects=expects, about=me.showing)


async def show_parts(tap: CallbackQuery, callback_data: ShowParts, tr: Translator) -> Screen:
    """Show all parts of an answer to choose from."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    return screens.parts_screen(article, tr, has_terms=_has_terms(article))


async def show_related(tap: CallbackQuery, callback_data: ShowRelated, tr: Translator) -> Screen:
    """Show the answers to which an answer points."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    return screens.related_screen(article, named(article.links, tr), tr)


async def show_sources(tap: CallbackQuery, callback_data: ShowSources, tr: Translator) -> Screen:
    """Show where an answer comes from."""
    return await turn_sources(tap, TurnSources(slug=callback_data.slug, page=0), tr)


async def turn_sources(tap: CallbackQuery, callback_data: TurnSources, tr: Translator) -> Screen:
    """Show a page of where an answer comes from."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    return screens.sources_screen(article, callback_data.page, tr, has_terms=_has_terms(article))


async def show_urgent(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Show what helps at once."""
    return screens.urgent_screen(named(screens.URGENT, tr), tr)


def answer(article: Article, now: date, tr: Translator, ask: Button | None = None) -> Screen:
    """Return the first screen of an answer. `now`: today in Finland; `ask`: the way to a person."""
    return screens.article_screen(article, named(article.links, tr), now, tr, ask)


def named(slugs: Sequence[str], tr: Translator) -> Sequence[Article]:
    """Return the answers of these names that are there."""
    return library().named(slugs, tr.language)


def _has_terms(article: Article) -> bool:
    return bool(uses().terms_of(article.slug))
