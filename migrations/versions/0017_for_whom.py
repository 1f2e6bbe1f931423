"""For whom somebody asks: themselves, somebody else, or themselves as a minor alone."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Begin with what nobody has said."""
    op.add_column("requests", sa.Column("for_whom", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("requests", "for_whom")
