"""Timers: set with what they belong to, due once however late, righted when the clock goes back."""

from datetime import timedelta

from sqlalchemy import delete

from bot.core.timers import TimerKind, next_moment
from bot.sandbox.clock import MovableClock
from bot.store.store import Store
from bot.store.tables import people
from tests.store.cast import offered, person

HOUR = timedelta(hours=1)


async def test_a_timer_is_due_when_its_kind_says_and_not_before(
    store: Store, clock: MovableClock
) -> None:
    await store.timers.set(TimerKind.SWEEP)
    clock.push(HOUR - timedelta(minutes=1))
    assert await store.timers.due(TimerKind.SWEEP) == []
    clock.push(timedelta(minutes=1))
    (due,) = await store.timers.due(TimerKind.SWEEP)
    assert due.request_id is None
    assert await store.timers.due(TimerKind.DIGEST) == []


async def test_days_of_being_off_are_one_time(store: Store, clock: MovableClock) -> None:
    await store.timers.set(TimerKind.SWEEP)
    clock.push(timedelta(days=9))
    await store.timers.again(await store.timers.due(TimerKind.SWEEP))
    assert await store.timers.due(TimerKind.SWEEP) == []
    next_one = await store.timers.next()
    assert next_one is not None
    assert clock.now() < next_one <= clock.now() + HOUR


async def test_the_same_thing_has_one_timer_of_a_kind(store: Store, clock: MovableClock) -> None:
    request = await offered(store, await person(store))
    for _ in range(3):
        await store.timers.set(TimerKind.LATE, request=request.id)
        await store.timers.set(TimerKind.SWEEP)
    clock.push(timedelta(days=3))
    assert len(await store.timers.due(TimerKind.LATE)) == 1
    assert len(await store.timers.due(TimerKind.SWEEP)) == 1


async def test_a_timer_may_be_set_for_sooner_and_be_hastened(
    store: Store, clock: MovableClock
) -> None:
    request = await offered(store, await person(store))
    soon = clock.now() + timedelta(minutes=5)
    await store.timers.set(TimerKind.OFFER, request=request.id, at=soon)
    assert await store.timers.next() == soon
    await store.timers.hasten(TimerKind.LATE)
    assert await store.timers.next() == soon
    await store.timers.hasten(TimerKind.OFFER)
    assert len(await store.timers.due(TimerKind.OFFER)) == 1


async def test_a_timer_goes_with_what_it_belongs_to(store: Store, clock: MovableClock) -> None:
    request = await offered(store, await person(store))
    await store.timers.set(TimerKind.LATE, request=request.id)
    await store.connection.execute(delete(people))
    clock.push(timedelta(days=3))
    assert await store.timers.due(TimerKind.LATE) == []


async def test_a_clock_that_went_back_holds_nothing_up(store: Store, clock: MovableClock) -> None:
    request = await offered(store, await person(store))
    ahead = MovableClock(timedelta(days=400))
    wrong = Store(store.connection, ahead, store._keys)
    for kind in (TimerKind.SWEEP, TimerKind.DIGEST):
        await wrong.timers.set(kind)
    await wrong.timers.set(TimerKind.OFFER, request=request.id)
    back = await store.timers.set_right()
    assert timedelta(days=399) < back <= timedelta(days=401)
    kinds = (TimerKind.SWEEP, TimerKind.DIGEST, TimerKind.OFFER)
    latest = max(next_moment(kind, clock.now()) for kind in kinds)
    assert [await store.timers.due(kind) for kind in kinds] == [[], [], []]
    clock.push(latest - clock.now())
    assert [len(await store.timers.due(kind)) for kind in kinds] == [1, 1, 1]


async def test_a_timer_that_is_right_is_left_alone(store: Store, clock: MovableClock) -> None:
    await store.timers.set(TimerKind.SWEEP)
    before = await store.timers.next()
    clock.push(timedelta(minutes=20))
    assert await store.timers.set_right() == timedelta()
    assert await store.timers.next() == before
