"""Whom somebody did not want to help any more, in other questions that such a one still has.

Nothing is done about them unasked: two that leave a helper at once would be known as one person's.
"""

from collections.abc import Sequence

from bot.core.people import PersonId
from bot.core.requests import HELD
from bot.emigre.own_screens import Unwished
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store


async def also_with(member: PersonId, me: Person, store: Store) -> Sequence[Unwished]:
    """Return where else a member helps somebody."""
    open_ones = await store.requests.all_open_of(me.id)
    return [found for each in open_ones if (found := await _part_of(member, each, store))]


async def unwished_in(request: Request, me: Person, store: Store) -> Unwished | None:
    """Return who helps in a question whom its author has said no to already."""
    if request.state not in HELD or request.practice:
        return None
    beside = [each.person_id for each in await store.companions.of(request.id)]
    for member in (request.helper_id, *beside):
        if member is not None and me.id in await store.offers.kept_from(member):
            return await _part_of(member, request, store)
    return None


async def _part_of(member: PersonId, request: Request, store: Store) -> Unwished | None:
    """Return a member's part in a question, if there is one."""
    if request.helper_id == member:
        return Unwished(request)
    companions = await store.companions.of(request.id)
    return next((Unwished(request, each) for each in companions if each.person_id == member), None)
