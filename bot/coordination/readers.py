"""What readers tell of the answers, and what nobody has confirmed: for those who edit them."""

from aiogram.types import CallbackQuery

from bot.content.library import library
from bot.content.process import process
from bot.content.unconfirmed import unconfirmed
from bot.coordination import readers_screens as screens
from bot.coordination.buttons import CountAnew, DropReleased, SeenTally, ShowReleased
from bot.core.outgoing import Kind, Letter, Side
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def show_readers(_: CallbackQuery, store: Store, tr: Translator) -> Screen:
    """Show what was counted, and the ways to what was given away and to what is unconfirmed."""
    counts = await store.readers.counts()
    released = await store.readers.released()
    return screens.readers_screen(counts, len(released), library(), tr)


async def ask_if_seen(
    tap: CallbackQuery, callback_data: SeenTally, store: Store, tr: Translator
) -> Screen:
    """Ask once more before a count is lost; one that is gone leads back to the others."""
    wanted = (callback_data.of, callback_data.about, callback_data.language)
    for count in await store.readers.counts():
        if (count.of, count.about, count.language) == wanted:
            return screens.seen_screen(count, library(), tr)
    return await show_readers(tap, store, tr)


async def see_to(
    tap: CallbackQuery, callback_data: CountAnew, store: Store, tr: Translator
) -> Screen:
    """Let a count begin anew: somebody has seen to it."""
    seen = callback_data
    await store.readers.begin_anew(seen.of, seen.about, seen.language)
    return await show_readers(tap, store, tr)


async def show_released(
    tap: CallbackQuery, callback_data: ShowReleased, store: Store, tr: Translator
) -> Screen:
    """Show one question that somebody gave to the editors."""
    released = await store.readers.released()
    if not released:
        return await show_readers(tap, store, tr)
    return screens.released_screen(released, callback_data.page, tr)


async def drop_released(
    tap: CallbackQuery, callback_data: DropReleased, store: Store, tr: Translator
) -> Screen:
    """Delete a question that the editors have read, and show the next one."""
    await store.readers.forget(callback_data.number)
    return await show_released(tap, ShowReleased(page=callback_data.page), store, tr)


async def send_unconfirmed(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Send the list of what nobody has confirmed, to settle it with a lawyer."""
    place = await store.outbox.place(me.id, Side.TEAM)
    file = (screens.FILE, "\n".join(unconfirmed(library(), process())) + "\n")
    await store.outbox.put(place, Kind.FILE, Letter("", file=file))
    return screens.unconfirmed_screen(tr)
