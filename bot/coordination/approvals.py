"""The second yes: asking for it, giving it, and what follows from it.

A new matter needs a word in `Matter`, a sentence in `approval_screens` and a deed in `DEEDS`.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Final

from aiogram.types import CallbackQuery

from bot.coordination import approval_screens as screens
from bot.coordination import broadcast_screens
from bot.coordination.approval_screens import Wish
from bot.coordination.blocking_screens import block_letter, block_means
from bot.coordination.broadcast_sending import let_go, show_below, wished
from bot.coordination.buttons import Decide, OpenApproval, Step
from bot.coordination.queue_screens import said_of
from bot.coordination.screens import step_taken_letter
from bot.coordination.steps import block, take
from bot.coordination.telling import put_notice, tell_step
from bot.core.approvals import Approval, Matter, Verdict, block_judges, judges, verdict_counts
from bot.core.people import PersonId, Role
from bot.core.requests import Refused, Why
from bot.core.timers import TimerKind
from bot.relay.doubting import doubts_for, may_know
from bot.relay.passing import speaker_of
from bot.store.invitation import invitation
from bot.store.people import Person
from bot.store.store import Store
from bot.store.team import Member
from bot.store.timers import Timer
from bot.ui.refusals import refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator

log = logging.getLogger(__name__)

MATTERS: Final[Mapping[Step, Matter]] = {
    Step.SUSPEND: Matter.SUSPEND_COORDINATOR,
    Step.REMOVE: Matter.REMOVE_COORDINATOR,
}
"""The steps that nobody takes alone about a coordinator."""


def note_waived(matter: Matter) -> None:
    """Note for the operator that the only coordinator did what takes two elsewhere."""
    log.warning("%s, by the only coordinator: no second yes was asked for", matter)


async def needs_no_yes(store: Store) -> bool:
    """Say whether there is one coordinator alone, so that nobody could say a second yes.

    Who is suspended counts: suspending all others must not make a second yes needless.
    """
    team = await store.team.all()
    return sum(member.role is Role.COORDINATOR for member in team) == 1


def matter_of(step: Step, member: Member) -> Matter | None:
    """Return what a step about a member needs a second yes for; None: it needs none."""
    return MATTERS.get(step) if member.role is Role.COORDINATOR else None


async def judges_of(store: Store, asker: PersonId, about: Member | None) -> Sequence[Member]:
    """Return the coordinators who can decide a wish of `asker` now (`core.approvals.judges`)."""
    coordinators = await store.team.coordinators()
    deciding = judges(
        [member.person_id for member in coordinators],
        asker=asker,
        about=about.person_id if about else None,
    )
    return [member for member in coordinators if member.person_id in deciding]


async def pending(store: Store, matter: Matter, me: Person, subject: object) -> Approval | None:
    """Return the wish for exactly this that waits already."""
    waiting = await store.approvals.pending(matter, me.id)
    return next((wish for wish in waiting if wish.about == subject), None)


async def ask_for_yes(
    store: Store,
    matter: Matter,
    me: Person,
    *,
    about: Member | None = None,
    subject: object = None,
) -> Approval | None:
    """Ask those who can give it for a second yes; None if nobody can now.

    `subject` is what the matter needs to know later (a JSON value); a step about a coordinator
    needs `about`. A wish for the same that waits already is returned as it is, and nobody is
    told again.
    """
    if about:
        subject = about.code
    if waiting := await pending(store, matter, me, subject):
        return waiting
    judging = await _judging(store, matter, me.id, about=about, subject=subject)
    asker = await store.team.member(me.id)
    if asker is None or not (judging or matter is Matter.BLOCK):
        return None  # of a block, that nobody may decide it would tell what was said of whom
    wish = Wish(await store.approvals.ask(matter, me.id, subject), asker, about)
    for judge in judging:
        tr = await speaker_of(judge.person_id, store)
        letter = screens.wish_letter(wish, tr, to=judge.person_id)
        await put_notice(store, judge.person_id, letter)
    await store.timers.set(TimerKind.WISH, at=await store.approvals.next_lapse())
    return wish.approval


async def tell_lapsed(store: Store, due: Sequence[Timer]) -> None:
    """Tell whose wish nobody decided in time."""
    for approval in await store.approvals.lapsed():
        letter = screens.lapsed_letter(approval.matter, await speaker_of(approval.asked_by, store))
        await put_notice(store, approval.asked_by, letter)
    await store.timers.drop(due)
    if moment := await store.approvals.next_lapse():
        await store.timers.set(TimerKind.WISH, at=moment)


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
    wish = await _wish(callback_data.code, store)
    if wish is None or wish.approval.until <= store.clock.now():
        return Toast(refusal(Why.DECIDED, tr))
    if wish.approval.matter is Matter.BLOCK:
        return await _block_wish(wish, me, store, tr)
    if wish.approval.matter is not Matter.BROADCAST:
        return screens.wish_screen(wish, tr, to=me.id)
    draft = await wished(wish.approval, store)
    if draft is None:
        return _has_changed(tr)
    size = await store.broadcasts.size(draft.segment, me.bot)
    more = broadcast_screens.yes_means(draft, size, tr)
    screen = screens.wish_screen(wish, tr, to=me.id, more=more)
    return await show_below(me, draft, screen, store, tr)


async def decide(
    _: CallbackQuery, callback_data: Decide, me: Person, store: Store, tr: Translator
) -> Shown:
    """Say yes or no to another's wish, or take back one's own."""
    wish = await _wish(callback_data.code, store)
    if wish is None:
        return Toast(refusal(Why.DECIDED, tr))
    approval = wish.approval
    judging = await _judging(
        store, approval.matter, approval.asked_by, about=wish.about, subject=approval.about
    )
    refused = verdict_counts(
        approval,
        callback_data.verdict,
        by=me.id,
        now=store.clock.now(),
        judges={judge.person_id for judge in judging},
    )
    if isinstance(refused, Refused):
        return Toast(refusal(refused.why, tr))
    if not await store.approvals.settle(approval):
        return Toast(refusal(Why.DECIDED, tr))
    if callback_data.verdict is Verdict.TAKEN_BACK:
        return screens.taken_back_screen(approval.matter, tr)
    if callback_data.verdict is Verdict.YES:
        return await DEEDS[approval.matter](wish, me, store, tr)
    theirs = await speaker_of(wish.asker.person_id, store)
    judge = await store.team.member(me.id)
    letter = screens.refused_letter(approval.matter, judge, theirs)
    await put_notice(store, wish.asker.person_id, letter)
    return screens.decided_screen(Verdict.NO, wish.asker, tr)


async def _let_invite(wish: Wish, _: Person, store: Store, tr: Translator) -> Shown:
    link = await invitation(store, Role.COORDINATOR)
    theirs = await speaker_of(wish.asker.person_id, store)
    await put_notice(store, wish.asker.person_id, screens.link_letter(link, theirs))
    return screens.decided_screen(Verdict.YES, wish.asker, tr)


async def _let_step(step: Step, wish: Wish, me: Person, store: Store, tr: Translator) -> Shown:
    if wish.about is None:
        raise ValueError("a step is about nobody")
    await take(step, wish.about, store, bot=me.bot)
    told = partial(step_taken_letter, step, wish.about, wish.asker)
    await tell_step(store, told, but={me.id, wish.asker.person_id, wish.about.person_id})
    theirs = await speaker_of(wish.asker.person_id, store)
    letter = screens.step_letter(step, wish.about, theirs)
    await put_notice(store, wish.asker.person_id, letter)
    return screens.decided_screen(Verdict.YES, wish.asker, tr)


async def _let_broadcast(wish: Wish, me: Person, store: Store, tr: Translator) -> Shown:
    draft = await wished(wish.approval, store)
    return await let_go(draft, me, store, tr) if draft else _has_changed(tr)


async def _block_wish(wish: Wish, me: Person, store: Store, tr: Translator) -> Shown:
    request = await store.requests.by_code(wish.approval.about)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    said = said_of(await doubts_for(store, request, me.id), tr)
    return screens.wish_screen(wish, tr, to=me.id, more=[*said, block_means(tr)])


async def _let_block(wish: Wish, _: Person, store: Store, tr: Translator) -> Shown:
    request = await store.requests.by_code(wish.approval.about)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    await block(request, store)
    letter = block_letter(request, await speaker_of(wish.asker.person_id, store))
    await put_notice(store, wish.asker.person_id, letter)
    return screens.decided_screen(Verdict.YES, wish.asker, tr)


def _has_changed(tr: Translator) -> Toast:
    return Toast(tr("Its author has changed or deleted it since. Nothing was sent."))


Deed = Callable[[Wish, Person, Store, Translator], Awaitable[Shown]]
"""Does what was wished for and tells who asked; returns what `Person`, who said yes, sees."""

DEEDS: Final[Mapping[Matter, Deed]] = {
    Matter.INVITE_COORDINATOR: _let_invite,
    Matter.BROADCAST: _let_broadcast,
    Matter.SUSPEND_COORDINATOR: partial(_let_step, Step.SUSPEND),
    Matter.REMOVE_COORDINATOR: partial(_let_step, Step.REMOVE),
    Matter.BLOCK: _let_block,
}
"""What a second yes sets going."""


async def _judges_of_block(store: Store, asker: PersonId, code: str) -> Sequence[Member]:
    """Return the coordinators who can decide whether whoever asked a request is blocked."""
    request = await store.requests.by_code(code)
    if request is None:
        return []
    coordinators = await store.team.coordinators()
    everybody = [member.person_id for member in coordinators]
    concerned = {each for each in everybody if not await may_know(store, request, each)}
    deciding = block_judges(everybody, asker=asker, concerned=concerned)
    return [member for member in coordinators if member.person_id in deciding]


async def _judging(
    store: Store, matter: Matter, asker: PersonId, *, about: Member | None, subject: object
) -> Sequence[Member]:
    if matter is Matter.BLOCK:
        return await _judges_of_block(store, asker, str(subject))
    return await judges_of(store, asker, about)


async def _wish(code: str, store: Store) -> Wish | None:
    """Return a wish that can be decided: who asked may still, and whom it is about is there."""
    approval = await store.approvals.by_code(code)
    asker = await store.team.member(approval.asked_by) if approval else None
    if approval is None or asker is None or not asker.coordinates:
        return None
    if approval.matter not in MATTERS.values():
        return Wish(approval, asker)
    about = await store.team.by_code(approval.about)
    return Wish(approval, asker, about) if about else None
