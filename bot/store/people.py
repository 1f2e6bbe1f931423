"""People, and the chats in which the bots reach them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, bindparam, case, delete, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.outgoing import BotName, Side
from bot.core.people import CONSENT, PersonId, Role
from bot.core.requests import HELD, RequestId
from bot.core.timers import TimerKind
from bot.store import sqlite
from bot.store.columns import Moment
from bot.store.keys import KeyRing
from bot.store.tables import bans, chats, companions, members, people, requests, timers


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes to one of the bots, as that bot's chat knows them."""

    id: PersonId
    language: Language | None
    agreed: bool
    """Agreed, to today's wording, that we keep what they ask."""
    role: Role | None
    """The role in the team; None for who is no member of it, or suspended."""
    suspended: bool
    """A member whose access to the team a coordinator has paused."""
    bot: BotName
    chat_id: int
    """Our number of the chat, not Telegram's."""
    unreachable: bool
    waiting_for: str | None
    """What text typed now is, if the bot asked for some."""
    waiting_with: str | None
    """The button data that this text goes on with."""
    showing: RequestId | None
    """The request to which text typed now belongs, if that was the last thing shown."""
    paused_until: datetime | None
    """Until when Telegram told us to send nothing to this chat."""
    banned: bool
    """A coordinator lets them ask no more (`core.people.CLOSED_TO_BANNED`)."""
    as_emigre: bool
    """A member of the team who asks for themselves just now (with one bot, `ui.sides`)."""

    @property
    def may_ask(self) -> bool:
        """Whether they may ask a person."""
        return not self.banned

    @property
    def roles(self) -> frozenset[Role]:
        """Everybody may ask; some also belong to the team."""
        return frozenset({Role.EMIGRE, self.role} if self.role else {Role.EMIGRE})


_FIND: Final = (
    select(
        people.c.id,
        people.c.language,
        people.c.agreed_to,
        case((members.c.suspended_at.is_(None), members.c.role)).label("role"),
        members.c.suspended_at,
        members.c.as_emigre,
        bans.c.banned_at,
        chats.c.id.label("chat_id"),
        chats.c.unreachable,
        chats.c.waiting_for,
        chats.c.waiting_with,
        chats.c.showing_id,
        chats.c.paused_until,
    )
    .select_from(
        people.outerjoin(members, members.c.person_id == people.c.id)
        .outerjoin(bans, bans.c.user_hash == people.c.user_hash)
        .outerjoin(chats, (chats.c.person_id == people.c.id) & (chats.c.bot == bindparam("in_bot")))
    )
    .where(people.c.user_hash == bindparam("of_hash"))
)
_LANGUAGE: Final = select(people.c.language).where(people.c.id == bindparam("of_person"))
_TURN: Final = (
    update(chats)
    .where(chats.c.id == bindparam("of_chat"))
    .values(
        waiting_for=bindparam("to_wait"),
        waiting_with=bindparam("to_wait_with"),
        showing_id=bindparam("to_show"),
    )
)


