"""Time as everything else sees it: handed in, never looked up."""

import asyncio
from datetime import UTC, datetime
from typing import Protocol


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
