"""What was said of a member in a request, until somebody who may know of it is told."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table. What was kept before, sealed and without the member, was told already."""
    op.create_table(
        "doubts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("doubt", sa.String(length=1), nullable=False),
        sa.Column("alias", sa.LargeBinary(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_doubts_request_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_doubts_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doubts")),
        sa.UniqueConstraint(
            "request_id", "person_id", "doubt", name=op.f("uq_doubts_request_id_person_id_doubt")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_doubts_person_id"), "doubts", ["person_id"])
    op.drop_column("requests", "doubts")


def downgrade() -> None:
    """Forget it."""
    op.add_column("requests", sa.Column("doubts", sa.LargeBinary(), nullable=True))
    op.drop_table("doubts")
