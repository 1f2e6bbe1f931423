"""What becomes of a question that somebody typed."""

from aiogram.filters import Filter
from aiogram.types import Message

from bot.content.library import library
from bot.content.search.finding import Found, Outcome, finder
from bot.core.clock import today
from bot.emigre.finding import screens
from bot.emigre.reading.handlers import answer, named
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.screen import Screen
from bot.ui.words import Translator


class PlainText(Filter):
    """A message in words that is no command."""

    async def __call__(self, message: Message) -> bool:
        """Say whether this is one."""
        return bool(message.text) and not is_command(message.text)


async def find(message: Message, me: Person, store: Store, tr: Translator) -> Screen:
    """Show what was found; each screen quotes the words, so that a tap can pass them on."""
    found = finder(tr.language).find(message.text or "")
    asking = screens.Asking(current=await store.requests.current_of(me.id), may_ask=me.may_ask)
    if found.outcome is Outcome.TALK:
        return screens.talk_screen(asking, tr)
    if found.outcome is Outcome.EMERGENCY:
        return screens.emergency_screen(named(screens.helps(found.danger), tr), asking, tr)
    articles = named([match.slug for match in found.offered], tr)
    if found.outcome is Outcome.ANSWER:
        first, *others = articles
        shown = answer(first, today(store.clock.now()), tr)
        return screens.answer_screen(shown, others, asking, tr)
    if found.outcome is Outcome.CHOICE:
        return screens.choice_screen(articles, _planned(found, tr), asking, tr)
    return screens.unknown_screen(_planned(found, tr), asking, tr)


def _planned(found: Found, tr: Translator) -> str | None:
    return library().unwritten[found.planned][tr.language] if found.planned else None
