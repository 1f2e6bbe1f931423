"""Who helps along in a request beside its helper, who was asked to, and who wrote what."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "companions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=12), nullable=False),
        sa.Column("alias", sa.LargeBinary(), nullable=False),
        sa.Column("joined_at", _MOMENT, nullable=False),
        sa.Column("left_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["requests.id"],
            name=op.f("fk_companions_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_companions_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_companions")),
        sa.UniqueConstraint(
            "request_id", "person_id", name=op.f("uq_companions_request_id_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_companions_person_id"), "companions", ["person_id"])
    op.create_table(
        "asks",
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=12), nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_asks_request_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_asks_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("request_id", "person_id", name=op.f("pk_asks")),
    )
    op.create_index(op.f("ix_asks_person_id"), "asks", ["person_id"])
    op.add_column(
        "messages",
        sa.Column("companion_id", sa.Integer(), nullable=True),
    )


def downgrade() -> None:
    """Drop the tables. What asked a colleague becomes a notice, which the older program knows."""
    op.execute("UPDATE outbox SET kind = 'notice', request_id = NULL WHERE kind = 'ask'")
    op.execute("DELETE FROM timers WHERE kind = 'asked'")
    op.drop_column("messages", "companion_id")
    op.drop_table("asks")
    op.drop_table("companions")
