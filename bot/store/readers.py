"""What readers tell of the answers: counts, and questions that they gave away without a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.languages import Language
from bot.core.readers import Tally
from bot.core.sections import Section
from bot.store import sqlite
from bot.store.readers_tables import released_questions, tallies


@dataclass(frozen=True, slots=True)
class Count:
    """How often readers told one thing."""

    of: Tally
    about: str
    """The slug of an answer or, of questions without one, a section."""
    language: Language
    times: int


@dataclass(frozen=True, slots=True)
class Released:
    """A question without an answer, whose words somebody gave to the editors."""

    id: int
    section: Section | None
    language: Language
    text: str
    released_at: datetime


class Readers:
    """Counts, and keeps what was given away."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def count(self, of: Tally, about: str, language: Language) -> int:
        """Count one more; return how many there are now."""
        put = sqlite.insert(tallies).values(
            of=of, about=about, language=language, times=1, last_on=self._clock.now()
        )
        counted = await self._connection.execute(
            put.on_conflict_do_update(
                index_elements=["of", "about", "language"],
                set_={"times": tallies.c.times + 1, "last_on": self._clock.now()},
            ).returning(tallies.c.times)
        )
        times: int = counted.scalar_one()
        return times

    async def counts(self) -> Sequence[Count]:
        """Return all counts, the highest first."""
        query = select(tallies).order_by(tallies.c.times.desc(), tallies.c.about)
        return [
            Count(Tally(row.of), row.about, Language(row.language), row.times)
            for row in await self._connection.execute(query)
        ]

    async def begin_anew(self, of: Tally, about: str, language: Language) -> None:
        """Let a count begin anew: it was seen, and seen to."""
        await self._connection.execute(
            delete(tallies).where(
                tallies.c.of == of, tallies.c.about == about, tallies.c.language == language
            )
        )

    async def release(self, text: str, section: Section | None, language: Language) -> None:
        """Keep a question for the editors, and nothing of who asked it.

        The same words are kept once: nothing tells a second tap from somebody else's question.
        """
        if any(kept.text == text for kept in await self.released()):
            return
        given = {"text": text, "section": section, "language": language}
        await self._connection.execute(
            insert(released_questions).values(released_at=self._clock.now(), **given)
        )

    async def released(self) -> Sequence[Released]:
        """Return what was given to the editors, the last one first."""
        query = select(released_questions).order_by(released_questions.c.id.desc())
        return [
            Released(
                row.id,
                Section(row.section) if row.section else None,
                Language(row.language),
                row.text,
                row.released_at,
            )
            for row in await self._connection.execute(query)
        ]

    async def forget(self, number: int) -> None:
        """Delete a question that the editors have read."""
        await self._connection.execute(
            delete(released_questions).where(released_questions.c.id == number)
        )
