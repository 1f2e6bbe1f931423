"""Dates of people's cases whose minute has come: reminded of, asked after, told, let go."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.core.reminders import Call, after, call_at
from bot.store.dates import MOST, KeptDate
from bot.store.store import Store
from bot.store.timers import Timer

Tell = Callable[[Store, KeptDate], Awaitable[None]]
"""Puts what a call says in the outbox."""

UNREACHABLE_FOR: Final = timedelta(days=1)
"""When to look again whether somebody can be reached; what they do here wakes us sooner."""


async def see_to(words: Mapping[Call, Tell], store: Store, timers: Sequence[Timer]) -> None:
    """See to a portion of the dates; what is left has its turn at once, before the next minute."""
    await store.outbox.drop_void()
    portion = await store.dates.due()
    for date in portion:
        await _see_to(date, words, store)
    if len(portion) < MOST:
        await store.timers.again(timers)


async def _see_to(date: KeptDate, words: Mapping[Call, Tell], store: Store) -> None:
    now = store.clock.now()
    call = call_at(date.kept, now, date.wishes)
    if call is Call.LET_GO:
        await store.dates.delete(date.id)
    elif call is not None and not await store.people.is_reachable(date.person):
        await store.dates.put_off(date.id, now + UNREACHABLE_FOR)
    elif call is not None:
        await store.outbox.drop_of_date(date.id)
        await words[call](store, date)
        await store.dates.put(date, after(date.kept, call, now))
    else:
        await store.dates.put(date, date.kept)
