"""What somebody does who looks words up. Nothing of it is kept."""

from dataclasses import replace

from aiogram.types import CallbackQuery, Message

from bot.content.glossary import Term, glossary
from bot.content.glossary_uses import uses
from bot.content.library import library
from bot.emigre.glossary import screens
from bot.emigre.glossary.buttons import ShowMatter, ShowTerm, ShowTermBelow, ShowUsing
from bot.emigre.reading.buttons import ShowTermsOf
from bot.emigre.reading.handlers import named
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def show_matters(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Show what the words are about."""
    return screens.matters_screen(tr)


async def show_matter(_: CallbackQuery, callback_data: ShowMatter, tr: Translator) -> Screen:
    """Show a page of the words of one matter."""
    matter = callback_data.matter
    return screens.matter_screen(matter, glossary().of_matter(matter), callback_data.page, tr)


async def show_term(tap: CallbackQuery, callback_data: ShowTerm, tr: Translator) -> Screen:
    """Show one word; one that is gone leads to all of them."""
    term = glossary().term(callback_data.term)
    if term is None:
        return await show_matters(tap, tr)
    return screens.term_screen(term, named(uses().articles_of(term), tr), page_with(term), tr)


async def show_term_below(
    tap: CallbackQuery, callback_data: ShowTermBelow, tr: Translator
) -> Screen:
    """Show one word beneath what was tapped: both reply to what was typed."""
    shown = await show_term(tap, ShowTerm(term=callback_data.term), tr)
    return replace(shown, below=True, quotes=True)


async def show_using(tap: CallbackQuery, callback_data: ShowUsing, tr: Translator) -> Screen:
    """Show all answers that use a word."""
    term = glossary().term(callback_data.term)
    if term is None:
        return await show_matters(tap, tr)
    return screens.using_screen(term, named(uses().articles_of(term), tr), tr)


async def show_terms_of(tap: CallbackQuery, callback_data: ShowTermsOf, tr: Translator) -> Screen:
    """Show a page of the words that an answer uses."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_matters(tap, tr)
    found = [glossary().term(slug) for slug in uses().terms_of(article.slug)]
    used = [term for term in found if term]
    return screens.terms_of_screen(article, used, callback_data.page, tr)


def page_with(term: Term) -> int:
    """Return the page of its matter on which a word stands, counted from 0."""
    return glossary().of_matter(term.matter).index(term) // screens.TERMS_PER_PAGE
