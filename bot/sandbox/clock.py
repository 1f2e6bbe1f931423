"""A clock that can be pushed forward, so that a day passes in a test or before your eyes."""

import asyncio
from datetime import datetime, time, timedelta
from typing import Final, Self

from bot.core.clock import HELSINKI, SystemClock, today
from bot.core.routing.daytime import at

BEGINS: Final = time(9, 30)
ENDS: Final = time(18)


class MovableClock(SystemClock):
    """The machine's clock plus an offset; whoever sleeps on it wakes when it is pushed."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset
        self._pushed = asyncio.Event()

    @classmethod
    def by_day(cls) -> Self:
        """Return a clock that shows now or, late in the day and by night, the next morning.

        Who would play, or test, at night finds nobody asleep.
        """
        now = SystemClock().now()
        is_light = BEGINS <= now.astimezone(HELSINKI).time() < ENDS
        morning = at(today(now), BEGINS)
        if morning < now:
            morning = at(today(now) + timedelta(days=1), BEGINS)
        return cls() if is_light else cls(morning - now)

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of the machine's."""
        return self._offset

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return super().now() + self._offset

    def push(self, by: timedelta) -> None:
        """Move forward by a positive `by` and wake all sleepers to look at their time again."""
        if by < timedelta():
            raise ValueError("this clock only moves forward")
        self._offset += by
        pushed, self._pushed = self._pushed, asyncio.Event()
        pushed.set()

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        """Sleep until `event` is set or this clock, pushes included, reaches `until`."""
        while not event.is_set() and (until is None or self.now() < until):
            tasks = [
                asyncio.ensure_future(SystemClock.wait(self, event, until)),  # noqa: TID251 - awaited below
                asyncio.ensure_future(self._pushed.wait()),  # noqa: TID251 - awaited below
            ]
            try:
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in tasks:
                    task.cancel()
