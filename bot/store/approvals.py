"""Wishes of coordinators that wait for a second yes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core import codes
from bot.core.approvals import Approval, Matter, life_of
from bot.core.clock import Clock
from bot.core.people import PersonId
from bot.store.tables import approvals

CODE_LENGTH: Final = 8
_COLUMNS: Final = [approvals.c[name] for name in Approval.__dataclass_fields__]


class Approvals:
    """Keeps wishes until they are decided or it is too late."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def ask(self, matter: Matter, by: PersonId, about: object = None) -> Approval:
        """Keep a wish, with what the matter needs to know later (a JSON value)."""
        made = await self._connection.execute(
            insert(approvals)
            .values(
                code=codes.draw(CODE_LENGTH),
                matter=matter,
                asked_by=by,
                about=about,
                until=self._clock.now() + life_of(matter),
            )
            .returning(*_COLUMNS)
        )
        return _approval(made.one())

    async def by_code(self, code: str) -> Approval | None:
        """Return a wish that nobody has decided, even if it is too late for it."""
        return await self._first(approvals.c.code == code)

    async def pending(self, matter: Matter, by: PersonId) -> Sequence[Approval]:
        """Return somebody's wishes in a matter that can still be decided."""
        found = await self._connection.execute(
            select(*_COLUMNS).where(
                approvals.c.matter == matter,
                approvals.c.asked_by == by,
                approvals.c.until > self._clock.now(),
            )
        )
        return [_approval(row) for row in found]

    async def lapsed(self) -> Sequence[Approval]:
        """Let go of the wishes that can be decided no more, and return them."""
        gone = await self._connection.execute(
            delete(approvals).where(approvals.c.until <= self._clock.now()).returning(*_COLUMNS)
        )
        return [_approval(row) for row in gone]

    async def next_lapse(self) -> datetime | None:
        """Return when the next wish can be decided no more."""
        query = select(func.min(approvals.c.until))
        moment: datetime | None = (await self._connection.execute(query)).scalar_one()
        return moment

    async def settle(self, approval: Approval) -> bool:
        """Let a wish be decided; False if it was already. The row that goes decides."""
        gone = await self._connection.execute(
            delete(approvals).where(approvals.c.code == approval.code)
        )
        return gone.rowcount == 1

    async def forget(self, by: PersonId) -> None:
        """Let go of all that somebody asked for."""
        await self._connection.execute(delete(approvals).where(approvals.c.asked_by == by))

    async def _first(self, *which: ColumnElement[bool]) -> Approval | None:
        row = (await self._connection.execute(select(*_COLUMNS).where(*which).limit(1))).first()
        return _approval(row) if row else None


def _approval(row: Any) -> Approval:  # noqa: ANN401 - a row of approvals
    return Approval(row.code, Matter(row.matter), row.asked_by, row.about, row.until)
