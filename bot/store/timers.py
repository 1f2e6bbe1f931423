"""What happens by the clock: rows that say what is due when, kept with what they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts import BroadcastId
from bot.core.clock import Clock
from bot.core.requests import RequestId
from bot.core.timers import TimerKind, next_moment
from bot.store.tables import timers

MOST: Final = 500
"""Timers in one portion."""


@dataclass(frozen=True, slots=True)
class Timer:
    """One thing that is to be done at a moment."""

    id: int
    kind: TimerKind
    due_at: datetime
    request_id: RequestId | None
    broadcast_id: BroadcastId | None


_TIMER: Final = select(*(timers.c[name] for name in Timer.__dataclass_fields__))
_NEXT: Final = select(func.min(timers.c.due_at))
# Made once: they run for each answer
_UNSET: Final = delete(timers).where(
    timers.c.kind == bindparam("of_kind"),
    timers.c.request_id.is_not_distinct_from(bindparam("of_request")),
    timers.c.broadcast_id.is_not_distinct_from(bindparam("of_broadcast")),
)
_SET: Final = insert(timers)
_DROP_OF: Final = delete(timers).where(
    timers.c.request_id == bindparam("of_request"),
    timers.c.kind.in_(bindparam("of_kinds", expanding=True)),
)


class Timers:
    """Sets timers and hands out those that are due."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def set(
        self,
        kind: TimerKind,
        *,
        request: RequestId | None = None,
        broadcast: BroadcastId | None = None,
        at: datetime | None = None,
    ) -> None:
        """Set a timer, in place of one that is set for the same thing.

        It is due as its kind says, or `at` an aware moment before that.
        """
        old = {"of_kind": kind, "of_request": request, "of_broadcast": broadcast}
        await self._connection.execute(_UNSET, old)
        new = {
            "kind": kind,
            "due_at": at or next_moment(kind, self._clock.now()),
            "request_id": request,
            "broadcast_id": broadcast,
        }
        await self._connection.execute(_SET, new)

    async def due(self, kind: TimerKind) -> Sequence[Timer]:
        """Return the timers of a kind whose moment has come, the longest waiting first."""
        return await self._timers(timers.c.kind == kind, timers.c.due_at <= self._clock.now())

    async def again(self, which: Iterable[Timer]) -> None:
        """Set timers that came for their next time: one each, however many were missed."""
        for timer in which:
            await self._put(timer, next_moment(timer.kind, self._clock.now()))

    async def drop(self, which: Iterable[Timer]) -> None:
        """Let go of timers that are needed no more."""
        ids = [timer.id for timer in which]
        await self._connection.execute(delete(timers).where(timers.c.id.in_(ids)))

    async def put_off(self, kind: TimerKind, until: datetime) -> None:
        """Let the timers of a kind that are due wait: what they are for fails."""
        await self._connection.execute(
            update(timers)
            .where(timers.c.kind == kind, timers.c.due_at <= self._clock.now())
            .values(due_at=until)
        )

    async def drop_of(self, request: RequestId, kinds: Iterable[TimerKind]) -> None:
        """Let go of a request's timers of some kinds: they wait for nothing any more."""
        await self._connection.execute(_DROP_OF, {"of_request": request, "of_kinds": list(kinds)})

    async def hasten(self, kind: TimerKind) -> None:
        """Let all timers of a kind come now: what they wait for may have happened."""
        now = self._clock.now()
        await self._connection.execute(
            update(timers).where(timers.c.kind == kind, timers.c.due_at > now).values(due_at=now)
        )

    async def set_right(self) -> timedelta:
        """Bring nearer what is further off than it can be: the clock has gone back since.

        Return how far back it has gone, as far as the timers tell.
        """
        now, back = self._clock.now(), timedelta()
        for timer in await self._timers(timers.c.due_at > now):
            latest = next_moment(timer.kind, now)
            if timer.due_at > latest:
                back = max(back, timer.due_at - latest)
                await self._put(timer, latest)
        return back

    async def known(self, kind: TimerKind) -> bool:
        """Say whether a timer of a kind is set."""
        found = select(timers.c.id).where(timers.c.kind == kind).limit(1)
        return (await self._connection.execute(found)).first() is not None

    async def is_set(self, kind: TimerKind, request: RequestId) -> bool:
        """Say whether a timer of a kind is set for a request."""
        found = select(timers.c.id).where(timers.c.kind == kind, timers.c.request_id == request)
        return (await self._connection.execute(found)).first() is not None

    async def next(self) -> datetime | None:
        """Return the moment of the next timer."""
        moment: datetime | None = (await self._connection.execute(_NEXT)).scalar_one()
        return moment

    async def _put(self, timer: Timer, due_at: datetime) -> None:
        await self._connection.execute(
            update(timers).where(timers.c.id == timer.id).values(due_at=due_at)
        )

    async def _timers(self, *conditions: ColumnElement[bool]) -> Sequence[Timer]:
        rows = await self._connection.execute(
            _TIMER.where(*conditions).order_by(timers.c.due_at, timers.c.id).limit(MOST)
        )
        return [_timer(row) for row in rows]


def _timer(row: Any) -> Timer:  # noqa: ANN401 - a row of _TIMER
    return Timer(row.id, TimerKind(row.kind), row.due_at, row.request_id, row.broadcast_id)
