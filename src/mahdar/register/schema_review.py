"""What reviewers say of entries, beyond the verdict that holds.

Source: `migrations/desk/review.py` and `migrations/versions/r0005_carried.py` make the same tables in an
older register.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from mahdar.register.schema import entry, metadata

__all__ = ["carried", "comment", "original", "word"]

word = Table(
    "word",
    metadata,
    Column("entry", ForeignKey("entry.id"), primary_key=True),
    Column("who", Text, primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("fields", JSON(none_as_null=True)),  # null: the reviewer rejected the entry
    Column("evidence", JSON, nullable=False),
    Column("reason", String(16)),  # null: nothing was rejected
    Column("why", Text),  # null: nobody gave a reason in words
    Column("at", String(32), nullable=False),
    Column("alone", Boolean, nullable=False),
    Index("word_of_reviewer", "who", "entry"),  # what somebody has not judged yet
    sqlite_with_rowid=False,  # the key is the row
)
"""What each reviewer said last of an entry; all that was said is in the events."""

original = Table(
    "original",
    metadata,
    Column("entry", ForeignKey("entry.id"), primary_key=True),  # few entries are marked anew
    Column("evidence", JSON, nullable=False),
    sqlite_with_rowid=False,  # the key is the row
)
"""The evidence as it was read, of entries whose evidence a person has marked anew."""

comment = Table(
    "comment",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),  # its event's
    Column("document", ForeignKey("document.id"), nullable=False),
    Column("entry", ForeignKey("entry.id")),  # null: it is about the document
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("words", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Index("comment_on_entry", "entry"),  # an entry's page
    Index("comment_on_document", "document"),  # a document's page
)

carried = Table(
    "carried",
    metadata,
    Column("entry", ForeignKey("entry.id"), primary_key=True),
    Column("document", ForeignKey("document.id"), primary_key=True),  # one entry, version after version
    Column("into", ForeignKey("entry.id")),  # null: no entry of that version stands on the same words
    Column("state", String(8), nullable=False),
    Column("at", String(32), nullable=False),
    Index("carried_to", "document", "state"),  # what is to be looked at again
    sqlite_with_rowid=False,  # the key is the row
)
"""Which reviewed entry of an older version went over into which of a newer one: `carried`; `open` where a
person is to look at it again; `settled` where one has."""

_ASKED = (entry.c.kind, entry.c.document, entry.c.review, entry.c.state)
"""What a queue is narrowed by stands in its index, so that only the page itself is looked up."""

Index(
    "entry_by_confidence", entry.c.confidence, entry.c.id, entry.c.type, *_ASKED
)  # the queue, least sure first
Index("entry_by_type", entry.c.type, entry.c.confidence, entry.c.id, *_ASKED)  # the queue of one type
