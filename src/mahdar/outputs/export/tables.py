"""A register as tables: which columns each has, and what stands in the cells of a record.

One table a type of entry, and tables of the documents, the people, their offices and the links. A cell holds
a text, a number, a truth, a day, a list of texts, a span or a list of spans; each format writes these in its
own way. What an entry lacks is None or an empty list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from mahdar.model.links import Link
from mahdar.model.spans import Span
from mahdar.outputs.export.extract import Extract, Source
from mahdar.register import DocumentRecord, EntryRecord, PersonRecord

__all__ = ["TABLES", "Cell", "Column", "Table", "rows"]

Cell: TypeAlias = str | int | float | bool | Span | tuple[str, ...] | tuple[Span, ...] | None
"""What a cell can hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: str
    """`text`, `words` (of a document), `day`, `whole`, `number`, `truth`, `list`, `span` or `spans`."""

    @property
    def width(self) -> int:
        """How wide it is in a sheet, in characters."""
        return _WIDTHS.get(self.name) or _WIDTHS[self.kind]


_WIDTHS: Final = {
    "text": 16, "words": 40, "day": 12, "whole": 9, "number": 12, "truth": 8, "list": 20, "span": 12,
    "spans": 14, "quotation": 80, "document_id": 14, "article": 14, "reader": 40, "id": 18, "name": 30,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    name: str
    """As its file or its sheet is called."""
    columns: tuple[Column, ...]


def _columns(**kinds: str) -> tuple[Column, ...]:
    """Make columns out of a kind and the names of those that have it, in the order of `order`."""
    order = kinds.pop("order").split()
    by_name = {name: kind for kind, names in kinds.items() for name in names.split()}
    return tuple(Column(name, by_name.get(name, "text")) for name in order)


_WHERE: Final = _columns(
    order="quotation further evidence document document_id article day published publisher "
    "confidence review reader",
    words="quotation publisher",
    list="further",
    spans="evidence",
    day="day published",
    number="confidence",
)
"""What every entry has: its words, where they stand, what is known of it."""

_OWN: Final[Mapping[str, tuple[Column, ...]]] = {
    "meeting": _columns(
        order="id kind edition parties date place chairs status series occasion",
        whole="edition", list="parties chairs", day="date",
    ),
    "instrument": _columns(
        order="id kind name subject parties action date name_span",
        words="name subject", list="parties", day="date", span="name_span",
    ),
    "act": _columns(
        order="id class actors target speaker trigger content tracks due quoted trigger_span content_span",
        list="actors target tracks", words="trigger content", day="due", truth="quoted",
        span="trigger_span content_span",
    ),
    "amount": _columns(order="id value unit about giver receiver", number="value", words="about"),
    "quote": _columns(
        order="id speaker direct question question_span",
        truth="direct", words="question", span="question_span",
    ),
    "date": _columns(order="id value precision", day="value"),
}  # fmt: skip
"""The columns of each type in front of those that all have."""

_ENTRIES: Final = {kind: Table(f"{kind}s", (*own, *_WHERE)) for kind, own in _OWN.items()}
_DOCUMENTS: Final = Table(
    "documents",
    _columns(
        order="id name language published given chars kinds publishers previous current",
        day="published given", whole="chars", list="kinds publishers", truth="current", words="name",
    ),
)  # fmt: skip
_PEOPLE: Final = Table(
    "people",
    _columns(
        order="id name name_ar wikidata offices mentions documents",
        words="name_ar", list="offices", whole="mentions documents",
    ),
)  # fmt: skip
_OFFICES: Final = Table(
    "offices",
    _columns(
        order="person name title party date words span document document_id",
        day="date", words="words", span="span",
    ),
)  # fmt: skip
_LINKS: Final = Table("links", _columns(order="kind from to score why", number="score"))

TABLES: Final = (*_ENTRIES.values(), _DOCUMENTS, _PEOPLE, _OFFICES, _LINKS)
"""Every table, in the order in which a reader wants them."""


def rows(extract: Extract) -> Iterator[tuple[Table, tuple[Cell, ...]]]:
    """Yield every row of every table, with its table; those of one table in order."""
    for record in extract.entries():
        table = _ENTRIES[record.type]
        yield table, _cells(table, _entry(extract, record))
    for document in extract.documents():
        yield _DOCUMENTS, _cells(_DOCUMENTS, _document(document))
    for person in extract.people():
        yield _PEOPLE, _cells(_PEOPLE, _person(person))
        for office in _offices(extract, person):
            yield _OFFICES, _cells(_OFFICES, office)
    for link in extract.links():
        yield _LINKS, _cells(_LINKS, _link(link))


def _cells(table: Table, values: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return tuple(values[column.name] for column in table.columns)


def _entry(extract: Extract, record: EntryRecord) -> dict[str, Cell]:
    """Return an entry's cells by column."""
    source = extract.source(record.document)
    further = record.evidence[1:] if record.type != "act" else ()
    return {
        "id": record.id,
        **{name: _field(value) for name, value in record.fields.items()},
        **_SPANS.get(record.type, _nothing)(record.fields, source),
        **_belongs(extract, record),
        "quotation": record.evidence[0].quote,
        "further": tuple(one.quote for one in further),
        "evidence": tuple(one.span for one in record.evidence),
        "document": source.name,
        "document_id": record.document,
        "article": record.article,
        "day": source.day_of(record),
        "published": source.said(record),
        "publisher": source.publisher(record),
        "confidence": record.confidence,
        "review": record.review,
        "reader": record.reader,
    }


def _field(value: Any) -> Cell:  # noqa: ANN401  # a field can be of any kind
    """Return a field as a cell."""
    if isinstance(value, list):
        return tuple(_item(one) for one in value)
    if isinstance(value, dict):
        return Span(value["start"], value["end"])
    plain: str | float | bool | None = value
    return plain


def _item(value: Any) -> str:  # noqa: ANN401  # a code, or somebody in the chair
    """Return a member of a list: a code as it is, who chairs with the party in brackets."""
    if isinstance(value, dict):
        return f"{value['name']} ({value['party']})" if value["party"] else str(value["name"])
    return str(value)


def _worded(*names: str) -> Callable[[Mapping[str, Any], Source], dict[str, Cell]]:
    """Return what makes two cells of each of these spans: its words, and the span itself."""

    def cells(fields: Mapping[str, Any], source: Source) -> dict[str, Cell]:
        spans = {name: Span(**fields[name]) if fields[name] else None for name in names}
        words: dict[str, Cell] = {name: source.cut(span) if span else None for name, span in spans.items()}
        return {**words, **{f"{name}_span": span for name, span in spans.items()}}

    return cells


def _nothing(_fields: Mapping[str, Any], _source: Source) -> dict[str, Cell]:
    return {}


_SPANS: Final = {
    "act": _worded("trigger", "content"), "instrument": _worded("name"), "quote": _worded("question"),
}  # fmt: skip


def _belongs(extract: Extract, record: EntryRecord) -> dict[str, Cell]:
    """Return where a meeting belongs."""
    tie = extract.ties.get(record.id)
    return {"series": tie.series if tie else None, "occasion": tie.occasion if tie else None}


def _document(record: DocumentRecord) -> dict[str, Cell]:
    articles = record.page.articles
    return {
        "id": record.id,
        "name": record.name,
        "language": record.language,
        "published": record.published,
        "given": record.given,
        "chars": record.chars,
        "kinds": _once(one.kind for one in articles),
        "publishers": _once(one.publisher for one in articles if one.publisher),
        "previous": record.previous,
        "current": record.current,
    }


def _person(record: PersonRecord) -> dict[str, Cell]:
    titles = (f"{one.title} ({one.party})" if one.party else one.title for one in record.offices)
    return {
        "id": record.id,
        "name": record.name,
        "name_ar": record.name_ar,
        "wikidata": record.wikidata,
        "offices": _once(titles),
        "mentions": len(record.mentions),
        "documents": len({one.document for one in record.mentions}),
    }


def _offices(extract: Extract, record: PersonRecord) -> Iterator[dict[str, Cell]]:
    """Yield each office that a document gives a person."""
    for one in record.offices:
        source = extract.source(one.document)
        yield {
            "person": record.id,
            "name": record.name,
            "title": one.title,
            "party": one.party,
            "date": one.date,
            "words": source.cut(one.span),
            "span": one.span,
            "document": source.name,
            "document_id": one.document,
        }


def _link(link: Link) -> dict[str, Cell]:
    return {"kind": link.kind, "from": link.source, "to": link.target, "score": link.score, "why": link.why}


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in their order, each once."""
    return tuple(dict.fromkeys(words))
