"""Where the buttons of the glossary lead."""

from aiogram.filters.callback_data import CallbackData

from bot.content.glossary import Matter, Term
from bot.ui.screen import Button
from bot.ui.words import Translator


class ShowMatter(CallbackData, prefix="wm"):
    """Show a page of the words of one matter."""

    matter: Matter
    page: int


class ShowTerm(CallbackData, prefix="wt"):
    """Show one word."""

    term: str


class ShowTermBelow(CallbackData, prefix="wb"):
    """Show one word beneath the screen, which is still needed."""

    term: str


class ShowUsing(CallbackData, prefix="wu"):
    """Show all answers that use a word."""

    term: str


def to_term(term: Term) -> Button:
    """Return the way to one word, from among others."""
    return Button(term.button, ShowTerm(term=term.slug))


def to_word(term: Term, tr: Translator, *, below: bool = False) -> Button:
    """Return the way to one word, from where there is more. `below`: that stays as it is."""
    to = ShowTermBelow(term=term.slug) if below else ShowTerm(term=term.slug)
    return Button(str(tr("Word: {word}", word=term.button)), to)
