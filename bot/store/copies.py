"""What stands in people's chats: found by where it stands, and by the message that it carries."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.outgoing import Kind, OutgoingId, OutgoingState
from bot.core.requests import MessageId, RequestId
from bot.store.outbox import Copy
from bot.store.tables import outbox


class Copies:
    """Finds letters that were sent, to change them (`Outbox.change`)."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def at(self, chat_id: int, number: int) -> Copy | None:
        """Return what was sent to a chat of ours under Telegram's number."""
        found = await self._sent(outbox.c.chat_id == chat_id, outbox.c.sent_id == number)
        return next(iter(found), None)

    async def receipts_of(self, chat_id: int, number: int) -> Sequence[Copy]:
        """Return the receipts of what was typed in a chat of ours under Telegram's number."""
        return await self._sent(
            outbox.c.chat_id == chat_id,
            outbox.c.answers_id == number,
            outbox.c.kind == Kind.RECEIPT,
        )

    async def leave(self, row: OutgoingId) -> None:
        """Change a letter no more: it has become something else, or says all that there is."""
        await self._connection.execute(
            update(outbox).where(outbox.c.id == row).values(state=OutgoingState.SKIPPED)
        )

    async def states_of(self, message: MessageId) -> frozenset[OutgoingState]:
        """Return where the letters stand that carry a message to others."""
        query = select(outbox.c.state).where(
            outbox.c.message_id == message,
            outbox.c.kind == Kind.RELAY,
            outbox.c.state != OutgoingState.SKIPPED,
        )
        return frozenset(map(OutgoingState, (await self._connection.execute(query)).scalars()))

    async def settled(self, among: Iterable[RequestId]) -> frozenset[RequestId]:
        """Return the requests by which the team was told of an answer after a silence."""
        query = select(outbox.c.request_id).where(
            outbox.c.request_id.in_(list(among)), outbox.c.kind == Kind.SETTLED
        )
        return frozenset((await self._connection.execute(query)).scalars())

    async def _sent(self, *conditions: Any) -> Sequence[Copy]:  # noqa: ANN401 - SQL
        rows = await self._connection.execute(
            select(outbox.c.id, outbox.c.place_id, outbox.c.state, outbox.c.sent_id)
            .where(*conditions, outbox.c.state == OutgoingState.SENT)
            .order_by(outbox.c.id)
        )
        return [Copy(row.id, row.place_id, OutgoingState(row.state), row.sent_id) for row in rows]
