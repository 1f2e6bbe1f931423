"""Who helps along in a request beside its helper, and who was asked to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, and_, bindparam, case, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.companions import CompanionId, Part
from bot.core.languages import Language
from bot.core.outgoing import PlaceId, Side
from bot.core.people import PersonId
from bot.core.requests import OPEN, RequestId
from bot.store import sqlite
from bot.store.request_rows import Request, request_of
from bot.store.tables import asks, chats, companions, people, places, requests


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


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who reads in a request."""

    person: PersonId
    side: Side
    language: Language | None
    place: PlaceId | None
    """Where they do; None: nothing has gone to them there yet."""
    part: Part | None
    """As what they help along, and under which name; None: it is one of the two sides."""
    alias: str | None


_THOSE: Final = select(
    companions.c.id,
    companions.c.request_id,
    companions.c.person_id,
    companions.c.part,
    companions.c.alias,
)
_HERE: Final = companions.c.left_at.is_(None)
# Made once: they run for each message
_OF: Final = _THOSE.where(companions.c.request_id == bindparam("of"), _HERE).order_by(
    companions.c.id
)
_WRITING: Final = _THOSE.join(chats, chats.c.person_id == companions.c.person_id).where(
    companions.c.request_id == bindparam("of"), chats.c.id == bindparam("in_chat"), _HERE
)
_HELPS: Final = _THOSE.where(
    companions.c.request_id == bindparam("of"), companions.c.person_id == bindparam("who"), _HERE
)
_IS_EMIGRE: Final = people.c.id == bindparam("emigre")
_side: Final = case((_IS_EMIGRE, bindparam("side_of_emigre")), else_=Side.TEAM)
_beside: Final = companions.alias("beside")
_SEATS: Final = (
    select(
        people.c.id,
        people.c.language,
        places.c.id.label("place"),
        _beside.c.part,
        _beside.c.alias,
    )
    .outerjoin(
        _beside,
        and_(
            _beside.c.person_id == people.c.id,
            _beside.c.request_id == bindparam("of"),
            _beside.c.left_at.is_(None),
        ),
    )
    .outerjoin(
        places,
        and_(
            places.c.person_id == people.c.id,
            places.c.side == _side,
            places.c.request_id == bindparam("of"),
        ),
    )
    .where(
        or_(
            people.c.id.in_([bindparam("emigre"), bindparam("helper")]),
            people.c.id.in_(
                select(companions.c.person_id).where(
                    companions.c.request_id == bindparam("of"), _HERE
                )
            ),
        )
    )
    .order_by(_IS_EMIGRE.desc(), _beside.c.id)  # a helper is nobody's companion: no number first
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
        return await self._one(_THOSE.where(companions.c.id == companion), {})

    async def here(self, request: RequestId, person: PersonId) -> Companion | None:
        """Return who somebody is in a request, if they help along in it now."""
        return await self._one(_HELPS, {"of": request, "who": person})

    async def writing(self, request: RequestId, chat_id: int) -> Companion | None:
        """Return the same by a chat of ours in which they write."""
        return await self._one(_WRITING, {"of": request, "in_chat": chat_id})

    async def seats(self, request: Request) -> Sequence[Seat]:
        """Return who reads in a request: whoever asked, its helper, then who helps along.

        Who practises has one seat alone, on the team's side.
        """
        side = Side.TEAM if request.practice else Side.EMIGRE
        of = {
            "of": request.id,
            "emigre": request.emigre_id,
            "side_of_emigre": side,
            "helper": request.helper_id,
        }
        return [
            Seat(
                row.id,
                side if row.id == request.emigre_id else Side.TEAM,
                Language(row.language) if row.language else None,
                row.place,
                Part(row.part) if row.part else None,
                row.alias,
            )
            for row in await self._connection.execute(_SEATS, of)
        ]

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

    async def _one(self, query: Select[Any], wanted: Mapping[str, int]) -> Companion | None:
        row = (await self._connection.execute(query, wanted)).one_or_none()
        return _companion(row) if row else None


def _companion(row: Any) -> Companion:  # noqa: ANN401 - a row of _THOSE
    return Companion(row.id, row.request_id, row.person_id, Part(row.part), row.alias)
