"""What ties entries together, and what people decide about that."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _links()
    _ties()
    _likenesses()
    _closings()
    _steps()
    _rulings()


def _links() -> None:
    op.create_table(
        "link",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("source", sa.String(16), sa.ForeignKey("entry.id"), nullable=False),
        sa.Column("target", sa.String(16), sa.ForeignKey("entry.id"), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("pairs", sa.JSON(), nullable=False),
    )
    op.create_index("link_from", "link", ["source"])
    op.create_index("link_to", "link", ["target"])


def _ties() -> None:
    op.create_table(
        "tie",
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("occasion", sa.String(16), nullable=False),
        sa.Column("series", sa.String(16)),
        sa.Column("edition", sa.Integer()),
        sa.Column("inferred", sa.Integer(), nullable=False),
    )
    op.create_index("tie_by_occasion", "tie", ["occasion"])
    op.create_index("tie_by_series", "tie", ["series"])


def _likenesses() -> None:
    op.create_table(
        "likeness",
        sa.Column("key", sa.BigInteger(), primary_key=True),
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("likeness_of_entry", "likeness", ["entry"])
    op.create_table(
        "linked",
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )


def _closings() -> None:
    op.create_table(
        "closing",
        sa.Column("contradiction", sa.String(16), primary_key=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
    )


def _steps() -> None:
    op.create_table(
        "step",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), nullable=False),
        sa.Column("rung", sa.String(16), nullable=False),
        sa.Column("date", sa.String(32), nullable=False),
        sa.Column("source", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
    )
    op.create_index("step_of_entry", "step", ["entry"])


def _rulings() -> None:
    op.create_table(
        "ruling",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("what", sa.String(8), nullable=False),
        sa.Column("person", sa.String(16), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("other", sa.String(16), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("why", sa.Text()),
        sa.Column("undone", sa.String(32)),
    )
    op.create_index("ruling_of_person", "ruling", ["person"])
