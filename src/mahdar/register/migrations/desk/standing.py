"""What is worked out of a whole register and kept until it changes."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "part",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("seen", sa.String(16), nullable=False),
        sa.Column("maker", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "standing",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("links", sa.Integer(), nullable=False),
        sa.Column("inputs", sa.String(16), nullable=False),
        sa.Column("maker", sa.String(32), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "tally",
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
