"""What a reader of the figures does. Nothing of it is kept."""

from aiogram.types import CallbackQuery

from bot.content.figures import ARTICLE, figures
from bot.content.library import library
from bot.core.clock import today
from bot.core.outgoing import Kind, Side
from bot.emigre.figures import screens
from bot.emigre.reading.handlers import show_sections
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def show_figures(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Send the picture, and show the same as text; without the answer it leads to the topics."""
    article = library().article(ARTICLE, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    place = await store.outbox.place(me.id, Side.of(me.bot))
    await store.outbox.put(place, Kind.FILE, screens.picture_letter(figures(), tr))
    return screens.numbers_screen(figures(), article, today(store.clock.now()), tr)
