"""Dates of people's cases whose minute has come: reminded of, asked after, told, let go."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.core.dates import DateId
from bot.core.deadlines.rules import digest
from bot.core.reminders import Call, Kept, after, call_at, missed
from bot.store.dates import MOST, KeptDate, UnreadableError
from bot.store.store import Store
from bot.store.timers import Timer

log = logging.getLogger(__name__)

Tell = Callable[[Store, KeptDate], Awaitable[None]]
"""Puts what a call says in the outbox."""

COUNTED_BY: Final = "rules of the deadlines"
"""A mark, in `installation`, of the rules by which the dates were counted last."""
UNREADABLE_FOR: Final = timedelta(days=1)
UNREACHABLE_FOR: Final = timedelta(days=1)
"""When to look again whether somebody can be reached; what they do here wakes us sooner."""


async def count_anew(store: Store) -> None:
    """Look at every date again once the rules were corrected: a day may have moved."""
    if await store.installation.get(COUNTED_BY) != digest():
        await store.dates.look_anew()
        await store.installation.put(COUNTED_BY, digest())


async def see_to(words: Mapping[Call, Tell], store: Store, timers: Sequence[Timer]) -> None:
    """See to a portion of the dates; what is left has its turn at once, before the next minute."""
    for number in await store.date_letters.missed():
        await _tell_once_more(number, store)
    await store.date_letters.drop_void()
    portion = await store.dates.due()
    for number in portion:
        if date := await _opened(number, store):
            await _see_to(date, words, store)
    if len(portion) < MOST:
        await store.timers.again(timers)


async def _see_to(date: KeptDate, words: Mapping[Call, Tell], store: Store) -> None:
    now = store.clock.now()
    call = call_at(date.kept, now, date.wishes)
    if call is Call.LET_GO:
        await store.dates.delete(date.id)
    elif call is Call.OVER:
        await store.dates.put(date, after(date.kept, call, now))
    elif call is not None and not await store.people.is_reachable(date.person):
        await store.dates.put_off(date.id, now + UNREACHABLE_FOR)
    elif call is not None:
        kept = await _made_room(date, store)
        await words[call](store, date)
        await store.dates.put(date, after(kept, call, now))
    else:
        await store.dates.put(date, date.kept)


async def _made_room(date: KeptDate, store: Store) -> Kept:
    """Let go of what still was to be said of a date, but not of that its day has moved."""
    if date.kept.knew and await store.date_letters.waits_of(date.id):
        return date.kept
    await store.date_letters.drop_of(date.id)
    return replace(date.kept, knew=None)


async def _tell_once_more(number: DateId, store: Store) -> None:
    """Remind once more of a date whose reminder did not go before the night."""
    if date := await _opened(number, store):
        await store.dates.put(date, missed(date.kept))


async def _opened(number: DateId, store: Store) -> KeptDate | None:
    """Return a date; one that cannot be read is put off: nobody else's waits for it."""
    try:
        return await store.dates.opened(number)
    except UnreadableError:
        log.error("a date cannot be read")
        await store.dates.put_off(number, store.clock.now() + UNREADABLE_FOR)
        return None
