"""What a helper sees of a case is kept as its owner saw it, in place of a mere yes."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Begin with nothing shared: what was shown with a yes is not known, and needs a key."""
    op.drop_column("requests", "shares_case")
    op.add_column("requests", sa.Column("shared", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Begin with a no: the older program would show what nobody agreed to."""
    op.drop_column("requests", "shared")
    op.add_column(
        "requests",
        sa.Column("shares_case", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
