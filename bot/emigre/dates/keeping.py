"""Cases and dates as buttons name them, and what keeping a date means on whichever screen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.core.cases import CaseId
from bot.core.clock import today
from bot.core.dates import MOST_DATES, Appointment, DateId, FromPaper, What
from bot.core.deadlines.counting import FIRST_DAY, LAST_DAY
from bot.core.reminders import Kept
from bot.core.typed_dates import Lean, Misread, read_day
from bot.emigre.request_screens import take_up
from bot.store.cases import KeptCase
from bot.store.dates import KeptDate
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Button
from bot.ui.words import Translator


async def case_of(number: int | None, me: Person, store: Store) -> KeptCase | None:
    """Return a case by its number, None: one's own; if it is theirs and still there."""
    if number is None:
        return await store.cases.own(me.id)
    return await store.cases.one(me.id, CaseId(number))


async def date_of(number: int, me: Person, store: Store) -> KeptDate | None:
    """Return a date of somebody's own; 0 is none."""
    return await store.dates.one(me.id, DateId(number)) if number else None


async def dates_of(case: int, me: Person, store: Store) -> Sequence[KeptDate]:
    """Return all dates of a case of somebody's own."""
    return await store.dates.of_case(me.id, CaseId(case))


def is_full(dates: Sequence[KeptDate], more: int) -> bool:
    """Say whether a case has no room for so many more dates."""
    return len(dates) + more > MOST_DATES


async def keep_new(case: int, what: What, me: Person, store: Store) -> DateId:
    """Keep a date; one that is kept already, and not done, stays the one that it is."""
    for each in await dates_of(case, me, store):
        if each.kept.what == what and not each.kept.done:
            return each.id
    kept = Kept(what=what, made=today(store.clock.now()))
    return await store.dates.add(CaseId(case), kept, await store.cases.wishes_of(me.id))


async def keep_changed(date: KeptDate, what: What, store: Store) -> None:
    """Keep something else in a date's place: what was to be said of it is void."""
    if date.kept.what == what:
        return
    kept = Kept(what=what, made=today(store.clock.now()), distances=date.kept.distances)
    await store.dates.put(date, kept, changed=True)
    await store.date_letters.drop_of(date.id)


async def drop(date: KeptDate, store: Store) -> None:
    """Let go of a date, and of what was to be said of it."""
    await store.date_letters.drop_of(date.id)
    await store.dates.delete(date.id)
    await store.cases.touch(date.person, date.case_id)


async def keep_words(date: KeptDate, what: Appointment, store: Store) -> None:
    """Keep another place or note of a date: nothing that was to be said of it is void."""
    if date.kept.what != what:
        await store.dates.put(date, replace(date.kept, what=what))
        await store.cases.touch(date.person, date.case_id)


def of_one_paper(date: KeptDate, dates: Sequence[KeptDate]) -> Sequence[KeptDate]:
    """Return the dates that came from the same paper as a date, itself among them."""
    if not isinstance(date.kept.what, FromPaper):
        return [date]
    paper = replace(date.kept.what, beside=None)
    return [
        each
        for each in dates
        if isinstance(each.kept.what, FromPaper) and replace(each.kept.what, beside=None) == paper
    ]


def read_countable(text: str, now: date, lean: Lean) -> date | Misread:
    """Return the day that somebody typed, if days can be counted there. `now`: today in Finland."""
    read = read_day(text, now, lean)
    if isinstance(read, date) and not FIRST_DAY <= read <= LAST_DAY:
        return Misread.TOO_FAR
    return read


async def to_a_person(me: Person, store: Store, tr: Translator) -> Button | None:
    """Return the button that makes a question of what was typed; None: they may ask nobody."""
    if not me.may_ask:
        return None
    return take_up(await store.requests.in_hand_of(me.id), tr)
