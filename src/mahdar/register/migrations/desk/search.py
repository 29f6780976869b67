"""The index that search asks; it is filled when it is first asked."""

import sqlalchemy as sa
from alembic import op

_WORDS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE searchable_words USING fts5(head, said, named, "  # noqa: ISC004
        "tokenize='unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        "CREATE TABLE searchable_words (number INTEGER PRIMARY KEY, keys TSVECTOR NOT NULL)",
        "CREATE INDEX searchable_words_by_key ON searchable_words USING gin (keys)",
    ),
}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "searched",
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("made_by", sa.String(16), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "searchable",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), nullable=False),
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id")),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(32)),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("tracks", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text()),
        sa.Column("day", sa.String(32)),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sa.Column("due", sa.String(10)),
        sa.Column("value", sa.Float()),
        sa.Column("currency", sa.String(3)),
        sa.Column("review", sa.String(16), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
    )
    op.create_index("searchable_of_document", "searchable", ["document"])
    op.create_table(
        "vector",
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("model", sa.String(32), nullable=False),
        sa.Column("words", sa.String(16), nullable=False),
        sa.Column("numbers", sa.LargeBinary(), nullable=False),
    )
    for statement in _WORDS[op.get_bind().dialect.name]:
        op.execute(statement)
