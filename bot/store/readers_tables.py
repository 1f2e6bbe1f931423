"""The tables of what readers keep, and of what they tell without a name."""

from datetime import timedelta
from typing import Final

from sqlalchemy import Column, Index, Integer, String, Table

from bot.store.columns import Moment, Sealed
from bot.store.promises import Kept, belongs_to, metadata, number, promise

kept_answers: Final = Table(
    "kept_answers",
    metadata,
    number(),
    belongs_to("person"),
    Column("slug", Sealed("kept_answers.slug"), nullable=False),
    Column("kept_at", Moment, nullable=False),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("slug", "kept_at"),
        erased="with the person",
        kept="as long as the person; they can delete each",
    ),
)

tallies: Final = Table(
    "tallies",
    metadata,
    Column("of", String(16), primary_key=True),
    Column("about", String(40), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("times", Integer, nullable=False),
    Column("last_on", Moment, nullable=False),
    info=promise(
        copied="no: counts, of nobody",
        erased="no: counts, of nobody",
        kept=(Kept(timedelta(days=365), since="last_on"),),
    ),
)

released_questions: Final = Table(
    "released_questions",
    metadata,
    number(),
    Column("section", String(16)),
    Column("language", String(2), nullable=False),
    Column("text", Sealed("released_questions.text"), nullable=False),
    Column("released_at", Moment, nullable=False),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: given away without a name; nobody knows whose they are",
        erased="no: given away without a name; nobody knows whose they are",
        kept=(Kept(timedelta(days=90), since="released_at"),),
    ),
)
