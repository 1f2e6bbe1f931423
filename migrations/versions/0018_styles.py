"""The formatting of somebody's words: bold, a quote, and the like."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = ("messages", "held_answers")


def upgrade() -> None:
    """Begin with none."""
    for table in TABLES:
        op.add_column(table, sa.Column("styles", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Forget it."""
    for table in TABLES:
        op.drop_column(table, "styles")
