"""Requests that lie still while the clocks of Helsinki change: 25 October 2026, 28 March 2027."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.clock import HELSINKI, SystemClock, today
from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.requests import Event
from bot.core.timers import TimerKind
from bot.relay import lapsing
from bot.relay.watching import watch
from bot.sandbox.clock import MovableClock
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.tables import outbox
from bot.ui.words import translator
from tests.store.cast import member, moved, offered, person

CHANGES = pytest.mark.parametrize("change", [(2026, 10, 25), (2027, 3, 28)])
DAY = timedelta(days=1)


def moment(day: datetime, days: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment by Helsinki's clocks, so many days before or after another."""
    shifted = (day + days * DAY).date()
    return datetime(shifted.year, shifted.month, shifted.day, hour, minute, tzinfo=HELSINKI)


class At:
    """A request that a helper has, and a clock that stands where a test says."""

    def __init__(self, store: Store) -> None:
        self._given = store

    def store(self, when: datetime) -> Store:
        """Return the database as it is seen at a moment."""
        clock = MovableClock(when.astimezone(UTC) - SystemClock().now())
        return Store(self._given.connection, clock, self._given._keys)

    async def held(self, *events: Event) -> Request:
        """Return a request that a helper has."""
        store = self._given
        request, olli = await offered(store, await person(store)), await member(store, 2)
        await store.people.meet(2, BotName.DESK)
        claimed = await store.requests.move(
            request, Event.CLAIM, helper_id=olli.id, helper_alias="A"
        )
        assert isinstance(claimed, Request)
        return await moved(store, claimed, *events)

    async def next(self) -> datetime:
        """Return when the next timer is due, to the minute, by Helsinki's clocks."""
        due = await self._given.timers.next()
        assert due
        return due.astimezone(HELSINKI).replace(second=0, microsecond=0)


@CHANGES
async def test_a_helper_is_reminded_and_asked_no_more_at_the_same_hour_by_day(
    store: Store, change: tuple[int, int, int]
) -> None:
    day, at = datetime(*change, tzinfo=HELSINKI), At(store)
    request = await at.held()
    await watch(at.store(moment(day, -1, 18)), request)
    assert await at.next() == moment(day, 0, 12)
    nudged = at.store(moment(day, 0, 12, 1))
    await nudged.timers.drop_of(request.id, [TimerKind.NUDGE])
    await lapsing.nudge(nudged, request)
    assert await at.next() == moment(day, 1, 12, 1)


@CHANGES
@pytest.mark.parametrize("hour", [9, 14, 20])
async def test_a_question_closes_on_the_day_that_was_told(
    store: Store, change: tuple[int, int, int], hour: int
) -> None:
    day, at = datetime(*change, tzinfo=HELSINKI), At(store)
    request = await at.held(Event.ANSWER)
    await watch(at.store(moment(day, -10, hour, 20)), request)
    asks = await at.next()
    assert 9 <= asks.hour < 21
    assert today(asks) - day.date() in {timedelta(), DAY}
    asked = at.store(moment(day, -4, hour, 20))
    await asked.timers.drop_of(request.id, [TimerKind.QUIET])
    await lapsing.ask_if_settled(asked, request)
    shuts = await at.next()
    assert 9 <= shuts.hour < 21
    (body,) = (await store.connection.execute(outbox.select())).mappings().all()
    assert str(translator(Language.RUSSIAN).day(today(shuts))) in body["body"]["text"]
