"""What a member of the team decides for themselves: when they are there, and whether they go."""

from aiogram.types import CallbackQuery

from bot.core.people import Role, pause_end
from bot.desk import duty_screens as screens
from bot.desk.buttons import Duty, SetDuty
from bot.relay.handing import leave_team, open_work
from bot.relay.offering import leave_duty, offer_what_waits
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.profile import put_menu
from bot.ui.reception import Home
from bot.ui.screen import Screen
from bot.ui.words import Translator

DAYS_OFF: dict[Duty, int] = {Duty.TOMORROW: 1, Duty.NEXT_WEEK: 7}


async def show_duty(
    _: CallbackQuery, me: Person, store: Store, tr: Translator, home: Home
) -> Screen:
    """Show whether one is on duty, and what can be changed about it."""
    member = await store.team.member(me.id)
    if member is None:
        return await home(me, store, tr)
    return screens.duty_screen(member, await store.figures.of_helper(me.id), tr)


async def set_duty(
    tap: CallbackQuery,
    callback_data: SetDuty,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Go on duty, off duty, or pause; what one has stays one's own."""
    if callback_data.duty is Duty.ON:
        await store.team.go_on_duty(me.id)
        await offer_what_waits(store)
    else:
        days = DAYS_OFF.get(callback_data.duty)
        until = pause_end(days, store.clock.now()) if days else None
        await leave_duty(store, me.id, until)
    return await show_duty(tap, me, store, tr, home)


async def ask_to_leave(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask once more; the last coordinator cannot go."""
    if await _is_last_coordinator(me, store):
        return screens.needed_screen(tr)
    return screens.leave_screen(await open_work(store, me.id), tr)


async def leave(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Leave the team; what one has goes back to the queue."""
    if await _is_last_coordinator(me, store):
        return screens.needed_screen(tr)
    await store.team.remove(me.id)
    await leave_team(store, me.id)
    await put_menu(me.id, me.bot, None, tr, store)
    return screens.left_screen(tr)


async def _is_last_coordinator(me: Person, store: Store) -> bool:
    """Say whether nobody would be left to look after the team."""
    if me.role is not Role.COORDINATOR:
        return False
    return all(member.person_id == me.id for member in await store.team.coordinators())
