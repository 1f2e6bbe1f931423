"""What was done of late: how long answers took, what a helper took, and whether it helped."""

from typing import Final, NamedTuple

from sqlalchemy import bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.core.people import PersonId
from bot.core.requests import OPEN, RequestId
from bot.core.waits import LOOKED_BACK, Waits, waits
from bot.store.tables import chats, messages, offers, requests


class Deeds(NamedTuple):
    """What a helper did in questions sent within `core.waits.LOOKED_BACK`; each counts once."""

    taken: int
    """Those that others have now, too."""
    answered: int
    """In how many of them they wrote something that still stands."""
    helped: int
    """Of how many that they still have, or had to the end, their authors say that it helped."""
    did_not: int


_IS_REAL: Final = requests.c.helper_id.is_distinct_from(requests.c.emigre_id)
# Made once: it runs for each answer
_NOTE_ANSWER: Final = (
    update(requests)
    .where(requests.c.id == bindparam("of_request"), requests.c.answered_at.is_(None))
    .values(answered_at=bindparam("now"))
)


class Figures:
    """Counts, from the requests that are still kept."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def waits(self, language: Language) -> Waits | None:
        """Return how long questions in a language waited of late for a first answer."""
        query = select(requests.c.sent_at, requests.c.answered_at).where(
            _IS_REAL,
            requests.c.language == language,
            requests.c.sent_at > self._clock.now() - LOOKED_BACK,
            or_(requests.c.state.in_(OPEN), requests.c.answered_at.is_not(None)),
        )
        rows = await self._connection.execute(query)
        return waits(row.answered_at and row.answered_at - row.sent_at for row in rows)

    async def of_helper(self, helper: PersonId) -> Deeds:
        """Return what a helper did of late, in what went on to others as well."""
        has = requests.c.helper_id == helper
        had = exists().where(
            offers.c.request_id == requests.c.id, offers.c.person_id == helper, offers.c.given_back
        )
        wrote = exists().where(
            messages.c.request_id == requests.c.id,
            messages.c.author == Side.TEAM,
            messages.c.taken_back_at.is_(None),
            messages.c.chat_id.in_(select(chats.c.id).where(chats.c.person_id == helper)),
        )
        query = select(
            func.count(),
            func.count().filter(wrote),
            func.count().filter(has, requests.c.helped.is_(True)),
            func.count().filter(has, requests.c.helped.is_(False)),
        ).where(
            _IS_REAL,
            or_(has, had),
            requests.c.sent_at > self._clock.now() - LOOKED_BACK,
        )
        return Deeds(*(await self._connection.execute(query)).one())

    async def note_answer(self, request: RequestId) -> None:
        """Remember when a request was first answered."""
        first = {"of_request": request, "now": self._clock.now()}
        await self._connection.execute(_NOTE_ANSWER, first)

    async def note_help(self, request: RequestId, *, helped: bool) -> None:
        """Remember what its author says of a request."""
        await self._connection.execute(
            update(requests).where(requests.c.id == request).values(helped=helped)
        )
