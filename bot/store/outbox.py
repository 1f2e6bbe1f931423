"""What is to go out, for those who put it there and look it up afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.eyes import HeldId
from bot.core.outgoing import (
    OF_A_REQUEST,
    Kind,
    Lane,
    Letter,
    OutgoingId,
    OutgoingState,
    PlaceId,
    Side,
)
from bot.core.people import PersonId
from bot.core.requests import MessageId, RequestId
from bot.store.date_letters import UNSENT, OfDate
from bot.store.tables import outbox, places


@dataclass(frozen=True, slots=True)
class Copy:
    """A row of the outbox, as somebody who wants to change what it sent sees it."""

    id: OutgoingId
    place_id: PlaceId
    state: OutgoingState
    number: int | None
    """Telegram's number of the message, once it was sent."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A message that somebody typed in the chat to which its answer goes."""

    number: int
    """Telegram's."""
    at: datetime
    """Aware: until when it can be deleted follows from it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a letter that was sent to one side of a request belongs to."""

    request_id: RequestId
    side: Side
    is_note: bool = False
    """A note of the team."""


_PLACE: Final = select(places.c.id).where(
    places.c.person_id == bindparam("of_person"),
    places.c.side == bindparam("on_side"),
    places.c.request_id.is_not_distinct_from(bindparam("of_request")),
)
# Made once: making a statement takes longer than running it
_MAKE_PLACE: Final = insert(places).returning(places.c.id)
_RENAME_PLACE: Final = (
    update(places).where(places.c.id == bindparam("place")).values(title=bindparam("name"))
)
_PUT: Final = insert(outbox).returning(outbox.c.id)
_SENT: Final = (
    select(outbox.c.request_id, places.c.side, outbox.c.kind)
    .join(places, places.c.id == outbox.c.place_id)
    .where(
        outbox.c.chat_id == bindparam("in_chat"),
        outbox.c.sent_id == bindparam("as_number"),
        outbox.c.kind.in_(OF_A_REQUEST),  # a tap makes something else of an offer
        outbox.c.request_id.is_not(None),
    )
)
_STALE_SCREENS: Final = (
    update(outbox)
    .where(
        outbox.c.state == OutgoingState.UNCERTAIN,
        outbox.c.kind == Kind.SCREEN,
        outbox.c.place_id.in_(
            select(places.c.id).where(
                places.c.person_id == bindparam("of_person"),
                places.c.side == bindparam("on_side"),
                places.c.request_id.is_(None),
            )
        ),
    )
    .values(state=OutgoingState.SKIPPED, body=None)
)


