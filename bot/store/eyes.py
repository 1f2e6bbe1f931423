"""Answers that did not go at once, and what the team's chats show of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.eyes import UNDECIDED, HeldId, HeldState
from bot.core.outgoing import Kind, OutgoingId, OutgoingState, PlaceId, Side
from bot.core.people import PersonId
from bot.core.requests import MessageId, RequestId
from bot.core.styles import Styled
from bot.store import sqlite
from bot.store.eyes_tables import IS_WAITING
from bot.store.outbox import Copy
from bot.store.request_rows import words_of
from bot.store.requests import Request
from bot.store.tables import avoided, chats, companions, held_answers, outbox, places

NOTICE: Final = 0
"""As which part of an answer the notice of it goes: its words are the parts after that."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a helper typed, and where."""

    request_id: RequestId
    chat_id: int
    """Our number of the chat."""
    message_id: int
    """Telegram's number."""
    words: Styled
    said_at: datetime
    answers: MessageId | None = None
    """Which words it replies to, while it is not held."""

    @property
    def text(self) -> str:
        """Its words without formatting: what is looked at."""
        return self.words.text


@dataclass(frozen=True, slots=True)
class HeldAnswer:
    """An answer that did not go at once."""

    id: HeldId
    written: Written
    """Its text is empty once it is decided."""
    writer: PersonId
    state: HeldState
    changes: MessageId | None
    """What it is to change, if it is an edit of what has gone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody's chat shows of such an answer: that it waits, or its words."""

    copy: Copy
    person: PersonId
    is_notice: bool


_HELD: Final = select(
    held_answers.c.id,
    held_answers.c.request_id,
    held_answers.c.chat_id,
    held_answers.c.message_id,
    held_answers.c.text,
    held_answers.c.styles,
    held_answers.c.said_at,
    held_answers.c.state,
    held_answers.c.changes_id,
    chats.c.person_id,
).join(chats, chats.c.id == held_answers.c.chat_id)


class Eyes:
    """Keeps answers until somebody has decided."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(
        self, written: Written, state: HeldState, *, changes: MessageId | None
    ) -> HeldAnswer:
        """Keep what was typed without sending it, in place of what was kept of that message."""
        values = {
            "request_id": written.request_id,
            "text": written.text,
            "styles": written.words.styles or None,
            "said_at": written.said_at,
            "state": state,
            "changes_id": changes,
        }
        where = {"chat_id": written.chat_id, "message_id": written.message_id}
        made = await self._connection.execute(
            sqlite.insert(held_answers)
            .values(**where, **values)
            .on_conflict_do_update(index_elements=["chat_id", "message_id"], set_=values)
            .returning(held_answers.c.id)
        )
        (held,) = await self._those(held_answers.c.id == made.scalar_one())
        return held

    async def one(self, held: HeldId) -> HeldAnswer | None:
        """Return an answer by our own number."""
        return next(iter(await self._those(held_answers.c.id == held)), None)

    async def at(self, chat_id: int, message_id: int) -> HeldAnswer | None:
        """Return what somebody wrote in a chat of ours under Telegram's number."""
        found = await self._those(
            held_answers.c.chat_id == chat_id, held_answers.c.message_id == message_id
        )
        return next(iter(found), None)

    async def undecided_in(self, request: RequestId) -> Sequence[HeldAnswer]:
        """Return the answers to a request that may still go."""
        return await self._those(
            held_answers.c.request_id == request, held_answers.c.state.in_(UNDECIDED)
        )

    async def waiting(self) -> Sequence[HeldAnswer]:
        """Return what waits for a second pair of eyes, the oldest first."""
        return await self._those(IS_WAITING)

    async def move(self, held: HeldAnswer, state: HeldState) -> bool:
        """Let an answer stand elsewhere; whether it was still where it was thought to be.

        Of two at once one wins. The words go where nobody has to decide any more.
        """
        values: dict[str, Any] = {"state": state}
        if state not in UNDECIDED:
            values |= {"text": None, "styles": None}
        moved = await self._connection.execute(
            update(held_answers)
            .where(held_answers.c.id == held.id, held_answers.c.state == held.state)
            .values(values)
        )
        return moved.rowcount == 1

    async def kept_from(self, request: Request) -> frozenset[PersonId]:
        """Return who may not see answers to a request: who is in it, and whom its émigré avoids."""
        query = select(avoided.c.person_id).where(avoided.c.emigre_id == request.emigre_id)
        beside = select(companions.c.person_id).where(
            companions.c.request_id == request.id, companions.c.left_at.is_(None)
        )
        found = (await self._connection.execute(union_all(query, beside))).scalars()
        helper = {request.helper_id} if request.helper_id is not None else set()
        return frozenset({request.emigre_id, *found, *helper})

    async def shown(self, held: HeldId) -> Sequence[Shown]:
        """Return what the team's chats show of an answer, or are to show."""
        return await self._shown(outbox.c.held_id == held)

    async def words_shown_to(self, person: PersonId) -> Sequence[Shown]:
        """Return what somebody's chat shows of the words of answers."""
        return await self._shown(
            outbox.c.held_id.is_not(None),
            outbox.c.part != NOTICE,
            places.c.person_id == person,
            places.c.side == Side.TEAM,
        )

    async def forget_shown(self, held: HeldId) -> None:
        """Let what is shown of an answer be over: it says what became of it."""
        await self._connection.execute(
            update(outbox)
            .where(outbox.c.held_id == held, outbox.c.state == OutgoingState.SENT)
            .values(state=OutgoingState.SKIPPED)
        )

    async def _those(self, *conditions: ColumnElement[bool]) -> Sequence[HeldAnswer]:
        query = _HELD.where(*conditions).order_by(held_answers.c.id)
        return [_held(row) for row in await self._connection.execute(query)]

    async def _shown(self, *conditions: ColumnElement[bool]) -> Sequence[Shown]:
        rows = await self._connection.execute(
            select(
                outbox.c.id,
                outbox.c.place_id,
                outbox.c.state,
                outbox.c.sent_id,
                outbox.c.part,
                places.c.person_id,
            )
            .join(places, places.c.id == outbox.c.place_id)
            .where(outbox.c.kind == Kind.EYES, outbox.c.state != OutgoingState.SKIPPED, *conditions)
            .order_by(outbox.c.id)
        )
        return [_shown(row) for row in rows]


def _held(row: Any) -> HeldAnswer:  # noqa: ANN401 - a row of _HELD
    return HeldAnswer(
        HeldId(row.id),
        Written(row.request_id, row.chat_id, row.message_id, words_of(row), row.said_at),
        PersonId(row.person_id),
        HeldState(row.state),
        MessageId(row.changes_id) if row.changes_id is not None else None,
    )


def _shown(row: Any) -> Shown:  # noqa: ANN401 - a letter at a place
    copy = Copy(OutgoingId(row.id), PlaceId(row.place_id), OutgoingState(row.state), row.sent_id)
    return Shown(copy, PersonId(row.person_id), row.part == NOTICE)
