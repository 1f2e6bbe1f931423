"""The outbox as its sender sees it: what is due, and what became of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.outgoing import (
    AGAIN_AFTER,
    OF_A_REQUEST,
    WHEN_UNCERTAIN,
    BotName,
    Kind,
    Letter,
    OutgoingId,
    OutgoingState,
    PlaceId,
    Side,
    WhenUncertain,
)
from bot.core.requests import OPEN, RequestId
from bot.store.columns import Sealed
from bot.store.date_letters import IS_TRUE
from bot.store.tables import IS_HOLDING, chats, outbox, people, places, requests


@dataclass(frozen=True, slots=True)
class Due:
    """One row to send, with all that the sender needs to know."""

    id: OutgoingId
    kind: Kind
    letter: Letter | None
    attempts: int
    """How often it was tried before."""
    repeat: bool
    """It may have arrived before: say so."""
    request_id: RequestId | None
    target_id: OutgoingId | None
    target_sent_id: int | None
    changes_words: bool
    """The row changes what somebody said to the other side, not one of our own lines."""
    place_id: PlaceId
    side: Side
    title: str | None
    thread_id: int | None
    in_thread: bool
    """The place is a helper's side of a request."""
    bot: BotName
    chat_id: int
    user_id: int
    language: Language
    of_date: bool
    """It tells of a date: what text typed next belongs to stays as it is."""


_READY, _SENDING, _UNCERTAIN = (
    OutgoingState.READY,
    OutgoingState.SENDING,
    OutgoingState.UNCERTAIN,
)
MOST_TRIES: Final = 3
"""How often a screen or receipt goes that may not have arrived."""
_BODY: Final = cast("Sealed", outbox.c.body.type)
_target = outbox.alias("target")

# A row for later holds nobody up; one that is being sent, or may go again, holds its lane of
# the place. A retry waits by its chat's pause, not by its own time, so nothing overtakes it.
_heads: Final = (
    select(func.min(outbox.c.id))
    .where(
        IS_HOLDING,
        or_(
            and_(outbox.c.state == _READY, outbox.c.not_before <= bindparam("now")),
            outbox.c.state.in_([_SENDING, _UNCERTAIN]),
        ),
    )
    .group_by(outbox.c.place_id, outbox.c.lane)
)
_here: Final = chats.c.bot == case(
    (places.c.side == Side.TEAM, bindparam("team_bot")), else_=BotName.EMIGRE
)
_DUE: Final = (
    select(
        outbox.c.id,
        outbox.c.kind,
        type_coerce(outbox.c.body, LargeBinary).label("sealed"),  # opened once it goes
        outbox.c.state,
        outbox.c.attempts,
        outbox.c.request_id,
        outbox.c.target_id,
        outbox.c.date_id,
        _target.c.sent_id.label("target_sent_id"),
        _target.c.kind.label("target_kind"),
        outbox.c.place_id,
        places.c.side,
        places.c.title,
        places.c.thread_id,
        places.c.request_id.is_not(None).label("of_request"),
        chats.c.bot,
        chats.c.id.label("chat_id"),
        people.c.user_id,
        people.c.language,
    )
    .select_from(
        outbox.join(places, places.c.id == outbox.c.place_id)
        .join(people, people.c.id == places.c.person_id)
        .join(chats, and_(chats.c.person_id == people.c.id, _here))
        .outerjoin(_target, _target.c.id == outbox.c.target_id)
    )
    .where(
        outbox.c.id.in_(_heads.scalar_subquery()),
        outbox.c.state.in_([_READY, _UNCERTAIN]),
        outbox.c.not_before <= bindparam("now"),
        IS_TRUE,
        chats.c.unreachable.is_(False),
        or_(chats.c.paused_until.is_(None), chats.c.paused_until <= bindparam("now")),
    )
    .order_by(outbox.c.lane, outbox.c.id)
    .limit(bindparam("most"))
)
_START: Final = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state=_SENDING, attempts=outbox.c.attempts + 1)
)
_SENT: Final = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=OutgoingState.SENT,
        body=None,
        sent_at=bindparam("now"),
        chat_id=bindparam("in_chat"),
        sent_id=bindparam("as_number"),
    )
)
# Text typed next belongs to what was shown last, if that still is an émigré's open request
_SHOW: Final = (
    update(chats)
    .where(chats.c.id == bindparam("in_chat"))
    .values(
        showing_id=select(requests.c.id)
        .where(requests.c.id == bindparam("about"), requests.c.state.in_(OPEN))
        .scalar_subquery()
    )
)
_NEXT: Final = select(func.min(outbox.c.not_before)).where(
    IS_HOLDING,
    outbox.c.state.in_([_READY, _UNCERTAIN]),
    outbox.c.not_before > bindparam("now", type_=outbox.c.not_before.type),
)
_NEXT_CHAT: Final = select(func.min(chats.c.paused_until)).where(
    chats.c.paused_until > bindparam("now", type_=chats.c.paused_until.type)
)
_LET_GO: Final = {"state": OutgoingState.SKIPPED, "body": None}