class Outbox:
    """Takes letters for places, in order."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def place(
        self,
        person: PersonId,
        side: Side,
        request: RequestId | None = None,
        *,
        title: str | None = None,
    ) -> PlaceId:
        """Return a person's home on one side or their side of a request, made if new.

        `title` names the thread of a place that is to have one.
        """
        wanted = {"of_person": person, "on_side": side, "of_request": request}
        found = (await self._connection.execute(_PLACE, wanted)).scalar_one_or_none()
        if found is not None:
            if title is not None:
                await self._connection.execute(_RENAME_PLACE, {"place": found, "name": title})
            return PlaceId(found)
        new = {"person_id": person, "side": side, "request_id": request, "title": title}
        made = await self._connection.execute(_MAKE_PLACE, new)
        return PlaceId(made.scalar_one())

    async def thread(self, person: PersonId, thread_id: int) -> PlaceId | None:
        """Return the place whose thread this is in a person's chat."""
        query = select(places.c.id).where(
            places.c.person_id == person, places.c.thread_id == thread_id
        )
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def person_at(self, place: PlaceId) -> PersonId:
        """Return whose place it is."""
        query = select(places.c.person_id).where(places.c.id == place)
        return PersonId((await self._connection.execute(query)).scalar_one())

    async def request_of(self, place: PlaceId) -> RequestId | None:
        """Return the request that a place belongs to."""
        query = select(places.c.request_id).where(places.c.id == place)
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def requests_at(self, person: PersonId) -> Sequence[RequestId]:
        """Return of which requests something went, or is to go, to a member of the team."""
        query = select(places.c.request_id).where(
            places.c.person_id == person,
            places.c.side == Side.TEAM,
            places.c.request_id.is_not(None),
        )
        return [RequestId(number) for number in (await self._connection.execute(query)).scalars()]

    async def put(
        self,
        place: PlaceId,
        kind: Kind,
        letter: Letter | None,
        *,
        lane: Lane = Lane.ANSWERS,
        request: RequestId | None = None,
        message: MessageId | None = None,
        part: int = 0,
        target: OutgoingId | None = None,
        answers: Typed | None = None,
        of_date: OfDate | None = None,
        held: HeldId | None = None,
        at: datetime | None = None,
    ) -> OutgoingId:
        """Add a letter for a place.

        `message` (and `part` of it) is what a relayed letter is a copy of; `target` is the
        row whose message an edit or a deletion changes; `answers` is the typed message that it
        answers. One `of_date` goes while that is so; one about a `held` answer says
        later what became of it. It goes no sooner than `at` (aware).
        """
        new = {
            "place_id": place,
            "lane": lane,
            "kind": kind,
            "state": OutgoingState.READY,
            "body": letter,
            "request_id": request,
            "message_id": message,
            "part": part,
            "target_id": target,
            "answers_id": answers and answers.number,
            "answers_of": answers and answers.at,
            "not_before": at or self._clock.now(),
            "date_id": of_date and of_date.date,
            "date_version": of_date and of_date.version,
            "until": of_date and of_date.until,
            "held_id": held,
        }
        # what is nothing is left out: each value that is bound takes its time
        given = {name: value for name, value in new.items() if value is not None}
        made = await self._connection.execute(_PUT, given)
        return OutgoingId(made.scalar_one())

    async def note_shown(self, person: PersonId, side: Side, chat_id: int, number: int) -> None:
        """Remember Telegram's `number` of a screen that was sent past the outbox, after a tap.

        Whoever was erased meanwhile has no home, and nothing is remembered of them.
        """
        home = {"of_person": person, "on_side": side, "of_request": None}
        place = (await self._connection.execute(_PLACE, home)).scalar_one_or_none()
        if place is None:
            return
        now = self._clock.now()
        await self._connection.execute(
            insert(outbox).values(
                place_id=place,
                lane=Lane.ANSWERS,
                kind=Kind.SCREEN,
                state=OutgoingState.SENT,
                not_before=now,
                sent_at=now,
                chat_id=chat_id,
                sent_id=number,
            )
        )

    async def copies_of(self, message: MessageId, place: PlaceId) -> Sequence[Copy]:
        """Return the letters that carry a message to a place, in the order of their parts."""
        return await self._copies(
            outbox.c.message_id == message,
            outbox.c.kind == Kind.RELAY,
            outbox.c.place_id == place,
        )

    async def shown_at(
        self, place: PlaceId, kinds: Iterable[Kind] = OF_A_REQUEST
    ) -> Sequence[Copy]:
        """Return the letters of a request that can be read at a place, or are just on their way."""
        return await self._copies(
            outbox.c.place_id == place,
            outbox.c.kind.in_(kinds),
            outbox.c.state.in_([OutgoingState.SENT, OutgoingState.SENDING]),
        )

    async def has_thread(self, place: PlaceId) -> bool:
        """Say whether a place has a thread of its own."""
        query = select(places.c.thread_id).where(places.c.id == place)
        return (await self._connection.execute(query)).scalar_one() is not None

    async def empty(self, place: PlaceId) -> None:
        """Let go of all that was to go to a place and is not sent."""
        await self._let_go(outbox.c.place_id == place, UNSENT)

    async def leave_team(self, person: PersonId) -> None:
        """Let go of all that was to go to somebody as a member of the team.

        Offers that they have are no longer changed, either: nothing more reaches them but what
        takes down what they saw.
        """
        theirs = select(places.c.id).where(places.c.person_id == person, places.c.side == Side.TEAM)
        told = outbox.c.kind.in_([Kind.OFFER, Kind.ASK, Kind.EYES])
        takes_down = outbox.c.kind.in_([Kind.DELETE, Kind.END, Kind.FORGET])
        await self._let_go(outbox.c.place_id.in_(theirs), or_(UNSENT, told), ~takes_down)

    async def drop_offers_to(self, person: PersonId) -> None:
        """Let go of the offers that still were to go to somebody."""
        theirs = select(places.c.id).where(places.c.person_id == person)
        await self._let_go(outbox.c.place_id.in_(theirs), outbox.c.kind == Kind.OFFER, UNSENT)

    async def copy(self, row: OutgoingId) -> Copy | None:
        """Return one letter."""
        return next(iter(await self._copies(outbox.c.id == row)), None)

    async def offers_of(self, request: RequestId) -> Sequence[Copy]:
        """Return the offers of a request."""
        return await self._copies(outbox.c.request_id == request, outbox.c.kind == Kind.OFFER)

    async def asks_to(self, request: RequestId, person: PersonId) -> Sequence[Copy]:
        """Return what asks somebody to take over a request, or to help along in it."""
        theirs = select(places.c.id).where(places.c.person_id == person)
        which = (outbox.c.kind == Kind.ASK, outbox.c.place_id.in_(theirs))
        return await self._copies(outbox.c.request_id == request, *which)

    async def ban_wishes(self, request: RequestId) -> Sequence[Copy]:
        """Return what asks to block whoever asked: no other notice at a home has a request."""
        homes = select(places.c.id).where(places.c.side == Side.TEAM, places.c.request_id.is_(None))
        return await self._copies(
            outbox.c.request_id == request,
            outbox.c.kind == Kind.NOTICE,
            outbox.c.place_id.in_(homes),
        )

    async def silences(self, request: RequestId) -> Sequence[Copy]:
        """Return what tells the team that whoever asks a request answers nothing."""
        return await self._copies(outbox.c.request_id == request, outbox.c.kind == Kind.SILENCE)

    async def asks_of(self, request: RequestId) -> Sequence[Copy]:
        """Return the notes by which coordinators were asked about a request."""
        homes = select(places.c.id).where(places.c.request_id.is_(None))
        which = (outbox.c.kind == Kind.NOTE, outbox.c.place_id.in_(homes))
        return await self._copies(outbox.c.request_id == request, *which)

    async def drop_unsent(self, rows: Iterable[OutgoingId]) -> None:
        """Let go of letters that are no longer true and were never tried."""
        await self._let_go(outbox.c.id.in_(list(rows)), outbox.c.state == OutgoingState.READY)

    async def let_go(self, row: OutgoingId) -> None:
        """Let go of a letter that is no longer true, even if it may have arrived before."""
        await self._let_go(outbox.c.id == row, UNSENT)

    async def reword(self, row: OutgoingId, letter: Letter) -> None:
        """Put other words into a letter that is not sent yet, or is to go once more."""
        await self._connection.execute(
            update(outbox).where(outbox.c.id == row, UNSENT).values(body=letter)
        )

    async def change(
        self,
        copy: Copy,
        kind: Kind,
        letter: Letter,
        *,
        request: RequestId | None = None,
        lane: Lane = Lane.ANSWERS,
    ) -> None:
        """Edit or delete what was sent, in place of changes that still wait to be made to it."""
        await self._let_go(outbox.c.target_id == copy.id, UNSENT)
        await self.put(copy.place_id, kind, letter, lane=lane, request=request, target=copy.id)

    async def replace(self, copy: Copy, gone: Letter, *, request: RequestId) -> None:
        """Make room for another copy: drop this one, or delete it (`gone`: in its place).

        One that is on its way stays: nobody knows its number yet.
        """
        if copy.state is OutgoingState.SENT:
            await self.change(copy, Kind.DELETE, gone, request=request, lane=Lane.NOTICES)
            await self._connection.execute(
                update(outbox).where(outbox.c.id == copy.id).values(state=OutgoingState.SKIPPED)
            )
        else:
            await self.let_go(copy.id)

    async def drop_stale_screens(self, person: PersonId, side: Side) -> None:
        """Let go of screens that were to go once more: they have arrived, and led further."""
        await self._connection.execute(_STALE_SCREENS, {"of_person": person, "on_side": side})

    async def failed(self) -> int:
        """Count the letters that Telegram refused for good."""
        query = select(func.count()).where(outbox.c.state == OutgoingState.FAILED)
        return int((await self._connection.execute(query)).scalar_one())

    async def sent_as(self, chat_id: int, number: int) -> Sent | None:
        """Return what our message with Telegram's `number` in a chat of ours belongs to."""
        row = (
            await self._connection.execute(_SENT, {"in_chat": chat_id, "as_number": number})
        ).first()
        if row is None:
            return None
        return Sent(row.request_id, Side(row.side), is_note=row.kind == Kind.NOTE)

    async def _let_go(self, *which: ColumnElement[bool]) -> None:
        await self._connection.execute(
            update(outbox).where(*which).values(state=OutgoingState.SKIPPED, body=None)
        )

    async def _copies(self, *conditions: Any) -> Sequence[Copy]:  # noqa: ANN401 - SQL
        rows = await self._connection.execute(
            select(outbox.c.id, outbox.c.place_id, outbox.c.state, outbox.c.sent_id)
            .where(*conditions, outbox.c.state.not_in([OutgoingState.SKIPPED]))
            .order_by(outbox.c.part, outbox.c.id)
        )
        return [Copy(row.id, row.place_id, OutgoingState(row.state), row.sent_id) for row in rows]
