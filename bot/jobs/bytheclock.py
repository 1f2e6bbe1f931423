"""The one loop that does what is due. The rows of `timers` are its whole schedule.

Each kind is done in one unit of work, together with the setting of its timers anew: so it
is done once, whatever dies meanwhile, and what was missed in days of being off is one job.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from bot.core.clock import Clock
from bot.core.timers import OF_THE_HOUSE, TimerKind
from bot.logs import where
from bot.store.store import Store
from bot.store.timers import Timer
from bot.store.writer import StoppedError, Writer

log = logging.getLogger(__name__)

Job = Callable[[Store, Sequence[Timer]], Awaitable[None]]
"""Does what timers of one kind are for, and sets them anew or drops them."""

LONGEST_SLEEP: Final = timedelta(seconds=5)
"""A timer that is set while we sleep is seen by then."""
TRUSTED: Final = timedelta(hours=1)
"""By more than this the clock was wrong before: every date is looked at anew."""
PUT_OFF: Final = timedelta(minutes=1)
"""How long a job that failed waits: it must not keep the others from their turn."""


class ByTheClock:
    """Does each job when its timers say."""

    def __init__(
        self,
        writer: Writer,
        clock: Clock,
        jobs: Mapping[TimerKind, Job],
        said_something: Callable[[], None],
    ) -> None:
        """`said_something` is called when jobs were done: there may be letters to send."""
        self._writer = writer
        self._clock = clock
        self._jobs = jobs
        self._said_something = said_something

    async def work(self) -> None:
        """Work until cancelled."""
        never = asyncio.Event()
        await self._writer.insist(_begin)
        last = self._clock.now()
        while True:
            now = self._clock.now()
            if now < last:
                await self._writer.insist(partial(_set_right, back=last - now))
            last = now
            upcoming = await self._writer.insist(lambda store: store.timers.next())
            if upcoming and upcoming <= now:
                for kind, job in self._jobs.items():
                    await self._do(kind, job)
            else:
                look_again = now + LONGEST_SLEEP
                await self._clock.wait(never, min(upcoming or look_again, look_again))

    async def _do(self, kind: TimerKind, job: Job) -> None:
        async def unit(store: Store) -> bool:
            due = await store.timers.due(kind)
            if due:
                await job(store, due)
            return bool(due)

        try:
            if await self._writer.insist(unit):
                self._said_something()
        except StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, it must not stop the others
            log.error("what is due by the clock failed: %s (%s)", kind, where(error))
            until = self._clock.now() + PUT_OFF
            await self._writer.insist(lambda store: store.timers.put_off(kind, until))


async def _begin(store: Store) -> None:
    """Set the timers that are always there, and right what a clock that went back left."""
    for kind in OF_THE_HOUSE:
        if not await store.timers.known(kind):
            await store.timers.set(kind)
    await _set_right(store)


async def _set_right(store: Store, back: timedelta = timedelta()) -> None:
    """Right what a clock that went back left. `back`: how far it went, if we saw it."""
    if max(back, await store.timers.set_right()) > TRUSTED:
        await store.dates.look_anew()
