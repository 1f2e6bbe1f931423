"""Who may not ask any more. Known by a keyed hash and a request's code, never by who they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.people import PersonId
from bot.store.sqlite import insert
from bot.store.tables import bans, people


@dataclass(frozen=True, slots=True)
class Ban:
    """A ban, as coordinators see it."""

    code: str
    """Of the request by which somebody was banned."""
    banned_at: datetime


class Bans:
    """Bans people and lets them ask again."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def ban(self, person: PersonId, code: str) -> None:
        """Let somebody ask no more. Who is banned already stays so, by the first code."""
        of_hash = select(people.c.user_hash).where(people.c.id == person)
        user_hash = (await self._connection.execute(of_hash)).scalar_one()
        await self._connection.execute(
            insert(bans)
            .values(user_hash=user_hash, code=code, banned_at=self._clock.now())
            .on_conflict_do_nothing()
        )

    async def is_banned(self, person: PersonId) -> bool:
        """Say whether somebody may ask no more."""
        query = select(bans.c.code).join(people, people.c.user_hash == bans.c.user_hash)
        found = await self._connection.execute(query.where(people.c.id == person))
        return found.first() is not None

    async def lift(self, code: str) -> PersonId | None:
        """Let whoever was banned by a request's code ask again; return them, if they are here."""
        of_code = select(bans.c.user_hash).where(bans.c.code == code).scalar_subquery()
        found = await self._connection.execute(
            select(people.c.id).where(people.c.user_hash == of_code)
        )
        await self._connection.execute(delete(bans).where(bans.c.code == code))
        return found.scalar_one_or_none()

    async def all(self) -> Sequence[Ban]:
        """Return the bans, newest first."""
        query = select(bans.c.code, bans.c.banned_at).order_by(bans.c.banned_at.desc())
        return [Ban(row.code, row.banned_at) for row in await self._connection.execute(query)]
