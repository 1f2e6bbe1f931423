"""Letters that are true only while a date of a case is what it was, and for so long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import and_, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.dates import DateId
from bot.core.outgoing import OutgoingState
from bot.store.tables import IS_HOLDING, dates, outbox


@dataclass(frozen=True, slots=True)
class OfDate:
    """The date of a case that a letter is about, as it was: changed, it makes the letter void."""

    date: DateId
    version: int
    until: datetime
    """The aware moment from which its words are no longer true."""


UNSENT: Final = outbox.c.state.in_([OutgoingState.READY, OutgoingState.UNCERTAIN])
IS_TRUE: Final = or_(
    outbox.c.date_version.is_(None),
    and_(
        outbox.c.until > bindparam("now", type_=outbox.c.until.type),
        exists().where(dates.c.id == outbox.c.date_id, dates.c.version == outbox.c.date_version),
    ),
)
"""What a letter says is not of a date that has changed, is gone or past since."""
DROP_VOID: Final = (
    update(outbox)
    .where(IS_HOLDING, outbox.c.date_id.is_not(None), UNSENT, ~IS_TRUE)
    .values(state=OutgoingState.SKIPPED, body=None)
)


class DateLetters:
    """What is to be said of dates, in the outbox."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def missed(self) -> Sequence[DateId]:
        """Return the dates of which something was to be said that day, and was not."""
        now = self._clock.now()
        query = select(outbox.c.date_id).where(
            IS_HOLDING, outbox.c.date_id.is_not(None), UNSENT, outbox.c.until <= now
        )
        return [DateId(number) for number in (await self._connection.execute(query)).scalars()]

    async def drop_void(self) -> None:
        """Let go of what was to be said of dates that have changed, are gone or past since."""
        await self._connection.execute(DROP_VOID, {"now": self._clock.now()})

    async def waits_of(self, date: DateId) -> bool:
        """Say whether something of a date is still to be sent."""
        query = select(outbox.c.id).where(outbox.c.date_id == date, UNSENT).limit(1)
        return (await self._connection.execute(query)).first() is not None

    async def drop_of(self, date: DateId) -> None:
        """Let go of what was to be said of a date and is not sent."""
        unsent = update(outbox).where(outbox.c.date_id == date, UNSENT)
        await self._connection.execute(unsent.values(state=OutgoingState.SKIPPED, body=None))
