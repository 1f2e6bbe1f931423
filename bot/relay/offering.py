"""Offers a request to whom `core.routing` says, and tells what became of the offers."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.outgoing import Kind, Lane, Letter, Side
from bot.core.people import PersonId
from bot.core.requests import OPEN
from bot.core.routing.daytime import later_by_day
from bot.core.routing.offers import Offer, due, look_again, next_for, plan
from bot.core.routing.rules import AGAIN_OTHER, AGAIN_URGENT
from bot.core.timers import TimerKind, by_day
from bot.relay import offer_letters
from bot.relay.closing_letters import out_of_hands
from bot.relay.eyes import drop_of
from bot.relay.leaving import unask_all
from bot.relay.offer_letters import Offered
from bot.relay.passing import speaker_of
from bot.relay.prospects import Prospects
from bot.store.outbox import Copy
from bot.store.requests import Queued, Request
from bot.store.store import Store


async def offer_new(store: Store, request: Request) -> None:
    """Offer a request that was just sent; if nobody takes it, time goes on."""
    if queued := await store.requests.queued(request.id):
        await _set_late(store, request, queued.sent_at)
        await offer(store, queued)


async def offer(store: Store, queued: Queued) -> None:
    """Offer a request that waits to whom it is due now, and look again when the clock adds some."""
    request, now = queued.request, store.clock.now()
    wanted, team = await store.offers.wanted(queued), await store.offers.team()
    older = await _older(store, request)
    why = Offered.CAME_BACK if queued.came_back else Offered.NEW
    for each in due(wanted, team, now):
        person = each.candidate.id
        told = Offered.STILL_WAITS if person in wanted.offered else why
        await _offer(store, request, each, told, older.get(person))
        await store.offers.note(request.id, person)
    at = look_again(wanted, team, now)
    await store.timers.set(TimerKind.OFFER, request=request.id, at=at)


async def leave_duty(store: Store, member: PersonId, until: datetime | None) -> None:
    """Let a member be offered nothing until a moment (aware); None: until they come back."""
    await store.team.go_off_duty(member, until)
    await store.outbox.drop_offers_to(member)
    await store.offers.forget_member(member)


async def prospects(store: Store, request: Request) -> Prospects:
    """Return what can honestly be said to whoever asks of how long it may take."""
    known = await store.figures.waits(request.language)
    queued = await store.requests.queued(request.id)
    if queued is None:
        return Prospects(known, None)
    wanted, now = await store.offers.wanted(queued), store.clock.now()
    team = await store.offers.team()
    if any(wanted.has(each.id, now) for each in team):
        return Prospects(known, None)
    first = next(iter(plan(wanted, team, now)), None)
    return Prospects(known, first.at if first else None)


async def may_take(store: Store, member: PersonId) -> Sequence[Queued]:
    """Return what a member can take: all that waits but their own, and of who avoids them."""
    kept = await store.offers.kept_from(member)
    return [each for each in await store.requests.offered() if each.request.emigre_id not in kept]


async def waiting_for(store: Store, member: PersonId) -> Sequence[Queued]:
    """Return the same: first what suits them, and of that the urgent, then the oldest."""
    queued = await may_take(store, member)
    team = await store.offers.team()
    me = next((each for each in team if each.id == member), None)
    if me is None or not queued:
        return queued
    wanted = [await store.offers.wanted(each) for each in queued]
    suits = [each.code for each in next_for(me, wanted, team, store.clock.now())]
    place = {code: number for number, code in enumerate(suits)}
    return sorted(queued, key=lambda each: place.get(each.request.code, len(place)))


async def offer_what_waits(store: Store) -> None:
    """Look at all that waits: somebody has come on duty, or has room again."""
    for queued in await store.requests.offered():
        await offer(store, queued)


async def offer_anew(store: Store, request: Request) -> None:
    """Offer a request as if nobody had been asked: it has become urgent."""
    await store.offers.forget(request.id)
    await _set_untaken(store, request)
    if queued := await store.requests.queued(request.id):
        await offer(store, queued)


async def offer_to_others(store: Store, request: Request, helper: PersonId | None) -> None:
    """Offer a request that came back, but not to the `helper` who had it.

    None: they have erased themselves since. Where an older offer stands and no new one comes, it
    says that the request is back.
    """
    await store.offers.forget(request.id)
    if helper is not None:
        await store.offers.give_back(request.id, helper)
    older = await _older(store, request)
    await _set_late(store, request, store.clock.now())
    if queued := await store.requests.queued(request.id):
        await offer(store, queued)
    offered = (await store.offers.wanted(queued)).offered if queued else {}
    for person, copy in older.items():
        tr = await speaker_of(person, store)
        if request.emigre_id in await store.offers.kept_from(person):  # and they learn no more
            await _say_what_became(store, copy, out_of_hands(request, tr), request)
            await store.copies.leave(copy.id)
        elif person not in offered:
            await _say_what_became(store, copy, offer_letters.offer_now(request, tr), request)


async def end_offers(store: Store, request: Request, *, tapped: int | None = None) -> None:
    """Let offers say what became of a request: unsent ones are dropped, sent ones changed.

    `tapped` is Telegram's number of the message by which it was taken: it shows that itself.
    """
    await store.offers.forget(request.id)
    if request.state not in OPEN:  # whoever had it has room for what waits
        await drop_of(store, request)
        await unask_all(store, request)
        await store.timers.hasten(TimerKind.OFFER)
    offers = await store.outbox.offers_of(request.id)
    await store.outbox.drop_unsent(offer.id for offer in offers)
    for copy in await store.outbox.offers_of(request.id):
        offered_to = await store.outbox.person_at(copy.place_id)
        is_mine = offered_to == request.helper_id
        if is_mine and copy.number == tapped:
            continue
        tr = await speaker_of(offered_to, store)
        letter = offer_letters.offer_now(request, tr, is_mine=is_mine)
        await _say_what_became(store, copy, letter, request)


async def _set_late(store: Store, request: Request, since: datetime) -> None:
    """Let coordinators be told when a request would reach them all, or be offered once more.

    `since`: aware. At that very moment, so that they hear of it once (`app.JOBS`).
    """
    late = later_by_day(since, AGAIN_OTHER)
    await store.timers.set(TimerKind.LATE, request=request.id, at=late)
    await _set_untaken(store, request)


async def _set_untaken(store: Store, request: Request) -> None:
    """Let whoever asks be told when nobody has taken it for long, and where else to turn."""
    now = store.clock.now()
    at = by_day(now + AGAIN_URGENT) if request.urgent else later_by_day(now, AGAIN_OTHER)
    await store.timers.set(TimerKind.UNTAKEN, request=request.id, at=at)


async def _older(store: Store, request: Request) -> dict[PersonId, Copy]:
    """Return the offers of a request that stand somewhere, by whose they are."""
    copies = await store.outbox.offers_of(request.id)
    return {await store.outbox.person_at(copy.place_id): copy for copy in copies}


async def _offer(
    store: Store, request: Request, each: Offer, why: Offered, older: Copy | None
) -> None:
    """Offer a request to one member, in the place of an older offer of it."""
    person = each.candidate.id
    tr = await speaker_of(person, store)
    if older:
        await store.outbox.replace(
            older, offer_letters.offered_below(request, tr), request=request.id
        )
    home = await store.outbox.place(person, Side.TEAM)
    letter = offer_letters.offer(request, tr, why, helped_before=each.earlier)
    await store.outbox.put(home, Kind.OFFER, letter, lane=Lane.NOTICES, request=request.id)


async def _say_what_became(store: Store, offer: Copy, letter: Letter, request: Request) -> None:
    await store.outbox.change(offer, Kind.EDIT, letter, request=request.id, lane=Lane.NOTICES)
