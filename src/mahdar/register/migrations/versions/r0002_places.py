"""Where each text stands now, so that older versions are told from the newest; days that people give."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "place",
        sa.Column("path", sa.Text(), primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("place_of_document", "place", ["document"])
    op.create_table(
        "dated",
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("day", sa.String(32), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO place (path, document) SELECT path, min(id) FROM document WHERE path IS NOT NULL"
        " AND id NOT IN (SELECT previous FROM document WHERE previous IS NOT NULL) GROUP BY path"
    )
