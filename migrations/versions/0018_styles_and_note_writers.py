"""The formatting of somebody's words, and as whom a note's writer is known in its question."""

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
    op.add_column("notes", sa.Column("alias", sa.LargeBinary(), nullable=True))
    op.add_column("notes", sa.Column("part", sa.String(12), nullable=True))


def downgrade() -> None:
    """Forget it."""
    for column in ("part", "alias"):
        op.drop_column("notes", column)
    for table in TABLES:
        op.drop_column(table, "styles")
