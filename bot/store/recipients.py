"""The copies of a broadcast as the sender sees them: which go next, and what became of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts import BroadcastId, BroadcastState, RecipientState, Segment
from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.outgoing import BotName, Letter, Side
from bot.core.people import PersonId
from bot.store.broadcasts import chat_bot
from bot.store.tables import IS_GOING, IS_OPEN, broadcasts, chats, people, recipients


@dataclass(frozen=True, slots=True)
class Going:
    """The broadcast whose copies go now."""

    id: BroadcastId
    segment: Segment
    letters: Mapping[Language, Letter]

    @property
    def side(self) -> Side:
        """The side on which its people read it."""
        return self.segment.side

    def letter_in(self, language: Language) -> Letter:
        """Return what somebody reads; who has changed their language meanwhile gets what is."""
        return self.letters.get(language) or next(iter(self.letters.values()))


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person's copy that may go."""

    person_id: PersonId
    chat_id: int
    user_id: int
    language: Language
    unreachable: bool
    again: bool
    """It may have arrived before, and a coordinator wants it sent once more: say so."""


# Made once: making a statement takes longer than running it
_GOING: Final = (
    select(broadcasts.c.id, broadcasts.c.segment, broadcasts.c.letters)
    .where(IS_GOING)
    .order_by(broadcasts.c.began_at, broadcasts.c.id)
    .limit(1)
)
_NEXT: Final = (
    select(
        recipients.c.person_id,
        recipients.c.again,
        chats.c.id.label("chat_id"),
        chats.c.unreachable,
        people.c.user_id,
        people.c.language,
    )
    .select_from(
        recipients.join(people, people.c.id == recipients.c.person_id).join(
            chats, and_(chats.c.person_id == people.c.id, chats.c.bot == bindparam("by_bot"))
        )
    )
    .where(
        recipients.c.broadcast_id == bindparam("of_broadcast"),
        IS_OPEN,
        recipients.c.state == RecipientState.WAITING,
        or_(chats.c.paused_until.is_(None), chats.c.paused_until <= bindparam("now")),
    )
    .order_by(recipients.c.person_id)
    .limit(bindparam("most"))
)
_OPEN: Final = (
    select(recipients.c.person_id)
    .where(recipients.c.broadcast_id == bindparam("of_broadcast"), IS_OPEN)
    .limit(1)
)
_MARK: Final = (
    update(recipients)
    .where(
        recipients.c.broadcast_id == bindparam("of_broadcast"),
        recipients.c.person_id == bindparam("of_person"),
    )
    .values(state=bindparam("to_state"))
)
# Text typed next belongs to what was shown last, and that is nobody's request
_SHOW_NOTHING: Final = (
    update(chats)
    .where(chats.c.id == bindparam("in_chat"), chats.c.showing_id.is_not(None))
    .values(showing_id=None)
)


class Recipients:
    """Hands out copies and notes their fate, many in one go."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def going(self) -> Going | None:
        """Return the broadcast whose turn it is."""
        row = (await self._connection.execute(_GOING)).first()
        if row is None:
            return None
        letters = {Language(language): Letter(**body) for language, body in row.letters.items()}
        return Going(row.id, Segment(row.segment), letters)

    async def due(
        self, going: Going, most: int, team_bot: BotName, now: datetime
    ) -> Sequence[Recipient]:
        """Return up to `most` copies that may go at `now`."""
        rows = await self._connection.execute(
            _NEXT,
            {
                "of_broadcast": going.id,
                "by_bot": chat_bot(going.segment, team_bot),
                "now": now,
                "most": most,
            },
        )
        return [
            Recipient(
                person_id=row.person_id,
                chat_id=row.chat_id,
                user_id=row.user_id,
                language=Language(row.language),
                unreachable=row.unreachable,
                again=row.again,
            )
            for row in rows
        ]

    async def mark(
        self, broadcast: BroadcastId, copies: Iterable[tuple[Recipient, RecipientState]]
    ) -> None:
        """Note where copies stand. Whoever erased themselves meanwhile has none any more."""
        marks = [
            {"of_broadcast": broadcast, "of_person": copy.person_id, "to_state": state}
            for copy, state in copies
        ]
        if marks:
            await self._connection.execute(_MARK, marks)

    async def turn_from_requests(self, arrived: Iterable[Recipient]) -> None:
        """Remember that the broadcast is what these people saw last."""
        chats_of = [{"in_chat": copy.chat_id} for copy in arrived]
        if chats_of:
            await self._connection.execute(_SHOW_NOTHING, chats_of)

    async def finish(self, broadcast: BroadcastId) -> bool:
        """Call a broadcast done if no copy of it waits or is on its way; say whether it is."""
        if (await self._connection.execute(_OPEN, {"of_broadcast": broadcast})).first():
            return False
        await self._connection.execute(
            update(broadcasts)
            .where(broadcasts.c.id == broadcast, broadcasts.c.state == BroadcastState.GOING)
            .values(state=BroadcastState.DONE, ended_at=self._clock.now())
        )
        return True

    async def recover(self) -> int:
        """Note of what was being sent when the program died that it may have arrived; count it."""
        stranded = await self._connection.execute(
            update(recipients)
            .where(IS_OPEN, recipients.c.state == RecipientState.SENDING)
            .values(state=RecipientState.UNCERTAIN)
        )
        return int(stranded.rowcount)
