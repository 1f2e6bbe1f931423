"""What becomes of a question that somebody typed."""

from collections.abc import Sequence
from datetime import datetime

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.content.articles import Article
from bot.content.glossary import Term
from bot.content.glossary_uses import uses
from bot.content.library import library
from bot.content.search.finding import Found, Outcome, finder
from bot.content.search.foreign import foreign
from bot.content.search.terms import Looked, terms
from bot.core.clock import today
from bot.core.identity import holds_identity_code
from bot.core.readers import NOWHERE, Tally
from bot.core.telltale import WARNED, without
from bot.emigre.finding import screens
from bot.emigre.finding.sections import section_of
from bot.emigre.hearing import hear
from bot.emigre.reading.handlers import answer, named
from bot.emigre.request_screens import take_up
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.refusals import leave_out_code
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.typed import unsent
from bot.ui.words import Translator


class PlainText(Filter):
    """A message in words that is no command."""

    async def __call__(self, message: Message) -> bool:
        """Say whether this is one."""
        return bool(message.text) and not is_command(message.text)


async def find(message: Message, me: Person, store: Store, tr: Translator) -> Screen:
    """Show what was found; each screen quotes the words, so that a tap can pass them on."""
    text = message.text or ""
    heard, found = hear([text], tr.language), finder(tr.language).find(text)
    asking = await _asking(me, store)
    if found.outcome is Outcome.EMERGENCY:
        helps, term = named(found.helps, tr), _first(terms().look_up(text))
        shown = screens.emergency_screen(helps, asking, tr, term=term, heard=heard)
    else:  # perhaps it is danger all the same
        shown = screens.helped(await _find(text, found, asking, store, tr), heard, tr)
    return shown.beginning(leave_out_code(tr)) if holds_identity_code(text) else shown


async def _find(
    text: str, found: Found, asking: screens.Asking, store: Store, tr: Translator
) -> Screen:
    looked = terms().look_up(text)
    if _is_for_the_glossary(found, looked):
        return screens.terms_screen(looked.terms, _beside(found, looked, tr), asking, tr)
    if found.outcome is Outcome.TALK:
        return screens.talk_screen(asking, tr)
    if found.outcome is Outcome.ANSWER:
        return _answer(found, looked, asking, tr, now=store.clock.now())
    if language := foreign(text):
        return screens.foreign_screen(language.sorry, asking, tr)
    return await _perhaps(found, asking, store, tr)


async def _perhaps(found: Found, asking: screens.Asking, store: Store, tr: Translator) -> Screen:
    """Offer what may fit; that nothing does, is counted."""
    if found.outcome is Outcome.UNKNOWN:
        await store.readers.count(Tally.UNANSWERED, section_of(found) or NOWHERE, tr.language)
        return screens.unknown_screen(_planned(found, tr), asking, tr)
    articles = named([match.slug for match in found.offered], tr)
    return screens.choice_screen(articles, _planned(found, tr), asking, tr)


def _answer(
    found: Found, looked: Looked, asking: screens.Asking, tr: Translator, *, now: datetime
) -> Screen:
    first, *others = named([match.slug for match in found.offered], tr)
    ask = take_up(asking.in_hand, tr) if asking.may_ask else None
    shown = answer(first, today(now), tr, ask)
    return screens.answer_screen(shown, others, tr, term=_first(looked))


async def ask_to_release(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask once more before the editors may read what was typed."""
    return screens.release_screen(await _asking(me, store), tr)


async def release(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Give what was typed to the editors, without who typed it."""
    written = await unsent(tap, me, store)
    if written is None:
        return Toast(tr("This text was sent already, or is not here any more."))
    text = without(written.text or "", WARNED)
    found = finder(tr.language).find(text)
    await store.readers.release(text, section_of(found), tr.language)
    return screens.released_screen(await _asking(me, store), tr)


async def _asking(me: Person, store: Store) -> screens.Asking:
    return screens.Asking(in_hand=await store.requests.in_hand_of(me.id), may_ask=me.may_ask)


def _is_for_the_glossary(found: Found, looked: Looked) -> bool:
    """Say whether a word is the first thing to show.

    An answer that surely fits comes before it, and so does a human word, unless somebody asks
    what the word means.
    """
    sure = found.outcome in {Outcome.ANSWER, Outcome.TALK}
    return bool(looked.terms) and (looked.asks_meaning or not sure)


def _beside(found: Found, looked: Looked, tr: Translator) -> Sequence[Article]:
    """Return the answers that fit what was typed; where none does, those that use the word."""
    if found.outcome in {Outcome.ANSWER, Outcome.CHOICE}:
        return named([match.slug for match in found.offered], tr)
    return named(uses().articles_of(looked.terms[0]), tr)


def _first(looked: Looked) -> Term | None:
    return looked.terms[0] if looked.terms else None


def _planned(found: Found, tr: Translator) -> str | None:
    return library().unwritten[found.planned][tr.language] if found.planned else None
