"""The tables of a register, with a reason beside each index and each column that may be null.

What a reading yields is kept whole as JSON (`page`, `fields`, `evidence`, `mentions`, `offices`): it is
written once, shown as one piece, and its form is the contract of the export. Beside it stand only the columns
that people search or sort by. Nothing is ever deleted: a `state` says what is still read from the text.

Source: `migrations/versions` brings an older register to this form; a test holds the two together.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

__all__ = [
    "HEAD", "VERSION_TABLE", "closing", "dated", "document", "entry", "entry_party", "event", "likeness",
    "link", "linked", "metadata", "person", "person_key", "place", "ruling", "sighting", "step", "tie",
    "version",
]  # fmt: skip

HEAD: Final = "0005"
"""The newest migration. Numbers grow, so a greater one means a newer program wrote the register."""

VERSION_TABLE: Final = "mahdar_revision"
"""Alembic's version table, under a name of our own: finding it is how a register is recognised."""

NAME = Text().with_variant(Text(collation="C"), "postgresql")
"""Sorted by code point in every database, so that an export has one order everywhere."""

metadata = MetaData()

version = Table(
    VERSION_TABLE,
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name=f"{VERSION_TABLE}_pkc"),
)
"""As Alembic makes it, and kept out of `metadata`: migrations write it themselves."""

document = Table(
    "document",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", NAME, nullable=False),
    Column("path", Text),  # null: the text came from a stream, so no later text is its new version
    Column("language", String(8), nullable=False),
    Column("published", String(32)),  # null: the text states no day
    Column("chars", Integer, nullable=False),
    Column("previous", ForeignKey("document.id")),  # null: no other text was read under this path before
    Column("reader", Text, nullable=False),
    Column("added", String(32), nullable=False),
    Column("page", JSON, nullable=False),
    Column("text", Text, nullable=False),  # last, so that listing documents never reads the texts' pages
    Index("document_by_name", "name", "id"),  # the order of every listing, without sorting
    Index("document_by_path", "path"),  # adding asks which text stood under this path before
)

place = Table(
    "place",
    metadata,
    Column("path", Text, primary_key=True),  # one text stands under a path; a changed file has a new one
    Column("document", ForeignKey("document.id"), nullable=False),
    Index("place_of_document", "document"),  # a text that stands nowhere any more is an older version
    sqlite_with_rowid=False,  # the key is the row
)

dated = Table(
    "dated",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),  # few have a day that a person gave
    Column("day", String(32), nullable=False),
    sqlite_with_rowid=False,  # the key is the row
)

entry = Table(
    "entry",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("document", ForeignKey("document.id"), nullable=False),
    Column("article", String(16)),  # null: kept for its review, but no article of the new reading holds it
    Column("type", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String(32)),  # null: amounts, quotes and dates have no class
    Column("date", String(32)),  # null: the text gives none
    Column("speaker", Text),  # null: no one person or party speaks
    Column("confidence", Float, nullable=False),
    Column("reader", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("review", String(16), nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("fields", JSON, nullable=False),
    Column("reviewed", JSON(none_as_null=True)),  # null: nobody has vouched for the fields
    Index("entry_in_text", "document", "start", "end", "type", "id"),  # the order of every listing
    Index("entry_by_kind", "type", "kind"),  # counts by class; all acts of one class
)
for _name, _column, _where in (
    (
        "entry_by_speaker",
        entry.c.speaker,
        entry.c.speaker.is_not(None),
    ),  # what did X say; few entries have one
    ("entry_by_review", entry.c.review, entry.c.review != "unreviewed"),  # the reviewed are few among many
):
    Index(_name, _column, sqlite_where=_where, postgresql_where=_where)

entry_party = Table(
    "entry_party",
    metadata,
    Column("party", Text, primary_key=True),  # first in the key: what concerns QAT is one run of the table
    Column("entry", ForeignKey("entry.id"), primary_key=True),
    Column("role", String(16), primary_key=True),
    sqlite_with_rowid=False,  # the key is the row
)

person = Table(
    "person",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", NAME, nullable=False),
    Column("name_ar", Text, nullable=False),
    Column("name_source", String(16), nullable=False),
    Column("wikidata", String(16)),  # null: the lexicon knows no item
    Column("chain", JSON, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("titles", JSON, nullable=False),
    Index("person_by_name", "name", "id"),  # the order of every listing
)

person_key = Table(
    "person_key",
    metadata,
    Column("key", Text, primary_key=True),  # first: a new name asks who shares a key with it
    Column("person", ForeignKey("person.id"), primary_key=True),
    sqlite_with_rowid=False,  # the key is the row
)

sighting = Table(
    "sighting",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("document", ForeignKey("document.id"), nullable=False),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_ar", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("mentions", JSON, nullable=False),
    Column("offices", JSON, nullable=False),
    Index("sighting_of_person", "person", "document"),  # a person's page
    Index("sighting_in_text", "document"),  # reading a document again
)

event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(16), nullable=False),
    Column("document", String(64)),  # null: the event is about the register itself
    Column("entry", String(16)),  # null: the event is about a whole document
    Column("why", Text),  # null: nobody gave a reason
    Column("data", JSON(none_as_null=True)),  # null: nothing beside the fact; else what was before
    Index("event_of_document", "document"),  # a document's history
    Index("event_of_entry", "entry"),  # an entry's history
)

link = Table(
    "link",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("source", ForeignKey("entry.id"), nullable=False),
    Column("target", ForeignKey("entry.id"), nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("pairs", JSON, nullable=False),
    Index("link_from", "source"),  # what an entry takes up
    Index("link_to", "target"),  # what became of an entry
)

tie = Table(
    "tie",
    metadata,
    Column("entry", ForeignKey("entry.id"), primary_key=True),
    Column("occasion", String(16), nullable=False),
    Column("series", String(16)),  # null: the meeting belongs to no series
    Column("edition", Integer),  # null: neither a text nor its neighbours give one
    Column("inferred", Integer, nullable=False),
    Index("tie_by_occasion", "occasion"),  # all mentions of one occasion
    Index("tie_by_series", "series"),  # all occasions of one dialogue
)

likeness = Table(
    "likeness",
    metadata,
    Column("key", BigInteger, primary_key=True),  # first in the key: who shares it is one run of the table
    Column("entry", ForeignKey("entry.id"), primary_key=True),
    Index("likeness_of_entry", "entry"),  # a document linked anew leaves its old keys
    sqlite_with_rowid=False,  # the key is the row
)

linked = Table(
    "linked",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),  # what is not here is yet to be linked
    Column("event", Integer, nullable=False),
    sqlite_with_rowid=False,  # the key is the row
)
"""How far a document's history was when it was last linked: whatever came later has it linked anew."""

closing = Table(
    "closing",
    metadata,
    Column("contradiction", String(16), primary_key=True),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("why", Text, nullable=False),
)

step = Table(
    "step",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("entry", ForeignKey("entry.id"), nullable=False),
    Column("rung", String(16), nullable=False),
    Column("date", String(32), nullable=False),
    Column("source", Text),  # null: the person vouches for it alone
    Column("note", Text),  # null: the source says it all
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("state", String(8), nullable=False),
    Index("step_of_entry", "entry"),  # a chain's own steps
)

ruling = Table(
    "ruling",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("what", String(8), nullable=False),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("other", ForeignKey("person.id"), nullable=False),
    Column("moved", JSON, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("why", Text),  # null: nobody gave a reason
    Column("undone", String(32)),  # null: it holds
    Index("ruling_of_person", "person"),  # what people decided about a person
)
