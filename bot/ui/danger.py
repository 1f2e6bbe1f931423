"""Words of danger: what is said to them first, and how they are not lost."""

from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.content.search.alarm import not_calm
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.typed import unused
from bot.ui.words import Translator


def is_it_danger(tr: Translator) -> Markup:
    """Ask, where words may be heard so, whether somebody is in danger."""
    return tr("<b>Is somebody in danger now? Call 112.</b>")


async def typed_in_danger(
    tap: CallbackQuery, me: Person, store: Store, tr: Translator
) -> Message | None:
    """Return the words of danger that a tapped screen replies to, unless they went somewhere.

    A draft that was deleted since may have held them: they went with it.
    """
    written = await unused(tap, me, store)
    if written is None or not not_calm(written.text or "", tr.language):
        return None
    return None if await store.requests.dropped_since(me.id, written.date) else written
