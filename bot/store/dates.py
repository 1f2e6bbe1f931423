"""The dates of cases, and the clock's way to them: sealed but for the minute of the next look."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Select, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.cases import CaseId, Wishes
from bot.core.clock import Clock
from bot.core.dates import DateId, safe_day
from bot.core.people import PersonId
from bot.core.reminders import Kept, wakes_at
from bot.store.cases import wishes_of
from bot.store.keys import WrongKeyError
from bot.store.tables import case_wishes, cases, dates

MOST: Final = 50
"""Dates in one portion: more would keep who taps meanwhile waiting."""
_KEPT: Final = TypeAdapter(Kept)


@dataclass(frozen=True, slots=True)
class KeptDate:
    """A date, whose it is, and how often it was changed."""

    id: DateId
    case_id: CaseId
    person: PersonId
    version: int
    kept: Kept
    wishes: Wishes
    """How its owner wants to be reminded."""


class UnreadableError(Exception):
    """What is kept of a date cannot be read: the others must not wait for it."""


_DATE: Final = select(
    dates.c.id,
    dates.c.case_id,
    dates.c.version,
    dates.c.kept,
    cases.c.person_id,
    case_wishes.c.wishes,
).select_from(
    dates.join(cases, cases.c.id == dates.c.case_id).outerjoin(
        case_wishes, case_wishes.c.person_id == cases.c.person_id
    )
)
_ALL_OF: Final = _DATE.where(cases.c.person_id == bindparam("of_person")).order_by(dates.c.id)
_OF_CASE: Final = _DATE.where(
    cases.c.person_id == bindparam("of_person"), cases.c.id == bindparam("wanted")
).order_by(dates.c.id)
_ONE: Final = _DATE.where(
    cases.c.person_id == bindparam("of_person"), dates.c.id == bindparam("wanted")
)
_BY_ID: Final = _DATE.where(dates.c.id == bindparam("wanted"))
_DUE: Final = (
    select(dates.c.id)
    .where(dates.c.wake_at <= bindparam("now", type_=dates.c.wake_at.type))
    .order_by(dates.c.wake_at, dates.c.id)
    .limit(MOST)
)


class Dates:
    """Keeps dates, and hands out those at which the clock is to look."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def all_of(self, person: PersonId) -> Sequence[KeptDate]:
        """Return all dates of somebody's cases, as they were entered."""
        return await self._dates(_ALL_OF, of_person=person)

    async def readable_of(self, person: PersonId) -> Sequence[KeptDate]:
        """Return the same; none if one of them cannot be read."""
        try:
            return await self.all_of(person)
        except (WrongKeyError, ValidationError):
            return []

    async def of_case(self, person: PersonId, case: CaseId) -> Sequence[KeptDate]:
        """Return the dates of one case, if it is this person's, as they were entered."""
        return await self._dates(_OF_CASE, of_person=person, wanted=case)

    async def one(self, person: PersonId, date: DateId) -> KeptDate | None:
        """Return a date by its number, if it is this person's."""
        return next(iter(await self._dates(_ONE, of_person=person, wanted=date)), None)

    async def add(self, case: CaseId, kept: Kept, wishes: Wishes) -> DateId:
        """Keep a new date."""
        made = await self._connection.execute(
            insert(dates)
            .values(case_id=case, version=1, **self._as_row(kept, wishes))
            .returning(dates.c.id)
        )
        return DateId(made.scalar_one())

    async def put(self, date: KeptDate, kept: Kept, *, changed: bool = False) -> None:
        """Keep a date as it is now. `changed`: letters about what it was are void."""
        values = self._as_row(kept, date.wishes) | {"version": date.version + changed}
        await self._connection.execute(update(dates).where(dates.c.id == date.id).values(**values))

    async def delete(self, date: DateId) -> None:
        """Let go of a date."""
        await self._connection.execute(delete(dates).where(dates.c.id == date))

    async def due(self) -> Sequence[DateId]:
        """Return a portion of the dates at which the clock is to look now."""
        found = await self._connection.execute(_DUE, {"now": self._clock.now()})
        return [DateId(number) for number in found.scalars()]

    async def opened(self, date: DateId) -> KeptDate | None:
        """Return a date by its number, whosever it is; None if it is gone.

        Raises UnreadableError if what is kept of it cannot be read.
        """
        try:
            return next(iter(await self._dates(_BY_ID, wanted=date)), None)
        except (WrongKeyError, ValidationError) as error:
            raise UnreadableError from error

    async def put_off(self, date: DateId, until: datetime) -> None:
        """Look at a date again at an aware moment, whatever it says."""
        await self._connection.execute(
            update(dates).where(dates.c.id == date).values(wake_at=_full_minute(until))
        )

    async def look_anew(self, person: PersonId | None = None) -> None:
        """Let the clock look at somebody's dates now; None: at everybody's."""
        theirs = select(cases.c.id)
        if person is not None:
            theirs = theirs.where(cases.c.person_id == person)
        await self._connection.execute(
            update(dates).where(dates.c.case_id.in_(theirs)).values(wake_at=self._clock.now())
        )

    def _as_row(self, kept: Kept, wishes: Wishes) -> dict[str, Any]:
        """Return what is stored: all sealed, but for the minute of the next look."""
        wakes = _full_minute(wakes_at(kept, self._clock.now(), wishes))
        kept = kept if kept.counted else replace(kept, counted=safe_day(kept.what))
        sealed = _KEPT.dump_python(kept, mode="json", exclude_defaults=True)
        return {"kept": sealed, "wake_at": wakes}

    async def _dates(self, query: Select[Any], **wanted: object) -> Sequence[KeptDate]:
        return [_date(row) for row in await self._connection.execute(query, wanted)]


def date_of(kept: Any) -> Kept:  # noqa: ANN401 - JSON
    """Return a date as it is kept."""
    return _KEPT.validate_python(kept)


def _full_minute(moment: datetime) -> datetime:
    """Return the first full minute that is not before a moment."""
    minute = moment.replace(second=0, microsecond=0)
    return minute if minute == moment else minute + timedelta(minutes=1)


def _date(row: Any) -> KeptDate:  # noqa: ANN401 - a row of _DATE
    wishes = wishes_of(row.wishes) if row.wishes else Wishes()
    return KeptDate(
        DateId(row.id),
        CaseId(row.case_id),
        PersonId(row.person_id),
        row.version,
        date_of(row.kept),
        wishes,
    )
