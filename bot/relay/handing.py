"""Gives what a helper has back to the queue, and lets go of who belongs to the team no more."""

from bot.core.outgoing import Side
from bot.core.people import EMIGRE_ALIASES, PersonId, draw_alias
from bot.core.requests import HELD, OPEN, Event, Refused, Why
from bot.relay import closing_letters, letters
from bot.relay.eyes import drop_of, take_down_words
from bot.relay.leaving import dissolve, let_go, take_down
from bot.relay.offering import offer_to_others
from bot.relay.passing import tell
from bot.store.requests import Request
from bot.store.store import Store


async def hand_back(store: Store, request: Request, *, quietly: bool = False) -> Request | Refused:
    """Let a request wait again, and offer it to everybody but the helper who had it.

    The émigré is told, but for what is done `quietly`, as they wished it. The helper's side is
    taken down; to tell them is the caller's. The next helper sees another plant's name, so that
    two helpers who talk do not speak of one person. What holds no words is closed: one to practise
    with, or one that the team began and never wrote in. Nobody waits for it, and the next helper
    would find nothing.
    """
    if request.state not in HELD:
        return Refused(Why.OVER)
    await drop_of(store, request)
    await dissolve(store, request)
    is_empty = request.practice or not await store.requests.said_in(request.id)
    if is_empty and request.helper_id is not None:
        await take_down(store, request, request.helper_id)
        await tell(store, request, Side.EMIGRE, closing_letters.closed_empty)
        return await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    waiting = await store.requests.move(
        request,
        Event.HAND_BACK,
        helper_id=None,
        helper_alias=None,
        alias=draw_alias(EMIGRE_ALIASES, {request.alias}),
    )
    if isinstance(waiting, Refused):
        return waiting
    if request.helper_id is not None:
        await take_down(store, request, request.helper_id)
    if not quietly:
        await tell(store, request, Side.EMIGRE, letters.waits_again)
    offered = await store.requests.move(waiting, Event.OFFER)
    if not isinstance(offered, Refused):
        await offer_to_others(store, offered, request.helper_id)
    return offered


async def open_work(store: Store, member: PersonId) -> int:
    """Return how many questions somebody has; what they practise with does not count."""
    return sum(not request.practice for request in await store.requests.held_by(member))


async def leave_team(store: Store, member: PersonId) -> None:
    """Hand back all that somebody has who is offered nothing more.

    What still was to go to them as a member does not go, what they wished for is over, and what
    they saw of questions that are closed goes at once.
    """
    await store.approvals.forget(member)
    looked_at = await store.eyes.words_shown_to(member)
    await store.outbox.leave_team(member)
    await take_down_words(store, looked_at)
    await store.offers.forget_member(member)
    await store.companions.forget_member(member)
    for number in await store.outbox.requests_at(member):
        request = await store.requests.by_id(number)
        if request and request.state not in OPEN:
            await take_down(store, request, member)
    for companion in await store.companions.with_member(member):
        request = await store.requests.by_id(companion.request_id)
        if request and request.state in OPEN:
            await let_go(store, request, companion)
    for request in await store.requests.held_by(member):
        await hand_back(store, request)
