"""What coordinators do about somebody, and what they are told of it.

Members are suspended, brought back, removed; whoever asked a question is blocked.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from bot.coordination import screens
from bot.coordination.buttons import Step
from bot.coordination.telling import put_notice
from bot.core.outgoing import BotName, Kind, Letter, Side
from bot.core.people import Role
from bot.core.requests import Event, Refused
from bot.core.routing.daytime import apart
from bot.core.timers import TimerKind
from bot.relay import ban_letters, letters
from bot.relay.handing import leave_team
from bot.relay.offering import end_offers
from bot.relay.passing import speaker_of, tell, tell_closed
from bot.relay.watching import watch
from bot.store.requests import Request
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
        await store.timers.set(TimerKind.UNTOLD)
    elif step is Step.SUSPEND:
        await store.team.suspend(member.person_id)
    else:
        await store.team.remove(member.person_id)
    if step is not Step.BRING_BACK:
        await leave_team(store, member.person_id)
    await _tell(step, member, store, bot)


async def block(request: Request, store: Store) -> None:
    """Block whoever asked a request; what they have open closes, and they are told why."""
    await store.bans.ban(request.emigre_id, request.code)
    every = await store.requests.all_open_of(request.emigre_id)
    at = store.clock.now()
    for current in sorted(every, key=lambda each: each.id != request.id):
        await _close(current, store, at=at)
        at = apart(store.clock.now())
    if await settle_wishes(request, ban_letters.ban_done, store) and request.helper_id is not None:
        letter = ban_letters.ban_done(request, await speaker_of(request.helper_id, store))
        await put_notice(store, request.helper_id, letter)


async def settle_wishes(request: Request, letter: letters.News, store: Store) -> bool:
    """Let what asks the coordinators for a block say what became of it; whether anything did."""
    wishes = await store.outbox.ban_wishes(request.id)
    await store.outbox.drop_unsent(wish.id for wish in wishes)
    for wish in await store.outbox.ban_wishes(request.id):
        tr = await speaker_of(await store.outbox.person_at(wish.place_id), store)
        await store.outbox.change(wish, Kind.EDIT, letter(request, tr))
        await store.copies.leave(wish.id)
    return bool(wishes)


async def _close(request: Request, store: Store, *, at: datetime) -> None:
    """Close one; its helper hears of it at `at` (aware), so that nobody sees whose two are one's.

    Whoever asked hears at once.
    """
    closed = await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    if isinstance(closed, Refused):
        return
    await end_offers(store, closed)
    await tell_closed(store, closed, Side.EMIGRE, at=at)
    await tell(store, closed, Side.EMIGRE, letters.closed_for_good)
    await watch(store, closed)


async def _tell(step: Step, member: Member, store: Store, bot: BotName) -> None:
    """Tell a member what became of them, and let the menu of their chat show what they may."""
    role: Role | None = member.role if step is Step.BRING_BACK else None
    tr = await speaker_of(member.person_id, store)
    await put_menu(member.person_id, bot, role, tr, store)
    await put_notice(store, member.person_id, TOLD[step](tr))
