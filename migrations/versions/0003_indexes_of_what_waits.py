"""Indexes of what waits: the sender looks after each letter, and must not read all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WAITING = (
    ("ix_chats_paused", "chats", "paused_until", "paused_until IS NOT NULL"),
    ("ix_requests_offered", "requests", "id", "state IN ('offered')"),
)


def upgrade() -> None:
    """Make the indexes."""
    for name, table, column, condition in WAITING:
        waiting = sa.text(condition)
        op.create_index(
            name, table, [column], unique=False, sqlite_where=waiting, postgresql_where=waiting
        )


def downgrade() -> None:
    """Drop the indexes."""
    for name, table, _, _ in WAITING:
        op.drop_index(name, table_name=table)
