"""What reviewers say of entries, beyond the verdict that holds."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables."""
    _words()
    _original()
    _comments()
    asked = ["kind", "document", "review", "state"]
    op.create_index("entry_by_confidence", "entry", ["confidence", "id", "type", *asked])
    op.create_index("entry_by_type", "entry", ["type", "confidence", "id", *asked])


def _words() -> None:
    op.create_table(
        "word",
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("who", sa.Text(), primary_key=True),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("fields", sa.JSON(none_as_null=True)),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(16)),
        sa.Column("why", sa.Text()),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("word_of_reviewer", "word", ["who", "entry"])
    op.execute(
        "INSERT INTO word (entry, who, verdict, fields, evidence, why, at, alone)"
        " SELECT entry.id, event.who, entry.review, entry.reviewed, entry.evidence, event.why, event.at, true"
        " FROM entry JOIN event ON event.number = (SELECT max(number) FROM event AS one"
        " WHERE one.entry = entry.id AND one.what = entry.review) WHERE entry.review != 'unreviewed'"
    )


def _original() -> None:
    op.create_table(
        "original",
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sqlite_with_rowid=False,
    )


def _comments() -> None:
    op.create_table(
        "comment",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), nullable=False),
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id")),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
    )
    op.create_index("comment_on_entry", "comment", ["entry"])
    op.create_index("comment_on_document", "comment", ["document"])
