"""Erases somebody: from the store, from the team's chats, and from their own."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.core.outgoing import Kind, Letter, Side
from bot.core.people import PersonId
from bot.core.requests import HELD
from bot.core.routing.daytime import apart
from bot.relay import letters
from bot.relay.handing import leave_team
from bot.relay.passing import speaker_of, team_of
from bot.store.requests import Request
from bot.store.store import Store

DELETABLE: Final = timedelta(hours=48)
"""How long Telegram lets a bot delete a message of a private chat."""


async def erase(store: Store, person: PersonId, chat_id: int) -> Sequence[int]:
    """Erase all that is kept about somebody; return Telegram's numbers of what to delete.

    Those are the messages of the last 48 hours that we know of in one chat of theirs (our
    number). Raises OSError where no note of the erasure can be written.

    What they have of others goes back to the queue; what others see of them is deleted, where
    Telegram still lets us; whoever had their open question is told that it is gone.
    """
    numbers = await store.privacy.numbers_in(chat_id, store.clock.now() - DELETABLE)
    await leave_team(store, person)
    every = await store.requests.all_of(person)
    for request in every:
        await _forget_elsewhere(store, request)
    await _tell_helpers(store, every)
    await store.erasures.note(person)
    await store.privacy.erase(person)
    return numbers


async def _forget_elsewhere(store: Store, request: Request) -> None:
    """Delete a request's offers and threads from the team's chats, through letters of their own.

    They belong to each member's home: what belongs to the request goes with it at once.
    """
    since = store.clock.now() - DELETABLE
    for trace in await store.copies.traces_of(request.id, since):
        home = await store.outbox.place(trace.person, Side.TEAM)
        forget = Letter("", thread=trace.thread, forget=trace.numbers)
        await store.outbox.put(home, Kind.FORGET, forget)


async def _tell_helpers(store: Store, every: Sequence[Request]) -> None:
    """Tell who has open requests that they are gone: of one at once, of the others apart.

    What they saw is deleted at once all the same: that is promised, and leaves no moment behind
    that could be read afterwards.
    """
    at = store.clock.now()
    for request in every:
        if request.state not in HELD or request.practice:
            continue
        for person in await team_of(store, request):
            home = await store.outbox.place(person, Side.TEAM)
            letter = letters.erased(request, await speaker_of(person, store))
            await store.outbox.put(home, Kind.NOTICE, letter, at=at)
        at = apart(store.clock.now())
