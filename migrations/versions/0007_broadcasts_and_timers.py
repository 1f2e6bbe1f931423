"""Broadcasts and who gets them; timers: what happens by the clock."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OFFERED_TIMERS = """
INSERT INTO timers (kind, due_at, times, request_id)
SELECT kind, coalesce(sent_at, made_at), 0, requests.id
FROM requests CROSS JOIN (SELECT 'offer' AS kind UNION ALL SELECT 'late')
WHERE state = 'offered'
"""
"""Each request that waits is offered once more, and told of, at the first start."""


def upgrade() -> None:
    """Make the tables, and the timers of what waits already."""
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("segment", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("texts", sa.LargeBinary(), nullable=False),
        sa.Column("letters", sa.LargeBinary(), nullable=True),
        sa.Column("told_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        _foreign("broadcasts", "author_id", "people", "SET NULL"),
        _foreign("broadcasts", "approver_id", "people", "SET NULL"),
        _foreign("broadcasts", "told_id", "outbox", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "recipients",
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        _foreign("recipients", "broadcast_id", "broadcasts", "CASCADE"),
        _foreign("recipients", "person_id", "people", "CASCADE"),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", name=op.f("pk_recipients")),
    )
    op.create_table(
        "timers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.SmallInteger(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("broadcast_id", sa.Integer(), nullable=True),
        _foreign("timers", "request_id", "requests", "CASCADE"),
        _foreign("timers", "broadcast_id", "broadcasts", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timers")),
        sa.UniqueConstraint("request_id", "kind", name=op.f("uq_timers_request_id_kind")),
        sa.UniqueConstraint("broadcast_id", "kind", name=op.f("uq_timers_broadcast_id_kind")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_recipients_person_id"), "recipients", ["person_id"])
    op.create_index(op.f("ix_timers_due_at"), "timers", ["due_at"])
    for column in ("author_id", "approver_id", "told_id"):
        _index_of(f"{column} IS NOT NULL", f"ix_broadcasts_{column}", "broadcasts", column)
    _index_of(
        "state IN ('asked', 'draft')",
        "uq_broadcasts_one_draft",
        "broadcasts",
        "author_id",
        unique=True,
    )
    _index_of("state IN ('going')", "ix_broadcasts_going", "broadcasts", "began_at", "id")
    _index_of(
        "state IN ('sending', 'waiting')",
        "ix_recipients_open",
        "recipients",
        "broadcast_id",
        "person_id",
    )
    op.execute(OFFERED_TIMERS)


def downgrade() -> None:
    """Drop the tables."""
    for table in ("timers", "recipients", "broadcasts"):
        op.drop_table(table)


def _foreign(table: str, column: str, to: str, when_gone: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=when_gone)


def _index_of(rows: str, name: str, table: str, *columns: str, unique: bool = False) -> None:
    which = sa.text(rows)
    op.create_index(
        name, table, list(columns), unique=unique, sqlite_where=which, postgresql_where=which
    )
