"""Notes: what the team tells itself about a request."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.companions import Part
from bot.core.notes import By
from bot.core.outgoing import Kind, PlaceId
from bot.core.requests import RequestId
from bot.store.tables import messages, notes, outbox, places


@dataclass(frozen=True, slots=True)
class Note:
    """One note."""

    by: By
    text: str
    alias: str | None = None
    """As whom its writer was known in the request, if they were in it,"""
    part: Part = Part.MAIN
    """and what they were there."""


class Notes:
    """Keeps notes beside the messages of a request: nothing of them ever goes to its author."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def put(self, request: RequestId, note: Note, *, chat_id: int, message_id: int) -> None:
        """Keep a note, and where it was typed."""
        kept = {"request_id": request, "by": note.by, "text": note.text}
        kept |= {"alias": note.alias, "part": note.part}
        where = {"chat_id": chat_id, "message_id": message_id}
        made = insert(notes).values(**kept, **where, made_at=self._clock.now())
        await self._connection.execute(made)

    async def of(self, request: RequestId) -> Sequence[Note]:
        """Return the notes on a request, the first one first."""
        query = select(notes).where(notes.c.request_id == request).order_by(notes.c.id)
        rows = await self._connection.execute(query)
        return [Note(By(row.by), row.text, row.alias, Part(row.part or Part.MAIN)) for row in rows]

    async def count(self, request: RequestId) -> int:
        """Count the notes on a request."""
        query = select(func.count()).where(notes.c.request_id == request)
        return int((await self._connection.execute(query)).scalar_one())

    async def typed_at(self, chat_id: int, message_id: int) -> RequestId | None:
        """Return on what a note is that was typed in a chat of ours, under Telegram's number."""
        query = select(notes.c.request_id).where(
            notes.c.chat_id == chat_id, notes.c.message_id == message_id
        )
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def ends(self, place: PlaceId, chat_id: int) -> bool:
        """Say whether the last that stands in a member's place is a note of a colleague.

        Then neither whoever asked nor the member, in their chat of ours, has said anything since.
        """
        shown = (
            select(outbox.c.kind, outbox.c.sent_id)
            .where(
                outbox.c.place_id == place,
                outbox.c.kind.in_([Kind.RELAY, Kind.NOTE]),
                outbox.c.sent_id.is_not(None),
            )
            .order_by(outbox.c.sent_id.desc())
            .limit(1)
        )
        last = (await self._connection.execute(shown)).first()
        if last is None or last.kind != Kind.NOTE:
            return False
        in_place = select(places.c.request_id).where(places.c.id == place).scalar_subquery()
        since = select(messages.c.id).where(
            messages.c.request_id == in_place,
            messages.c.chat_id == chat_id,
            messages.c.message_id > last.sent_id,
        )
        return (await self._connection.execute(since.limit(1))).first() is None
