"""Sends broadcasts when nothing else is due: many copies between two commits.

Copies are marked together before they go and after they went, so a broadcast costs two
commits for a batch and holds up nobody. A copy found marked as going after a crash may have
arrived; only a coordinator's hand sends it again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.core.broadcasts import RecipientState
from bot.core.clock import Clock
from bot.core.outgoing import BotName, Side
from bot.delivery.calls import Calls
from bot.delivery.failures import Failure, Meaning, understand
from bot.delivery.pace import Pace
from bot.store.recipients import Going, Recipient
from bot.store.store import Store
from bot.store.writer import StoppedError, Writer

log = logging.getLogger(__name__)

MOST_IN_BATCH: Final = 100
"""Copies between two commits. At the usual pace a batch is what a second has room for."""
KEPT_FREE: Final = 4
"""One part in so many of the pace is left to answers."""
LINE_DOWN: Final = timedelta(seconds=5)
"""How long all copies wait after one that did not even leave."""

SlowDown = Callable[[Store, int, timedelta], Awaitable[None]]
"""Obeys a 429 that came from a chat."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Copies that are marked as going."""

    going: Going
    copies: Sequence[Recipient]
    noted: datetime
    """The moment from which the pace counts them."""


class Broadcasting:
    """Sends one batch at a time, for the sender."""

    def __init__(
        self,
        calls: Calls,
        writer: Writer,
        *,
        clock: Clock,
        pace: Pace,
        team_bot: BotName,
        slow_down: SlowDown,
    ) -> None:
        self._calls = calls
        self._writer = writer
        self._clock = clock
        self._pace = pace
        self._team_bot = team_bot
        self._slow_down = slow_down
        self._busy = False
        self.waits_until: datetime | None = None
        """When it is worth looking again, if copies wait that could not be marked."""

    async def mark(self, store: Store, now: datetime) -> Batch | None:
        """Mark the next copies as going; None if there are none, or none may go now."""
        if self._busy or (self.waits_until and now < self.waits_until):
            return None
        self.waits_until = None
        while going := await store.recipients.going():
            room = self._pace.room(now, MOST_IN_BATCH, kept_free=KEPT_FREE)
            due = await store.recipients.due(going, room, self._team_bot, now) if room else []
            gone = [copy for copy in due if copy.unreachable]
            chosen = [
                copy for copy in due if not copy.unreachable and self._pace.may(copy.chat_id, now)
            ]
            await store.recipients.mark(going.id, _all(gone, RecipientState.UNREACHABLE))
            if chosen:
                return await self._begin(store, Batch(going, chosen, now))
            if not room or (due and not gone):
                self.waits_until = self._pace.next_room(now)
                return None
            if not due and not await store.recipients.finish(going.id):
                return None
        return None

    def send(self, batch: Batch) -> Coroutine[None, None, None]:
        """Return the sending of marked copies: all at once, their fates noted together.

        Until it is over no other batch is marked.
        """
        self._busy = True
        return self._send(batch)

    async def _send(self, batch: Batch) -> None:
        try:
            failures = await asyncio.gather(*(self._try(batch, copy) for copy in batch.copies))
            tried = list(zip(batch.copies, failures, strict=True))
            await self._writer.insist(lambda store: self._note(store, batch.going, tried))
        except StoppedError:
            return  # they may have arrived: the next start says so
        finally:
            self._busy = False

    async def _begin(self, store: Store, batch: Batch) -> Batch:
        await store.recipients.mark(batch.going.id, _all(batch.copies, RecipientState.SENDING))
        for copy in batch.copies:
            self._pace.note(copy.chat_id, batch.noted)
        return batch

    async def _try(self, batch: Batch, copy: Recipient) -> Failure | None:
        """Send one copy; return what went wrong, if anything did."""
        try:
            await self._calls.announce(batch.going, copy)
        except Exception as error:  # noqa: BLE001 - understood by its type, and noted
            return understand(error)
        finally:
            self._pace.arrived(batch.noted, self._clock.now())
        return None

    async def _note(
        self, store: Store, going: Going, tried: Sequence[tuple[Recipient, Failure | None]]
    ) -> None:
        """Note where each copy stands now, and what it tells of its chat."""
        fates = [(copy, await self._fate(store, copy, failure)) for copy, failure in tried]
        await store.recipients.mark(going.id, fates)
        if going.side is Side.EMIGRE:
            arrived = [copy for copy, fate in fates if fate is RecipientState.ARRIVED]
            await store.recipients.turn_from_requests(arrived)

    async def _fate(self, store: Store, copy: Recipient, failure: Failure | None) -> RecipientState:
        match failure and failure.meaning:
            case None:
                return RecipientState.ARRIVED
            case Meaning.FLOOD:
                assert failure  # noqa: S101 - it has a meaning
                await self._slow_down(store, copy.chat_id, failure.stop_for)
                return RecipientState.WAITING
            case Meaning.NOT_SENT | Meaning.TOKEN_REVOKED:
                self.waits_until = self._clock.now() + LINE_DOWN
                return RecipientState.WAITING
            case Meaning.BLOCKED:
                await store.people.mark_reachable(copy.chat_id, reachable=False)
                return RecipientState.UNREACHABLE
            case Meaning.UNCERTAIN:
                return RecipientState.UNCERTAIN
            case _:
                log.error("Telegram refuses a copy of a broadcast")
                return RecipientState.REFUSED


def _all(
    copies: Sequence[Recipient], state: RecipientState
) -> list[tuple[Recipient, RecipientState]]:
    return [(copy, state) for copy in copies]
