"""The team: a name for each member that tells nobody who they are, and whether they are there."""

import sqlalchemy as sa
from alembic import op

from bot.core.people import draw_member_code

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make members anew, each with a code of their own."""
    known = _members()
    op.drop_table("members")
    made = op.create_table(
        "members",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=3), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("as_emigre", sa.Boolean(), nullable=False),
        _belongs_to_a_person(),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_members")),
        sa.UniqueConstraint("code", name=op.f("uq_members_code")),
    )
    codes: list[str] = []
    for _ in known:
        codes.append(draw_member_code(codes))
    new = [
        {**member, "code": code, "on_duty": True, "as_emigre": False}
        for member, code in zip(known, codes, strict=True)
    ]
    if new:
        op.bulk_insert(made, new)
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("matter", sa.String(length=24), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["people.id"], name=op.f("fk_approvals_asked_by"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
        sa.UniqueConstraint("code", name=op.f("uq_approvals_code")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approvals_asked_by", "approvals", ["asked_by"])


def downgrade() -> None:
    """Make members as they were; who is suspended would be let in again, so they go."""
    op.drop_table("approvals")
    op.execute("DELETE FROM members WHERE suspended_at IS NOT NULL")
    known = _members()
    op.drop_table("members")
    made = op.create_table(
        "members",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        _belongs_to_a_person(),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_members")),
    )
    if known:
        op.bulk_insert(made, known)


def _belongs_to_a_person() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["person_id"], ["people.id"], name=op.f("fk_members_person_id"), ondelete="CASCADE"
    )


def _members() -> list[dict[str, object]]:
    members = sa.table(
        "members",
        sa.column("person_id", sa.Integer()),
        sa.column("role", sa.String()),
        sa.column("joined_at", sa.DateTime(timezone=True)),
    )
    return [dict(row) for row in op.get_bind().execute(sa.select(members)).mappings()]
