"""What émigrés keep of their own case: the stage, and the plan that the guide made."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    for table, content, moment in (
        ("cases", "stage", "changed_at"),
        ("plans", "outcome", "kept_at"),
    ):
        op.create_table(
            table,
            sa.Column("person_id", sa.Integer(), nullable=False),
            sa.Column(content, sa.LargeBinary(), nullable=False),
            sa.Column(moment, sa.DateTime(timezone=True), nullable=False),
            sa.ForeignKeyConstraint(
                ["person_id"],
                ["people.id"],
                name=op.f(f"fk_{table}_person_id"),
                ondelete="CASCADE",
            ),
            sa.PrimaryKeyConstraint("person_id", name=op.f(f"pk_{table}")),
        )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("plans")
    op.drop_table("cases")
