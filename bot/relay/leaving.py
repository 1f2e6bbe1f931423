"""Takes down what a member saw of a request that is theirs no more, and lets companions go."""

from functools import partial

from bot.core.outgoing import Kind, Lane, OutgoingState, Side
from bot.core.people import PersonId
from bot.core.requests import OPEN
from bot.relay import company_letters, letters
from bot.relay.eyes import drop_of
from bot.relay.passing import speaker_of, tell
from bot.store.companions import Companion
from bot.store.requests import Request
from bot.store.store import Store


async def take_down(store: Store, request: Request, member: PersonId) -> None:
    """Delete a member's thread of a request or, where there is none, its messages one by one."""
    place = await store.outbox.place(member, Side.TEAM, request.id)
    await store.outbox.empty(place)
    if await store.outbox.has_thread(place):
        await store.outbox.put(place, Kind.END, None, request=request.id)
        return
    tr = await speaker_of(member, store)
    is_over = request.state not in OPEN
    gone = letters.closed(request, tr) if is_over else letters.handed_back(request, tr)
    for copy in await store.outbox.shown_at(place):
        await store.outbox.change(copy, Kind.DELETE, gone, request=request.id)
        if copy.state is OutgoingState.SENT:  # who comes back gets copies of their own
            await store.copies.leave(copy.id)


async def let_go(
    store: Store, request: Request, companion: Companion, *, by_emigre: bool = False
) -> None:
    """Let somebody help along no more; the others in the request are told.

    `by_emigre`: whoever asked wished it, and so knows.
    """
    await _leave(store, request, companion)
    await tell(store, request, Side.TEAM, partial(company_letters.left, companion))
    if not by_emigre:
        news = partial(company_letters.left_to_emigre, companion)
        await tell(store, request, Side.EMIGRE, news)


async def send_away(
    store: Store, request: Request, companion: Companion, *, by_emigre: bool = False
) -> None:
    """Let somebody go who did not wish it; they are told that nobody needs them, and not by whom.

    `by_emigre`: whoever asked wished it.
    """
    await let_go(store, request, companion, by_emigre=by_emigre)
    await _tell_not_needed(store, request, companion)


async def dissolve(store: Store, request: Request) -> None:
    """Let all companions go whose request is with its helper no more, and tell each of them."""
    await unask_all(store, request)
    for companion in await store.companions.of(request.id):
        await _leave(store, request, companion)
        await _tell_not_needed(store, request, companion)


async def unask_all(store: Store, request: Request) -> None:
    """Tell whoever was asked to come into a request, and said nothing, that nobody need come."""
    for ask in await store.companions.asked(request.id):
        await unask(store, request, ask.person_id)


async def unask(
    store: Store,
    request: Request,
    person: PersonId,
    news: letters.News = company_letters.not_needed,
) -> None:
    """Tell somebody so, in the place of what asked them. `news`: what they are told."""
    await store.companions.unask(request.id, person)
    gone = news(request, await speaker_of(person, store))
    for copy in await store.outbox.asks_to(request.id, person):
        await store.outbox.change(copy, Kind.EDIT, gone, request=request.id, lane=Lane.NOTICES)
        await store.copies.leave(copy.id)


async def leave_asks(store: Store, request: Request, person: PersonId) -> None:
    """Change no more what asked somebody who has answered: it shows what they answered."""
    for copy in await store.outbox.asks_to(request.id, person):
        await store.copies.leave(copy.id)


async def _tell_not_needed(store: Store, request: Request, companion: Companion) -> None:
    """At home: their side of the request is taken down."""
    home = await store.outbox.place(companion.person_id, Side.TEAM)
    letter = company_letters.not_needed(request, await speaker_of(companion.person_id, store))
    await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)


async def _leave(store: Store, request: Request, companion: Companion) -> None:
    await unask(store, request, companion.person_id)
    await drop_of(store, request, companion.person_id)
    await store.companions.leave(companion)
    await take_down(store, request, companion.person_id)
