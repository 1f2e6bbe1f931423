"""Cases of several people, their dates, and letters that a changed date makes void."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables; a stage that was kept becomes the case of the person who kept it."""
    op.rename_table("cases", "stages_kept")
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.LargeBinary(), nullable=True),
        sa.Column("kept", sa.LargeBinary(), nullable=True),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_cases_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cases_person_id"), "cases", ["person_id"])
    op.execute(
        "INSERT INTO cases (person_id, stage, changed_at)"
        " SELECT person_id, stage, changed_at FROM stages_kept"
    )
    op.drop_table("stages_kept")
    op.create_table(
        "dates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kept", sa.LargeBinary(), nullable=False),
        sa.Column("wake_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_dates_case_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dates")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_dates_case_id"), "dates", ["case_id"])
    op.create_index(op.f("ix_dates_wake_at"), "dates", ["wake_at"])
    op.create_table(
        "case_wishes",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("wishes", sa.LargeBinary(), nullable=False),
        sa.Column("open_until", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_case_wishes_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_case_wishes")),
    )
    op.add_column(
        "requests",
        sa.Column("shares_case", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("chats", sa.Column("waiting_with", sa.LargeBinary(), nullable=True))
    op.add_column("outbox", sa.Column("answers_id", sa.Integer(), nullable=True))
    op.add_column("outbox", sa.Column("answers_of", _MOMENT, nullable=True))
    op.add_column("outbox", sa.Column("date_id", sa.Integer(), nullable=True))
    op.add_column("outbox", sa.Column("date_version", sa.Integer(), nullable=True))
    op.add_column("outbox", sa.Column("until", _MOMENT, nullable=True))
    op.create_index(
        "ix_outbox_date_id",
        "outbox",
        ["date_id"],
        sqlite_where=sa.text("date_id IS NOT NULL"),
        postgresql_where=sa.text("date_id IS NOT NULL"),
    )


def downgrade() -> None:
    """Drop the tables. What was changed since is lost: the older program cannot read it."""
    op.drop_index("ix_outbox_date_id", "outbox")
    for column in ("until", "date_version", "date_id", "answers_of", "answers_id"):
        op.drop_column("outbox", column)
    op.drop_column("chats", "waiting_with")
    op.drop_column("requests", "shares_case")
    op.drop_table("case_wishes")
    op.drop_table("dates")
    op.rename_table("cases", "cases_of_several")
    op.drop_index(op.f("ix_cases_person_id"), "cases_of_several")
    op.create_table(
        "cases",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_cases_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_cases")),
    )
    op.execute(
        "INSERT INTO cases (person_id, stage, changed_at) SELECT person_id, stage, changed_at"
        " FROM cases_of_several WHERE stage IS NOT NULL GROUP BY person_id"
    )
    op.drop_table("cases_of_several")
