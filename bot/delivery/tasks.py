"""The owner of everything that runs by itself: kept, named, logged, restarted, stopped."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

log = logging.getLogger(__name__)

PAUSE_BEFORE_RESTART: Final = 1.0
"""Seconds."""


class FatalError(Exception):
    """Something that a restart cannot help. `exit_status` is for the service manager."""

    def __init__(self, sentence: str, exit_status: int) -> None:
        super().__init__(sentence)
        self.exit_status = exit_status


class Tasks:
    """Holds a reference to each task, so that none is forgotten half-way."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._loops: set[asyncio.Task[Any]] = set()
        self.fatal: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Raises the first FatalError of a kept loop."""

    def spawn(self, coroutine: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Run `coroutine` once; what it raises is logged by its type alone."""
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def keep(self, loop: Callable[[], Awaitable[None]], name: str) -> asyncio.Task[None]:
        """Run a long-lived `loop`; when it fails, log that and start it again."""
        task = self.spawn(self._kept(loop, name), name)
        self._loops.add(task)
        return task

    async def drain(self, seconds: float) -> None:
        """Wait up to `seconds` for what still runs, then cancel it."""
        if not self._tasks:
            return
        _, running = await asyncio.wait(set(self._tasks), timeout=seconds)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def settle(self, seconds: float) -> None:
        """Wait up to `seconds` until nothing but kept loops runs."""
        under_way = {task for task in self._tasks if task not in self._loops}
        if under_way:
            await asyncio.wait(under_way, timeout=seconds)

    async def _kept(self, loop: Callable[[], Awaitable[None]], name: str) -> None:
        while True:
            try:
                await loop()
            except FatalError as error:
                if not self.fatal.done():
                    self.fatal.set_exception(error)
                return
            except Exception as error:  # noqa: BLE001 - the loop's owner: log and start again
                log.error("%s failed (%s) and starts again", name, type(error).__name__)
                await asyncio.sleep(PAUSE_BEFORE_RESTART)
            else:
                return

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("%s failed (%s)", task.get_name(), type(error).__name__)
