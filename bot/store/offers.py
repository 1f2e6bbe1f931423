"""Who can be offered a request, who was, and who must not be."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.asking import ForWhom
from bot.core.clock import Clock
from bot.core.people import PersonId, Role
from bot.core.requests import OPEN, RequestId, State
from bot.core.routing.candidates import Candidate
from bot.core.routing.intake import Intake
from bot.core.routing.rules import LATELY, Wanted
from bot.store import sqlite
from bot.store.requests import Queued, Request, Requests
from bot.store.tables import avoided, companions, members, offers, people, requests

_INTAKE: Final = TypeAdapter(Intake)
_IS_OF: Final = and_(
    requests.c.helper_id == members.c.person_id, requests.c.emigre_id != members.c.person_id
)
"""A request is a member's, and nothing to practise with."""
_HELPS_IN: Final = and_(
    requests.c.id == companions.c.request_id,
    companions.c.person_id == members.c.person_id,
    companions.c.left_at.is_(None),
)
"""A member helps along in a request."""


class Offers:
    """Knows what routing has to know, and keeps what was offered to whom."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def intake(self, person: PersonId) -> Intake | None:
        """Return what a member says that they do; None: nothing yet."""
        query = select(members.c.intake).where(members.c.person_id == person)
        said = (await self._connection.execute(query)).scalar_one_or_none()
        return _INTAKE.validate_python(said) if said is not None else None

    async def say_intake(self, person: PersonId, intake: Intake) -> None:
        """Keep what a member says that they do."""
        said = _INTAKE.dump_python(intake, mode="json")
        await self._connection.execute(
            update(members).where(members.c.person_id == person).values(intake=said)
        )

    async def team(self) -> Sequence[Candidate]:
        """Return everybody of the team who has chosen a language, as routing sees them.

        The others find what waits at their desk.
        """
        lately = self._clock.now() - LATELY
        has = select(func.count()).where(_IS_OF, requests.c.state.in_(OPEN)).scalar_subquery()
        helps = select(func.count()).where(_HELPS_IN, requests.c.state.in_(OPEN)).scalar_subquery()
        took = select(func.count()).where(_IS_OF, requests.c.claimed_at > lately).scalar_subquery()
        query = (
            select(members, (has + helps).label("load"), took.label("lately"))
            .join(people, people.c.id == members.c.person_id)
            .where(people.c.language.is_not(None))
            .order_by(members.c.person_id)
        )
        return [_candidate(row) for row in await self._connection.execute(query)]

    async def wanted(self, queued: Queued) -> Wanted:
        """Return what a request that waits wants of whoever takes it."""
        request = queued.request
        rows = (
            await self._connection.execute(select(offers).where(offers.c.request_id == request.id))
        ).all()
        unwanted = select(avoided.c.person_id).where(avoided.c.emigre_id == request.emigre_id)
        avoids = (await self._connection.execute(unwanted)).scalars()
        return Wanted(
            code=request.code,
            languages=frozenset({request.language}),
            section=request.section,
            urgent=request.urgent,
            of_minor=request.for_whom is ForWhom.MINOR,
            asked_at=queued.sent_at,
            earlier=next((row.person_id for row in rows if row.asked_first), None),
            excluded=frozenset(
                {request.emigre_id, *avoids, *(row.person_id for row in rows if row.given_back)}
            ),
            offered={row.person_id: row.offered_at for row in rows if row.offered_at},
        )

    async def note(self, request: RequestId, person: PersonId) -> None:
        """Remember that somebody is offered a request now."""
        await self._put(request, person, offered_at=self._clock.now())

    async def told(self, person: PersonId, since: datetime) -> frozenset[RequestId]:
        """Return which requests somebody was offered since an aware moment."""
        query = select(offers.c.request_id).where(
            offers.c.person_id == person, offers.c.offered_at >= since
        )
        return frozenset((await self._connection.execute(query)).scalars())

    async def ask_first(self, request: RequestId, person: PersonId) -> None:
        """Remember that who helped before is to be asked first."""
        await self._put(request, person, asked_first=True)

    async def helper_before(self, emigre: PersonId) -> Request | None:
        """Return somebody's last request whose helper still is there, and is not avoided."""
        avoids = select(avoided.c.person_id).where(avoided.c.emigre_id == emigre)
        query = (
            select(requests.c.id)
            .join(members, members.c.person_id == requests.c.helper_id)
            .where(
                requests.c.emigre_id == emigre,
                requests.c.state == State.CLOSED,
                members.c.suspended_at.is_(None),
                members.c.person_id != emigre,
                members.c.person_id.not_in(avoids),
            )
            .order_by(requests.c.closed_at.desc())
            .limit(1)
        )
        found = (await self._connection.execute(query)).scalar_one_or_none()
        return await Requests(self._connection, self._clock).by_id(found) if found else None

    async def asks_first(self, request: RequestId) -> bool:
        """Say whether who helped before is to be asked first."""
        query = select(offers.c.person_id).where(
            offers.c.request_id == request, offers.c.asked_first
        )
        return (await self._connection.execute(query)).first() is not None

    async def ask_nobody_first(self, request: RequestId) -> None:
        """Forget that who helped before was to be asked first."""
        await self._connection.execute(
            update(offers).where(offers.c.request_id == request).values(asked_first=False)
        )

    async def give_back(self, request: RequestId, person: PersonId) -> None:
        """Remember that somebody gave a request back: they are not asked again."""
        await self._put(request, person, given_back=True)

    async def avoid(self, emigre: PersonId, person: PersonId) -> None:
        """Remember that an émigré does not wish somebody as a helper."""
        await self._connection.execute(
            sqlite.insert(avoided)
            .values(emigre_id=emigre, person_id=person)
            .on_conflict_do_nothing()
        )

    async def kept_from(self, person: PersonId) -> frozenset[PersonId]:
        """Return whose questions a member must not have: their own, and who avoids them."""
        query = select(avoided.c.emigre_id).where(avoided.c.person_id == person)
        return frozenset({person, *(await self._connection.execute(query)).scalars()})

    async def forget(self, request: RequestId) -> None:
        """Forget who was offered a request: it is taken, or is offered anew."""
        await self._forget(offers.c.request_id == request)

    async def forget_member(self, person: PersonId) -> None:
        """Forget what somebody was offered who is not there any more."""
        await self._forget(offers.c.person_id == person)

    async def _forget(self, which: Any) -> None:  # noqa: ANN401 - a condition
        marked = or_(offers.c.given_back, offers.c.asked_first)
        await self._connection.execute(delete(offers).where(which, ~marked))
        await self._connection.execute(update(offers).where(which).values(offered_at=None))

    async def _put(self, request: RequestId, person: PersonId, **values: Any) -> None:  # noqa: ANN401 - columns
        await self._connection.execute(
            sqlite.insert(offers)
            .values(request_id=request, person_id=person, **values)
            .on_conflict_do_update(index_elements=["request_id", "person_id"], set_=values)
        )


def _candidate(row: Any) -> Candidate:  # noqa: ANN401 - a member, counted
    intake = _INTAKE.validate_python(row.intake) if row.intake is not None else Intake()
    return Candidate(
        id=row.person_id,
        code=row.code,
        role=Role(row.role),
        load=row.load,
        lately=row.lately,
        suspended=row.suspended_at is not None,
        on_duty=row.on_duty,
        paused_until=row.paused_until,
        **{name: getattr(intake, name) for name in Intake.__dataclass_fields__},
    )
