"""Handles stored updates: those of one chat in order, different chats at once.

Each update is one unit of work: the inbox row is emptied, the rooms do their work, and
what they say goes to the outbox, all in one savepoint. A handler that raises is tried once
more; then its update is set aside and the person gets a kind sentence. Only a failing
database is tried for longer.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol

from bot.delivery.tasks import Tasks
from bot.logs import where
from bot.store.inbox import Incoming
from bot.store.store import Store
from bot.store.writer import StoppedError, Unit, Writer

log = logging.getLogger(__name__)

Afterwards = Callable[[], Awaitable[None]]
"""What is done once the unit is committed: showing the answer to a tap."""

PORTION: Final = 500
TRIES: Final = 2
SECONDS_TO_SHOW: Final = 20


class Rooms(Protocol):
    """What handles updates; `app` hands it in."""

    async def handle(self, incoming: Incoming, store: Store) -> Afterwards | None:
        """Do what an update asks for, within the unit of work."""

    async def apologize(self, incoming: Incoming, store: Store) -> None:
        """Put a kind sentence in the outbox for whoever sent an update that we cannot handle."""


class Handling:
    """Gives each chat its own queue, and each update its unit of work."""

    def __init__(
        self, rooms: Rooms, writer: Writer, tasks: Tasks, said_something: Callable[[], None]
    ) -> None:
        """`said_something` is called after each unit: there may be letters to send."""
        self._rooms = rooms
        self._writer = writer
        self._tasks = tasks
        self._said_something = said_something
        self._queues: dict[tuple[int, int], deque[Incoming]] = {}
        self._waiting = 0
        self._room = asyncio.Event()

    def submit(self, incoming: Incoming) -> None:
        """Queue an update behind those of its chat."""
        key = (incoming.bot_id, chat_of(incoming.raw))
        self._waiting += 1
        if key in self._queues:
            self._queues[key].append(incoming)
        else:
            self._queues[key] = deque([incoming])
            self._tasks.spawn(self._drain(key), "handle a chat")

    async def has_room(self, most: int) -> None:
        """Wait while more than `most` updates wait."""
        while self._waiting > most:
            self._room.clear()
            await self._room.wait()

    async def resume(self) -> None:
        """Queue what an earlier run stored and did not handle, in portions."""
        after = 0
        while portion := await self._writer.insist(_waiting_after(after)):
            for after, incoming in portion:  # noqa: B007 - the last one asks for the next portion
                self.submit(incoming)
            await self.has_room(PORTION)

    async def _drain(self, key: tuple[int, int]) -> None:
        queue = self._queues[key]
        try:
            while queue:
                await self._handle(queue.popleft())
                self._waiting -= 1
                self._room.set()
        finally:
            del self._queues[key]

    async def _handle(self, incoming: Incoming) -> None:
        """Handle one update. Never raises: the next one of this chat must have its turn."""
        try:
            afterwards = await self._in_a_unit(incoming)
            self._said_something()
            if afterwards:
                async with asyncio.timeout(SECONDS_TO_SHOW):
                    await afterwards()
        except StoppedError:
            return  # still in the inbox, for the next start
        except Exception as error:  # noqa: BLE001 - told by its type; the work itself is saved
            log.warning("an answer to a tap was not shown (%s)", type(error).__name__)

    async def _in_a_unit(self, incoming: Incoming) -> Afterwards | None:
        async def unit(store: Store) -> Afterwards | None:
            if not await store.inbox.take(incoming):
                return None
            return await self._rooms.handle(incoming, store)

        for _ in range(TRIES):
            try:
                return await self._writer.insist(unit)
            except StoppedError:
                raise
            except Exception as error:  # noqa: BLE001 - tried once more, then set aside
                log.error("an update could not be handled (%s)", where(error))
        await self._set_aside(incoming)
        return None

    async def _set_aside(self, incoming: Incoming) -> None:
        async def kindly(store: Store) -> None:
            await store.inbox.set_aside(incoming)
            await self._rooms.apologize(incoming, store)

        async def silently(store: Store) -> None:
            await store.inbox.set_aside(incoming)

        try:
            await self._writer.insist(kindly)
        except StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 - nobody to tell: it blocks nobody all the same
            log.error("no apology could be made (%s)", where(error))
            await self._writer.insist(silently)


def _waiting_after(number: int) -> Unit[list[tuple[int, Incoming]]]:
    return lambda store: store.inbox.waiting(number, PORTION)


def chat_of(raw: dict[str, Any]) -> int:
    """Return Telegram's number of the chat that an update belongs to; 0 if it shows none."""
    for content in raw.values():
        if not isinstance(content, dict):
            continue
        message = content.get("message")
        holder = message if isinstance(message, dict) else content
        chat = holder.get("chat") or content.get("from")
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return 0
