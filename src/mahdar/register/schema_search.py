"""The index that search asks.

What can be found (documents and entries) stands in `searchable`, one row each, with the fields that a search
is narrowed by. Their words stand apart, as keys of `language.terms`, in the database's own full-text form:
an FTS5 table in SQLite, a column of type tsvector in PostgreSQL. All of it can be made anew from documents
and entries at any time; `searched` says which documents are in it, and by which keys.

Source: `migrations/desk/search.py` makes the same tables in an older register.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    event,
)
from sqlalchemy.schema import ExecutableDDLElement

from mahdar.register.schema import metadata

__all__ = ["WORDS", "WORDS_DDL", "searchable", "searched", "vector"]

searched = Table(
    "searched",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),  # what is not here is yet to be indexed
    Column("made_by", String(16), nullable=False),
    sqlite_with_rowid=False,  # the key is the row
)
"""The digest of what made the keys: those of another lexicon would not meet a query's."""

searchable = Table(
    "searchable",
    metadata,
    Column(
        "number", Integer, primary_key=True, autoincrement=False
    ),  # small numbers keep the words' lists short
    Column("document", ForeignKey("document.id"), nullable=False),
    Column("entry", ForeignKey("entry.id")),  # null: the document itself
    Column("type", String(16), nullable=False),
    Column("kind", String(32)),  # null: amounts, quotes and dates have none
    Column("parties", Text, nullable=False),
    Column("tracks", Text, nullable=False),
    Column("speaker", Text),  # null: no one person or party speaks
    Column("day", String(32)),  # null: neither the entry nor its article has one
    Column("first", String(10)),  # null: as above
    Column("last", String(10)),  # null: as above
    Column("due", String(10)),  # null: nothing is due
    Column("value", Float),  # null: no sum of money
    Column("currency", String(3)),  # null: no sum of money
    Column("review", String(16), nullable=False),
    Column("held", Boolean, nullable=False),
    Column("current", Boolean, nullable=False),
    Index("searchable_of_document", "document"),  # a document indexed anew leaves its old rows
)
"""`parties`, `tracks`: each between line ends; `held`: neither retired nor rejected; `current`: no older."""

vector = Table(
    "vector",
    metadata,
    Column("entry", ForeignKey("entry.id"), primary_key=True),  # what is not here has no meaning worked out
    Column("model", String(32), nullable=False),
    Column("words", String(16), nullable=False),
    Column("numbers", LargeBinary, nullable=False),
)
"""What an entry's evidence means, as float16 numbers; `words`: hash of the evidence that it was made of."""

WORDS: Final = "searchable_words"
"""By column: headlines, what is said, names and codes. Its rows have the numbers of those of `searchable`."""

WORDS_DDL: Final = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5(head, said, named, "  # noqa: ISC004
        "tokenize='unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        f"CREATE TABLE {WORDS} (number INTEGER PRIMARY KEY, keys TSVECTOR NOT NULL)",
        f"CREATE INDEX {WORDS}_by_key ON {WORDS} USING gin (keys)",
    ),
}
"""The one table that differs between databases, and so stands outside the metadata."""

for _dialect, _statements in WORDS_DDL.items():
    for _statement in _statements:
        _made: ExecutableDDLElement = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(searchable, "after_create", _made.execute_if(dialect=_dialect))
