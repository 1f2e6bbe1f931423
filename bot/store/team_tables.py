"""The tables of the team: who belongs to it, who is let in, and what each was offered."""

from datetime import timedelta
from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from bot.store.columns import Moment, Sealed
from bot.store.promises import Kept, belongs_to, metadata, number, promise

members: Final = Table(
    "members",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("code", String(3), nullable=False, unique=True),
    Column("joined_at", Moment, nullable=False),
    Column("suspended_at", Moment),
    Column("on_duty", Boolean, nullable=False, default=True),
    Column("paused_until", Moment),
    Column("as_emigre", Boolean, nullable=False, default=False),
    Column("intake", Sealed("members.intake")),
    Column("agreed_at", Moment),
    info=promise(
        copied=(
            "role",
            "code",
            "joined_at",
            "suspended_at",
            "on_duty",
            "paused_until",
            "intake",
            "agreed_at",
        ),
        erased="with the person",
        kept="as long as the member belongs to the team",
    ),
)

"""`intake`: what they say that they do (`core.routing.intake`), NULL: nothing yet; `agreed_at`:
when they agreed to how we work."""

offers: Final = Table(
    "offers",
    metadata,
    Column("request_id", ForeignKey("requests.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("offered_at", Moment),
    Column("given_back", Boolean, nullable=False, default=False),
    Column("asked_first", Boolean, nullable=False, default=False),
    Index(None, "person_id"),
    info=promise(
        copied="no: what a member was offered, a code of somebody else's question",
        erased="with the member or the request",
        kept="as long as the request waits; that it was given back, as long as the request",
    ),
)
"""Who was offered a request, and when last; who gave it back, and is not asked again; who helped
whoever asks it before, and is asked first, as they wished."""

avoided: Final = Table(
    "avoided",
    metadata,
    Column("emigre_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "person_id"),
    info=promise(
        copied="no: two numbers of our own",
        erased="with either of the two",
        kept="as long as both are here",
    ),
)
"""Whom an émigré does not wish as a helper: never offered a question of theirs."""

invites: Final = Table(
    "invites",
    metadata,
    number(),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: names nobody",
        erased="no: names nobody",
        kept=(Kept(timedelta(days=7), since="expires_at"),),
    ),
)

approvals: Final = Table(
    "approvals",
    metadata,
    number(),
    Column("code", String(8), nullable=False, unique=True),
    Column("matter", String(24), nullable=False),
    Column("asked_by", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("about", Sealed("approvals.about")),
    Column("until", Moment, nullable=False),
    Index(None, "asked_by"),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: gone within two days",
        erased="with the person who asked",
        kept=(Kept(timedelta(minutes=30), since="until"),),
    ),
)

notes: Final = Table(
    "notes",
    metadata,
    number(),
    belongs_to("request"),
    Column("by", String(16), nullable=False),
    Column("text", Sealed("notes.text"), nullable=False),
    Column("alias", Sealed("notes.alias")),
    Column("part", String(12)),
    Column("made_at", Moment, nullable=False),
    belongs_to("chat"),
    Column("message_id", Integer, nullable=False),
    UniqueConstraint("chat_id", "message_id"),
    Index(None, "request_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: what the team tells itself of a question, in words of more than one person",
        erased="with the request, or with who wrote it",
        kept="as long as the request",
    ),
)
"""What the team tells itself about a request. `alias` and `part`: as whom its writer was known in
it, if they were in it; `chat_id` and `message_id`: where it was typed."""

ready_answers: Final = Table(
    "ready_answers",
    metadata,
    number(),
    Column("owner_id", ForeignKey("members.person_id", ondelete="CASCADE")),
    Column("language", String(2), nullable=False),
    Column("title", Sealed("ready_answers.title"), nullable=False),
    Column("text", Sealed("ready_answers.text"), nullable=False),
    Column("made_at", Moment, nullable=False),
    Index(None, "owner_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("language", "title", "text", "made_at"),
        erased="with the member; what is for all stays, and names nobody",
        kept="until it is deleted, or its owner leaves the team",
    ),
)
"""Answers that members keep to send again. `owner_id`: NULL: for all."""
