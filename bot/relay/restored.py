"""What both sides of a request are told at the first start on a copy of the database."""

from datetime import datetime

from bot.core.outgoing import Kind, Lane, Side
from bot.core.people import PersonId
from bot.core.requests import HELD
from bot.relay import letters
from bot.relay.eyes import drop_of
from bot.relay.eyes_letters import restored_letter
from bot.relay.handing import hand_back
from bot.relay.passing import speaker_of, team_of
from bot.store.epoch import RESTORED
from bot.store.requests import Request
from bot.store.store import Store


async def tell_of_restore(store: Store) -> None:
    """Ask those whose requests are not over to write again what the copy does not hold; once.

    An émigré is told once, of the open request if there is one; a helper in each request. What
    was with a helper who has erased themselves since waits for another.
    """
    moment = await store.installation.take(RESTORED)
    if moment is None:
        return
    copied_at = datetime.fromisoformat(moment)
    told: set[PersonId] = set()
    for request in await store.requests.unfinished():
        if request.emigre_id not in told:
            told.add(request.emigre_id)
            await _tell(store, request, request.emigre_id, Side.EMIGRE, copied_at)
        if request.state in HELD and request.helper_id is None:
            await hand_back(store, request)
        elif request.helper_id is not None:
            for person in await team_of(store, request):
                await _tell(store, request, person, Side.TEAM, copied_at)
            await drop_of(store, request, news=restored_letter)


async def _tell(
    store: Store, request: Request, person: PersonId, side: Side, copied_at: datetime
) -> None:
    letter = letters.restored(request, side, copied_at, await speaker_of(person, store))
    place = await store.outbox.place(person, side, request.id)
    await store.outbox.put(place, Kind.NOTICE, letter, lane=Lane.NOTICES, request=request.id)
