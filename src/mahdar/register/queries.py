"""What can be asked of a register: rows → records, streamed in one order that never changes.

Documents by name, then id; entries by document, then as the text has them; people by Latin name, then id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, exists, func, select

from mahdar.errors import UnknownIdError
from mahdar.model.spans import Span
from mahdar.register.codec import evidence_of, page_of
from mahdar.register.records import (
    Counts,
    DocumentRecord,
    EntryRecord,
    EventRecord,
    PersonRecord,
    SeenMention,
    SeenTitle,
)
from mahdar.register.schema import document, entry, entry_party, event, person, sighting

__all__ = [
    "Wanted", "counts", "documents", "entries", "events", "find_document", "find_entry", "find_person",
    "people",
]  # fmt: skip

_AT_ONCE = 500
"""Rows fetched at once: memory stays the same however many there are."""

_DOCUMENT = tuple(column for column in document.c if column is not document.c.text)
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries are asked for; None asks for all."""

    document: str | None = None
    """Its whole id."""
    type: str | None = None
    kind: str | None = None
    """An act's class, a meeting's or an instrument's kind."""
    party: str | None = None
    """In any role."""
    speaker: str | None = None
    review: str | None = None
    state: str | None = None
    """None asks for all that are not retired."""


def documents(connection: Connection) -> Iterator[DocumentRecord]:
    """Yield every document."""
    query = select(*_DOCUMENT).order_by(document.c.name, document.c.id)
    return (_document(row) for row in _stream(connection, query))


def find_document(connection: Connection, key: str) -> DocumentRecord:
    """Return the document with this name (the newest version), or with this id or its beginning.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    followed = select(document.c.previous).where(document.c.previous.is_not(None))
    named = select(*_DOCUMENT).where(document.c.name == key, document.c.id.not_in(followed))
    rows = connection.execute(named.limit(6)).mappings().all()
    if not rows:
        rows = _by_prefix(connection, select(*_DOCUMENT), document.c.id, key)
    return _document(_only(rows, "document", key))


def entries(connection: Connection, wanted: Wanted) -> Iterator[EntryRecord]:
    """Yield the entries that are asked for."""
    order = (document.c.name, document.c.id, entry.c.start, entry.c.end, entry.c.type, entry.c.id)
    query = select(entry).join(document, document.c.id == entry.c.document)
    query = query.where(*_conditions(wanted)).order_by(*order)
    return (_entry(row) for row in _stream(connection, query))


def find_entry(connection: Connection, prefix: str) -> EntryRecord:
    """Return the entry whose id begins like this; retired ones too.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    return _entry(_only(_by_prefix(connection, select(entry), entry.c.id, prefix), "entry", prefix))


def people(connection: Connection, who: str | None = None) -> Iterator[PersonRecord]:
    """Yield everybody who is seen in some document, or the one person of an id."""
    columns = (person, sighting.c.document, sighting.c.mentions, sighting.c.offices)
    joined = person.join(sighting).join(document, document.c.id == sighting.c.document)
    query = select(*columns).select_from(joined).where(sighting.c.state == "active")
    if who is not None:
        query = query.where(person.c.id == who)
    order = (person.c.name, person.c.id, document.c.name, document.c.id, sighting.c.start, sighting.c.id)
    rows = _stream(connection, query.order_by(*order))
    return (_person(list(seen)) for _, seen in groupby(rows, key=lambda row: row["id"]))


def find_person(connection: Connection, prefix: str) -> PersonRecord:
    """Return the person whose id begins like this.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    row = _only(_by_prefix(connection, select(person.c.id), person.c.id, prefix), "person", prefix)
    found = next(people(connection, row["id"]), None)
    if found is None:
        raise UnknownIdError(f"no document names person {prefix} any more")
    return found


def counts(connection: Connection) -> Counts:
    """Count everything."""
    here = entry.c.state != "retired"
    seen = select(func.count(sighting.c.person.distinct())).where(sighting.c.state == "active")
    by_type = _by(entry.c.type).where(here)
    by_review = _by(entry.c.review).where(here)
    return Counts(
        documents=connection.scalar(select(func.count()).select_from(document)) or 0,
        people=connection.scalar(seen) or 0,
        entries={row[0]: row[1] for row in connection.execute(by_type)},
        reviews={row[0]: row[1] for row in connection.execute(by_review)},
        events=connection.scalar(select(func.count()).select_from(event)) or 0,
    )


def _by(column: ColumnElement[str]) -> Select[str, int]:
    """Ask how many entries have each value of a column."""
    return select(column, func.count()).group_by(column).order_by(column)


def events(connection: Connection, document_: str | None, entry_: str | None) -> Iterator[EventRecord]:
    """Yield the events of a document, of an entry, or all; oldest first."""
    query = select(event).order_by(event.c.number)
    if document_ is not None:
        query = query.where(event.c.document == document_)
    if entry_ is not None:
        query = query.where(event.c.entry == entry_)
    return (EventRecord(**row) for row in _stream(connection, query))


def _stream(connection: Connection, query: Select[tuple[object, ...]]) -> Iterator[RowMapping]:
    """Yield rows, a few hundred in memory at a time."""
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings()


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of an entry that is asked for."""
    for name in ("document", "type", "kind", "speaker", "review", "state"):
        value = getattr(wanted, name)
        if value is not None:
            yield entry.c[name] == value
    if wanted.state is None:
        yield entry.c.state != "retired"
    if wanted.party is not None:
        yield exists().where(entry_party.c.entry == entry.c.id, entry_party.c.party == wanted.party)


def _by_prefix(
    connection: Connection, query: Select[tuple[object, ...]], column: ColumnElement[str], prefix: str
) -> Sequence[RowMapping]:
    """Return a few rows whose id begins like this: a range, which an index answers in every database."""
    if not prefix or not _HEX.issuperset(prefix):
        return ()
    found = connection.execute(query.where(column >= prefix, column < f"{prefix}g").order_by(column).limit(6))
    return found.mappings().all()


def _only(rows: Iterable[RowMapping], what: str, key: str) -> RowMapping:
    """Return the one row, or say that there is none or that there are several."""
    found = list(rows)
    if not found:
        raise UnknownIdError(f"the register holds no {what} {key}; `mahdar show` lists what it holds")
    if len(found) > 1:
        several = ", ".join(row["id"][:16] for row in found[:5])
        raise UnknownIdError(f"{key} fits several: {several}; write more of the id")
    return found[0]


def _document(row: RowMapping) -> DocumentRecord:
    return DocumentRecord(**{**row, "page": page_of(row["page"])})


def _entry(row: RowMapping) -> EntryRecord:
    return EntryRecord(
        id=row["id"],
        document=row["document"],
        article=row["article"],
        type=row["type"],
        evidence=evidence_of(row["evidence"]),
        confidence=row["confidence"],
        reader=row["reader"],
        review=row["review"],
        state=row["state"],
        fields=row["reviewed"] or row["fields"],
    )


def _person(seen: list[RowMapping]) -> PersonRecord:
    first = seen[0]
    offices = tuple(
        SeenTitle(title, party, row["document"], Span(start, end), date)
        for row in seen
        for title, party, start, end, date in row["offices"]
    )
    mentions = tuple(
        SeenMention(row["document"], Span(start, end)) for row in seen for start, end, _ in row["mentions"]
    )
    return PersonRecord(first["id"], first["name"], first["name_ar"], first["wikidata"], offices, mentions)
