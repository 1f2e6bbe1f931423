"""Who helps along in a request beside its helper, and who was asked to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.companions import CompanionId, Part
from bot.core.people import PersonId
from bot.core.requests import OPEN, RequestId
from bot.store import sqlite
from bot.store.request_rows import Request, request_of
from bot.store.tables import asks, chats, companions, requests


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who helps along in one request."""

    id: CompanionId
    request_id: RequestId
    person_id: PersonId
    part: Part
    alias: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody who was asked, and has not said anything yet."""

    person_id: PersonId
    part: Part
    asked_at: datetime


_THOSE: Final = select(
    companions.c.id,
    companions.c.request_id,
    companions.c.person_id,
    companions.c.part,
    companions.c.alias,
)
_HERE: Final = companions.c.left_at.is_(None)
# Made once: it runs for each message
_OF: Final = _THOSE.where(companions.c.request_id == bindparam("of"), _HERE).order_by(
    companions.c.id
)


class Companions:
    """Keeps who may read and write in a request beside its two sides."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def of(self, request: RequestId) -> Sequence[Companion]:
        """Return who helps along in a request now, who came first at the beginning."""
        return [_companion(row) for row in await self._connection.execute(_OF, {"of": request})]

    async def ever(self, request: RequestId) -> Mapping[CompanionId, Companion]:
        """Return who helps or has helped along in a request, by our own number."""
        rows = await self._connection.execute(_THOSE.where(companions.c.request_id == request))
        return {row.id: _companion(row) for row in rows}

    async def gone(self, request: RequestId) -> Sequence[PersonId]:
        """Return who helped along in a request and does so no more."""
        query = select(companions.c.person_id).where(companions.c.request_id == request, ~_HERE)
        return (await self._connection.execute(query)).scalars().all()

    async def one(self, companion: CompanionId) -> Companion | None:
        """Return one by our own number: also who has left."""
        return await self._one(companions.c.id == companion)

    async def here(self, request: RequestId, person: PersonId) -> Companion | None:
        """Return who somebody is in a request, if they help along in it now."""
        return await self._one(
            companions.c.request_id == request, companions.c.person_id == person, _HERE
        )

    async def writing(self, request: RequestId, chat_id: int) -> Companion | None:
        """Return the same by a chat of ours in which they write."""
        person = select(chats.c.person_id).where(chats.c.id == chat_id).scalar_subquery()
        return await self._one(
            companions.c.request_id == request, companions.c.person_id == person, _HERE
        )

    async def with_member(self, person: PersonId) -> Sequence[Companion]:
        """Return all that somebody is beside others, in whatever request."""
        query = _THOSE.where(companions.c.person_id == person, _HERE).order_by(companions.c.id)
        return [_companion(row) for row in await self._connection.execute(query)]

    async def helped_by(self, person: PersonId) -> Sequence[Request]:
        """Return the open requests in which somebody helps along, oldest first."""
        query = (
            select(requests)
            .join(companions, companions.c.request_id == requests.c.id)
            .where(companions.c.person_id == person, _HERE, requests.c.state.in_(OPEN))
            .order_by(requests.c.id)
        )
        return [request_of(row) for row in await self._connection.execute(query)]

    async def add(self, request: RequestId, person: PersonId, part: Part, alias: str) -> Companion:
        """Let somebody help along, also who did before."""
        new = {"part": part, "alias": alias, "joined_at": self._clock.now(), "left_at": None}
        made = await self._connection.execute(
            sqlite.insert(companions)
            .values(request_id=request, person_id=person, **new)
            .on_conflict_do_update(index_elements=["request_id", "person_id"], set_=new)
            .returning(companions.c.id)
        )
        return Companion(made.scalar_one(), request, person, part, alias)

    async def leave(self, companion: Companion) -> None:
        """Let somebody help along no more."""
        await self._connection.execute(
            update(companions)
            .where(companions.c.id == companion.id)
            .values(left_at=self._clock.now())
        )

    async def ask(self, request: RequestId, person: PersonId, part: Part) -> None:
        """Remember that somebody is asked, for whatever they were asked before."""
        new = {"part": part, "asked_at": self._clock.now()}
        await self._connection.execute(
            sqlite.insert(asks)
            .values(request_id=request, person_id=person, **new)
            .on_conflict_do_update(index_elements=["request_id", "person_id"], set_=new)
        )

    async def asked(self, request: RequestId) -> Sequence[Ask]:
        """Return who was asked and has not answered."""
        query = select(asks.c.person_id, asks.c.part, asks.c.asked_at).where(
            asks.c.request_id == request
        )
        rows = await self._connection.execute(query.order_by(asks.c.asked_at, asks.c.person_id))
        return [Ask(row.person_id, Part(row.part), row.asked_at) for row in rows]

    async def unask(self, request: RequestId, person: PersonId) -> Part | None:
        """Take back that somebody is asked; return what for, or None: they are not (any more)."""
        gone = await self._connection.execute(
            delete(asks)
            .where(asks.c.request_id == request, asks.c.person_id == person)
            .returning(asks.c.part)
        )
        part = gone.scalar_one_or_none()
        return Part(part) if part else None

    async def forget_member(self, person: PersonId) -> None:
        """Forget what somebody was asked who is not of the team any more."""
        await self._connection.execute(delete(asks).where(asks.c.person_id == person))

    async def _one(self, *conditions: ColumnElement[bool]) -> Companion | None:
        row = (await self._connection.execute(_THOSE.where(*conditions))).one_or_none()
        return _companion(row) if row else None


def _companion(row: Any) -> Companion:  # noqa: ANN401 - a row of _THOSE
    return Companion(row.id, row.request_id, row.person_id, Part(row.part), row.alias)
