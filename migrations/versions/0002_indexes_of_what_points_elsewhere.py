"""Indexes of what points elsewhere: without them each row that goes reads whole tables."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

POINTING = (("chats", "showing_id"), ("outbox", "target_id"), ("places", "request_id"))


def upgrade() -> None:
    """Make the indexes."""
    for table, column in POINTING:
        pointing = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_{table}_{column}",
            table,
            [column],
            unique=False,
            sqlite_where=pointing,
            postgresql_where=pointing,
        )
    op.create_index(op.f("ix_outbox_place_id"), "outbox", ["place_id"], unique=False)


def downgrade() -> None:
    """Drop the indexes."""
    op.drop_index(op.f("ix_outbox_place_id"), table_name="outbox")
    for table, column in POINTING:
        op.drop_index(f"ix_{table}_{column}", table_name=table)
