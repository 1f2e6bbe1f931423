"""What somebody does with what is kept about them."""

from aiogram.types import CallbackQuery, Message

from bot.core.clock import today
from bot.core.coming import next_kept
from bot.core.outgoing import Kind, Letter, Side
from bot.core.people import Role
from bot.privacy import files, screens
from bot.relay.erasing import erase
from bot.store.erasures import LONGEST_BACKUP
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Farewell, Screen
from bot.ui.words import Translator


async def show_kept(_: Message | CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show what is kept at this moment; of a locked case not even that there is one."""
    hides = await store.cases.is_locked(me.id)
    return screens.kept_screen(await store.privacy.copy_of(me.id), tr, hides_case=hides)


async def show_why(_: CallbackQuery, me: Person, tr: Translator) -> Screen:
    """Say why, and for how long."""
    return screens.why_screen(tr, is_member=me.role is not None)


async def offer_copy(_: CallbackQuery, tr: Translator) -> Screen:
    """Say what a copy is, before it is sent."""
    return screens.offer_screen(tr)


async def copy(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Send a copy: one file for people, one for programs."""
    kept = await store.privacy.copy_of(me.id)
    place = await store.outbox.place(me.id, Side.of(me.bot))
    for name, content in (
        (files.READABLE, files.readable(kept, tr)),
        (files.FOR_PROGRAMS, files.for_programs(kept, store.clock.now())),
    ):
        await store.outbox.put(place, Kind.FILE, Letter("", file=(name, content)))
    return screens.copied_screen(tr)


async def ask_to_erase(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask once more, and say what ends with it."""
    coordinators = await store.team.coordinators()
    last = me.role is Role.COORDINATOR and len(coordinators) == 1
    asked = await store.requests.all_open_of(me.id)
    is_member = me.role is not None or me.suspended
    ahead = await _ahead(me, store)
    return screens.erase_screen(asked, tr, is_member=is_member, is_last=last, ahead=ahead)


async def _ahead(me: Person, store: Store) -> int | None:
    """Return how many of somebody's dates are still to come; None while the case is locked."""
    if await store.cases.is_locked(me.id):
        return None
    now = store.clock.now()
    dates = await store.dates.all_of(me.id)
    return sum(next_kept([each.kept], now) is not None for each in dates)


async def erase_all(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Farewell:
    """Erase everything, and say honestly what is not in our hands."""
    kept = await store.privacy.copy_of(me.id)
    numbers = await erase(store, me.id, me.chat_id)
    gone_by = today(store.clock.now() + LONGEST_BACKUP)
    return Farewell(screens.erased_screen(gone_by, tr, is_banned=bool(kept["bans"])), numbers)
