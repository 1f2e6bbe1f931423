"""Tells coordinators, through the outbox, what they did not ask for."""

from collections.abc import Sequence

from bot.coordination import letters
from bot.core.outgoing import Kind, Lane, Letter, OutgoingId, Side
from bot.core.people import PersonId
from bot.core.readers import MISTAKES
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
    wrong = len({count.about for count in told if count.of in MISTAKES})
    if not any([*counts, wrong]):
        return
    for coordinator in await coordinators(store):
        letter = letters.digest(*counts, await speaker_of(coordinator, store), wrong=wrong)
        await put_notice(store, coordinator, letter)


async def coordinators(store: Store) -> Sequence[PersonId]:
    """Return the coordinators who may act."""
    return [member.person_id for member in await store.team.coordinators()]


async def put_notice(store: Store, member: PersonId, letter: Letter) -> OutgoingId:
    """Put a notice for somebody of the team in the outbox."""
    home = await store.outbox.place(member, Side.TEAM)
    return await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)
