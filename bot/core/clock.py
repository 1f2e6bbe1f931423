"""Time as everything else sees it: handed in, never looked up."""

import asyncio
from datetime import UTC, date, datetime
from typing import Final, Protocol
from zoneinfo import ZoneInfo

HELSINKI: Final = ZoneInfo("Europe/Helsinki")
"""Where the days are counted and the times shown."""


def today(now: datetime) -> date:
    """Return the day that it is in Finland at an aware moment."""
    return now.astimezone(HELSINKI).date()


class Clock(Protocol):
    """What rules, stores and loops ask for the time."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        """Sleep until `event` is set or the clock reaches `until` (aware; None: never)."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that may ask the machine

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        """Sleep until `event` is set or the clock reaches `until`."""
        seconds = None if until is None else (until - self.now()).total_seconds()
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return
