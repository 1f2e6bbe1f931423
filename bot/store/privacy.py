"""What is kept about one person: found, copied and erased as each table says."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Table, bindparam, delete, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.outgoing import Side
from bot.core.people import PersonId
from bot.store.promises import Keeping
from bot.store.tables import (
    bans,
    case_wishes,
    cases,
    chats,
    companions,
    dates,
    doubts,
    held_answers,
    inbox,
    kept_answers,
    members,
    messages,
    metadata,
    outbox,
    people,
    places,
    plans,
    ready_answers,
    requests,
)

Copy = Mapping[str, list[dict[str, Any]]]
"""Each table's rows about one person, by the table's name."""


def _own_messages(person: PersonId) -> ColumnElement[bool]:
    """Return what somebody wrote, and what was answered to their own questions."""
    asked = select(requests.c.id).where(requests.c.emigre_id == person)
    wrote = select(chats.c.id).where(chats.c.person_id == person)
    return or_(messages.c.request_id.in_(asked), messages.c.chat_id.in_(wrote))


def _companions(person: PersonId) -> ColumnElement[bool]:
    """Return where somebody helped along, and who did with what they asked."""
    asked = select(requests.c.id).where(requests.c.emigre_id == person)
    return or_(companions.c.person_id == person, companions.c.request_id.in_(asked))


WHOSE: Final[Mapping[str, Callable[[PersonId], ColumnElement[bool]]]] = {
    "people": lambda person: people.c.id == person,
    "chats": lambda person: chats.c.person_id == person,
    "members": lambda person: members.c.person_id == person,
    "ready_answers": lambda person: ready_answers.c.owner_id == person,
    "bans": lambda person: bans.c.user_hash.in_(
        select(people.c.user_hash).where(people.c.id == person)
    ),
    "cases": lambda person: cases.c.person_id == person,
    "dates": lambda person: dates.c.case_id.in_(
        select(cases.c.id).where(cases.c.person_id == person)
    ),
    "case_wishes": lambda person: case_wishes.c.person_id == person,
    "plans": lambda person: plans.c.person_id == person,
    "kept_answers": lambda person: kept_answers.c.person_id == person,
    "requests": lambda person: requests.c.emigre_id == person,
    "messages": _own_messages,
    "companions": _companions,
    "doubts": lambda person: doubts.c.request_id.in_(
        select(requests.c.id).where(requests.c.emigre_id == person)
    ),
    "held_answers": lambda person: held_answers.c.chat_id.in_(
        select(chats.c.id).where(chats.c.person_id == person)
    ),
}
"""Which rows of a table are about a person, for each table that is copied."""


class Privacy:
    """Copies and erases."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def copy_of(self, person: PersonId) -> Copy:
        """Return all that is kept about somebody, in the tables' order; moments are aware, UTC."""
        found = {}
        for name, columns, query in _queries():
            rows = await self._connection.execute(query, {"of_person": person})
            found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
        return found

    async def numbers_in(
        self, chat_id: int, since: datetime, *, side: Side | None = None
    ) -> list[int]:
        """Return Telegram's numbers of the messages that we know of in a chat of ours.

        The bot's and the person's, since an aware moment; of one `side`, or of both. What a bot
        did not keep is not guessed at: Telegram counts a bot's private chats together, so a
        number may be somebody else's.
        """
        ours = select(outbox.c.sent_id).where(
            outbox.c.chat_id == chat_id, outbox.c.sent_at >= since, outbox.c.sent_id.is_not(None)
        )
        answered = select(outbox.c.answers_id).where(
            outbox.c.chat_id == chat_id, outbox.c.answers_of >= since
        )
        theirs = select(messages.c.message_id).where(
            messages.c.chat_id == chat_id, messages.c.said_at >= since
        )
        held = select(held_answers.c.message_id).where(
            held_answers.c.chat_id == chat_id, held_answers.c.said_at >= since
        )
        if side is not None:
            at_places = select(places.c.id).where(places.c.side == side)
            ours = ours.where(outbox.c.place_id.in_(at_places))
            answered = answered.where(outbox.c.place_id.in_(at_places))
            theirs = theirs.where(messages.c.author == side)
            held = held.where(literal(side is Side.TEAM))
        found = await self._connection.execute(ours.union(theirs, answered, held))
        return sorted(found.scalars())

    async def erase(self, person: PersonId) -> None:
        """Delete somebody with all that belongs to them, and what of theirs could not be read."""
        query = select(people.c.user_id).where(people.c.id == person)
        user_id = (await self._connection.execute(query)).scalar_one()
        await self._connection.execute(delete(people).where(people.c.id == person))
        dead = select(inbox.c.id, inbox.c.raw).where(inbox.c.dead_at.is_not(None))
        theirs = [
            row.id for row in await self._connection.execute(dead) if _names(row.raw, user_id)
        ]
        await self._connection.execute(delete(inbox).where(inbox.c.id.in_(theirs)))


def _order(table: Table) -> list[ColumnElement[Any]]:
    """Return what puts messages together by their request, and other rows in their own order."""
    return (
        [messages.c.request_id, messages.c.said_at] if table is messages else [*table.primary_key]
    )


@cache
def _queries() -> list[tuple[str, tuple[str, ...], Select[Any]]]:
    """Return each table that is copied, its columns, and the query for one person's rows."""
    whose: Any = bindparam("of_person")
    made = []
    for table in metadata.sorted_tables:
        keeping: Keeping = table.info["keeping"]
        if not isinstance(keeping.copied, str):
            query = select(*(table.c[name] for name in keeping.copied))
            query = query.where(WHOSE[table.name](whose)).order_by(*_order(table))
            made.append((str(table.name), keeping.copied, query))
    return made


def _names(raw: object, user_id: int) -> bool:
    """Say whether a number stands anywhere in an update."""
    if isinstance(raw, dict):
        return any(_names(value, user_id) for value in raw.values())
    if isinstance(raw, list):
        return any(_names(value, user_id) for value in raw)
    return raw == user_id
