"""What a coordinator does about the members of the team: sees, suspends, brings back, removes."""

from collections.abc import Callable
from typing import Final

from aiogram.types import CallbackQuery

from bot.coordination import screens
from bot.coordination.buttons import AskMember, ChangeMember, ShowMember, Step
from bot.core.outgoing import Kind, Letter, Side
from bot.core.people import Role, Standing
from bot.relay.handing import leave_team, open_work
from bot.relay.passing import speaker_of
from bot.store.people import Person
from bot.store.store import Store
from bot.store.team import Member
from bot.ui.buttons import ShowTeam
from bot.ui.profile import put_menu
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator

TOLD: Final[dict[Step, Callable[[Translator], Letter]]] = {
    Step.SUSPEND: screens.suspended_letter,
    Step.BRING_BACK: screens.brought_back_letter,
    Step.REMOVE: screens.removed_letter,
}
"""What a member is told of a step."""


async def show_team(
    _: CallbackQuery, callback_data: ShowTeam, store: Store, tr: Translator
) -> Screen:
    """List everybody of the team."""
    return screens.team_screen(await store.team.all(), callback_data.page, tr)


async def show_member(
    _: CallbackQuery, callback_data: ShowMember, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show a member, and what can be done about them."""
    member = await store.team.by_code(callback_data.code)
    return await _member(member, me, store, tr) if member else _gone(tr)


async def ask_member(
    _: CallbackQuery, callback_data: AskMember, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more before a step."""
    member = await store.team.by_code(callback_data.code)
    if member is None:
        return _gone(tr)
    if not _makes_sense(callback_data.step, member, me):
        return await _member(member, me, store, tr)
    held = await open_work(store, member.person_id)
    return screens.ask_member_screen(callback_data.step, member, held, tr)


async def change_member(
    _: CallbackQuery, callback_data: ChangeMember, me: Person, store: Store, tr: Translator
) -> Shown:
    """Take a step about a member; what is open goes back to the queue, and they are told."""
    step = callback_data.step
    member = await store.team.by_code(callback_data.code)
    if member is None:
        return _gone(tr)
    if not _makes_sense(step, member, me):
        return await _member(member, me, store, tr)
    await _take(step, member, store)
    await _tell(step, member, me, store)
    changed = await store.team.by_code(member.code)
    if changed is None:
        return screens.removed_screen(member, tr)
    return await _member(changed, me, store, tr)


def _makes_sense(step: Step, member: Member, me: Person) -> bool:
    """Say whether a step can be taken. Nobody takes one about themselves: they would be out."""
    if member.person_id == me.id:
        return False
    suspended = member.standing is Standing.SUSPENDED
    return {Step.SUSPEND: not suspended, Step.BRING_BACK: suspended, Step.REMOVE: True}[step]


async def _take(step: Step, member: Member, store: Store) -> None:
    if step is Step.BRING_BACK:
        await store.team.bring_back(member.person_id)
        return
    if step is Step.SUSPEND:
        await store.team.suspend(member.person_id)
    else:
        await store.team.remove(member.person_id)
    await leave_team(store, member.person_id)


async def _tell(step: Step, member: Member, me: Person, store: Store) -> None:
    """Tell a member what became of them, and let the menu of their chat show what they may."""
    role: Role | None = member.role if step is Step.BRING_BACK else None
    tr = await speaker_of(member.person_id, store)
    await put_menu(member.person_id, me.bot, role, tr, store)
    home = await store.outbox.place(member.person_id, Side.TEAM)
    await store.outbox.put(home, Kind.NOTICE, TOLD[step](tr))


async def _member(member: Member, me: Person, store: Store, tr: Translator) -> Screen:
    held = await open_work(store, member.person_id)
    return screens.member_screen(member, held, tr, is_me=member.person_id == me.id)


def _gone(tr: Translator) -> Toast:
    return Toast(tr("Nobody in the team has this name any more."))