class People:
    """Finds, meets and remembers people."""

    def __init__(self, connection: AsyncConnection, clock: Clock, keys: KeyRing) -> None:
        self._connection = connection
        self._clock = clock
        self._keys = keys

    async def meet(self, user_id: int, bot: BotName) -> Person:
        """Return the person behind a Telegram user id, made known if new to us or to this bot."""
        wanted = {"of_hash": self._keys.lookup_hash("tg-id", user_id), "in_bot": bot}
        row = (await self._connection.execute(_FIND, wanted)).one_or_none()
        if row is None:
            await self._connection.execute(
                insert(people).values(user_hash=wanted["of_hash"], user_id=user_id)
            )
            return await self.meet(user_id, bot)
        if row.chat_id is None:
            await self._connection.execute(insert(chats).values(person_id=row.id, bot=bot))
            return await self.meet(user_id, bot)
        return Person(
            id=row.id,
            language=Language(row.language) if row.language else None,
            agreed=row.agreed_to == CONSENT,
            role=Role(row.role) if row.role else None,
            suspended=row.suspended_at is not None,
            bot=bot,
            chat_id=row.chat_id,
            unreachable=row.unreachable,
            waiting_for=row.waiting_for,
            waiting_with=row.waiting_with,
            showing=row.showing_id,
            paused_until=row.paused_until,
            banned=row.banned_at is not None,
            as_emigre=bool(row.as_emigre),
        )

    async def language_of(self, person: PersonId) -> Language | None:
        """Return the language that somebody chose."""
        found = await self._connection.execute(_LANGUAGE, {"of_person": person})
        chosen = found.scalar_one()
        return Language(chosen) if chosen else None

    async def choose_language(self, person: PersonId, language: Language) -> None:
        """Remember which language somebody reads."""
        await self._connection.execute(
            update(people).where(people.c.id == person).values(language=language)
        )

    async def agree(self, person: PersonId) -> None:
        """Remember that somebody agreed to today's wording."""
        agreed = {"agreed_to": CONSENT, "agreed_at": self._clock.now()}
        await self._connection.execute(update(people).where(people.c.id == person).values(**agreed))

    async def chats_of(self, person: PersonId) -> frozenset[int]:
        """Return our numbers of the chats in which somebody writes to us."""
        query = select(chats.c.id).where(chats.c.person_id == person)
        return frozenset((await self._connection.execute(query)).scalars())

    async def turn_to(
        self,
        chat_id: int,
        *,
        waiting_for: str | None,
        showing: RequestId | None,
        waiting_with: str | None = None,
    ) -> None:
        """Remember what text typed in this chat means from now on."""
        turned = {"to_wait": waiting_for, "to_wait_with": waiting_with, "to_show": showing}
        await self._connection.execute(_TURN, {"of_chat": chat_id, **turned})

    async def is_reachable(self, person: PersonId, side: Side = Side.EMIGRE) -> bool:
        """Say whether Telegram lets us write to somebody, as an émigré or a member of the team."""
        is_desk = chats.c.bot == BotName.DESK
        query = select(chats.c.unreachable).where(chats.c.person_id == person).order_by(is_desk)
        found = [*(await self._connection.execute(query)).scalars()]
        return bool(found) and not found[-1 if side is Side.TEAM else 0]

    async def mark_reachable(self, chat_id: int, *, reachable: bool) -> None:
        """Remember whether Telegram lets us write in this chat.

        If that is new, the other sides of this person's requests are told by timers. One that
        waits is no longer needed: what a helper was told last holds again.
        """
        changed = (
            await self._connection.execute(
                update(chats)
                .where(chats.c.id == chat_id, chats.c.unreachable.is_(reachable))
                .values(unreachable=not reachable)
                .returning(chats.c.person_id, chats.c.bot)
            )
        ).first()
        if changed is None:
            return
        if changed.bot == BotName.EMIGRE:
            asked = requests.c.emigre_id == changed.person_id
            untold = await self._drop_timers(TimerKind.REACH, asked)
            await self._set_timers(TimerKind.REACH, asked, requests.c.id.not_in(untold))
        if not reachable:
            beside = select(companions.c.request_id).where(
                companions.c.person_id == changed.person_id, companions.c.left_at.is_(None)
            )
            theirs = or_(requests.c.helper_id == changed.person_id, requests.c.id.in_(beside))
            await self._set_timers(TimerKind.LEFT, theirs)

    async def _drop_timers(self, kind: TimerKind, of: ColumnElement[bool]) -> Sequence[RequestId]:
        waiting = (timers.c.kind == kind, timers.c.request_id.in_(select(requests.c.id).where(of)))
        dropped = delete(timers).where(*waiting).returning(timers.c.request_id)
        return (await self._connection.execute(dropped)).scalars().all()

    async def _set_timers(self, kind: TimerKind, *of: ColumnElement[bool]) -> None:
        """Let something be done at once about what a helper has of these requests."""
        held = select(literal(kind), literal(self._clock.now(), Moment()), requests.c.id)
        await self._connection.execute(
            sqlite.insert(timers)
            .from_select(
                ["kind", "due_at", "request_id"], held.where(*of, requests.c.state.in_(HELD))
            )
            .on_conflict_do_nothing()
        )
