"""A register → JSON in the form `mahdar-register/1`, whole (`json`) or one object a line (`jsonl`).

Written as it is read from the register, record by record: memory does not grow with the register. Everything
is read as it stands at one moment, in one order, so that a register exported twice gives the same bytes.

Source: the form is the project's public contract; each object has its keys in the contract's order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mahdar.model.document import Article
from mahdar.model.links import Link, Tie
from mahdar.model.spans import Span
from mahdar.outputs.export.extract import Extract
from mahdar.register import DocumentRecord, EntryRecord, PersonRecord

__all__ = [
    "FORM", "SINGULAR", "document_object", "entry_object", "lines", "link_object", "person_object", "whole",
]  # fmt: skip

FORM: Final = "mahdar-register/1"
"""What the export calls its form."""


def document_object(record: DocumentRecord) -> dict[str, Any]:
    """Return a document as the export has it."""
    return {
        "id": record.id,
        "name": record.name,
        "language": record.language,
        "published": record.published,
        "chars": record.chars,
        "articles": [_article(article, record.id) for article in record.page.articles],
        "noise": [{"start": run.start, "end": run.end, "why": run.why} for run in record.page.noise],
        "given": record.given,
        "previous": record.previous,
        "current": record.current,
    }


def person_object(record: PersonRecord) -> dict[str, Any]:
    """Return a person as the export has it."""
    return {
        "id": record.id,
        "name": record.name,
        "name_ar": record.name_ar,
        "wikidata": record.wikidata,
        "offices": [
            {
                "title": office.title,
                "party": office.party,
                "seen": {"document": office.document, **_span(office.span)},
                "date": office.date,
            }
            for office in record.offices
        ],
        "mentions": [{"document": mention.document, **_span(mention.span)} for mention in record.mentions],
    }


def entry_object(record: EntryRecord, tie: Tie | None = None) -> dict[str, Any]:
    """Return an entry as the export has it; `tie` says where a meeting belongs."""
    return {
        "id": record.id,
        "type": record.type,
        "document": record.document,
        "article": record.article,
        "evidence": [_span(one) for one in record.evidence],
        "confidence": record.confidence,
        "reader": record.reader,
        "review": record.review,
        **_fields(record, tie),
    }


def link_object(link: Link) -> dict[str, Any]:
    """Return a link as the export has it."""
    return {"kind": link.kind, "from": link.source, "to": link.target, "score": link.score, "why": link.why}


def _fields(record: EntryRecord, tie: Tie | None) -> Mapping[str, Any]:
    """Return a type's own fields; where a meeting belongs stands after its kind."""
    if record.type != "meeting":
        return record.fields
    series, occasion = (tie.series, tie.occasion) if tie else (None, None)
    return {"kind": record.fields["kind"], "series": series, "occasion": occasion, **record.fields}


def _article(article: Article, document: str) -> dict[str, Any]:
    return {
        "id": article.id_in(document),
        "kind": article.kind,
        "title": None if article.title is None else _span(article.title),
        "start": article.start,
        "end": article.end,
        "published": article.published,
        "publisher": article.publisher,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _parts(extract: Extract, *, quotes: bool) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Yield the lists of an export and what they hold, in order."""
    yield "documents", map(document_object, extract.documents())
    yield "people", map(person_object, extract.people())
    ties = extract.ties
    objects = ((one, entry_object(one, ties.get(one.id))) for one in extract.entries())
    yield "entries", (_quoted(one, plain) if quotes else plain for one, plain in objects)
    yield "links", map(link_object, extract.links())


def _quoted(record: EntryRecord, plain: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with the words beside each span of its evidence."""
    evidence = [{**_span(one), "quote": one.quote} for one in record.evidence]
    return {**plain, "evidence": evidence}


def whole(extract: Extract, *, quotes: bool = False) -> Iterator[str]:
    """Yield the pieces of one JSON object, one record a line so that two exports can be compared by eye.

    Args:
        extract: what is exported.
        quotes: write the words of each evidence beside its offsets.
    """
    yield f'{{"format":"{FORM}"'
    for name, objects in _parts(extract, quotes=quotes):
        yield f',\n"{name}":['
        for number, one in enumerate(objects):
            yield f"{',' if number else ''}\n{_dumps(one)}"
        yield "]"
    yield "}\n"


def lines(extract: Extract, *, quotes: bool = False) -> Iterator[str]:
    """Yield one object a line, each with what it is."""
    for name, objects in _parts(extract, quotes=quotes):
        for one in objects:
            yield _dumps({"record": SINGULAR[name], **one}) + "\n"


SINGULAR: Final = {"documents": "document", "people": "person", "entries": "entry", "links": "link"}
"""The lists of an export, and what one of their members is called in a line of its own."""

_dumps: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
