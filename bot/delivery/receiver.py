"""Receives updates: raw, stored before they are acknowledged.

aiogram's own polling acknowledges before handlers end, and one update that it cannot parse
blocks it for ever. Asking for the next offset is Telegram's acknowledgement, so we store
a batch, commit, and only then ask on.
"""

from collections.abc import Sequence
from typing import Final

from aiogram import Bot

from bot.delivery.handling import Handling
from bot.delivery.patience import persist
from bot.delivery.telegram import FetchUpdates
from bot.store.inbox import Incoming
from bot.store.store import Store
from bot.store.writer import Writer

POLL_SECONDS: Final = 50
MOST_WAITING: Final = 10_000
"""Updates in memory beyond which we leave the next ones with Telegram, which keeps them a day."""
ALLOWED_UPDATES: Final = ["message", "edited_message", "callback_query", "my_chat_member"]


class Receiver:
    """Polls one bot."""

    def __init__(self, bot: Bot, writer: Writer, handling: Handling) -> None:
        self._bot = bot
        self._writer = writer
        self._handling = handling
        self._offset: int | None = None

    async def work(self) -> None:
        """Receive until cancelled. Raises FatalError when the token is revoked."""
        while True:
            await self._handling.has_room(MOST_WAITING)
            await persist(self._receive)

    async def _receive(self) -> None:
        call = FetchUpdates(
            offset=self._offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES
        )
        updates = await self._bot(call, request_timeout=POLL_SECONDS + 15)
        batch = [
            Incoming(self._bot.id, update["update_id"], update)
            for update in updates
            if isinstance(update.get("update_id"), int)
        ]
        if not batch:
            return
        await self._store(batch)
        self._offset = max(incoming.update_id for incoming in batch) + 1
        for incoming in batch:
            self._handling.submit(incoming)

    async def _store(self, batch: Sequence[Incoming]) -> None:
        """Store a batch, however long the database is away: nothing else may be acknowledged."""

        async def keep(store: Store) -> None:
            await store.inbox.keep(batch)

        await self._writer.insist(keep)
