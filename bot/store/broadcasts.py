"""Broadcasts, for those who write them and look how far they have come."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts import (
    BroadcastId,
    BroadcastState,
    Piece,
    RecipientState,
    Segment,
)
from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.outgoing import BotName, Letter, OutgoingId, Side
from bot.core.people import PersonId
from bot.store.tables import IS_DRAFT, broadcasts, chats, members, people, recipients, requests


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One broadcast, with what was typed for it."""

    id: BroadcastId
    author_id: PersonId | None
    segment: Segment
    state: BroadcastState
    pieces: Mapping[Language, Sequence[Piece]]
    told_id: OutgoingId | None
    """The letter that tells its author how far it has come."""
    began_at: datetime | None

    @property
    def texts(self) -> dict[Language, str]:
        """What was typed in each language, as it goes."""
        return {
            language: "\n\n".join(piece.text for piece in pieces)
            for language, pieces in self.pieces.items()
        }

    def language_of(self, chat_id: int, number: int) -> Language | None:
        """Return the language in which a message of a chat of ours stands in it."""
        return next(
            (
                language
                for language, pieces in self.pieces.items()
                if any((piece.chat_id, piece.number) == (chat_id, number) for piece in pieces)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How many copies of a broadcast stand where."""

    waiting: int = 0
    """Not known to have gone anywhere."""
    sending: int = 0
    """How many of these are on their way: nothing calls them back."""
    arrived: int = 0
    unreachable: int = 0
    uncertain: int = 0
    """Nobody knows whether these arrived."""
    refused: int = 0


_BROADCAST: Final = select(
    broadcasts.c.id,
    broadcasts.c.author_id,
    broadcasts.c.segment,
    broadcasts.c.state,
    broadcasts.c.texts,
    broadcasts.c.told_id,
    broadcasts.c.began_at,
)


class Broadcasts:
    """Keeps drafts of broadcasts, and begins and stops them."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def by_id(self, broadcast: BroadcastId) -> Broadcast | None:
        """Return a broadcast by our own number."""
        return await self._one(_BROADCAST.where(broadcasts.c.id == broadcast))

    async def draft_of(self, author: PersonId) -> Broadcast | None:
        """Return what a coordinator writes, whether or not they have asked for a yes to it."""
        return await self._one(_BROADCAST.where(IS_DRAFT, broadcasts.c.author_id == author))

    async def with_piece(self, author: PersonId, chat_id: int, number: int) -> Broadcast | None:
        """Return the author's broadcast in which a message of theirs stands, gone out or not."""
        rows = await self._connection.execute(_BROADCAST.where(broadcasts.c.author_id == author))
        theirs = [_broadcast(row) for row in rows]
        return next((each for each in theirs if each.language_of(chat_id, number)), None)

    async def going(self) -> Sequence[Broadcast]:
        """Return the broadcasts that go out, in their order: one goes, the others wait for it."""
        rows = await self._connection.execute(
            _BROADCAST.where(broadcasts.c.state == BroadcastState.GOING).order_by(
                broadcasts.c.began_at, broadcasts.c.id
            )
        )
        return [_broadcast(row) for row in rows]

    async def latest(self, most: int) -> Sequence[Broadcast]:
        """Return up to `most` broadcasts that went out or still go, the newest first."""
        rows = await self._connection.execute(
            _BROADCAST.where(broadcasts.c.began_at.is_not(None))
            .order_by(broadcasts.c.began_at.desc(), broadcasts.c.id.desc())
            .limit(most)
        )
        return [_broadcast(row) for row in rows]

    async def begin(self, author: PersonId, segment: Segment) -> Broadcast:
        """Start a draft, in place of one that there is."""
        if old := await self.draft_of(author):
            await self.drop(old)
        made = await self._connection.execute(
            insert(broadcasts)
            .values(
                author_id=author,
                segment=segment,
                state=BroadcastState.DRAFT,
                texts={},
                made_at=self._clock.now(),
            )
            .returning(broadcasts.c.id)
        )
        begun = await self.by_id(BroadcastId(made.scalar_one()))
        assert begun  # noqa: S101 - made in this very transaction
        return begun

    async def write(
        self, draft: Broadcast, language: Language, pieces: Sequence[Piece]
    ) -> Broadcast:
        """Keep the text in one language, in place of what there is."""
        written = {**draft.pieces, language: pieces}
        texts = {each: [astuple(piece) for piece in written[each]] for each in written}
        await self._connection.execute(
            update(broadcasts)
            .where(broadcasts.c.id == draft.id, IS_DRAFT)
            .values(texts=_by_code(texts))
        )
        return await self.by_id(draft.id) or draft

    async def drop(self, draft: Broadcast) -> None:
        """Delete a draft."""
        await self._connection.execute(
            delete(broadcasts).where(broadcasts.c.id == draft.id, IS_DRAFT)
        )

    async def size(self, segment: Segment, team_bot: BotName) -> int:
        """Count the people whom a segment reaches now."""
        people_in = _people_in(segment, team_bot).subquery()
        count = select(func.count()).select_from(people_in)
        return int((await self._connection.execute(count)).scalar_one())

    async def send(
        self,
        draft: Broadcast,
        letters: Mapping[Language, Letter],
        approver: PersonId,
        team_bot: BotName,
    ) -> bool:
        """Freeze a draft and let it go to its segment; False if it has gone already.

        `approver` is who said the yes that was needed: the author themselves where none was.
        """
        sent = await self._connection.execute(
            update(broadcasts)
            .where(broadcasts.c.id == draft.id, IS_DRAFT)
            .values(
                state=BroadcastState.GOING,
                letters=_by_code(letters),
                approver_id=approver,
                began_at=self._clock.now(),
            )
        )
        if sent.rowcount != 1:
            return False
        columns = ["broadcast_id", "person_id", "state", "again"]
        rows = _people_in(draft.segment, team_bot).with_only_columns(
            literal(draft.id), people.c.id, literal(RecipientState.WAITING), literal(value=False)
        )
        await self._connection.execute(insert(recipients).from_select(columns, rows))
        return True

    async def stop(self, broadcast: BroadcastId) -> bool:
        """Let nothing more of a broadcast go; False if it does not go out."""
        stopped = await self._connection.execute(
            update(broadcasts)
            .where(broadcasts.c.id == broadcast, broadcasts.c.state == BroadcastState.GOING)
            .values(state=BroadcastState.STOPPED, ended_at=self._clock.now())
        )
        return stopped.rowcount == 1

    async def go_on(self, broadcast: BroadcastId) -> bool:
        """Let the rest of a stopped broadcast go; False if it is not stopped."""
        return await self._revive(broadcast, BroadcastState.STOPPED)

    async def send_again(self, broadcast: BroadcastId) -> bool:
        """Send those copies once more that may have arrived; False if it still goes."""
        if not await self._revive(broadcast, BroadcastState.DONE):
            return False
        await self._connection.execute(
            update(recipients)
            .where(
                recipients.c.broadcast_id == broadcast,
                recipients.c.state == RecipientState.UNCERTAIN,
            )
            .values(state=RecipientState.WAITING, again=True)
        )
        return True

    async def progress(self, broadcast: BroadcastId) -> Progress:
        """Count how far a broadcast has come."""
        rows = await self._connection.execute(
            select(recipients.c.state, func.count())
            .where(recipients.c.broadcast_id == broadcast)
            .group_by(recipients.c.state)
        )
        counted = {RecipientState(state): count for state, count in rows}
        sending = counted.get(RecipientState.SENDING, 0)
        return Progress(
            waiting=counted.get(RecipientState.WAITING, 0) + sending,
            sending=sending,
            arrived=counted.get(RecipientState.ARRIVED, 0),
            unreachable=counted.get(RecipientState.UNREACHABLE, 0),
            uncertain=counted.get(RecipientState.UNCERTAIN, 0),
            refused=counted.get(RecipientState.REFUSED, 0),
        )

    async def tell_by(self, broadcast: BroadcastId, letter: OutgoingId) -> None:
        """Remember the letter that tells how far a broadcast has come."""
        await self._connection.execute(
            update(broadcasts).where(broadcasts.c.id == broadcast).values(told_id=letter)
        )

    async def _revive(self, broadcast: BroadcastId, state: BroadcastState) -> bool:
        """Let a broadcast that is in `state` go out once more, behind those that go."""
        revived = await self._connection.execute(
            update(broadcasts)
            .where(broadcasts.c.id == broadcast, broadcasts.c.state == state)
            .values(state=BroadcastState.GOING, began_at=self._clock.now(), ended_at=None)
        )
        return revived.rowcount == 1

    async def _one(self, query: Select[Any]) -> Broadcast | None:
        row = (await self._connection.execute(query)).one_or_none()
        return _broadcast(row) if row else None


def _by_code(values: Mapping[Language, Any]) -> dict[str, Any]:
    """Return what is kept in each language as JSON has it."""
    return {language.value: value for language, value in values.items()}


def chat_bot(segment: Segment, team_bot: BotName) -> BotName:
    """Return the bot that speaks to a segment."""
    return team_bot if segment.side is Side.TEAM else BotName.EMIGRE


def _people_in(segment: Segment, team_bot: BotName) -> Select[Any]:
    """Return whom a segment reaches: émigrés who agreed to be known here, or the team.

    A member of the team is an émigré as well once they have asked.
    """
    membership = members.c.person_id == people.c.id
    if segment.side is Side.TEAM:
        belongs: ColumnElement[bool] = exists().where(membership, members.c.suspended_at.is_(None))
    else:
        in_team = exists().where(membership)
        has_asked = exists().where(requests.c.emigre_id == people.c.id)
        belongs = people.c.agreed_to.is_not(None) & or_(~in_team, has_asked)
    return (
        select(people.c.id)
        .join(chats, chats.c.person_id == people.c.id)
        .where(
            chats.c.bot == chat_bot(segment, team_bot),
            chats.c.unreachable.is_(False),
            people.c.language.in_(segment.languages),
            belongs,
        )
    )


def _broadcast(row: Any) -> Broadcast:  # noqa: ANN401 - a row of _BROADCAST
    return Broadcast(
        id=row.id,
        author_id=row.author_id,
        segment=Segment(row.segment),
        state=BroadcastState(row.state),
        pieces={Language(code): _pieces(kept) for code, kept in row.texts.items()},
        told_id=row.told_id,
        began_at=row.began_at,
    )


def _pieces(kept: str | list[list[Any]]) -> Sequence[Piece]:
    """Return a text as it was typed; what was kept before 0009 is whole, and no edit finds it."""
    return [Piece(0, 0, kept)] if isinstance(kept, str) else [Piece(*piece) for piece in kept]
