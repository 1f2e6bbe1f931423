"""Consent: who agreed to which wording, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the columns."""
    op.add_column("people", sa.Column("agreed_to", sa.SmallInteger(), nullable=True))
    op.add_column("people", sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("people", "agreed_at")
    op.drop_column("people", "agreed_to")
