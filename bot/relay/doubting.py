"""What an émigré says of a helper in silence: to coordinators alone, and to no one who helps."""

from collections.abc import Sequence
from enum import Enum, auto

from bot.core.outgoing import Kind, Lane, Side
from bot.core.people import PersonId
from bot.core.requests import Doubt, Refused
from bot.relay import closing_letters
from bot.relay.handing import hand_back
from bot.relay.leaving import send_away
from bot.relay.passing import speaker_of, team_of
from bot.store.companions import Companion
from bot.store.doubts import Complaint
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.team import Member


class Told(Enum):
    """Whether coordinators know of a doubt."""

    NOW = auto()
    BEFORE = auto()
    """They were told of it: once is enough."""
    NOBODY = auto()


async def tell_doubt(
    store: Store, request: Request, doubt: Doubt, about: PersonId, alias: str
) -> Told:
    """Tell each coordinator but who is in the request, and whom its author avoids; once.

    `about`, `alias`: who of the team it is about, and how they are called in it. What nobody can
    be told now is kept, and told by `tell_untold`.
    """
    helper = await store.team.member(about)
    if helper is None:
        return Told.NOBODY
    coordinators = [each.person_id for each in await store.team.coordinators()]
    told = [each for each in coordinators if await may_know(store, request, each)]
    is_new = await store.doubts.note(Complaint(request.id, about, doubt, alias, bool(told)))
    if not told:
        return Told.NOBODY
    if not is_new:
        return Told.BEFORE
    for person in told:
        letter = closing_letters.doubted(
            request, doubt, helper.code, await speaker_of(person, store)
        )
        home = await store.outbox.place(person, Side.TEAM)
        await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)
    return Told.NOW


async def tell_untold(store: Store) -> None:
    """Tell of what was said while there was no coordinator who may know of it."""
    for each in await store.doubts.untold():
        if request := await store.requests.by_id(each.request_id):
            await tell_doubt(store, request, each.doubt, each.person_id, each.alias)


async def doubts_for(
    store: Store, request: Request, coordinator: PersonId
) -> Sequence[tuple[Doubt, Member]]:
    """Return what the author of a request says of whom, to a coordinator who may know of it."""
    said = await store.doubts.of(request.id)
    if not said or not await may_know(store, request, coordinator):
        return []
    return [
        (each.doubt, member) for each in said if (member := await store.team.member(each.person_id))
    ]


async def may_know(store: Store, request: Request, coordinator: PersonId) -> bool:
    """Say whether a coordinator has no part in a request, nor in what its author says of it."""
    if request.emigre_id in await store.offers.kept_from(coordinator):
        return False
    return coordinator not in await team_of(store, request)


async def go_on_without(store: Store, request: Request, companion: Companion) -> None:
    """Let a companion go, and have no part in what its author may ask later.

    They and the helper are told what they would be told if the helper had let them go.
    """
    await store.offers.avoid(request.emigre_id, companion.person_id)
    await send_away(store, request, companion, by_emigre=True)


async def take_from(store: Store, request: Request, *, by: PersonId) -> Request | Refused:
    """Let a coordinator put a question back in the queue, and return it as it stands then.

    Of whose helper its author complained, the question does not go to them again, nor another of
    theirs: they are promised somebody else.
    """
    for person in {each.person_id for each in await store.doubts.of(request.id)} - {by}:
        await store.offers.avoid(request.emigre_id, person)
    return await hand_back(store, request)


async def go_to_another(store: Store, request: Request, helper: PersonId) -> Request:
    """Let a question, and all that its author may ask later, go to others than this helper.

    The helper is told what they would be told if a coordinator had put it back. Returns the
    request as it stands then.
    """
    await store.offers.avoid(request.emigre_id, helper)
    again = await hand_back(store, request, quietly=True)
    if isinstance(again, Refused):
        return request
    home = await store.outbox.place(helper, Side.TEAM)
    letter = closing_letters.out_of_hands(again, await speaker_of(helper, store))
    await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)
    return again
