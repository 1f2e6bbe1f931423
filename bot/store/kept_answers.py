"""Answers that people keep, to find them again. Which ones may tell of a life: they are sealed."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.people import PersonId
from bot.store.readers_tables import kept_answers

_OF: Final = (
    select(kept_answers.c.id, kept_answers.c.slug)
    .where(kept_answers.c.person_id == bindparam("of_person"))
    .order_by(kept_answers.c.id.desc())
)


class KeptAnswers:
    """Keeps answers by their slugs."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def of(self, person: PersonId) -> Sequence[str]:
        """Return the slugs that somebody keeps, the last one first."""
        rows = await self._connection.execute(_OF, {"of_person": person})
        return [row.slug for row in rows]

    async def put(self, person: PersonId, slug: str) -> None:
        """Keep an answer; one that is kept already stays as it is."""
        if slug not in await self.of(person):
            kept = {"person_id": person, "slug": slug, "kept_at": self._clock.now()}
            await self._connection.execute(insert(kept_answers).values(kept))

    async def drop(self, person: PersonId, slug: str) -> None:
        """Keep an answer no longer."""
        rows = await self._connection.execute(_OF, {"of_person": person})
        numbers = [row.id for row in rows if row.slug == slug]
        await self._connection.execute(delete(kept_answers).where(kept_answers.c.id.in_(numbers)))
