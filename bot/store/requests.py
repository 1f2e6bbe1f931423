"""Requests and their messages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.asking import ForWhom
from bot.core.clock import Clock
from bot.core.companions import CompanionId
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.core.people import EMIGRE_ALIASES, PersonId, draw_alias
from bot.core.requests import (
    OPEN,
    Event,
    MessageId,
    Refused,
    RequestId,
    State,
    Why,
    draw_code,
    move,
)
from bot.core.sections import Section
from bot.core.styles import Styled
from bot.store.request_rows import Closed, Queued, Request, Said, request_of, said_of
from bot.store.tables import IS_OFFERED, messages, offers, requests

__all__ = ["Closed", "Queued", "Request", "Requests", "Said"]

# Made once: making a statement takes longer than running it
_COLUMNS: Final = [requests.c[name] for name in Request.__dataclass_fields__]
_REQUEST: Final = select(*_COLUMNS)
_BY_ID: Final = _REQUEST.where(requests.c.id == bindparam("wanted"))
_BY_CODE: Final = _REQUEST.where(requests.c.code == bindparam("wanted"))
_DRAFT_OF: Final = _REQUEST.where(
    requests.c.emigre_id == bindparam("wanted"), requests.c.state == State.DRAFT
)
_EARLY_OF: Final = _REQUEST.where(
    requests.c.emigre_id == bindparam("wanted"), requests.c.state == State.EARLY
)
_IS_REAL: Final = requests.c.helper_id.is_distinct_from(requests.c.emigre_id)
_ALL_OPEN_OF: Final = _REQUEST.where(
    requests.c.emigre_id == bindparam("wanted"), requests.c.state.in_(OPEN), _IS_REAL
).order_by(requests.c.sent_at.desc(), requests.c.id.desc())
_OPEN_OF: Final = _ALL_OPEN_OF.limit(1)
_IN_HAND_OF: Final = _REQUEST.where(
    requests.c.emigre_id == bindparam("wanted"),
    requests.c.state.in_({State.DRAFT, *OPEN}),
    _IS_REAL,
).order_by(requests.c.state == State.DRAFT, requests.c.sent_at.desc(), requests.c.id.desc())
_CURRENT_OF: Final = _IN_HAND_OF.limit(1)
_HELD_BY: Final = _REQUEST.where(
    requests.c.helper_id == bindparam("wanted"), requests.c.state.in_(OPEN)
).order_by(requests.c.id)
_GIVEN_BACK: Final = exists().where(offers.c.request_id == requests.c.id, offers.c.given_back)
_CAME_BACK: Final = or_(requests.c.claimed_at.is_not(None), _GIVEN_BACK).label("came_back")
_OFFERED: Final = (
    select(*_COLUMNS, requests.c.sent_at, _CAME_BACK)
    .where(IS_OFFERED)
    .order_by(requests.c.urgent.desc(), requests.c.id)
)
_OFFERED_ONE: Final = select(*_COLUMNS, requests.c.sent_at, _CAME_BACK).where(
    IS_OFFERED, requests.c.id == bindparam("wanted")
)
_UNFINISHED: Final = _REQUEST.where(requests.c.state.in_({State.DRAFT, *OPEN})).order_by(
    requests.c.state == State.DRAFT, requests.c.id
)
_QUEUE: Final = (
    select(*_COLUMNS, requests.c.sent_at)
    .where(requests.c.state.in_(OPEN), _IS_REAL)
    .order_by(requests.c.sent_at, requests.c.id)
)
_CLOSED: Final = (
    select(*_COLUMNS, requests.c.closed_at)
    .where(requests.c.state == State.CLOSED, _IS_REAL)
    .order_by(requests.c.closed_at.desc(), requests.c.id.desc())
)
_MOVE: Final = (
    update(requests)
    .where(requests.c.id == bindparam("moving"), requests.c.state == bindparam("moving_from"))
    .returning(*_COLUMNS)
)
_STILL: Final = _REQUEST.where(
    requests.c.id == bindparam("moving"), requests.c.state == bindparam("moving_from")
)
_SAID: Final = select(
    messages.c.id,
    messages.c.request_id,
    messages.c.author,
    messages.c.text,
    messages.c.styles,
    messages.c.said_at,
    messages.c.taken_back_at,
    messages.c.chat_id,
    messages.c.companion_id,
)
_AS_WRITTEN: Final = (messages.c.said_at, messages.c.message_id)
_SAID_ONE: Final = _SAID.where(messages.c.id == bindparam("wanted"))
_SAID_AT: Final = _SAID.where(
    messages.c.chat_id == bindparam("in_chat"), messages.c.message_id == bindparam("as_number")
)
_SAY: Final = insert(messages).returning(messages.c.id)


class Requests:
    """Finds requests and moves them by the table in `core.requests`."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def by_id(self, request: RequestId) -> Request | None:
        """Return a request by our own number."""
        return await self._one(_BY_ID, request)

    async def by_code(self, code: str) -> Request | None:
        """Return a request by the code that people see."""
        return await self._one(_BY_CODE, code)

    async def own(self, code: str, emigre: PersonId) -> Request | None:
        """Return a request by its code, if it is this person who asked it."""
        request = await self.by_code(code)
        return request if request and request.emigre_id == emigre else None

    async def draft_of(self, emigre: PersonId) -> Request | None:
        """Return what somebody has written and not sent yet."""
        return await self._one(_DRAFT_OF, emigre)

    async def early_of(self, emigre: PersonId) -> Request | None:
        """Return what somebody typed before they agreed that we keep it."""
        return await self._one(_EARLY_OF, emigre)

    async def open_of(self, emigre: PersonId) -> Request | None:
        """Return somebody's request that was sent and is not over: the one sent last."""
        return await self._one(_OPEN_OF, emigre)

    async def all_open_of(self, emigre: PersonId) -> Sequence[Request]:
        """Return all of these, the one sent last at the beginning."""
        rows = await self._connection.execute(_ALL_OPEN_OF, {"wanted": emigre})
        return [request_of(row) for row in rows]

    async def current_of(self, emigre: PersonId) -> Request | None:
        """Return what somebody is asking: the open request sent last, or else their draft."""
        return await self._one(_CURRENT_OF, emigre)

    async def in_hand_of(self, emigre: PersonId) -> Sequence[Request]:
        """Return all that somebody is asking: what is open, the last one first, then a draft."""
        rows = await self._connection.execute(_IN_HAND_OF, {"wanted": emigre})
        return [request_of(row) for row in rows]

    async def all_of(self, emigre: PersonId) -> Sequence[Request]:
        """Return everything that somebody asked and is still kept."""
        query = _REQUEST.where(requests.c.emigre_id == emigre).order_by(requests.c.id)
        return [request_of(row) for row in await self._connection.execute(query)]

    async def held_by(self, helper: PersonId) -> Sequence[Request]:
        """Return the open requests that a volunteer has, oldest first."""
        rows = await self._connection.execute(_HELD_BY, {"wanted": helper})
        return [request_of(row) for row in rows]

    async def offered(self) -> Sequence[Queued]:
        """Return the requests that nobody has taken yet: urgent ones, then the oldest first."""
        rows = await self._connection.execute(_OFFERED)
        return [Queued(request_of(row), row.sent_at, row.came_back) for row in rows]

    async def queued(self, request: RequestId) -> Queued | None:
        """Return one request that nobody has taken yet."""
        row = (await self._connection.execute(_OFFERED_ONE, {"wanted": request})).one_or_none()
        return Queued(request_of(row), row.sent_at, row.came_back) if row else None

    async def unfinished(self) -> Sequence[Request]:
        """Return what is open or still being written: open ones first, oldest first."""
        return [request_of(row) for row in await self._connection.execute(_UNFINISHED)]

    async def queue(self) -> Sequence[Queued]:
        """Return every open request, the one sent first at the beginning."""
        rows = await self._connection.execute(_QUEUE)
        return [Queued(request_of(row), row.sent_at) for row in rows]

    async def closed(self) -> Sequence[Closed]:
        """Return what was closed and is still kept, the last one first."""
        rows = await self._connection.execute(_CLOSED)
        return [Closed(request_of(row), row.closed_at) for row in rows]

    async def begin(
        self, emigre: PersonId, language: Language, state: State = State.DRAFT
    ) -> Request:
        """Start a draft (or what may become one), with a code and an alias of its own."""
        return await self._make(emigre, language, state=state)

    async def begin_held(
        self, emigre: PersonId, language: Language, *, helper: PersonId, helper_alias: str
    ) -> Request:
        """Make a request that a member has from the first: to practise with, or to write first."""
        return await self._make(
            emigre,
            language,
            state=State.CLAIMED,
            helper_id=helper,
            helper_alias=helper_alias,
            sent_at=self._clock.now(),
        )

    async def begin_silent(self, emigre: PersonId, language: Language) -> Request:
        """Make a request that is over and without a word, for a last day nobody answered.

        Coordinators know its code, alias and language alone, and may write first to whoever it is.
        """
        return await self._make(emigre, language, state=State.CLOSED, closed_at=self._clock.now())

    async def move(
        self,
        request: Request,
        event: Event,
        **values: Any,  # noqa: ANN401 - columns
    ) -> Request | Refused:
        """Let `event` happen to `request` and set `values`; refused if it has moved meanwhile.

        The row that one conditional UPDATE returns decides, so of two at once one wins. What
        changes nothing writes nothing: units run one after another.
        """
        state = move(request.state, event)
        if isinstance(state, Refused):
            return state
        if "helper_alias" in values and request.helper_alias:
            await self.note_name(request.id, request.helper_alias)
        moving = {"moving": request.id, "moving_from": request.state}
        if values or state is not request.state:
            moved = await self._connection.execute(_MOVE, {**moving, "state": state, **values})
        else:
            moved = await self._connection.execute(_STILL, moving)
        row = moved.one_or_none()
        return request_of(row) if row else Refused(Why.NOT_IN_THIS_STATE)

    async def say(
        self,
        request: RequestId,
        author: Side,
        words: Styled,
        *,
        said_at: datetime,
        chat_id: int,
        message_id: int,
        companion: CompanionId | None = None,
    ) -> MessageId:
        """Keep one message, with when and where its author wrote it (for later edits)."""
        said = await self._connection.execute(
            _SAY,
            {
                "request_id": request,
                "author": author,
                "text": words.text,
                "styles": words.styles or None,
                "said_at": said_at,
                "chat_id": chat_id,
                "message_id": message_id,
                "companion_id": companion,
            },
        )
        return MessageId(said.scalar_one())

    async def said_in(self, request: RequestId) -> Sequence[Said]:
        """Return a request's messages that were not taken back, in the order of their writing."""
        query = _SAID.where(messages.c.request_id == request, messages.c.taken_back_at.is_(None))
        return [
            said_of(row) for row in await self._connection.execute(query.order_by(*_AS_WRITTEN))
        ]

    async def said(self, message: MessageId) -> Said | None:
        """Return one message."""
        return await self._one_said(_SAID_ONE, {"wanted": message})

    async def said_at(self, chat_id: int, message_id: int) -> Said | None:
        """Return the message that somebody wrote in a chat of ours under Telegram's number."""
        return await self._one_said(_SAID_AT, {"in_chat": chat_id, "as_number": message_id})

    async def reword(self, message: MessageId, words: Styled) -> None:
        """Replace the words of a message: its author edited it."""
        new = {"text": words.text, "styles": words.styles or None}
        await self._connection.execute(update(messages).where(messages.c.id == message).values(new))

    async def take_back(self, message: MessageId) -> None:
        """Empty a message whose author took it back."""
        await self._connection.execute(
            update(messages)
            .where(messages.c.id == message)
            .values(text="", styles=None, taken_back_at=self._clock.now())
        )

    async def mark_urgent(self, request: Request, *, urgent: bool) -> Request:
        """Remember whether a request can wait."""
        await self._connection.execute(
            update(requests).where(requests.c.id == request.id).values(urgent=urgent)
        )
        return replace(request, urgent=urgent)

    async def put_section(self, request: Request, section: Section) -> Request:
        """Remember what a request is about."""
        await self._connection.execute(
            update(requests).where(requests.c.id == request.id).values(section=section)
        )
        return replace(request, section=section)

    async def was_taken(self, request: RequestId) -> bool:
        """Say whether somebody of the team has, or had, a request."""
        query = select(requests.c.claimed_at).where(requests.c.id == request)
        return (await self._connection.execute(query)).scalar_one() is not None

    async def dropped_since(self, emigre: PersonId, moment: datetime) -> bool:
        """Say whether somebody deleted a draft at a moment (aware) or later."""
        query = select(requests.c.id).where(
            requests.c.emigre_id == emigre,
            requests.c.state == State.WITHDRAWN,
            requests.c.sent_at.is_(None),
            requests.c.closed_at >= moment,
        )
        return (await self._connection.execute(query.limit(1))).first() is not None

    async def say_for_whom(self, request: Request, for_whom: ForWhom) -> Request:
        """Remember for whom its author asks."""
        await self._connection.execute(
            update(requests).where(requests.c.id == request.id).values(for_whom=for_whom)
        )
        return replace(request, for_whom=for_whom)

    async def note_name(self, request: RequestId, alias: str) -> None:
        """Remember as whom somebody helps or helped, so that nobody after them is called so."""
        new = update(requests).where(requests.c.id == request)
        known = await self.names(request)
        await self._connection.execute(new.values(names=sorted({*known, alias})))

    async def names(self, request: RequestId) -> frozenset[str]:
        """Return the aliases of all who helped before, as far as they are no longer found."""
        kept = select(requests.c.names).where(requests.c.id == request)
        return frozenset((await self._connection.execute(kept)).scalar_one() or [])

    async def share(self, request: Request, shared: Mapping[str, str] | None) -> Request:
        """Keep what the helper of a request may see of its author's case; None: nothing."""
        await self._connection.execute(
            update(requests).where(requests.c.id == request.id).values(shared=shared)
        )
        return replace(request, shared=shared)

    async def forget_words(self, request: RequestId) -> None:
        """Delete a request's messages for good."""
        await self._connection.execute(delete(messages).where(messages.c.request_id == request))

    async def forget(self, request: RequestId) -> None:
        """Delete a request and its messages for good."""
        await self._connection.execute(delete(requests).where(requests.c.id == request))

    async def _make(
        self,
        emigre: PersonId,
        language: Language,
        **values: Any,  # noqa: ANN401 - columns
    ) -> Request:
        code = draw_code()
        while await self.by_code(code):
            code = draw_code()
        made = await self._connection.execute(
            insert(requests)
            .values(
                code=code,
                emigre_id=emigre,
                alias=draw_alias(EMIGRE_ALIASES),
                language=language,
                made_at=self._clock.now(),
                **values,
            )
            .returning(*_COLUMNS)
        )
        return request_of(made.one())

    async def _one(self, query: Select[Any], wanted: int | str) -> Request | None:
        row = (await self._connection.execute(query, {"wanted": wanted})).one_or_none()
        return request_of(row) if row else None

    async def _one_said(self, query: Select[Any], wanted: Mapping[str, int]) -> Said | None:
        row = (await self._connection.execute(query, wanted)).one_or_none()
        return said_of(row) if row else None
