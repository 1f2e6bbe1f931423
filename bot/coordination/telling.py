"""Tells coordinators, through the outbox, what they did not ask for."""

from collections.abc import Callable, Collection, Sequence
from datetime import time, timedelta

from bot.coordination import letters
from bot.core.clock import today
from bot.core.languages import Language
from bot.core.outgoing import Kind, Lane, Letter, OutgoingId, Side
from bot.core.people import PersonId
from bot.core.readers import MISTAKES, Tally
from bot.core.routing.daytime import at
from bot.core.routing.gaps import gaps
from bot.relay.doubting import tell_untold
from bot.relay.eyes import waiting_for
from bot.relay.offering import may_take
from bot.relay.passing import speaker_of
from bot.relay.silence import hasten
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.timers import Timer
from bot.ui.words import Translator


async def tell_late(store: Store, requests: Sequence[Request]) -> None:
    """Tell each coordinator of what they may take and nobody has taken for a day.

    This is their offer of it: they get no other one beside it.
    """
    for coordinator in await coordinators(store):
        kept = await store.offers.kept_from(coordinator)
        others = [request for request in requests if request.emigre_id not in kept]
        others.sort(key=lambda request: not request.urgent)
        if others:
            letter = letters.late(others, await speaker_of(coordinator, store))
            await put_notice(store, coordinator, letter)
            for request in others[: letters.MOST_LISTED]:
                await store.offers.note(request.id, coordinator)


async def tell_kept(store: Store, due: Sequence[Timer]) -> None:
    """Tell what was said of a helper, and no coordinator could be told."""
    await tell_untold(store)
    await store.timers.drop(due)


async def tell_waiting(store: Store) -> None:
    """Tell each coordinator what waits this morning, if anything does.

    The questions that wait are no news to who was told of each of them today. What was said of a
    helper and nobody could be told comes as letters of its own.
    """
    await tell_untold(store)
    counts = await store.outbox.failed(), await store.inbox.dead()
    morning = at(today(store.clock.now()), time())
    told = await store.readers.counts()
    wrong = len({count.about for count in told if count.of in MISTAKES})
    rules = len({count.about for count in told if count.of is Tally.PAPER_DIFFERS})
    for coordinator in await coordinators(store):
        eyes = len(await waiting_for(store, coordinator))
        takes = [queued.request for queued in await may_take(store, coordinator)]
        waiting, urgent = {each.id for each in takes}, any(each.urgent for each in takes)
        news = len(waiting) if waiting - await store.offers.told(coordinator, morning) else 0
        if any([news, *counts, wrong, rules, eyes]):
            tr = await speaker_of(coordinator, store)
            letter = letters.digest(
                news, *counts, tr, urgent=urgent, wrong=wrong, rules=rules, eyes=eyes
            )
            await put_notice(store, coordinator, letter)


async def tell_gaps(store: Store) -> None:
    """Tell each coordinator for which hours of tomorrow nobody is on duty, if there are any."""
    tomorrow = today(store.clock.now()) + timedelta(days=1)
    found = gaps(await store.offers.team(), tomorrow)
    if found:
        for coordinator in await coordinators(store):
            letter = letters.gaps(found, tomorrow, await speaker_of(coordinator, store))
            await put_notice(store, coordinator, letter)


async def tell_silent(store: Store, person: PersonId) -> bool:
    """Tell each coordinator, but the person, that somebody answers nothing about a last day.

    They learn an alias and a language alone, as that person wished: of a question that is open
    (who has it is told, too), or of one without a word, by which they can write first. Returns
    whether anybody was told: to who is blocked, nobody could write.
    """
    if await store.bans.is_banned(person):
        return False
    others = [
        each
        for each in await coordinators(store)
        if person not in await store.offers.kept_from(each)
    ]
    request = await store.requests.open_of(person)
    if request:
        request = await hasten(store, request)
    elif others:
        request = await _silent_of(person, store)
    if request is None:
        return False
    for coordinator in others:
        if coordinator != request.helper_id:
            letter = letters.silent(request, await speaker_of(coordinator, store))
            home = await store.outbox.place(coordinator, Side.TEAM)
            await store.outbox.put(
                home, Kind.SILENCE, letter, lane=Lane.NOTICES, request=request.id
            )
    return bool(others) or request.helper_id is not None


async def _silent_of(person: PersonId, store: Store) -> Request:
    """Return the question without a word by which coordinators know somebody, made if need be."""
    silent = [each for each in await store.requests.all_of(person) if each.silent]
    settled = await store.copies.settled(each.id for each in silent)
    for request in silent:
        if request.id not in settled:
            return request
    language = await store.people.language_of(person) or Language.RUSSIAN
    return await store.requests.begin_silent(person, language)


async def coordinators(store: Store) -> Sequence[PersonId]:
    """Return the coordinators who may act."""
    return [member.person_id for member in await store.team.coordinators()]


async def tell_step(
    store: Store, letter: Callable[[Translator], Letter], *, but: Collection[PersonId]
) -> None:
    """Tell the coordinators what another one has done. `but`: who know it."""
    for coordinator in await coordinators(store):
        if coordinator not in but:
            await put_notice(store, coordinator, letter(await speaker_of(coordinator, store)))


async def put_notice(store: Store, member: PersonId, letter: Letter) -> OutgoingId:
    """Put a notice for somebody of the team in the outbox."""
    home = await store.outbox.place(member, Side.TEAM)
    return await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)
