"""Readings → rows of the tables, after the last look at their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from mahdar.errors import EvidenceError
from mahdar.model.codec import fields_of, plain_evidence, plain_page
from mahdar.model.document import Document, Page, short_hash
from mahdar.model.entries import Entry
from mahdar.model.mentions import Person
from mahdar.model.reading import Reading
from mahdar.model.spans import Span

__all__ = [
    "Row", "article_at", "check_evidence", "document_row", "entry_row", "entry_rows", "is_persons",
    "party_rows", "persons_reader", "published_in", "searched", "sighting_row",
]  # fmt: skip

Row: TypeAlias = dict[str, Any]
"""Column → value."""

_PARTY_FIELDS = {
    "meeting": ("parties",),
    "instrument": ("parties",),
    "amount": ("giver", "receiver"),
    "act": ("actors", "target"),
    "quote": ("speaker",),
    "date": (),
}
_PERSON = "person "
_DATE_FIELDS = {"meeting": "date", "instrument": "date", "act": "due", "date": "value"}


def check_evidence(reading: Reading) -> None:
    """Compare everything that points into the text with the text.

    Raises:
        EvidenceError: a quotation is not what stands at its offsets, or a span lies outside the text.
    """
    document = reading.document
    for placed in reading.entries:
        for one in placed.entry.evidence:
            if document.text[one.start : one.end] != one.quote:
                raise EvidenceError(f"«{one.quote}» is not in the text", document.id, one.start, one.end)
        _check_spans(document, _spans(placed.entry))
    for person in reading.people:
        _check_spans(document, (Span(mention.start, mention.end) for mention in person.mentions))
        _check_spans(document, (Span(office.start, office.end) for office in person.offices))


def document_row(reading: Reading, reader: str, at: str, previous: str | None) -> Row:
    """Return a document's row."""
    document = reading.document
    return {
        "id": document.id,
        "name": document.name,
        "path": document.path,
        "language": document.language,
        "published": published_in(reading.page),
        "chars": len(document.text),
        "previous": previous,
        "reader": reader,
        "added": at,
        "page": plain_page(reading.page),
        "text": document.text,
    }


def published_in(page: Page) -> str | None:
    """Return the day that the first dated article of a page states."""
    return next((article.published for article in page.articles if article.published), None)


def entry_rows(reading: Reading) -> dict[str, Row]:
    """Return the rows of a reading's entries by id.

    Where two rest on the same evidence the surer one stays, else the first.
    """
    document = reading.document.id
    articles = [article.id_in(document) for article in reading.page.articles]
    rows: dict[str, Row] = {}
    for placed in reading.entries:
        row = entry_row(document, articles[placed.article], placed.entry)
        kept = rows.get(row["id"])
        if kept is None or kept["confidence"] < row["confidence"]:
            rows[row["id"]] = row
    return rows


def entry_row(document: str, article: str | None, entry: Entry) -> Row:
    """Return the row of an entry that nobody has looked at."""
    fields = fields_of(entry)
    first = entry.evidence[0]
    return {
        "id": entry.id_in(document),
        "document": document,
        "article": article,
        "type": entry.type,
        "start": first.start,
        "end": first.end,
        **searched(entry.type, fields),
        "confidence": entry.confidence,
        "reader": entry.reader,
        "state": "active",
        "review": "unreviewed",
        "evidence": plain_evidence(entry.evidence),
        "fields": fields,
        "reviewed": None,
    }


def persons_reader(who: str) -> str:
    """Return what stands as the reader of an entry that a person added."""
    return f"{_PERSON}{who}"


def is_persons(reader: str) -> bool:
    """Say whether a person added the entry: no reader can find it again, or lose it.

    >>> is_persons("person N. Haddad"), is_persons("act.finite ar.act.akkada")
    (True, False)
    """
    return reader.startswith(_PERSON)


def searched(kind: str, fields: Mapping[str, Any]) -> Row:
    """Return the columns that are searched, from the fields that hold."""
    return {
        "kind": fields.get("class") or fields.get("kind"),
        "date": fields.get(_DATE_FIELDS.get(kind, "")),
        "speaker": fields.get("speaker"),
    }


def party_rows(entry: str, kind: str, fields: Mapping[str, Any]) -> Iterator[Row]:
    """Yield one row for each party of an entry and its role."""
    for role in _PARTY_FIELDS[kind]:
        value = fields[role]
        codes = value if isinstance(value, list) else _codes(value)
        for party in dict.fromkeys(codes):
            yield {"party": party, "entry": entry, "role": role}


def sighting_row(document: str, person: Person) -> Row:
    """Return the row of a person seen in a document, who that is left open."""
    mentions = [[mention.start, mention.end, mention.party] for mention in person.mentions]
    offices = [[seen.title, seen.party, seen.start, seen.end, seen.date] for seen in person.offices]
    return {
        "id": short_hash(document, "person", person.name, person.name_ar, mentions, offices),
        "document": document,
        "start": min((mention.start for mention in person.mentions), default=0),
        "name": person.name,
        "name_ar": person.name_ar,
        "state": "active",
        "mentions": mentions,
        "offices": offices,
    }


def article_at(page: Page, document: str, offset: int) -> str | None:
    """Return the id of the article whose title or body holds an offset; None where none does."""
    point = Span(offset, offset + 1)
    for article in page.articles:
        if any(part.holds(point) for part in (article.title, Span(article.start, article.end)) if part):
            return article.id_in(document)
    return None


def _codes(value: str | None) -> list[str]:
    """Return the party codes in a field that may hold a person's name instead.

    >>> _codes("IRQ+JOR"), _codes("Ayman Safadi"), _codes("ORG:World Bank")
    (['IRQ', 'JOR'], [], ['ORG:World Bank'])
    """
    parts = value.split("+") if value else []
    return parts if all(part.isupper() or part.startswith("ORG:") for part in parts) else []


def _spans(entry: Entry) -> Iterator[Span]:
    """Yield the spans among an entry's fields."""
    for name in ("trigger", "content", "question", "name"):
        value = getattr(entry, name, None)
        if isinstance(value, Span):
            yield value


def _check_spans(document: Document, spans: Iterable[Span]) -> None:
    """Raise where a span is empty or lies outside the text."""
    for span in spans:
        if not 0 <= span.start < span.end <= len(document.text):
            raise EvidenceError("a span lies outside its document", document.id, span.start, span.end)
