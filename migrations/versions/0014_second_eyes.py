"""Answers that wait for a second pair of eyes."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and let letters say which of its rows they are about."""
    op.create_table(
        "held_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("changes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["requests.id"],
            name=op.f("fk_held_answers_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_held_answers_chat_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["changes_id"],
            ["messages.id"],
            name=op.f("fk_held_answers_changes_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_answers")),
        sa.UniqueConstraint(
            "chat_id", "message_id", name=op.f("uq_held_answers_chat_id_message_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_held_answers_request_id"), "held_answers", ["request_id"])
    waits = sa.text("state IN ('waits')")
    op.create_index(
        "ix_held_answers_waiting",
        "held_answers",
        ["id"],
        sqlite_where=waits,
        postgresql_where=waits,
    )
    changes = sa.text("changes_id IS NOT NULL")
    op.create_index(
        "ix_held_answers_changes_id",
        "held_answers",
        ["changes_id"],
        sqlite_where=changes,
        postgresql_where=changes,
    )
    op.add_column("outbox", sa.Column("held_id", sa.Integer(), nullable=True))
    held = sa.text("held_id IS NOT NULL")
    op.create_index(
        "ix_outbox_held_id", "outbox", ["held_id"], sqlite_where=held, postgresql_where=held
    )


def downgrade() -> None:
    """Drop it all: the older program knows no waiting, and what waited does not go."""
    op.drop_index("ix_outbox_held_id", "outbox")
    op.drop_column("outbox", "held_id")
    op.drop_table("held_answers")
