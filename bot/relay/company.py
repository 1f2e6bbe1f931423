"""A helper asks one colleague to take a request over, or to help along in it; who says yes does."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from bot.core.companions import MOST_COMPANIONS, Part, able
from bot.core.outgoing import Kind, Lane, Side
from bot.core.people import HELPER_ALIASES, PersonId, draw_alias
from bot.core.requests import Event, Refused
from bot.core.routing.candidates import Candidate
from bot.core.routing.daytime import is_day, later_by_day
from bot.core.timers import TimerKind
from bot.relay import company_letters as letters
from bot.relay.eyes import drop_of
from bot.relay.leaving import leave_asks, take_down, unask, unask_all
from bot.relay.passing import (
    begin_thread,
    open_place,
    speaker_of,
    team_of,
    tell,
    tell_one,
)
from bot.relay.watching import URGENT, watch
from bot.store.requests import Queued, Request
from bot.store.store import Store

SAYS_NOTHING: Final = timedelta(hours=6)
"""After how long, in hours by day, a helper learns that whom they asked says nothing."""


async def who_can(store: Store, request: Request, part: Part) -> Sequence[Candidate]:
    """Return whom a helper can ask for a part: nobody who is in the request already.

    A companion can take it over. Who was in it and is no more is not asked again, whoever wished
    that they go: so nobody can tell.
    """
    now, helper = store.clock.now(), request.helper_id
    wanted = await store.offers.wanted(Queued(request, now))
    inside = await team_of(store, request)
    but = inside if part is not Part.MAIN else [helper] if helper is not None else []
    gone = await store.companions.gone(request.id)
    return able(part, wanted, await store.offers.team(), now, but=[*but, *gone])


async def ask(store: Store, request: Request, part: Part, colleague: PersonId) -> None:
    """Ask a colleague, in the place of who was asked for that part before.

    Nothing moves by it: the request stays with its helper until somebody says yes.
    """
    asked = await store.companions.asked(request.id)
    if any(each.part is part and each.person_id == colleague for each in asked):
        return
    for earlier in asked:
        if earlier.part is part or earlier.person_id == colleague:
            await unask(store, request, earlier.person_id)
    await store.companions.ask(request.id, colleague, part)
    now = store.clock.now()
    silent = not (request.urgent or is_day(now))
    letter = letters.asked(request, part, await speaker_of(colleague, store), silent=silent)
    home = await store.outbox.place(colleague, Side.TEAM)
    await store.outbox.put(home, Kind.ASK, letter, lane=Lane.NOTICES, request=request.id)
    at = now + URGENT if request.urgent else later_by_day(now, SAYS_NOTHING)
    await store.timers.set(TimerKind.ASKED, request=request.id, at=at)


async def withdraw(store: Store, request: Request, colleague: PersonId) -> None:
    """Ask a colleague no more, if they have said nothing yet."""
    asked = await store.companions.asked(request.id)
    if any(each.person_id == colleague for each in asked):
        await unask(store, request, colleague, letters.withdrawn)


async def say_no(store: Store, request: Request, me: PersonId, member_code: str) -> bool:
    """Let a helper know that who was asked cannot; whether they still were asked."""
    if await store.companions.unask(request.id, me) is None:
        return False
    await leave_asks(store, request, me)
    if request.helper_id is not None:
        news = partial(letters.declined, member_code)
        await tell_one(store, request, request.helper_id, news)
    return True


async def come_in(store: Store, request: Request, me: PersonId) -> Part | None:
    """Let who was asked take the request over, or help along; None: nobody need come (any more).

    Of two at once each is asked for something else, so both may come.
    """
    beside = await store.companions.of(request.id)
    part = await store.companions.unask(request.id, me)
    await leave_asks(store, request, me)
    if part is Part.MAIN:
        return part if await _take_over(store, request, me) else None
    if part is None:
        return None
    if len(beside) >= MOST_COMPANIONS:
        if request.helper_id is not None:
            await tell_one(store, request, request.helper_id, letters.full)
        return None
    name = await new_name(store, request)
    await store.requests.note_name(request.id, name)
    companion = await store.companions.add(request.id, me, part, name)
    await open_place(store, request, me, await speaker_of(me, store))
    await tell(store, request, Side.TEAM, partial(letters.came, companion), but=me)
    speaks = any(
        each.id == me and request.language in each.languages for each in await store.offers.team()
    )
    news = partial(letters.came_to_emigre, companion, speaks=speaks)
    await tell(store, request, Side.EMIGRE, news)
    return part


async def new_name(store: Store, request: Request) -> str:
    """Draw what somebody is called who comes into a request.

    Nobody there is or was called so, the one who comes again included, nor, as long as there are
    other names, anybody in another question of its author: whoever asked would take them for one
    whom they know, and a complaint is of a name.
    """
    here = await _names_in(store, request)
    free = [name for name in HELPER_ALIASES if name not in here] or HELPER_ALIASES
    return draw_alias(free, await names_known_to(store, request.emigre_id))


async def names_known_to(store: Store, emigre: PersonId) -> frozenset[str]:
    """Return by which names somebody knows those who help or helped them."""
    names: set[str] = set()
    for request in await store.requests.all_of(emigre):
        names |= await _names_in(store, request)
    return frozenset(names)


async def _names_in(store: Store, request: Request) -> set[str]:
    beside = await store.companions.ever(request.id)
    names = {request.helper_alias or "", *(each.alias for each in beside.values())}
    return names | await store.requests.names(request.id) | await store.doubts.aliases(request.id)


async def tell_silent(store: Store, request: Request) -> None:
    """Tell a helper that whom they asked has said nothing."""
    if request.helper_id is not None and await store.companions.asked(request.id):
        await tell_one(store, request, request.helper_id, letters.silent)


async def _take_over(store: Store, request: Request, me: PersonId) -> bool:
    """Let a request go from its helper to a colleague; the companions stay, and so do the names."""
    before, beside = request.helper_id, await store.companions.of(request.id)
    moved = await store.requests.move(
        request,
        Event.HAND_OVER,
        helper_id=me,
        helper_alias=await new_name(store, request),
        claimed_at=store.clock.now(),
    )
    if isinstance(moved, Refused) or before is None:
        return False
    await unask_all(store, moved)
    await store.offers.give_back(moved.id, before)  # never in it again: it has their words
    await drop_of(store, moved, before)
    await take_down(store, moved, before)
    for companion in beside:
        if companion.person_id == me:  # what they saw as such makes room for the whole
            await store.companions.leave(companion)
            await take_down(store, moved, me)
    home = await store.outbox.place(before, Side.TEAM)
    gone = letters.taken_over(moved, await speaker_of(before, store))
    await store.outbox.put(home, Kind.NOTICE, gone, lane=Lane.NOTICES)
    news = partial(letters.handed_over, request.helper_alias or "")
    await begin_thread(store, moved, me, await speaker_of(me, store), news)
    await watch(store, moved)
    return True