def _always(_: int) -> bool:
    return True


class Queue:
    """Hands out due rows and notes their fate."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def due(
        self,
        most: int,
        team_bot: BotName,
        now: datetime,
        may: Callable[[int], bool] = _always,
    ) -> Sequence[Due]:
        """Return rows that may go at `now`: one at most for each place and lane.

        Looks at up to `most`, and opens only those whose chat `may` take one more.
        """
        rows = await self._connection.execute(
            _DUE, {"now": now, "most": most, "team_bot": team_bot}
        )
        return [_due(row, self._letter(row)) for row in rows if may(row.chat_id)]

    async def start(self, rows: Iterable[OutgoingId]) -> None:
        """Note that rows are on their way: found so after a crash, nobody knows if they arrived."""
        await self._connection.execute(_START, [{"row": row} for row in rows])

    async def sent(self, due: Due, number: int | None) -> None:
        """Note that a row arrived, as Telegram's message `number`, and let go of its text."""
        await self._connection.execute(
            _SENT,
            {
                "row": due.id,
                "now": self._clock.now(),
                "in_chat": due.chat_id,
                "as_number": number,
            },
        )
        if due.changes_words and number != due.target_sent_id:
            await self._connection.execute(
                update(outbox).where(outbox.c.id == due.target_id).values(sent_id=number)
            )
        tells = due.kind in {*OF_A_REQUEST, Kind.OFFER, Kind.EYES} and not due.of_date
        if due.bot is BotName.EMIGRE and tells:
            about = due.request_id if due.side is Side.EMIGRE else None
            await self._connection.execute(_SHOW, {"in_chat": due.chat_id, "about": about})

    async def again(self, row: OutgoingId) -> None:
        """Let a row that surely did not arrive go again."""
        await self._end(row, _READY)

    async def uncertain(self, row: OutgoingId) -> None:
        """Follow the policy for a row that was tried and may or may not have arrived."""
        await self._hold(outbox.c.id == row)

    async def fail(self, row: OutgoingId) -> None:
        """Set aside a row that Telegram refuses for good."""
        await self._end(row, OutgoingState.FAILED)

    async def skip(self, row: OutgoingId) -> None:
        """Let go of a row that is not needed any more, and of its text."""
        await self._connection.execute(update(outbox).where(outbox.c.id == row).values(_LET_GO))

    async def recover(self) -> int:
        """Treat what was being sent when the program died as uncertain; return how many."""
        return await self._hold()

    async def doubt(self) -> int:
        """Treat all that was to go by now as uncertain; return how many may go again.

        For a copy of the database that was put back: it may have gone after the copy was made.
        Screens and receipts are let go of: nobody waits for them any more.
        """
        was_due = and_(
            outbox.c.state.in_([_READY, _SENDING]), outbox.c.not_before <= self._clock.now()
        )
        answers = outbox.c.kind.in_(_kinds(WhenUncertain.AGAIN_SOON))
        await self._update(and_(IS_HOLDING, answers), _LET_GO)
        await self._update(was_due, {"state": _SENDING})
        return await self._hold()

    async def pause(self, chat_id: int, until: datetime) -> None:
        """Let nothing go to a chat before `until`; a longer pause is not cut short."""
        shorter = or_(chats.c.paused_until.is_(None), chats.c.paused_until < until)
        await self._connection.execute(
            update(chats).where(chats.c.id == chat_id, shorter).values(paused_until=until)
        )

    async def lose_thread(self, place: PlaceId, thread_id: int | None) -> bool:
        """Forget a place's thread that is gone; whether nobody has done so before."""
        done = await self._connection.execute(
            update(places)
            .where(places.c.id == place, places.c.thread_id == thread_id)
            .values(thread_id=None)
        )
        return bool(done.rowcount)

    async def set_thread(self, place: PlaceId, thread_id: int | None) -> None:
        """Remember (or forget) a place's thread."""
        await self._connection.execute(
            update(places).where(places.c.id == place).values(thread_id=thread_id)
        )

    async def wakes_at(self, now: datetime) -> datetime | None:
        """Return the next moment after `now` at which something that waits may go."""
        moments = [
            moment
            for query in (_NEXT, _NEXT_CHAT)
            if (moment := (await self._connection.execute(query, {"now": now})).scalar_one())
        ]
        return min(moments, default=None)

    def _letter(self, row: Any) -> Letter | None:  # noqa: ANN401 - a row of _DUE
        body = _BODY.process_result_value(row.sealed, self._connection.dialect)
        return Letter(**body) if body else None

    async def _hold(self, *which: ColumnElement[bool]) -> int:
        """Let rows that were tried go again when their policy says, or let go of them."""
        tried = and_(outbox.c.state == _SENDING, *which)
        spent = and_(
            outbox.c.kind.in_(_kinds(WhenUncertain.AGAIN_SOON)), outbox.c.attempts >= MOST_TRIES
        )
        held = await self._update(and_(tried, spent), _LET_GO)
        for policy, wait in AGAIN_AFTER.items():
            again = {"state": _UNCERTAIN, "not_before": self._clock.now() + wait}
            held += await self._update(and_(tried, outbox.c.kind.in_(_kinds(policy))), again)
        return held

    async def _update(self, which: ColumnElement[bool], values: Mapping[str, Any]) -> int:
        done = await self._connection.execute(update(outbox).where(which).values(values))
        return int(done.rowcount)

    async def _end(self, row: OutgoingId, state: OutgoingState) -> None:
        await self._connection.execute(update(outbox).where(outbox.c.id == row).values(state=state))


def _kinds(policy: WhenUncertain) -> list[Kind]:
    return [kind for kind in Kind if WHEN_UNCERTAIN[kind] is policy]


def _due(row: Any, letter: Letter | None) -> Due:  # noqa: ANN401 - a row of _DUE
    kind = Kind(row.kind)
    return Due(
        id=row.id,
        kind=kind,
        letter=letter,
        attempts=row.attempts,
        repeat=row.state == _UNCERTAIN and WHEN_UNCERTAIN[kind] is WhenUncertain.REPEAT_AND_SAY_SO,
        request_id=row.request_id,
        target_id=row.target_id,
        target_sent_id=row.target_sent_id,
        changes_words=kind is Kind.EDIT and row.target_kind == Kind.RELAY,
        place_id=row.place_id,
        side=Side(row.side),
        title=row.title,
        thread_id=row.thread_id,
        in_thread=bool(row.of_request) and row.side == Side.TEAM,
        bot=BotName(row.bot),
        chat_id=row.chat_id,
        user_id=row.user_id,
        language=Language(row.language or Language.RUSSIAN),
        of_date=row.date_id is not None,
    )
