"""The steps about a member: suspended, brought back, removed; and what they are told of it."""

from collections.abc import Callable
from typing import Final

from bot.coordination import screens
from bot.coordination.buttons import Step
from bot.coordination.telling import put_notice
from bot.core.outgoing import BotName, Letter
from bot.core.people import Role
from bot.relay.handing import leave_team
from bot.relay.passing import speaker_of
from bot.store.store import Store
from bot.store.team import Member
from bot.ui.profile import put_menu
from bot.ui.words import Translator

TOLD: Final[dict[Step, Callable[[Translator], Letter]]] = {
    Step.SUSPEND: screens.suspended_letter,
    Step.BRING_BACK: screens.brought_back_letter,
    Step.REMOVE: screens.removed_letter,
}
"""What a member is told of a step."""


async def take(step: Step, member: Member, store: Store, *, bot: BotName) -> None:
    """Take a step about a member; what they have goes back to the queue, and they are told.

    `bot`: at which the team works.
    """
    if step is Step.BRING_BACK:
        await store.team.bring_back(member.person_id)
    elif step is Step.SUSPEND:
        await store.team.suspend(member.person_id)
    else:
        await store.team.remove(member.person_id)
    if step is not Step.BRING_BACK:
        await leave_team(store, member.person_id)
    await _tell(step, member, store, bot)


async def _tell(step: Step, member: Member, store: Store, bot: BotName) -> None:
    """Tell a member what became of them, and let the menu of their chat show what they may."""
    role: Role | None = member.role if step is Step.BRING_BACK else None
    tr = await speaker_of(member.person_id, store)
    await put_menu(member.person_id, bot, role, tr, store)
    await put_notice(store, member.person_id, TOLD[step](tr))
