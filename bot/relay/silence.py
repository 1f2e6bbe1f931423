"""Who answers nothing on a last day: what that does to their question, and what ends it."""

from bot.core.outgoing import Kind, Lane, OutgoingState, Side
from bot.core.people import PersonId
from bot.core.requests import HELD
from bot.relay import letters
from bot.relay.offering import offer_anew
from bot.relay.passing import speaker_of
from bot.store.outbox import Copy
from bot.store.requests import Request
from bot.store.store import Store


async def hasten(store: Store, request: Request) -> Request:
    """Tell who has an open question that its author answers nothing, or let it come first."""
    if request.helper_id is not None and request.state in HELD:
        place = await store.outbox.place(request.helper_id, Side.TEAM, request.id)
        letter = letters.silent_to_helper(request, await speaker_of(request.helper_id, store))
        await store.outbox.put(place, Kind.SILENCE, letter, request=request.id)
        return request
    if request.urgent:
        return request
    urgent = await store.requests.mark_urgent(request, urgent=True)
    await offer_anew(store, urgent)
    return urgent


async def break_silence(store: Store, person: PersonId) -> None:
    """Tell who heard of somebody's silence that they have answered: nobody need write first."""
    for request in await store.requests.all_of(person):
        for told in await store.outbox.silences(request.id):
            await _settle(store, request, told)
        if request.silent and not await store.copies.settled([request.id]):
            await store.requests.forget(request.id)  # nobody knows of it


async def _settle(store: Store, request: Request, told: Copy) -> None:
    """Put in the place of what told of a silence that it is over, if it can have arrived."""
    reader = await store.outbox.person_at(told.place_id)
    letter = letters.settled(request, await speaker_of(reader, store))
    if told.state is not OutgoingState.READY and await _may_know(store, request, told):
        await store.outbox.put(
            told.place_id, Kind.SETTLED, letter, lane=Lane.NOTICES, request=request.id
        )
    await store.outbox.replace(told, letter, request=request.id)


async def _may_know(store: Store, request: Request, told: Copy) -> bool:
    """Say whether who was told still has the question, or coordinates."""
    reader = await store.outbox.person_at(told.place_id)
    if await store.outbox.request_of(told.place_id):
        return reader == request.helper_id
    return any(member.person_id == reader for member in await store.team.coordinators())
