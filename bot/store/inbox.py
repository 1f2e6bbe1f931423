"""Updates that came in: stored before they are acknowledged, emptied when handled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.store.sqlite import insert
from bot.store.tables import inbox

_KEEP: Final = insert(inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
_TAKE: Final = (
    update(inbox)
    .where(
        inbox.c.bot_id == bindparam("of_bot"),
        inbox.c.update_id == bindparam("of_update"),
        inbox.c.raw.is_not(None),
        inbox.c.dead_at.is_(None),
    )
    .values(raw=None, done_at=bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update as Telegram sent it."""

    bot_id: int
    update_id: int
    raw: dict[str, Any]


class Inbox:
    """Keeps, empties and sets aside updates."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def keep(self, updates: Sequence[Incoming]) -> None:
        """Store updates; one that is known already changes nothing."""
        now = self._clock.now()
        await self._connection.execute(
            _KEEP,
            [
                {
                    "bot_id": update.bot_id,
                    "update_id": update.update_id,
                    "raw": update.raw,
                    "received_at": now,
                }
                for update in updates
            ],
        )

    async def take(self, incoming: Incoming) -> bool:
        """Empty the row of an update that is being handled; False if that was done before."""
        done = await self._connection.execute(
            _TAKE,
            {
                "of_bot": incoming.bot_id,
                "of_update": incoming.update_id,
                "now": self._clock.now(),
            },
        )
        return done.rowcount == 1

    async def set_aside(self, incoming: Incoming) -> None:
        """Keep an update that cannot be handled apart, so that it blocks nobody."""
        await self._connection.execute(
            update(inbox)
            .where(inbox.c.bot_id == incoming.bot_id, inbox.c.update_id == incoming.update_id)
            .values(dead_at=self._clock.now())
        )

    async def dead(self) -> int:
        """Count the updates that were set aside."""
        query = select(func.count()).where(inbox.c.dead_at.is_not(None))
        return int((await self._connection.execute(query)).scalar_one())

    async def waiting(self, after: int, limit: int) -> list[tuple[int, Incoming]]:
        """Return stored updates not yet handled, by our own number, in portions."""
        rows = await self._connection.execute(
            select(inbox.c.id, inbox.c.bot_id, inbox.c.update_id, inbox.c.raw)
            .where(inbox.c.raw.is_not(None), inbox.c.dead_at.is_(None), inbox.c.id > after)
            .order_by(inbox.c.id)
            .limit(limit)
        )
        return [(row.id, Incoming(row.bot_id, row.update_id, row.raw)) for row in rows]
