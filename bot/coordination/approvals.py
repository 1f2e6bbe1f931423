"""The second yes: asking for it, giving it, and what follows from it.

A new matter needs a word in `Matter`, a sentence in `approval_screens` and a deed in `DEEDS`.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

from aiogram.types import CallbackQuery

from bot.coordination import approval_screens as screens
from bot.coordination import broadcast_screens
from bot.coordination.broadcast_sending import let_go, show_below, wished
from bot.coordination.buttons import Decide, OpenApproval
from bot.core.approvals import Approval, Matter, Verdict, verdict_counts
from bot.core.outgoing import Kind, Letter, Side
from bot.core.people import Role, Standing
from bot.core.requests import Refused, Why
from bot.relay.passing import speaker_of
from bot.store.invitation import invitation
from bot.store.people import Person
from bot.store.store import Store
from bot.store.team import Member
from bot.ui.refusals import refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator

log = logging.getLogger(__name__)


def note_waived(matter: Matter) -> None:
    """Note for the operator that the only coordinator did what takes two elsewhere."""
    log.warning("%s, by the only coordinator: no second yes was asked for", matter)


async def needs_no_yes(store: Store) -> bool:
    """Say whether there is one coordinator alone, so that nobody could say a second yes.

    Who is suspended counts: suspending all others must not make a second yes needless.
    """
    team = await store.team.all()
    return sum(member.role is Role.COORDINATOR for member in team) == 1


async def ask_for_yes(
    store: Store, matter: Matter, me: Person, about: object = None
) -> Approval | None:
    """Ask all other coordinators for a second yes; None if none of them can give it now.

    A wish for the same that waits already is returned as it is, and nobody is told again; one
    for something that has changed since is over.
    """
    pending = await store.approvals.pending(matter, me.id)
    if pending and pending.about == about:
        return pending
    if pending:
        await store.approvals.settle(pending)
    others = await _others(me, store)
    asker = await store.team.member(me.id)
    if not others or asker is None:
        return None
    approval = await store.approvals.ask(matter, me.id, about)
    for other in others:
        tr = await speaker_of(other.person_id, store)
        await _send(store, other, screens.wish_letter(approval, asker, tr))
    return approval


async def ask_coordinator(_: CallbackQuery, store: Store, tr: Translator) -> Screen:
    """Say what inviting a coordinator means, and ask whether to begin."""
    return screens.ask_coordinator_screen(tr, alone=await needs_no_yes(store))


async def invite_coordinator(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask for the second yes; where there is nobody to give it, make the link at once."""
    if await needs_no_yes(store):
        note_waived(Matter.INVITE_COORDINATOR)
        return screens.link_screen(await invitation(store, Role.COORDINATOR), tr)
    approval = await ask_for_yes(store, Matter.INVITE_COORDINATOR, me)
    return (
        screens.asked_screen(approval, tr)
        if approval
        else screens.nobody_screen(Matter.INVITE_COORDINATOR, tr)
    )


async def open_approval(
    _: CallbackQuery, callback_data: OpenApproval, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show what somebody wants a second yes for."""
    approval = await store.approvals.by_code(callback_data.code)
    asker = await _asker(approval, store) if approval else None
    if approval is None or asker is None or approval.until <= store.clock.now():
        return Toast(refusal(Why.DECIDED, tr))
    if approval.matter is not Matter.BROADCAST:
        return screens.wish_screen(approval, asker, tr)
    draft = await wished(approval, store)
    if draft is None:
        return _has_changed(tr)
    size = await store.broadcasts.size(draft.segment, me.bot)
    more = broadcast_screens.yes_means(draft, size, tr)
    return await show_below(
        me, draft, screens.wish_screen(approval, asker, tr, more=more), store, tr
    )


async def decide(
    _: CallbackQuery, callback_data: Decide, me: Person, store: Store, tr: Translator
) -> Shown:
    """Say yes or no to another's wish, or take back one's own."""
    approval = await store.approvals.by_code(callback_data.code)
    if approval is None:
        return Toast(refusal(Why.DECIDED, tr))
    asker = await _asker(approval, store)
    refused = verdict_counts(
        approval,
        callback_data.verdict,
        by=me.id,
        now=store.clock.now(),
        asker_coordinates=asker is not None,
    )
    if isinstance(refused, Refused):
        return Toast(refusal(refused.why, tr))
    if asker is None or not await store.approvals.settle(approval):
        return Toast(refusal(Why.DECIDED, tr))
    if callback_data.verdict is Verdict.TAKEN_BACK:
        return screens.taken_back_screen(approval.matter, tr)
    if callback_data.verdict is Verdict.YES:
        return await DEEDS[approval.matter](approval, asker, me, store, tr)
    judge = await store.team.member(me.id)
    theirs = await speaker_of(asker.person_id, store)
    await _send(store, asker, screens.refused_letter(approval.matter, judge, theirs))
    return screens.decided_screen(Verdict.NO, asker, tr)


async def _let_invite(
    _: Approval, asker: Member, __: Person, store: Store, tr: Translator
) -> Shown:
    link = await invitation(store, Role.COORDINATOR)
    await _send(store, asker, screens.link_letter(link, await speaker_of(asker.person_id, store)))
    return screens.decided_screen(Verdict.YES, asker, tr)


async def _let_broadcast(
    approval: Approval, _: Member, me: Person, store: Store, tr: Translator
) -> Shown:
    draft = await wished(approval, store)
    return await let_go(draft, me, store, tr) if draft else _has_changed(tr)


def _has_changed(tr: Translator) -> Toast:
    return Toast(tr("Its author has changed or deleted it since. Nothing was sent."))


Deed = Callable[[Approval, Member, Person, Store, Translator], Awaitable[Shown]]
"""Does what `Member` wished for and tells them; returns what `Person`, who said yes, sees."""

DEEDS: Final[Mapping[Matter, Deed]] = {
    Matter.INVITE_COORDINATOR: _let_invite,
    Matter.BROADCAST: _let_broadcast,
}
"""What a second yes sets going."""


async def _others(me: Person, store: Store) -> Sequence[Member]:
    coordinators = await store.team.coordinators()
    return [member for member in coordinators if member.person_id != me.id]


async def _asker(approval: Approval, store: Store) -> Member | None:
    """Return who asked, if they still are a coordinator who may."""
    asker = await store.team.member(approval.asked_by)
    if asker is None or asker.role is not Role.COORDINATOR:
        return None
    return None if asker.standing is Standing.SUSPENDED else asker


async def _send(store: Store, member: Member, letter: Letter) -> None:
    home = await store.outbox.place(member.person_id, Side.TEAM)
    await store.outbox.put(home, Kind.NOTICE, letter)
