"""What a search found, as JSON has it. Offsets are code points into the document's text."""

from __future__ import annotations

from typing import Any

from mahdar.model.searching import Hit, Snippet
from mahdar.model.spans import Span
from mahdar.pipeline.search_parsing import unparse_query
from mahdar.pipeline.searching import Found

__all__ = ["found_object", "hit_object"]


def found_object(found: Found) -> dict[str, Any]:
    """Return one page of what was found."""
    return {
        "query": unparse_query(found.query),
        "total": found.total,
        "page": found.page,
        "pages": found.pages,
        "size": found.size,
        "loose": found.loose,
        "facets": {name: dict(values) for name, values in found.facets.items()},
        "hits": [hit_object(hit) for hit in found.hits],
    }


def hit_object(hit: Hit) -> dict[str, Any]:
    """Return one thing that was found."""
    return {
        "type": hit.type,
        "kind": hit.kind,
        "document": hit.document,
        "name": hit.name,
        "entry": hit.entry,
        "day": hit.day,
        "score": round(hit.score, 4),
        "title": hit.title,
        "review": hit.review if hit.entry else None,
        "fields": dict(hit.fields),
        "snippets": [_snippet(snippet) for snippet in hit.snippets],
    }


def _snippet(snippet: Snippet) -> dict[str, Any]:
    return {**_span(snippet.span), "text": snippet.text, "marks": [_span(mark) for mark in snippet.marks]}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
