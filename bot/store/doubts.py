"""What émigrés tell coordinators of who helps them, without the helper's knowing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.people import PersonId
from bot.core.requests import Doubt, RequestId
from bot.store import sqlite
from bot.store.tables import doubts


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the author of a request says of a member who helps in it, or did."""

    request_id: RequestId
    person_id: PersonId
    """The member."""
    doubt: Doubt
    alias: str
    """How the member is called in the request."""
    told: bool
    """Whether some coordinator was told who may know of it."""


_COLUMNS: Final = [doubts.c[name] for name in Complaint.__dataclass_fields__]


class Doubts:
    """Keeps complaints as long as their requests."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def note(self, complaint: Complaint) -> bool:
        """Keep a complaint; whether it is new, or told only now."""
        values = {name: getattr(complaint, name) for name in Complaint.__dataclass_fields__}
        new = sqlite.insert(doubts).values(**values).on_conflict_do_nothing()
        if (await self._connection.execute(new)).rowcount:
            return True
        the_same = [doubts.c[name] == values[name] for name in ("request_id", "person_id", "doubt")]
        told = update(doubts).where(*the_same, ~doubts.c.told).values(told=complaint.told)
        return bool((await self._connection.execute(told)).rowcount)

    async def of(self, request: RequestId) -> Sequence[Complaint]:
        """Return what was said in a request, the oldest first."""
        query = select(*_COLUMNS).where(doubts.c.request_id == request).order_by(doubts.c.id)
        return [_complaint(row) for row in await self._connection.execute(query)]

    async def aliases(self, request: RequestId) -> frozenset[str]:
        """Return of whom something was said in a request, by their names in it."""
        return frozenset(each.alias for each in await self.of(request))

    async def requests(self) -> frozenset[RequestId]:
        """Return in which requests something was said."""
        return frozenset((await self._connection.execute(select(doubts.c.request_id))).scalars())

    async def untold(self) -> Sequence[Complaint]:
        """Return what was said, and no coordinator was told who may know; also where it is over."""
        query = select(*_COLUMNS).where(~doubts.c.told).order_by(doubts.c.id)
        return [_complaint(row) for row in await self._connection.execute(query)]


def _complaint(row: Any) -> Complaint:  # noqa: ANN401 - a row of doubts
    return Complaint(row.request_id, row.person_id, Doubt(row.doubt), row.alias, row.told)
