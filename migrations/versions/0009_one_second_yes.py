"""A broadcast asks for its second yes as everything else does: it is a draft until then."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let what waited for a yes be a draft again: the yes is asked for anew."""
    op.execute("UPDATE broadcasts SET state = 'draft' WHERE state = 'asked'")
    op.drop_column("broadcasts", "asked_at")
    _index_drafts("state IN ('draft')")


def downgrade() -> None:
    """Make the column anew, empty."""
    op.add_column("broadcasts", sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True))
    _index_drafts("state IN ('asked', 'draft')")


def _index_drafts(rows: str) -> None:
    name, which = "uq_broadcasts_one_draft", sa.text(rows)
    op.drop_index(name, table_name="broadcasts")
    op.create_index(
        name,
        "broadcasts",
        ["author_id"],
        unique=True,
        sqlite_where=which,
        postgresql_where=which,
    )
