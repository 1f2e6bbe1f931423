"""Letters that are true only while a date of a case is what it was, and for so long."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import and_, bindparam, exists, or_, update

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
