"""What is worked out of a whole register and kept until it changes.

Nothing here is anybody's word: all of it can be made anew from entries, ties and decisions. So it is
replaced and deleted at will, and no event tells of it.

Source: `migrations/desk/standing.py` makes the same tables in an older register.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from mahdar.register.schema import metadata

__all__ = ["part", "standing", "tally"]

part = Table(
    "part",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("event", Integer, nullable=False),
    Column("seen", String(16), nullable=False),
    Column("maker", String(32), nullable=False),
    Column("digest", String(16), nullable=False),
    Column("data", LargeBinary, nullable=False),  # last, so that asking what is there reads no contents
)
"""What one document brings to an answer, as far as its history goes (`event`) and people are known in it
(`seen`)."""

standing = Table(
    "standing",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("newest", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("links", Integer, nullable=False),
    Column("inputs", String(16), nullable=False),
    Column("maker", String(32), nullable=False),
    Column("at", String(32), nullable=False),
    Column("data", LargeBinary, nullable=False),  # last, so that asking what is there reads no contents
)
"""An answer with the state of the register that it is of, and a digest of all that it was made from."""

tally = Table(
    "tally",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,  # the key is the row
)
"""How often something was written that no event tells of: `links`."""
