"""The first schema: documents, entries and their parties, people and where they are seen, events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NAME = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    _make_document()
    _make_entry()
    _make_entry_party()
    _make_person()
    _make_sighting()
    _make_event()


def _make_document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", _NAME, nullable=False),
        sa.Column("path", sa.Text()),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("published", sa.String(32)),
        sa.Column("chars", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(64), sa.ForeignKey("document.id")),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("page", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_index("document_by_name", "document", ["name", "id"])
    op.create_index("document_by_path", "document", ["path"])


def _make_entry() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), nullable=False),
        sa.Column("article", sa.String(16)),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32)),
        sa.Column("date", sa.String(32)),
        sa.Column("speaker", sa.Text()),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("review", sa.String(16), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("reviewed", sa.JSON(none_as_null=True)),
    )
    op.create_index("entry_in_text", "entry", ["document", "start", "end", "type", "id"])
    op.create_index("entry_by_kind", "entry", ["type", "kind"])
    _make_partial_index("entry_by_speaker", "speaker", "speaker IS NOT NULL")
    _make_partial_index("entry_by_review", "review", "review != 'unreviewed'")


def _make_partial_index(name: str, column: str, where: str) -> None:
    op.create_index(name, "entry", [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _make_entry_party() -> None:
    op.create_table(
        "entry_party",
        sa.Column("party", sa.Text(), primary_key=True),
        sa.Column("entry", sa.String(16), sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("role", sa.String(16), primary_key=True),
        sqlite_with_rowid=False,
    )


def _make_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", _NAME, nullable=False),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_source", sa.String(16), nullable=False),
        sa.Column("wikidata", sa.String(16)),
        sa.Column("chain", sa.JSON(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
    )
    op.create_index("person_by_name", "person", ["name", "id"])
    op.create_table(
        "person_key",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("person", sa.String(16), sa.ForeignKey("person.id"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _make_sighting() -> None:
    op.create_table(
        "sighting",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("document.id"), nullable=False),
        sa.Column("person", sa.String(16), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("offices", sa.JSON(), nullable=False),
    )
    op.create_index("sighting_of_person", "sighting", ["person", "document"])
    op.create_index("sighting_in_text", "sighting", ["document"])


def _make_event() -> None:
    op.create_table(
        "event",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("document", sa.String(64)),
        sa.Column("entry", sa.String(16)),
        sa.Column("why", sa.Text()),
        sa.Column("data", sa.JSON(none_as_null=True)),
    )
    op.create_index("event_of_document", "event", ["document"])
    op.create_index("event_of_entry", "event", ["entry"])
