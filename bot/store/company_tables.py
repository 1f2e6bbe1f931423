"""The tables of who helps along in a request, who was asked to, and what is said of whom."""

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, UniqueConstraint

from bot.store.columns import Moment, Sealed
from bot.store.promises import belongs_to, metadata, number, promise

companions: Final = Table(
    "companions",
    metadata,
    number(),
    belongs_to("request"),
    belongs_to("person"),
    Column("part", String(12), nullable=False),
    Column("alias", Sealed("companions.alias"), nullable=False),
    Column("joined_at", Moment, nullable=False),
    Column("left_at", Moment),
    UniqueConstraint("request_id", "person_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("request_id", "part", "alias", "joined_at", "left_at"),
        erased="with the member or the request",
        kept="as long as the request",
    ),
)
"""Who helps along beside the helper. Who has left stays as the author of what they wrote."""

asks: Final = Table(
    "asks",
    metadata,
    Column("request_id", ForeignKey("requests.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("part", String(12), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Index(None, "person_id"),
    info=promise(
        copied="no: what a member was asked by another, a code of somebody else's question",
        erased="with the member or the request",
        kept="until it is answered, or no longer needed",
    ),
)
"""Who was asked by a request's helper to take it over, or to help along."""

doubts: Final = Table(
    "doubts",
    metadata,
    number(),
    belongs_to("request"),
    belongs_to("person"),
    Column("doubt", String(1), nullable=False),
    Column("alias", Sealed("doubts.alias"), nullable=False),
    Column("told", Boolean, nullable=False),
    UniqueConstraint("request_id", "person_id", "doubt"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("request_id", "doubt", "alias", "told"),
        erased="with the member or the request",
        kept="as long as the request",
    ),
)
"""What a request's author told coordinators of a member who helps in it, under `alias`; `told`:
some coordinator who may know of it was told."""
