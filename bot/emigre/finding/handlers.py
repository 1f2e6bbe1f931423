"""What becomes of a question that somebody typed."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.content.library import library
from bot.content.search.finding import Found, Outcome, finder
from bot.core.clock import today
from bot.core.readers import NOWHERE, Tally
from bot.core.sections import Section
from bot.emigre.finding import screens
from bot.emigre.reading.handlers import answer, named
from bot.emigre.screens import take_up
from bot.relay.typed import unused
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator


class PlainText(Filter):
    """A message in words that is no command."""

    async def __call__(self, message: Message) -> bool:
        """Say whether this is one."""
        return bool(message.text) and not is_command(message.text)


async def find(message: Message, me: Person, store: Store, tr: Translator) -> Screen:
    """Show what was found; each screen quotes the words, so that a tap can pass them on."""
    found = finder(tr.language).find(message.text or "")
    asking = await _asking(me, store)
    if found.outcome is Outcome.TALK:
        return screens.talk_screen(asking, tr)
    if found.outcome is Outcome.EMERGENCY:
        return screens.emergency_screen(named(found.helps, tr), asking, tr)
    articles = named([match.slug for match in found.offered], tr)
    if found.outcome is Outcome.ANSWER:
        first, *others = articles
        ask = take_up(asking.current, tr) if asking.may_ask else None
        shown = answer(first, today(store.clock.now()), tr, ask)
        return screens.answer_screen(shown, others, tr)
    if found.outcome is Outcome.CHOICE:
        return screens.choice_screen(articles, _planned(found, tr), asking, tr)
    await store.readers.count(Tally.UNANSWERED, _section_of(found) or NOWHERE, tr.language)
    return screens.unknown_screen(_planned(found, tr), asking, tr)


async def ask_to_release(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask once more before the editors may read what was typed."""
    return screens.release_screen(await _asking(me, store), tr)


async def release(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Give what was typed to the editors, without who typed it."""
    written = await unused(tap, me, store)
    if written is None:
        return Toast(tr("This text was sent already, or is not here any more."))
    text = written.text or ""
    found = finder(tr.language).find(text)
    await store.readers.release(text, _section_of(found), tr.language)
    return screens.released_screen(await _asking(me, store), tr)


async def _asking(me: Person, store: Store) -> screens.Asking:
    return screens.Asking(current=await store.requests.current_of(me.id), may_ask=me.may_ask)


def _section_of(found: Found) -> Section | None:
    """Return where an answer would belong; None: it is like nothing here."""
    slug = found.planned or next((match.slug for match in found.offered), None)
    return library().section_of(slug) if slug else None


def _planned(found: Found, tr: Translator) -> str | None:
    return library().unwritten[found.planned][tr.language] if found.planned else None
