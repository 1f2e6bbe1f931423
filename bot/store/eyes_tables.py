"""The table of answers that did not go at once."""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from bot.core.eyes import HeldState
from bot.store.columns import Moment, Sealed
from bot.store.promises import belongs_to, found_by, index_of, is_one_of, metadata, number, promise

held_answers: Final = Table(
    "held_answers",
    metadata,
    number(),
    belongs_to("request"),
    belongs_to("chat"),
    Column("message_id", Integer, nullable=False),
    Column("text", Sealed("held_answers.text")),
    Column("styles", Sealed("held_answers.styles")),
    Column("said_at", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    Column("changes_id", ForeignKey("messages.id", ondelete="CASCADE")),
    UniqueConstraint("chat_id", "message_id"),
    Index(None, "request_id"),
    sqlite_autoincrement=True,
    info=promise(
        copied=("request_id", "text", "styles", "said_at", "state"),
        erased="with its writer or the request",
        kept="as long as the request; its words until it is decided",
    ),
)
"""Nothing of these is in `messages` before it goes, so that nobody finds it there by mistake.
`styles`: formatting, as in `messages`; `message_id`: Telegram's number of what was typed;
`changes_id`: what it is to change, if its writer edited an answer that had gone. It is copied to
who wrote it, not to who is not to see it."""
IS_WAITING: Final = is_one_of(held_answers.c.state, [HeldState.WAITS])
index_of(IS_WAITING, "ix_held_answers_waiting", held_answers.c.id)
found_by(held_answers.c.changes_id)
