"""What becomes of a request that lies still, because one of its two sides does not answer.

Its timers are its whole memory of that (`core.timers`): each move sets those that its new state
needs, and lets go of the others.
"""

from functools import partial

from bot.content.library import library
from bot.core.clock import today
from bot.core.eyes import HeldState
from bot.core.outgoing import Kind, Lane, Side
from bot.core.requests import Event, Refused
from bot.core.routing.daytime import later_by_day
from bot.core.routing.rules import AGAIN_OTHER
from bot.core.timers import TimerKind, next_moment
from bot.relay import lapse_letters as letters
from bot.relay.handing import hand_back
from bot.relay.leaving import let_go, take_down
from bot.relay.offer_letters import offer_now
from bot.relay.offering import end_offers
from bot.relay.passing import speaker_of, tell, tell_closed, tell_one
from bot.relay.watching import moment, watch
from bot.store.requests import Request
from bot.store.store import Store


async def tell_untaken(store: Store, request: Request) -> None:
    """Tell whoever asks that nobody has taken it yet, and where else help is meanwhile.

    An urgent one is told so once more the next day, when coordinators have heard that it waits.
    """
    queued = await store.requests.queued(request.id)
    if queued is None:
        return
    if await store.timers.is_set(TimerKind.LATE, request.id):
        at = later_by_day(store.clock.now(), AGAIN_OTHER)
        await store.timers.set(TimerKind.UNTAKEN, request=request.id, at=at)
    offered = (await store.offers.wanted(queued)).offered
    known = any(each.person_id in offered for each in await store.team.coordinators())
    tr = await speaker_of(request.emigre_id, store)
    answers = library().named(letters.elsewhere(request), tr.language)
    news = partial(letters.untaken, known=known, answers=answers)
    await tell(store, request, Side.EMIGRE, news)


async def nudge(store: Store, request: Request) -> None:
    """Remind a helper that somebody waits for them, if their answer does not wait for eyes."""
    if request.helper_id is None or await _has_answered(store, request, TimerKind.NUDGE):
        return
    lapses_at = await moment(TimerKind.LAPSE, request, store) or store.clock.now()
    await tell_one(store, request, request.helper_id, partial(letters.nudge, lapses_at))
    await store.timers.set(TimerKind.LAPSE, request=request.id, at=lapses_at)


async def lapse(store: Store, request: Request) -> None:
    """Give a request to others, for its helper did not answer; they are told."""
    if await _has_answered(store, request, TimerKind.LAPSE):
        return
    helper = request.helper_id
    if helper is None or isinstance(await hand_back(store, request), Refused):
        return
    letter = letters.lapsed(request, await speaker_of(helper, store))
    home = await store.outbox.place(helper, Side.TEAM)
    await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)


async def _has_answered(store: Store, request: Request, kind: TimerKind) -> bool:
    """Say whether an answer waits for others' eyes; if so, look again in the helper's own time."""
    undecided = await store.eyes.undecided_in(request.id)
    mine = [held for held in undecided if held.writer == request.helper_id]
    if not any(held.state is HeldState.WAITS for held in mine):
        return False
    at = await moment(kind, request, store)
    await store.timers.set(kind, request=request.id, at=at)
    return True


async def ask_if_settled(store: Store, request: Request) -> None:
    """Ask an émigré whether anything is open still, before the request closes by itself."""
    shuts_at = next_moment(TimerKind.SHUT, store.clock.now())
    tr = await speaker_of(request.emigre_id, store)
    place = await store.outbox.place(request.emigre_id, Side.EMIGRE, request.id)
    letter = letters.ask_if_settled(request, today(shuts_at), tr)
    await store.outbox.put(place, Kind.NOTICE, letter, request=request.id)
    await store.timers.set(TimerKind.SHUT, request=request.id, at=shuts_at)


async def shut(store: Store, request: Request) -> None:
    """Close a request about which nobody has said anything for long."""
    closed = await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    if isinstance(closed, Refused):
        return
    await end_offers(store, closed)
    await tell_closed(store, closed, Side.EMIGRE)
    await tell(store, closed, Side.EMIGRE, letters.shut)
    await watch(store, closed)


async def veil(store: Store, request: Request) -> None:
    """Take down what a helper saw of a request that is over, and what coordinators were asked."""
    if request.helper_id is not None:
        await take_down(store, request, request.helper_id)
    for companion in await store.companions.of(request.id):
        await store.companions.leave(companion)
        await take_down(store, request, companion.person_id)
    for copy in await store.outbox.asks_of(request.id):
        tr = await speaker_of(await store.outbox.person_at(copy.place_id), store)
        gone = offer_now(request, tr)
        await store.outbox.change(copy, Kind.DELETE, gone, request=request.id)


async def tell_reach(store: Store, request: Request) -> None:
    """Tell the helper of a request whether whoever asked can be reached now."""
    is_there = await store.people.is_reachable(request.emigre_id)
    await tell(store, request, Side.TEAM, letters.back if is_there else letters.gone)


async def leave(store: Store, request: Request) -> None:
    """Let a request go on without who of the team blocked us: its helper, or who helps along."""
    for companion in await store.companions.of(request.id):
        if not await store.people.is_reachable(companion.person_id, Side.TEAM):
            await let_go(store, request, companion)
    if request.helper_id is None or await store.people.is_reachable(request.helper_id, Side.TEAM):
        return
    await hand_back(store, request)
