"""Answers that members keep to send again: their own, and those for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.people import PersonId
from bot.core.ready_answers import ReadyId, Written
from bot.store.tables import ready_answers


@dataclass(frozen=True, slots=True)
class ReadyAnswer:
    """One of them."""

    id: ReadyId
    owner_id: PersonId | None
    """None: it is for all."""
    language: Language
    title: str
    text: str


class ReadyAnswers:
    """Keeps ready answers; each member sees their own, and those for all."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def put(self, owner: PersonId, language: Language, written: Written) -> ReadyAnswer:
        """Keep an answer as somebody's own."""
        made = await self._connection.execute(
            insert(ready_answers)
            .values(
                owner_id=owner, language=language, made_at=self._clock.now(), **written._asdict()
            )
            .returning(ready_answers)
        )
        return _ready(made.one())

    async def of(self, member: PersonId, language: Language | None = None) -> list[ReadyAnswer]:
        """Return what a member can use, in the order of the titles; in one language, or in all."""
        found = await self._found(_seen_by(member))
        return sorted(
            (each for each in found if language in {None, each.language}),
            key=lambda each: (each.title.casefold(), each.id),
        )

    async def one(self, number: int, member: PersonId) -> ReadyAnswer | None:
        """Return one that a member can use."""
        return next(iter(await self._found(ready_answers.c.id == number, _seen_by(member))), None)

    async def give(self, number: ReadyId, owner: PersonId | None) -> None:
        """Make one somebody's own or, with None, everybody's."""
        await self._connection.execute(
            update(ready_answers).where(ready_answers.c.id == number).values(owner_id=owner)
        )

    async def drop(self, number: ReadyId) -> None:
        """Delete one."""
        await self._connection.execute(delete(ready_answers).where(ready_answers.c.id == number))

    async def _found(self, *which: ColumnElement[bool]) -> Sequence[ReadyAnswer]:
        rows = await self._connection.execute(select(ready_answers).where(*which))
        return [_ready(row) for row in rows]


def _seen_by(member: PersonId) -> ColumnElement[bool]:
    return or_(ready_answers.c.owner_id == member, ready_answers.c.owner_id.is_(None))


def _ready(row: Any) -> ReadyAnswer:  # noqa: ANN401 - a row of ready_answers
    return ReadyAnswer(row.id, row.owner_id, Language(row.language), row.title, row.text)
