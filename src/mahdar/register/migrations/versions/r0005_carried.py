"""Which reviewed entries went over into a newer version of their document."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "carried",
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("into", sa.String(16), sa.ForeignKey("entry.id")),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("carried_to", "carried", ["document", "state"])
