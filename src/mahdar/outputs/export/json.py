"""A register → JSON in the form `mahdar-register/1`, whole (`json`) or one object a line (`jsonl`).

Written as it is read from the register, record by record: memory does not grow with the register. Everything
is read as it stands at one moment, in one order, so that a register exported twice gives the same bytes.

Source: the form is the project's public contract; each object has its keys in the contract's order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, Final, TextIO

from mahdar.errors import ExportError
from mahdar.model.document import Article
from mahdar.model.links import Link, Tie
from mahdar.model.spans import Span
from mahdar.register import DocumentRecord, EntryRecord, PersonRecord, Register, Wanted

__all__ = ["FORMATS", "document_object", "entry_object", "export_register", "link_object", "person_object"]

FORM: Final = "mahdar-register/1"


def export_register(
    register: Register,
    format: str,  # noqa: A002  # the option's name
    out: TextIO,
    wanted: Wanted | None = None,
) -> None:
    """Write a register.

    Args:
        register: may be written to meanwhile; what is added later is left out.
        format: `json` for one object, `jsonl` for one object a line, with its `record`.
        out: a text file; lines end in a newline alone.
        wanted: which entries; with them go the documents that hold them and the people of those. None for
            all that is not of an older version.

    Raises:
        ExportError: there is no such format, or the file cannot be written.
    """
    if format not in FORMATS:
        raise ExportError(f"{format} is no format of an export; use {' or '.join(FORMATS)}")
    with register.snapshot() as still:
        for piece in FORMATS[format](still, wanted or Wanted()):
            _write(out, piece)


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


def person_object(record: PersonRecord, documents: Container[str] | None = None) -> dict[str, Any]:
    """Return a person as the export has it; of some documents alone where these are given."""
    seen = [one for one in record.offices if documents is None or one.document in documents]
    named = [one for one in record.mentions if documents is None or one.document in documents]
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
            for office in seen
        ],
        "mentions": [{"document": mention.document, **_span(mention.span)} for mention in named],
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


def _parts(register: Register, wanted: Wanted) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Yield the lists of an export and what they hold, in order."""
    versions = wanted.all_versions
    documents, people = register.documents(all_versions=versions), register.people(all_versions=versions)
    if wanted.anything:
        its = {entry.document for entry in register.ask(wanted)}
        yield "documents", (document_object(one) for one in documents if one.id in its)
        objects = (person_object(one, its) for one in people)
        yield "people", (one for one in objects if one["mentions"])
    else:
        yield "documents", map(document_object, documents)
        yield "people", map(person_object, people)
    ties = {tie.entry: tie for tie in register.ties()}
    shown: set[str] = set()
    yield "entries", (entry_object(one, ties.get(one.id)) for one in _noted(register.ask(wanted), shown))
    between = (one for one in register.links() if one.source in shown and one.target in shown)
    yield "links", map(link_object, between)


def _noted(records: Iterable[EntryRecord], shown: set[str]) -> Iterator[EntryRecord]:
    """Yield entries and note their ids: a link has both its ends in the export."""
    for record in records:
        shown.add(record.id)
        yield record


def _json(register: Register, wanted: Wanted) -> Iterator[str]:
    """Yield the pieces of one JSON object, one record a line so that two exports can be compared by eye."""
    yield f'{{"format":"{FORM}"'
    for name, objects in _parts(register, wanted):
        yield f',\n"{name}":['
        for number, one in enumerate(objects):
            yield f"{',' if number else ''}\n{_dumps(one)}"
        yield "]"
    yield "}\n"


_SINGULAR: Final = {"documents": "document", "people": "person", "entries": "entry", "links": "link"}


def _jsonl(register: Register, wanted: Wanted) -> Iterator[str]:
    """Yield one object a line, each with what it is."""
    for name, objects in _parts(register, wanted):
        for one in objects:
            yield _dumps({"record": _SINGULAR[name], **one}) + "\n"


FORMATS: Final[Mapping[str, Callable[[Register, Wanted], Iterator[str]]]] = {"json": _json, "jsonl": _jsonl}
"""The name of each format and what writes it."""


_dumps: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def _write(out: TextIO, piece: str) -> None:
    """Write a piece, or say that it cannot be written; a broken pipe is the caller's to notice."""
    try:
        out.write(piece)
    except BrokenPipeError:
        raise
    except OSError as error:
        name = getattr(out, "name", "the output")
        raise ExportError(f"{name}: cannot be written ({error.strerror}); check the disk's room") from error
