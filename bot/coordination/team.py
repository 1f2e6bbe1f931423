"""What a coordinator does about the members of the team: sees, suspends, brings back, removes."""

from functools import partial

from aiogram.types import CallbackQuery

from bot.coordination import approvals, screens
from bot.coordination.approval_screens import asked_screen
from bot.coordination.buttons import AskMember, ChangeMember, ShowMember, Step
from bot.coordination.steps import take
from bot.coordination.telling import tell_step
from bot.core.people import Standing
from bot.relay.handing import open_work
from bot.store.people import Person
from bot.store.store import Store
from bot.store.team import Member
from bot.ui.buttons import ShowTeam
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator


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
    step = callback_data.step
    if approvals.matter_of(step, member) is None:
        return screens.ask_member_screen(step, member, held, tr)
    judges = await approvals.judges_of(store, me.id, member)
    if not judges:
        return screens.nobody_screen(member, tr)
    return screens.ask_member_screen(step, member, held, tr, judges=judges)


async def change_member(
    _: CallbackQuery, callback_data: ChangeMember, me: Person, store: Store, tr: Translator
) -> Shown:
    """Take a step about a member, or ask the others for their yes to it."""
    step = callback_data.step
    member = await store.team.by_code(callback_data.code)
    if member is None:
        return _gone(tr)
    if not _makes_sense(step, member, me):
        return await _member(member, me, store, tr)
    if matter := approvals.matter_of(step, member):
        approval = await approvals.ask_for_yes(store, matter, me, about=member)
        return asked_screen(approval, tr) if approval else screens.nobody_screen(member, tr)
    await take(step, member, store, bot=me.bot)
    if mine := await store.team.member(me.id):
        letter = partial(screens.step_taken_letter, step, member, mine)
        await tell_step(store, letter, but={me.id, member.person_id})
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


async def _member(member: Member, me: Person, store: Store, tr: Translator) -> Screen:
    held = await open_work(store, member.person_id)
    beside = len(await store.companions.helped_by(member.person_id))
    is_me = member.person_id == me.id
    return screens.member_screen(member, held, tr, is_me=is_me, beside=beside)


def _gone(tr: Translator) -> Toast:
    return Toast(tr("Nobody in the team has this name any more."))
