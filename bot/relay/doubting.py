"""What an émigré says of a helper in silence: to coordinators alone, and to no one who helps."""

from bot.core.outgoing import Kind, Lane, Side
from bot.core.people import PersonId
from bot.core.requests import Doubt
from bot.relay import letters
from bot.relay.handing import hand_back
from bot.relay.passing import speaker_of
from bot.store.requests import Request
from bot.store.store import Store


async def tell_doubt(store: Store, request: Request, doubt: Doubt) -> None:
    """Tell each coordinator but the two whom it is about."""
    helper = await store.team.member(request.helper_id) if request.helper_id else None
    if helper is None:
        return
    for coordinator in await store.team.coordinators():
        if coordinator.person_id in {request.emigre_id, request.helper_id}:
            continue
        tr = await speaker_of(coordinator.person_id, store)
        home = await store.outbox.place(coordinator.person_id, Side.TEAM)
        letter = letters.doubted(request, doubt, helper.code, tr)
        await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)


async def go_to_another(store: Store, request: Request, helper: PersonId) -> None:
    """Let a question, and all that its author may ask later, go to others than this helper.

    The helper is told no more than that it is back in the queue.
    """
    await store.offers.avoid(request.emigre_id, helper)
    await hand_back(store, request, quietly=True)
    home = await store.outbox.place(helper, Side.TEAM)
    letter = letters.handed_back(request, await speaker_of(helper, store))
    await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)
