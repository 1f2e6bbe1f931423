"""Notes which letters arrived: those that do while the writer is busy, in one unit of work."""

import asyncio
import logging
from dataclasses import dataclass, field

from bot.logs import where
from bot.store.queue import Due
from bot.store.store import Store
from bot.store.writer import StoppedError, Writer

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Batch:
    letters: list[tuple[Due, int | None]] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    noted: bool = False


class Noting:
    """A savepoint and a turn for each letter took a tenth of a relayed line."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._next = _Batch()

    async def arrived(self, due: Due, number: int | None) -> None:
        """Note that a letter arrived, as Telegram's message `number`; return once that is kept.

        If letters cannot be noted together, each is by itself: none takes others with it.
        """
        batch = self._next
        batch.letters.append((due, number))
        if len(batch.letters) == 1:
            await self._note(batch)
        await batch.over.wait()
        if not batch.noted:
            await self._writer.insist(lambda store: store.queue.sent(due, number))

    async def _note(self, batch: _Batch) -> None:
        async def unit(store: Store) -> None:
            self._close(batch)
            for due, number in batch.letters:
                await store.queue.sent(due, number)

        try:
            await self._writer.insist(unit)
            batch.noted = True
        except StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 - each is tried by itself
            log.error("letters could not be noted together (%s)", where(error))
        finally:
            self._close(batch)
            batch.over.set()

    def _close(self, batch: _Batch) -> None:
        """Let what arrives from here on have a unit of its own."""
        if self._next is batch:
            self._next = _Batch()
