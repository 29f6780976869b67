"""What exploring asks, filled from the entries that are there."""

import sqlalchemy as sa
from alembic import op

from mahdar.register.filing import file_all


def upgrade() -> None:
    """Make the tables and fill them."""
    explored()
    entry_track()
    op.create_index("party_of_entry", "entry_party", ["entry", "role"])
    later = sa.text("previous IS NOT NULL")
    op.create_index(
        "document_by_previous", "document", ["previous"], sqlite_where=later, postgresql_where=later
    )
    file_all(op.get_bind())


def explored() -> None:
    op.create_table(
        "explored",
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("entry", sa.String(16), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32)),
        sa.Column("day", sa.String(32)),
        sa.Column("year", sa.String(4)),
        sa.Column("speaker", sa.Text()),
        sa.Column("review", sa.String(16), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("type", "entry"),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"]),
        sa.ForeignKeyConstraint(["document"], ["document.id"]),
        sqlite_with_rowid=False,
    )
    op.create_index("explored_in_document", "explored", ["document"])


def entry_track() -> None:
    op.create_table(
        "entry_track",
        sa.Column("track", sa.String(32), nullable=False),
        sa.Column("entry", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("track", "entry"),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"]),
        sqlite_with_rowid=False,
    )
    op.create_index("track_of_entry", "entry_track", ["entry"])
