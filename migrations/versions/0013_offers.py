"""What members do, and who was offered which request."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables. Offers of before are not known: what waits is offered anew."""
    op.add_column("members", sa.Column("intake", sa.LargeBinary(), nullable=True))
    op.add_column("members", sa.Column("agreed_at", _MOMENT, nullable=True))
    op.create_table(
        "offers",
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("offered_at", _MOMENT, nullable=True),
        sa.Column("given_back", sa.Boolean(), nullable=False),
        sa.Column("asked_first", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_offers_request_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_offers_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("request_id", "person_id", name=op.f("pk_offers")),
    )
    op.create_index(op.f("ix_offers_person_id"), "offers", ["person_id"])
    op.create_table(
        "avoided",
        sa.Column("emigre_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["emigre_id"], ["people.id"], name=op.f("fk_avoided_emigre_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_avoided_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("emigre_id", "person_id", name=op.f("pk_avoided")),
    )
    op.create_index(op.f("ix_avoided_person_id"), "avoided", ["person_id"])
    op.add_column("requests", sa.Column("section", sa.LargeBinary(), nullable=True))
    op.add_column("requests", sa.Column("claimed_at", _MOMENT, nullable=True))
    op.add_column("requests", sa.Column("answered_at", _MOMENT, nullable=True))
    op.add_column("requests", sa.Column("helped", sa.Boolean(), nullable=True))
    op.create_index("ix_requests_sent", "requests", ["language", "sent_at"])
    op.drop_column("timers", "times")


def downgrade() -> None:
    """Drop the tables: the older program offers what waits to everybody again."""
    times = sa.Column("times", sa.SmallInteger(), nullable=False, server_default="0")
    op.add_column("timers", times)
    with op.batch_alter_table("timers", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("times", server_default=None)
    op.drop_index("ix_requests_sent", "requests")
    for column in ("helped", "answered_at", "claimed_at", "section"):
        op.drop_column("requests", column)
    op.drop_table("avoided")
    op.drop_table("offers")
    op.drop_column("members", "agreed_at")
    op.drop_column("members", "intake")
