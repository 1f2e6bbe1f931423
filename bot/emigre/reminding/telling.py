"""Puts in the outbox what the clock says to an émigré about a date."""

from collections.abc import Callable

from bot.core.coming import Turn, turn_of
from bot.core.outgoing import Kind, Lane, Letter, Side
from bot.core.reminders import end_of_day
from bot.emigre.reminding import letters
from bot.relay.passing import speaker_of
from bot.store.date_letters import OfDate
from bot.store.dates import KeptDate
from bot.store.store import Store
from bot.ui.words import Translator


async def remind(store: Store, date: KeptDate) -> None:
    """Remind of a date."""
    now, turn = store.clock.now(), await _turn(store, date)
    await _put(store, date, lambda tr: letters.reminder(date, now, tr, turn))


async def say_that_it_moved(store: Store, date: KeptDate) -> None:
    """Say that the day is another since a rule was corrected."""
    await _put(store, date, lambda tr: letters.counted_anew(date, tr))


async def ask_again(store: Store, date: KeptDate) -> None:
    """Ask once more whether the last day is seen to."""
    turn = await _turn(store, date)
    await _put(store, date, lambda tr: letters.asked_again(date, tr, turn))


async def say_that_team_was_told(store: Store, date: KeptDate) -> None:
    """Say that coordinators know now."""
    await _put(store, date, lambda tr: letters.team_told(date, tr))


async def _turn(store: Store, date: KeptDate) -> Turn:
    """Return which one a date is among those of its owner that count on the same day."""
    theirs = await store.dates.readable_of(date.person)
    return turn_of(date.id, [(each.id, each.kept) for each in theirs], store.clock.now())


async def _put(store: Store, date: KeptDate, words: Callable[[Translator], Letter]) -> None:
    """Put a letter that is true today, and as long as the date is what it is."""
    place = await store.outbox.place(date.person, Side.EMIGRE)
    letter = words(await speaker_of(date.person, store))
    of_date = OfDate(date.id, date.version, until=end_of_day(store.clock.now()))
    await store.outbox.put(place, Kind.NOTICE, letter, lane=Lane.NOTICES, of_date=of_date)
