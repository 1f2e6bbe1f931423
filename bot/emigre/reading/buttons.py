"""Where a reader's buttons lead."""

from aiogram.filters.callback_data import CallbackData

from bot.content.articles import Article
from bot.core.sections import Section
from bot.ui.buttons import Number, ShowArticle
from bot.ui.screen import Button
from bot.ui.words import Translator


class ShowSections(CallbackData, prefix="ss"):
    """Show the topics."""


class ShowSection(CallbackData, prefix="se"):
    """Show the answers of one topic."""

    section: Section


class ShowBelow(CallbackData, prefix="ub"):
    """Show a part of an answer, 0 for the short one, beneath what is being written, or was."""

    slug: str
    part: Number


class ShowParts(CallbackData, prefix="pa"):
    """Show all parts of an answer to choose from."""

    slug: str


class ShowRelated(CallbackData, prefix="re"):
    """Show the answers to which an answer points."""

    slug: str


class ShowSources(CallbackData, prefix="so"):
    """Show where an answer comes from."""

    slug: str


class TurnSources(CallbackData, prefix="sp"):
    """Show another page of where an answer comes from."""

    slug: str
    page: int


class ShowMatters(CallbackData, prefix="wg"):
    """Show what the words of the glossary are about."""


class ShowTermsOf(CallbackData, prefix="wa"):
    """Show a page of the words of the glossary that an answer uses."""

    slug: str
    page: int


class ShowUses(CallbackData, prefix="us"):
    """Show what one can do with an answer beyond reading it."""

    slug: str


class ShowFigures(CallbackData, prefix="fg"):
    """Send the picture of the public figures, and show them as text."""


def to_article(article: Article) -> Button:
    """Return the way to an answer."""
    return Button(article.button, ShowArticle(slug=article.slug, part=0))


def to_glossary(tr: Translator) -> Button:
    """Return the way to the words of the offices."""
    return Button(tr("Glossary"), ShowMatters())
