"""Members of the team, and the links that invite to it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.people import PersonId, Role, Standing, draw_member_code, standing
from bot.store.keys import KeyRing
from bot.store.tables import invites, members

INVITE_LIFE: Final = timedelta(hours=24)
TOKEN_BYTES: Final = 24
MARK: Final = "team-"
"""What an invitation begins with, so that a link from a web page is not taken for one."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team, as the team knows them."""

    person_id: PersonId
    role: Role
    code: str
    """From which their name in the team follows (`core.people.member_alias`)."""
    joined_at: datetime
    standing: Standing
    paused_until: datetime | None
    agreed: bool = True
    """They have agreed to how we work."""

    @property
    def coordinates(self) -> bool:
        """Whether they are a coordinator who may act, on duty or not."""
        return self.role is Role.COORDINATOR and self.standing is not Standing.SUSPENDED


class Team:
    """Finds members, invites and admits them, lets them go."""

    def __init__(self, connection: AsyncConnection, clock: Clock, keys: KeyRing) -> None:
        self._connection = connection
        self._clock = clock
        self._keys = keys

    async def invite(self, role: Role) -> str:
        """Return a fresh token that admits one person within a day. Only its hash is kept."""
        token = MARK + secrets.token_urlsafe(TOKEN_BYTES)
        await self._connection.execute(
            insert(invites).values(
                token_hash=self._keys.lookup_hash("invite", token),
                role=role,
                expires_at=self._clock.now() + INVITE_LIFE,
            )
        )
        return token

    async def admit(self, person: PersonId, token: str) -> Role | None:
        """Use up an invitation and return the role it led to; None if spent, old or unknown.

        One UPDATE decides, so a link that two people open admits one of them. Who is suspended
        stays outside, and the link stays good.
        """
        known = await self.member(person)
        if known and known.standing is Standing.SUSPENDED:
            return None
        now = self._clock.now()
        used = await self._connection.execute(
            update(invites)
            .where(
                invites.c.token_hash == self._keys.lookup_hash("invite", token),
                invites.c.used_at.is_(None),
                invites.c.expires_at > now,
            )
            .values(used_at=now)
            .returning(invites.c.role)
        )
        role = used.scalar_one_or_none()
        if role is None:
            return None
        return await self._join(person, known, Role(role))

    async def all(self) -> Sequence[Member]:
        """Return everybody of the team: coordinators first, then as they joined."""
        order = (members.c.role, members.c.joined_at, members.c.person_id)
        rows = await self._connection.execute(select(members).order_by(*order))
        return [self._member(row) for row in rows]

    async def member(self, person: PersonId) -> Member | None:
        """Return a member by our own number of the person."""
        return await self._one(members.c.person_id == person)

    async def by_code(self, code: str) -> Member | None:
        """Return a member by their code."""
        return await self._one(members.c.code == code)

    async def coordinators(self) -> Sequence[Member]:
        """Return the coordinators who are not suspended, on duty or not."""
        return [member for member in await self.all() if member.coordinates]

    async def suspend(self, person: PersonId) -> None:
        """Let somebody belong to the team no more, until they are brought back."""
        await self._set(person, suspended_at=self._clock.now())

    async def bring_back(self, person: PersonId) -> None:
        """End a suspension."""
        await self._set(person, suspended_at=None)

    async def go_on_duty(self, person: PersonId) -> None:
        """Let somebody be offered questions again."""
        await self._set(person, on_duty=True, paused_until=None)

    async def go_off_duty(self, person: PersonId, until: datetime | None) -> None:
        """Let somebody be offered nothing until a moment or, with None, until they say so."""
        await self._set(person, on_duty=until is not None, paused_until=until)

    async def agree(self, person: PersonId) -> None:
        """Remember that somebody agrees to how we work."""
        await self._set(person, agreed_at=self._clock.now())

    async def turn(self, person: PersonId, *, as_emigre: bool) -> None:
        """Remember whether a member asks for themselves just now."""
        await self._set(person, as_emigre=as_emigre)

    async def remove(self, person: PersonId) -> None:
        """Forget that somebody belonged to the team."""
        await self._connection.execute(delete(members).where(members.c.person_id == person))

    async def _join(self, person: PersonId, known: Member | None, role: Role) -> Role:
        """Give a role; a coordinator keeps theirs."""
        if known is None:
            taken = (await self._connection.execute(select(members.c.code))).scalars().all()
            await self._connection.execute(
                insert(members).values(
                    person_id=person,
                    role=role,
                    code=draw_member_code(taken),
                    joined_at=self._clock.now(),
                )
            )
            return role
        if role is Role.COORDINATOR:
            await self._set(person, role=role)
            return role
        return known.role

    async def _set(self, person: PersonId, **values: Any) -> None:  # noqa: ANN401 - columns
        await self._connection.execute(
            update(members).where(members.c.person_id == person).values(values)
        )

    async def _one(self, condition: ColumnElement[bool]) -> Member | None:
        row = (await self._connection.execute(select(members).where(condition))).one_or_none()
        return self._member(row) if row else None

    def _member(self, row: Any) -> Member:  # noqa: ANN401 - a row of members
        return Member(
            person_id=row.person_id,
            role=Role(row.role),
            code=row.code,
            joined_at=row.joined_at,
            standing=standing(
                self._clock.now(),
                suspended=row.suspended_at is not None,
                on_duty=row.on_duty,
                paused_until=row.paused_until,
            ),
            paused_until=row.paused_until,
            agreed=row.agreed_at is not None,
        )
