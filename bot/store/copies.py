"""What stands in people's chats: found by where it stands, and by the message that it carries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.outgoing import (
    OF_A_REQUEST,
    OF_ITS_WORDS,
    Kind,
    OutgoingId,
    OutgoingState,
    PlaceId,
    Side,
)
from bot.core.people import PersonId
from bot.core.requests import MessageId, RequestId
from bot.store.date_letters import UNSENT
from bot.store.outbox import Copy
from bot.store.tables import chats, messages, outbox, places


@dataclass(frozen=True, slots=True)
class Trace:
    """What somebody's chat shows of a request."""

    person: PersonId
    thread: int | None
    """A thread that holds it all, or none."""
    numbers: list[int]
    """Telegram's numbers of the messages outside of a thread."""


# Made once: making a statement takes longer than running it
_MESSAGE_AT: Final = union_all(
    select(outbox.c.message_id).where(
        outbox.c.chat_id == bindparam("in_chat"),
        outbox.c.sent_id == bindparam("as_number"),
        outbox.c.kind == Kind.RELAY,
        outbox.c.message_id.is_not(None),
    ),
    select(messages.c.id).where(
        messages.c.chat_id == bindparam("in_chat"), messages.c.message_id == bindparam("as_number")
    ),
)
_NUMBER_AT: Final = union_all(
    select(outbox.c.sent_id).where(
        outbox.c.message_id == bindparam("of_message"),
        outbox.c.place_id == bindparam("at_place"),
        outbox.c.kind == Kind.RELAY,
        outbox.c.part == 0,
        outbox.c.state == OutgoingState.SENT,
    ),
    select(messages.c.message_id)
    .join(chats, chats.c.id == messages.c.chat_id)
    .join(places, places.c.person_id == chats.c.person_id)
    .where(messages.c.id == bindparam("of_message"), places.c.id == bindparam("at_place")),
)

_IS_SCREEN: Final = and_(outbox.c.place_id == bindparam("at_place"), outbox.c.kind == Kind.SCREEN)
_NO_CARD: Final = (
    update(outbox)
    .where(
        _IS_SCREEN,
        or_(outbox.c.sent_id == bindparam("as_number"), outbox.c.state == OutgoingState.SENDING),
        outbox.c.request_id.is_not(None),
    )
    .values(request_id=None)
)
_CARD: Final = (
    update(outbox)
    .where(
        _IS_SCREEN,
        outbox.c.sent_id == bindparam("as_number"),
        outbox.c.request_id.is_distinct_from(bindparam("of_draft")),
    )
    .values(request_id=bindparam("of_draft"))
)


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

    async def message_at(self, chat_id: int, number: int) -> MessageId | None:
        """Return the words that a chat of ours shows under Telegram's number: a copy, or typed."""
        here = {"in_chat": chat_id, "as_number": number}
        found = (await self._connection.execute(_MESSAGE_AT, here)).first()
        return MessageId(found[0]) if found else None

    async def number_at(self, place: PlaceId, message: MessageId) -> int | None:
        """Return Telegram's number of words where somebody reads them, or typed them themselves."""
        where = {"at_place": place, "of_message": message}
        found = (await self._connection.execute(_NUMBER_AT, where)).first()
        return found[0] if found else None

    async def drop_words(self, place: PlaceId) -> None:
        """Let go of what was to show somebody words of a request, or changed ones."""
        await self._connection.execute(
            update(outbox)
            .where(
                outbox.c.place_id == place,
                outbox.c.kind.in_([*OF_ITS_WORDS, Kind.EDIT]),
                UNSENT,
            )
            .values(state=OutgoingState.SKIPPED, body=None)
        )

    async def leave(self, row: OutgoingId) -> None:
        """Change a letter no more: it has become something else, or says all that there is."""
        await self._connection.execute(
            update(outbox).where(outbox.c.id == row).values(state=OutgoingState.SKIPPED)
        )

    async def mark_card(self, place: PlaceId, number: int, draft: RequestId | None) -> None:
        """Let a screen, by Telegram's number, be a picture of this draft now, or of none.

        One whose number is not known yet may be what was tapped: it is none, so that it stays.
        """
        where = {"at_place": place, "as_number": number}
        if draft is None:
            await self._connection.execute(_NO_CARD, where)
        else:
            await self._connection.execute(_CARD, {**where, "of_draft": draft})

    async def take_cards(self, draft: RequestId, *, going: bool) -> Sequence[Copy]:
        """Return the pictures of a draft that stand in its author's chat, or are to come there.

        They are none from now on: whoever takes them lets them make way. `going`: those too that
        are just on their way.
        """
        ways = {OutgoingState.SKIPPED} if going else {OutgoingState.SKIPPED, OutgoingState.SENDING}
        taken = await self._connection.execute(
            update(outbox)
            .where(
                outbox.c.request_id == draft,
                outbox.c.kind == Kind.SCREEN,
                outbox.c.state.not_in(ways),
            )
            .values(request_id=None)
            .returning(outbox.c.id, outbox.c.place_id, outbox.c.state, outbox.c.sent_id)
        )
        return [Copy(row.id, row.place_id, OutgoingState(row.state), row.sent_id) for row in taken]

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

    async def traces_of(self, request: RequestId, since: datetime) -> Sequence[Trace]:
        """Return where the team's chats show a request: threads, and what was sent flat.

        `since`: aware; what was sent before is left out.
        """
        rows = await self._connection.execute(
            select(
                places.c.person_id,
                places.c.thread_id,
                outbox.c.sent_id,
            )
            .join(places, places.c.id == outbox.c.place_id)
            .where(
                outbox.c.request_id == request,
                places.c.side == Side.TEAM,
                outbox.c.sent_id.is_not(None),
                outbox.c.kind.in_([*OF_A_REQUEST, Kind.OFFER, Kind.ASK, Kind.EYES]),
                or_(places.c.thread_id.is_not(None), outbox.c.sent_at >= since),
            )
            .order_by(outbox.c.id)
        )
        found: dict[tuple[PersonId, int | None], list[int]] = {}
        for row in rows:
            found.setdefault((row.person_id, row.thread_id), []).append(row.sent_id)
        return [
            Trace(person, thread, [] if thread else numbers)
            for (person, thread), numbers in found.items()
        ]

    async def _sent(self, *conditions: Any) -> Sequence[Copy]:  # noqa: ANN401 - SQL
        rows = await self._connection.execute(
            select(outbox.c.id, outbox.c.place_id, outbox.c.state, outbox.c.sent_id)
            .where(*conditions, outbox.c.state == OutgoingState.SENT)
            .order_by(outbox.c.id)
        )
        return [Copy(row.id, row.place_id, OutgoingState(row.state), row.sent_id) for row in rows]
