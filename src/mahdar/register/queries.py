"""What can be asked of a register: rows → records, streamed in one order that never changes.

Documents by name, then id; entries by document, then as the text has them; people by Latin name, then id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, case, false, func, select, true

from mahdar.lexicon.fold import fold
from mahdar.model.codec import evidence_of, page_of
from mahdar.model.days import DocumentDays, own_day
from mahdar.model.records import (
    Counts,
    DocumentRecord,
    EntryRecord,
    EventRecord,
    Held,
    PersonRecord,
    SeenMention,
    SeenTitle,
)
from mahdar.model.spans import Span
from mahdar.register.schema import dated, document, entry, event, person, place, sighting
from mahdar.register.wanted import CURRENT, OLDER, Wanted, conditions, is_wanted

__all__ = [
    "DOCUMENTS", "counts", "document_record", "documents", "entries", "entry_record", "events", "held",
    "people", "person_records", "voices",
]  # fmt: skip

_AT_ONCE = 500
"""Rows fetched at once: memory stays the same however many there are."""


DOCUMENTS = select(
    *(column for column in document.c if column is not document.c.text),
    dated.c.day.label("given"),
    case((CURRENT, true()), else_=false()).label("current"),
).select_from(document.outerjoin(dated))
"""All that is known of documents, their texts aside."""


def documents(
    connection: Connection, *, all_versions: bool = False, last: int = 0
) -> Iterator[DocumentRecord]:
    """Yield every document, or those that were added last; older versions only where they are asked for."""
    query = DOCUMENTS if all_versions else DOCUMENTS.where(CURRENT)
    ordered = query.order_by(document.c.name, document.c.id)
    if last:
        newest = select(document.c.id) if all_versions else select(document.c.id).where(CURRENT)
        ids = newest.order_by(document.c.added.desc(), document.c.name, document.c.id).limit(last)
        some = list(connection.scalars(ids))  # first which, then what: pages are long and not to be sorted
        ordered = query.where(document.c.id.in_(some)).order_by(document.c.added.desc(), document.c.name)
    return (document_record(row) for row in _stream(connection, ordered))


def held(connection: Connection, document_: str) -> Held | None:
    """Return what is known of a document before it is read again."""
    columns = (document.c.name, document.c.path, document.c.reader, dated.c.day)
    query = select(*columns).outerjoin_from(document, dated).where(document.c.id == document_)
    row = connection.execute(query).first()
    if row is None:
        return None
    paths = connection.scalars(select(place.c.path).where(place.c.document == document_))
    return Held(row.name, row.path, row.reader, row.day, tuple(sorted(paths)))


def entries(connection: Connection, wanted: Wanted) -> Iterator[EntryRecord]:
    """Yield the entries that are asked for."""
    order = (document.c.name, document.c.id, entry.c.start, entry.c.end, entry.c.type, entry.c.id)
    query = select(entry).join(document, document.c.id == entry.c.document)
    query = query.where(*conditions(wanted)).order_by(*order)
    found: Iterator[EntryRecord] = map(entry_record, _stream(connection, query))
    if wanted.about_days:
        found = _with_days(connection, found, due=wanted.due)
    kept = (record for record in found if is_wanted(wanted, record))
    return iter(sorted(kept, key=lambda one: one.day or "~")) if wanted.by_day else kept


def _with_days(connection: Connection, found: Iterable[EntryRecord], *, due: bool) -> Iterator[EntryRecord]:
    """Yield entries, document by document, with the day of each."""
    for id_, records in groupby(found, key=lambda record: record.document):
        row = connection.execute(DOCUMENTS.where(document.c.id == id_)).mappings().one()
        days = DocumentDays.of(id_, page_of(row["page"]), row["given"])
        for record in records:
            own = own_day(record.type, record.fields, due=due)
            yield replace(record, day=own or days.of_article(record.article))


def voices(connection: Connection, name: str) -> frozenset[str]:
    """Return the names of speakers that a name means: all its words, in Latin or in Arabic letters."""
    words = fold(name).casefold().split()
    spoken = connection.scalars(select(entry.c.speaker).where(entry.c.speaker.is_not(None)).distinct())
    seen = connection.execute(select(sighting.c.name, sighting.c.name_ar).distinct())
    known = [(one, one) for one in spoken] + [(row.name, fold(row.name_ar)) for row in seen]
    return frozenset(one for one, said in known if words and all(word in said.casefold() for word in words))


def people(
    connection: Connection, who: str | None = None, *, all_versions: bool = False
) -> Iterator[PersonRecord]:
    """Yield everybody who is seen in some document, or the one person of an id."""
    columns = (person, sighting.c.document, sighting.c.mentions, sighting.c.offices)
    joined = person.join(sighting).join(document, document.c.id == sighting.c.document)
    query = select(*columns).select_from(joined).where(sighting.c.state == "active")
    if who is not None:
        query = query.where(person.c.id == who)
    if not all_versions:
        query = query.where(CURRENT)
    order = (person.c.name, person.c.id, document.c.name, document.c.id, sighting.c.start, sighting.c.id)
    return person_records(_stream(connection, query.order_by(*order)))


def person_records(rows: Iterable[RowMapping]) -> Iterator[PersonRecord]:
    """Yield the people of rows that have one sighting each and are in order of people."""
    return (_person(list(seen)) for _, seen in groupby(rows, key=lambda row: row["id"]))


def counts(connection: Connection, *, all_versions: bool = False) -> Counts:
    """Count everything; what older versions hold only where they are asked for."""
    of = true() if all_versions else CURRENT

    def in_sight(of_: ColumnElement[str]) -> ColumnElement[bool]:
        return true() if all_versions else of_.not_in(OLDER)

    seen = select(func.count(sighting.c.person.distinct())).where(in_sight(sighting.c.document))
    return Counts(
        documents=connection.scalar(select(func.count()).select_from(document).where(of)) or 0,
        people=connection.scalar(seen.where(sighting.c.state == "active")) or 0,
        entries=dict(_by(connection, entry.c.type, in_sight(entry.c.document))),
        reviews=dict(_by(connection, entry.c.review, in_sight(entry.c.document))),
        events=connection.scalar(select(func.count()).select_from(event)) or 0,
        older=connection.scalar(select(func.count()).select_from(OLDER.subquery())) or 0,
    )


def _by(
    connection: Connection, column: ColumnElement[str], of: ColumnElement[bool]
) -> Iterator[tuple[str, int]]:
    """Yield how many entries have each value of a column."""
    query = select(column, func.count()).where(entry.c.state != "retired", of)
    query = query.group_by(column).order_by(column)
    return ((row[0], row[1]) for row in connection.execute(query))


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


def document_record(row: RowMapping) -> DocumentRecord:
    """Return the record of a row of `DOCUMENTS`."""
    return DocumentRecord(**{**row, "page": page_of(row["page"])})


def entry_record(row: Mapping[Any, Any]) -> EntryRecord:
    """Return the record of an entry's row."""
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
