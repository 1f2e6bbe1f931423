"""Tells coordinators, through the outbox, what they did not ask for."""

from collections.abc import Sequence

from bot.coordination import letters
from bot.core.languages import Language
from bot.core.outgoing import Kind, Lane, Letter, OutgoingId, Side
from bot.core.people import PersonId
from bot.core.readers import SAID_WRONG
from bot.core.requests import RequestId
from bot.relay.eyes import waiting_for
from bot.relay.passing import speaker_of
from bot.store.requests import Request
from bot.store.store import Store


async def tell_late(store: Store, requests: Sequence[Request]) -> None:
    """Tell each coordinator of the questions that nobody has taken for a day, but their own."""
    for coordinator in await coordinators(store):
        others = [request for request in requests if request.emigre_id != coordinator]
        if others:
            letter = letters.late(others, await speaker_of(coordinator, store))
            await put_notice(store, coordinator, letter)


async def tell_waiting(store: Store) -> None:
    """Tell each coordinator what waits this morning, if anything does."""
    counts = (
        len(await store.requests.offered()),
        await store.outbox.failed(),
        await store.inbox.dead(),
    )
    told = await store.readers.counts()
    wrong = len({count.about for count in told if count.of in SAID_WRONG})
    for coordinator in await coordinators(store):
        eyes = len(await waiting_for(store, coordinator))
        if any([*counts, wrong, eyes]):
            tr = await speaker_of(coordinator, store)
            letter = letters.digest(*counts, tr, wrong=wrong, eyes=eyes)
            await put_notice(store, coordinator, letter)


async def tell_silent(store: Store, person: PersonId) -> bool:
    """Tell each coordinator, but the person, that somebody answers nothing about a last day.

    They learn an alias alone, as that person wished: of a question that is open, or of a new
    one without a word, by which they can write first. Returns whether anybody was told: to who
    is blocked, nobody could write.
    """
    others = [each for each in await coordinators(store) if each != person]
    if not others or await store.bans.is_banned(person):
        return False
    request = await store.requests.open_of(person)
    if request is None:
        language = await store.people.language_of(person) or Language.RUSSIAN
        request = await store.requests.begin_silent(person, language)
    for coordinator in others:
        letter = letters.silent(request, await speaker_of(coordinator, store))
        await put_notice(store, coordinator, letter, request=request.id)
    return True


async def coordinators(store: Store) -> Sequence[PersonId]:
    """Return the coordinators who may act."""
    return [member.person_id for member in await store.team.coordinators()]


async def put_notice(
    store: Store, member: PersonId, letter: Letter, *, request: RequestId | None = None
) -> OutgoingId:
    """Put a notice for somebody of the team in the outbox. It goes with the `request`."""
    home = await store.outbox.place(member, Side.TEAM)
    return await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES, request=request)
