"""For whom somebody asks, and which doubts they have told already."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Begin with what nobody has said."""
    for column in ("for_whom", "doubts"):
        op.add_column("requests", sa.Column(column, sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Forget it."""
    for column in ("doubts", "for_whom"):
        op.drop_column("requests", column)
