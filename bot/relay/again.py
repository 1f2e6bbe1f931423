"""Shows somebody of the team anew all that there is to read in a request."""

from bot.core.outgoing import OF_ITS_WORDS, Kind, OutgoingState, PlaceId, Side
from bot.core.people import PersonId
from bot.core.requests import HELD
from bot.relay import letters
from bot.relay.passing import open_place, speaker_of, team_of
from bot.store.requests import Request
from bot.store.store import Store


async def show_again(store: Store, request: Request, member: PersonId) -> None:
    """Put the first block and all that was said before a member, and take older copies down.

    What they wrote themselves stays where they typed it too, so that they can change it there.
    """
    place = await store.outbox.place(member, Side.TEAM, request.id)
    tr = await speaker_of(member, store)
    await store.copies.drop_words(place)
    for copy in await store.outbox.shown_at(place, OF_ITS_WORDS):
        if copy.state is OutgoingState.SENT:
            gone = letters.shown_below(request, tr)
            await store.outbox.change(copy, Kind.DELETE, gone, request=request.id)
            await store.copies.leave(copy.id)
    await open_place(store, request, member, tr)


async def fill_again(store: Store, place: PlaceId) -> bool:
    """Put the same into a place whose thread is gone, with all its copies; whether it is to be.

    Who has or helps in a request that is open reads there; for others there is nothing to read.
    """
    number = await store.outbox.request_of(place)
    request = await store.requests.by_id(number) if number else None
    if request is None or request.practice or request.state not in HELD:
        return False
    member = await store.outbox.person_at(place)
    if member not in await team_of(store, request):
        return False
    await store.copies.drop_words(place)
    for copy in await store.outbox.shown_at(place):
        await store.copies.leave(copy.id)
    await open_place(store, request, member, await speaker_of(member, store))
    return True
