"""A register → JSON-LD: schema.org for what is said, Web Annotations for where, PROV for who says so.

One object with its context and a graph, one node a line. Every entry and person has an annotation: its body
is the entry, its targets are the words, each found by position and by the words themselves with what stands
before and behind them. Offsets count Unicode code points, as the Web Annotation Data Model wants it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mahdar.model.document import Article
from mahdar.model.links import Link
from mahdar.model.spans import Span
from mahdar.model.values import REVIEWS
from mahdar.outputs.export.context import CONTEXT
from mahdar.outputs.export.extract import Extract, Source
from mahdar.outputs.export.jsonld_entries import entry_node
from mahdar.outputs.export.nodes import Named, dated, filled, identifier
from mahdar.register import DocumentRecord, EntryRecord, PersonRecord

__all__ = ["graph"]

_AROUND: Final = 32
"""Characters before and behind a quotation, as annotation tools write them."""

_ARTICLES: Final = {"news_report": "NewsArticle"}


def graph(extract: Extract) -> Iterator[str]:
    """Yield the pieces of one JSON-LD object."""
    yield f'{{"@context":{_dumps(CONTEXT)},\n"@graph":['
    for number, node in enumerate(_nodes(extract)):
        yield f"{',' if number else ''}\n{_dumps(node)}"
    yield "]}\n"


def _nodes(extract: Extract) -> Iterator[Mapping[str, Any]]:
    """Yield every node: the reader, documents, people, entries, links, and the parties that they name."""
    named = Named()
    yield {"id": identifier("agent", "mahdar"), "type": "SoftwareAgent", "name": "mahdar"}
    for document in extract.documents():
        yield _document(document)
        yield _reading(document)
    for person in extract.people():
        yield _person(person, named)
        yield _annotation("person", person.id, _mentions(extract, person))
    for entry in extract.entries():
        yield from _entry(extract, entry, named)
    for link in extract.links():
        yield _link(link)
    yield from named.nodes()


def _entry(extract: Extract, entry: EntryRecord, named: Named) -> Iterator[Mapping[str, Any]]:
    """Yield an entry, its annotation and its reviews."""
    source = extract.source(entry.document)
    reviews = list(_reviews(extract, entry))
    node = entry_node(entry, source, extract.ties.get(entry.id), named)
    node |= {
        "wasDerivedFrom": identifier("document", entry.document),
        "wasGeneratedBy": identifier("reading", entry.document),
        "wasAttributedTo": identifier("agent", "mahdar"),
        "isPartOf": identifier("article", entry.article) if entry.article else None,
        "reader": entry.reader,
        "confidence": entry.confidence,
        "review": entry.review,
        "wasInfluencedBy": [one["id"] for one in reviews],
    }
    yield filled(node)
    yield _annotation("entry", entry.id, (_target(source, one) for one in entry.evidence))
    yield from reviews


def _reviews(extract: Extract, entry: EntryRecord) -> Iterator[dict[str, Any]]:
    """Yield what people have said of an entry."""
    if entry.review == "unreviewed":
        return
    for event in extract.register.events(entry=entry.id):
        if event.what in REVIEWS:
            who = {"id": identifier("reviewer", event.who), "type": "Reviewer", "name": event.who}
            yield filled(
                {
                    "id": identifier("review", str(event.number)),
                    "type": "Activity",
                    "used": identifier("entry", entry.id),
                    "wasAssociatedWith": who,
                    "endedAtTime": event.at,
                    "verdict": event.what,
                    "why": event.why,
                }
            )


def _annotation(kind: str, key: str, targets: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return what ties a node to words."""
    return {
        "id": identifier("annotation", key),
        "type": "Annotation",
        "motivation": "oa:identifying",
        "body": identifier(kind, key),
        "target": list(targets),
    }


def _target(source: Source, span: Span) -> Mapping[str, Any]:
    """Return words of a document, by their position and by themselves."""
    return {
        "type": "SpecificResource",
        "source": identifier("document", source.id),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": source.cut(span),
                "prefix": source.text[max(0, span.start - _AROUND) : span.start],
                "suffix": source.text[span.end : span.end + _AROUND],
            },
        ],
    }


def _mentions(extract: Extract, person: PersonRecord) -> Iterator[Mapping[str, Any]]:
    """Yield every place where a person is named."""
    return (_target(extract.source(one.document), one.span) for one in person.mentions)


def _document(record: DocumentRecord) -> Mapping[str, Any]:
    return filled(
        {
            "id": identifier("document", record.id),
            "type": "TextDigitalDocument",
            "name": record.name,
            "sha256": record.id,
            "characters": record.chars,
            "inLanguage": record.language,
            "datePublished": dated(record.published),
            "given": dated(record.given),
            "hasPart": [_article(one, record) for one in record.page.articles],
        }
    )


def _article(article: Article, record: DocumentRecord) -> Mapping[str, Any]:
    return filled(
        {
            "id": identifier("article", article.id_in(record.id)),
            "type": _ARTICLES.get(article.kind, "Article"),
            "kind": article.kind,
            "datePublished": dated(article.published),
            "publisher": article.publisher and {"type": "Organization", "name": article.publisher},
        }
    )


def _reading(record: DocumentRecord) -> Mapping[str, Any]:
    """Return the reading of a document: which reader it was."""
    return {
        "id": identifier("reading", record.id),
        "type": "Activity",
        "used": identifier("document", record.id),
        "wasAssociatedWith": identifier("agent", "mahdar"),
        "readerDigest": record.reader,
    }


def _person(person: PersonRecord, named: Named) -> Mapping[str, Any]:
    """Return a person with the offices that documents give."""
    offices = {(one.title, one.party): one for one in person.offices}
    return filled(
        {
            "id": identifier("person", person.id),
            "type": "Person",
            "name": person.name,
            "alternateName": {"@value": person.name_ar, "@language": "ar"},
            "sameAs": person.wikidata and f"http://www.wikidata.org/entity/{person.wikidata}",
            "memberOf": [
                filled(
                    {"type": "OrganizationRole", "roleName": title, "memberOf": party and named.party(party)}
                )
                for title, party in offices
            ],
        }
    )


def _link(link: Link) -> Mapping[str, Any]:
    """Return a link between two entries."""
    return {
        "id": identifier("link", link.id),
        "type": "Link",
        "kind": link.kind,
        "from": identifier("entry", link.source),
        "to": identifier("entry", link.target),
        "score": link.score,
        "why": link.why,
    }


_dumps: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
