"""Members of the team, and the links that invite to it."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.people import PersonId, Role
from bot.store.keys import KeyRing
from bot.store.tables import invites, members, people

INVITE_LIFE: Final = timedelta(hours=24)
TOKEN_BYTES: Final = 24
MARK: Final = "team-"
"""What an invitation begins with, so that a link from a web page is not taken for one."""


class Team:
    """Finds members, invites and admits them."""

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

        One UPDATE decides, so a link that two people open admits one of them.
        """
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
        return await self._join(person, Role(role))

    async def volunteers_except(self, person: PersonId) -> Sequence[tuple[PersonId, Language]]:
        """Return who can be offered a request of `person`, with the language each reads.

        Who has not chosen a language yet finds the question at the desk afterwards.
        """
        rows = await self._connection.execute(
            select(members.c.person_id, people.c.language)
            .join(people, people.c.id == members.c.person_id)
            .where(members.c.person_id != person, people.c.language.is_not(None))
            .order_by(members.c.person_id)
        )
        return [(row.person_id, Language(row.language)) for row in rows]

    async def coordinators(self) -> Sequence[PersonId]:
        """Return the coordinators."""
        rows = await self._connection.execute(
            select(members.c.person_id)
            .where(members.c.role == Role.COORDINATOR)
            .order_by(members.c.person_id)
        )
        return [PersonId(person) for person in rows.scalars()]

    async def _join(self, person: PersonId, role: Role) -> Role:
        """Give a role; a coordinator keeps theirs."""
        known = select(members.c.role).where(members.c.person_id == person)
        current = (await self._connection.execute(known)).scalar_one_or_none()
        if current is None:
            await self._connection.execute(
                insert(members).values(person_id=person, role=role, joined_at=self._clock.now())
            )
            return role
        if role is not Role.COORDINATOR:
            return Role(current)
        await self._connection.execute(
            update(members).where(members.c.person_id == person).values(role=role)
        )
        return role
