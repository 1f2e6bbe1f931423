"""Every table, and what each promises to the person its rows are about."""

from datetime import timedelta
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    false,
)

from bot.core.broadcasts import OPEN_RECIPIENTS, BroadcastState
from bot.core.outgoing import HOLDING, OutgoingState
from bot.core.requests import State
from bot.store.case_tables import case_wishes, cases, dates, plans
from bot.store.columns import Moment, Sealed
from bot.store.company_tables import asks, companions, doubts
from bot.store.eyes_tables import held_answers
from bot.store.promises import (
    Kept,
    belongs_to,
    found_by,
    index_of,
    is_one_of,
    metadata,
    number,
    promise,
)
from bot.store.readers_tables import kept_answers, released_questions, tallies
from bot.store.team_tables import (
    approvals,
    avoided,
    invites,
    members,
    notes,
    offers,
    ready_answers,
)

__all__ = [
    "approvals",
    "asks",
    "avoided",
    "case_wishes",
    "cases",
    "companions",
    "dates",
    "doubts",
    "held_answers",
    "invites",
    "kept_answers",
    "members",
    "metadata",
    "notes",
    "offers",
    "plans",
    "ready_answers",
    "released_questions",
    "tallies",
]
"""What stands elsewhere and belongs to the whole."""

installation: Final = Table(
    "installation",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Sealed("installation.value"), nullable=False),
    info=promise(
        copied="no: about this installation, not about a person",
        erased="no: about this installation, not about a person",
        kept="what the program needs to know of itself",
    ),
)

people: Final = Table(
    "people",
    metadata,
    number(),
    Column("user_hash", LargeBinary(32), nullable=False, unique=True),
    Column("user_id", Sealed("people.user_id"), nullable=False),
    Column("language", String(2)),
    Column("agreed_to", SmallInteger),
    Column("agreed_at", Moment),
    sqlite_autoincrement=True,
    info=promise(
        copied=("user_id", "language", "agreed_to", "agreed_at"),
        erased="the row, and with it everything that belongs to it",
        kept="without it nobody can be answered",
    ),
)

chats: Final = Table(
    "chats",
    metadata,
    number(),
    belongs_to("person"),
    Column("bot", String(8), nullable=False),
    Column("unreachable", Boolean, nullable=False, default=False),
    Column("paused_until", Moment),
    Column("waiting_for", String(16)),
    Column("waiting_with", Sealed("chats.waiting_with")),
    Column("showing_id", ForeignKey("requests.id", ondelete="SET NULL")),
    UniqueConstraint("person_id", "bot"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("bot", "unreachable", "paused_until", "waiting_for", "waiting_with"),
        erased="with the person",
        kept="as long as the person",
    ),
)
index_of(chats.c.paused_until.is_not(None), "ix_chats_paused", chats.c.paused_until)

bans: Final = Table(
    "bans",
    metadata,
    Column("user_hash", LargeBinary(32), primary_key=True),
    Column("code", String(5), nullable=False),
    Column("banned_at", Moment, nullable=False),
    info=promise(
        copied=("code", "banned_at"),
        erased="no: a keyed hash, a code and a day outlive the person, so that who starts anew"
        " stays blocked; nothing leads from them to anybody without the key and the person's id",
        kept=(Kept(timedelta(days=365), since="banned_at"),),
    ),
)

