"""What exploring asks: every entry in sight as one narrow row, and its topics.

Both tables repeat what entries and pages hold, so that counting reads no JSON and no text; `filing` writes
them together with what they repeat. An entry that is retired, or of an older version, has no row.

Source: `migrations/desk/explore.py` makes the same tables in an older register.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table, Text

from mahdar.register.schema import document, entry_party, metadata

__all__ = ["entry_track", "explored"]

explored = Table(
    "explored",
    metadata,
    Column("type", String(16), primary_key=True),  # first in the key: all of one type are one run
    Column("entry", ForeignKey("entry.id"), primary_key=True),
    Column("document", ForeignKey("document.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("kind", String(32)),  # null: amounts, quotes and dates have no class
    Column("day", String(32)),  # null: neither the entry nor its document tells one
    Column("year", String(4)),  # null: there is no day
    Column("speaker", Text),  # null: no one person or party speaks
    Column("review", String(16), nullable=False),
    Column("confidence", Float, nullable=False),
    Index("explored_in_document", "document"),  # a document filed again
    sqlite_with_rowid=False,  # the key is the row
)

entry_track = Table(
    "entry_track",
    metadata,
    Column("track", String(32), primary_key=True),  # first in the key: what is about energy is one run
    Column("entry", ForeignKey("entry.id"), primary_key=True),
    Index("track_of_entry", "entry"),  # the topics of what a question found
    sqlite_with_rowid=False,  # the key is the row
)

Index("party_of_entry", entry_party.c.entry, entry_party.c.role)  # who speaks to whom, entry by entry
_LATER = document.c.previous.is_not(None)
Index(  # the newer versions of a text; few texts have any
    "document_by_previous", document.c.previous, sqlite_where=_LATER, postgresql_where=_LATER
)
