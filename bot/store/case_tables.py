"""The tables of what émigrés keep of their own case."""

from datetime import timedelta
from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from bot.store.columns import Moment, Sealed
from bot.store.promises import Emptied, Kept, belongs_to, metadata, number, promise

cases: Final = Table(
    "cases",
    metadata,
    number(),
    belongs_to("person"),
    Column("stage", Sealed("cases.stage")),
    Column("kept", Sealed("cases.kept")),
    Column("before", Sealed("cases.before")),
    Column("changed_at", Moment, nullable=False),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("id", "stage", "kept", "before", "changed_at"),
        erased="with the person",
        kept="as long as the person; they can delete it alone",
        emptied=(Emptied("before", timedelta(days=1), since="changed_at"),),
    ),
)
"""One row for each person of a case. `stage`: where it stood before there was `kept`;
`before`: what it was before the last change, to take that back for a day."""

dates: Final = Table(
    "dates",
    metadata,
    number(),
    belongs_to("case"),
    Column("version", Integer, nullable=False, default=1),
    Column("kept", Sealed("dates.kept"), nullable=False),
    Column("wake_at", Moment, nullable=False),
    Index(None, "case_id"),
    Index(None, "wake_at"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("id", "case_id", "version", "kept"),
        erased="with the person or the case",
        kept="until 30 days after its last day: that is sealed, so the clock wakes and deletes it",
    ),
)
"""`wake_at`, a minute in clear, is all that the clock needs. It tells that something is to be seen
to then, and so roughly when a day may come; not what it is, nor how near."""

case_wishes: Final = Table(
    "case_wishes",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("wishes", Sealed("case_wishes.wishes"), nullable=False),
    Column("open_until", Moment),
    info=promise(
        copied=("wishes",),
        erased="with the person",
        kept="as long as the person",
    ),
)

"""`open_until`: till then the case is shown without asking first, to whom wishes to be asked."""

plans: Final = Table(
    "plans",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("outcome", Sealed("plans.outcome"), nullable=False),
    Column("kept_at", Moment, nullable=False),
    info=promise(
        copied=("outcome", "kept_at"),
        erased="with the person",
        # what was true half a year ago may be dangerous today
        kept=(Kept(timedelta(days=180), since="kept_at"),),
    ),
)