requests: Final = Table(
    "requests",
    metadata,
    number(),
    Column("code", String(5), nullable=False, unique=True),
    Column("emigre_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("alias", Sealed("requests.alias"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("state", String(16), nullable=False),
    Column("helper_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("helper_alias", Sealed("requests.helper_alias")),
    Column("made_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("closed_at", Moment),
    Column("urgent", Boolean, nullable=False, default=False, server_default=false()),
    Column("shared", Sealed("requests.shared")),
    Column("section", Sealed("requests.section")),
    Column("claimed_at", Moment),
    Column("answered_at", Moment),
    Column("helped", Boolean),
    Column("for_whom", Sealed("requests.for_whom")),
    Column("names", Sealed("requests.names")),
    sqlite_autoincrement=True,
    info=promise(
        copied=(
            "id",
            "code",
            "alias",
            "language",
            "state",
            "helper_alias",
            "made_at",
            "sent_at",
            "closed_at",
            "urgent",
            "shared",
            "section",
            "claimed_at",
            "answered_at",
            "helped",
            "for_whom",
            "names",
        ),
        erased="the row, with its messages",
        kept=(
            Kept(timedelta(days=30), since="closed_at"),
            Kept(timedelta(days=30), since="made_at", states=frozenset({State.DRAFT})),
            Kept(timedelta(days=1), since="made_at", states=frozenset({State.EARLY})),
        ),
    ),
)
"""`claimed_at`: when its helper took it; `answered_at`: when it was first answered;
`helped`: what its author says of that, if anything; `names`: the aliases of all who helped before,
which nobody gets again."""
index_of(requests.c.state == State.DRAFT, "uq_requests_one_draft", requests.c.emigre_id)
IS_OFFERED: Final = is_one_of(requests.c.state, [State.OFFERED])
index_of(IS_OFFERED, "ix_requests_offered", requests.c.id)
Index("ix_requests_emigre", requests.c.emigre_id, requests.c.state)
Index("ix_requests_helper", requests.c.helper_id, requests.c.state)
Index("ix_requests_sent", requests.c.language, requests.c.sent_at)
found_by(chats.c.showing_id)

messages: Final = Table(
    "messages",
    metadata,
    number(),
    belongs_to("request"),
    Column("author", String(8), nullable=False),
    Column("text", Sealed("messages.text"), nullable=False),
    Column("styles", Sealed("messages.styles")),
    Column("said_at", Moment, nullable=False),
    Column("taken_back_at", Moment),
    belongs_to("chat"),
    Column("message_id", Integer, nullable=False),
    Column("companion_id", Integer),
    UniqueConstraint("chat_id", "message_id"),
    Index(None, "request_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("request_id", "author", "text", "styles", "said_at", "taken_back_at"),
        erased="with the request",
        kept="as long as the request",
    ),
)
"""`styles`: its formatting (`core.styles`), if there is any. `companion_id`: who of `companions`
wrote it; NULL: whoever asked, or the helper. No foreign key: both go with the same person, or the
same request."""

places: Final = Table(
    "places",
    metadata,
    number(),
    belongs_to("person"),
    Column("side", String(8), nullable=False),
    belongs_to("request", nullable=True),
    Column("title", Sealed("places.title")),
    Column("thread_id", Integer),
    UniqueConstraint("person_id", "side", "request_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: titles and numbers of threads alone",
        erased="with the person or the request",
        kept="as long as the person and the request",
    ),
)
index_of(places.c.request_id.is_(None), "uq_places_home", places.c.person_id, places.c.side)
found_by(places.c.request_id)

outbox: Final = Table(
    "outbox",
    metadata,
    number(),
    belongs_to("place"),
    Column("lane", String(8), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("state", String(16), nullable=False),
    Column("body", Sealed("outbox.body")),
    belongs_to("request", nullable=True),
    belongs_to("message", nullable=True),
    Column("part", SmallInteger, nullable=False, default=0),
    Column("target_id", ForeignKey("outbox.id", ondelete="CASCADE")),
    Column("not_before", Moment, nullable=False),
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("sent_at", Moment),
    belongs_to("chat", nullable=True),
    Column("sent_id", Integer),
    Column("answers_id", Integer),
    Column("answers_of", Moment),
    Column("date_id", Integer),
    Column("date_version", Integer),
    Column("until", Moment),
    Column("held_id", Integer),
    Index(None, "place_id"),
    Index("ix_outbox_sent", "chat_id", "sent_id"),
    Index(None, "request_id"),
    Index(None, "message_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: the same words stand in messages",
        erased="with the person or the request",
        kept=(
            # a row of a request stays with it: replies, edits and deletions find their way by it
            Kept(timedelta(hours=48), since="sent_at", without="request_id"),
            # for somebody who never came back
            Kept(timedelta(days=30), since="not_before", without="request_id"),
            Kept(
                timedelta(days=30),
                since="not_before",
                states=frozenset({OutgoingState.SKIPPED, OutgoingState.FAILED}),
            ),
        ),
    ),
)
"""`answers_id`: Telegram's number of the message that was typed, and is answered by this;
`answers_of`: when it was typed, which may be long before."""
IS_HOLDING: Final = is_one_of(outbox.c.state, HOLDING)
index_of(IS_HOLDING, "ix_outbox_heads", outbox.c.place_id, outbox.c.lane, outbox.c.id)
found_by(outbox.c.target_id)
found_by(outbox.c.date_id)  # no foreign key: a date that is gone makes its letters void
found_by(outbox.c.held_id)  # none: what was shown of an answer says what became of it

inbox: Final = Table(
    "inbox",
    metadata,
    number(),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("raw", Sealed("inbox.raw")),
    Column("received_at", Moment, nullable=False),
    Column("done_at", Moment),
    Column("dead_at", Moment),
    UniqueConstraint("bot_id", "update_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: emptied as soon as it is handled",
        erased="with the person's next sweep; one that could not be read goes after a week",
        kept=(
            # Telegram may restart its numbers: a row kept longer would swallow a new update
            Kept(timedelta(hours=48), since="done_at"),
            Kept(timedelta(days=7), since="dead_at"),
        ),
    ),
)
index_of(inbox.c.raw.is_not(None), "ix_inbox_waiting", inbox.c.id)

broadcasts: Final = Table(
    "broadcasts",
    metadata,
    number(),
    Column("author_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("approver_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("segment", String(8), nullable=False),
    Column("state", String(8), nullable=False),
    Column("texts", Sealed("broadcasts.texts"), nullable=False),
    Column("letters", Sealed("broadcasts.letters")),
    Column("told_id", ForeignKey("outbox.id", ondelete="SET NULL")),
    Column("made_at", Moment, nullable=False),
    Column("began_at", Moment),
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: to many, by the team",
        erased="no: who wrote it and who said yes are emptied with the person",
        kept=(
            Kept(timedelta(days=30), since="ended_at"),
            Kept(timedelta(days=30), since="made_at", states=frozenset({BroadcastState.DRAFT})),
        ),
    ),
)
IS_DRAFT: Final = is_one_of(broadcasts.c.state, [BroadcastState.DRAFT])
index_of(IS_DRAFT, "uq_broadcasts_one_draft", broadcasts.c.author_id)
IS_GOING: Final = is_one_of(broadcasts.c.state, [BroadcastState.GOING])
index_of(IS_GOING, "ix_broadcasts_going", broadcasts.c.began_at, broadcasts.c.id)
for _column in (broadcasts.c.author_id, broadcasts.c.approver_id, broadcasts.c.told_id):
    found_by(_column)

recipients: Final = Table(
    "recipients",
    metadata,
    Column("broadcast_id", ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("again", Boolean, nullable=False, default=False),
    Index(None, "person_id"),
    info=promise(
        copied="no: that they were among the many",
        erased="with the person",
        kept="as long as the broadcast",
    ),
)
IS_OPEN: Final = is_one_of(recipients.c.state, OPEN_RECIPIENTS)
index_of(IS_OPEN, "ix_recipients_open", recipients.c.broadcast_id, recipients.c.person_id)

timers: Final = Table(
    "timers",
    metadata,
    number(),
    Column("kind", String(8), nullable=False),
    Column("due_at", Moment, nullable=False),
    belongs_to("request", nullable=True),
    belongs_to("broadcast", nullable=True),
    Index(None, "due_at"),
    UniqueConstraint("request_id", "kind"),
    UniqueConstraint("broadcast_id", "kind"),
    sqlite_autoincrement=True,
    info=promise(
        copied="no: moments of what is copied elsewhere",
        erased="with what it belongs to",
        kept="until it is no longer needed",
    ),
)
