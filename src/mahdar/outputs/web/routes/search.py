"""The search: one box over documents and entries, narrowed down by links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, Final, Literal

from fastapi import Query as Asking

from mahdar.errors import QueryError, SimilarError
from mahdar.model.queries import Filter, Query
from mahdar.model.searching import Hit, Snippet
from mahdar.outputs.search import found_object, hit_object
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, Row
from mahdar.outputs.web.paging import Part
from mahdar.pipeline.search_parsing import unparse_query
from mahdar.pipeline.searching import Found, search

__all__ = ["pages"]

pages = Pages()

FACETS: Final = {
    "type": "type", "class": "class", "kind": "kind", "party": "party", "track": "track",
    "year": "in", "review": "review",
}  # fmt: skip
"""What hits are counted by, and the filter that a value of it becomes."""
SHOWN: Final = 8
"""Values of a facet that are shown."""
ROWS: Final = 1000
"""Rows of the CSV twin at most."""


@pages.page("/search", "search.html", table=True)
def searched(  # noqa: PLR0913, PLR0917  # one question of the address a parameter
    asked: Ask,
    q: str = "",
    sort: Literal["fit", "date"] = "fit",
    page: Annotated[int, Asking(ge=1)] = 1,
    everything: Annotated[bool, Asking(alias="all")] = False,
    similar: bool = False,
) -> Page:
    """Search documents and entries."""
    shown = {"typed": q, "sort": sort, "everything": everything, "similar": similar}
    if not q.strip():
        return Page({"found": None}, private={**shown, "wrong": None})

    def find(page: int, size: int) -> Found:
        desk = asked.desk
        return search(
            desk.register, q, page=page, size=size, by_day=sort == "date", everything=everything,
            similar=similar, lexicon=desk.lexicon,
        )  # fmt: skip

    try:
        found = find(page, 20)
    except (QueryError, SimilarError) as error:
        data = {"found": None, "wrong": str(error)}
        return Page(data, (), status=400, private={**shown, "told": _told(asked, error)})
    hits = [{"hit": hit, "snippets": [list(_pieces(one)) for one in hit.snippets]} for hit in found.hits]
    private = {
        **shown,
        "wrong": None,
        "hits": hits,
        "part": Part(found.hits, found.total, found.page, max(1, found.pages)),
        "facets": list(_facets(asked, found)),
        "chosen": list(_chosen(asked, found.query)),
        "loose": found.loose,
    }

    def rows() -> Iterator[Mapping[str, Any]]:
        yield from (_row(hit) for hit in find(1, ROWS).hits)  # searched only where they are asked for

    return Page({"found": found_object(found)}, rows(), private=private)


def _told(asked: Asked, error: QueryError | SimilarError) -> str:
    """Return what is wrong in the language of the page; what was written stands in it as it was."""
    if asked.language == "en":
        return str(error)
    if isinstance(error, QueryError):
        part = f"\N{FIRST STRONG ISOLATE}{error.part}\N{POP DIRECTIONAL ISOLATE}"
        return asked.said("This part of the question cannot be read: %(part)s", part=part)
    return asked.said("Likeness in meaning cannot be asked for here.")


def _pieces(snippet: Snippet) -> Iterator[tuple[str, bool]]:
    """Yield the words of a snippet in pieces, each with whether it matched."""
    at = start = snippet.span.start
    for mark in snippet.marks:
        yield snippet.text[at - start : mark.start - start], False
        yield snippet.text[mark.start - start : mark.end - start], True
        at = mark.end
    yield snippet.text[at - start :], False


def _facets(asked: Asked, found: Found) -> Iterator[Mapping[str, Any]]:
    """Yield what hits are counted by, each value with the address that narrows to it."""
    for name, filtered in FACETS.items():
        values = list(found.facets.get(name, {}).items())[:SHOWN]
        if len(values) < 2 and name not in {"party", "track"}:  # nothing to choose
            continue
        its = [(value, count, _narrowed(asked, found.query, filtered, value)) for value, count in values]
        if its:
            yield {"name": name, "values": its}


def _narrowed(asked: Asked, query: Query, name: str, value: str) -> str:
    """Return the address of the search with one filter more, or another of its kind."""
    kept = (
        query.filters
        if name in {"party", "track"}
        else tuple(one for one in query.filters if one.name != name)
    )
    new = Filter(name, (value,))
    narrowed = replace(query, filters=(*kept, *(() if new in kept else (new,))))
    return asked.here(q=unparse_query(narrowed), page=None)


def _chosen(asked: Asked, query: Query) -> Iterator[tuple[Filter, str, str]]:
    """Yield each filter, as written, and the address of the search without it."""
    for one in query.filters:
        rest = tuple(other for other in query.filters if other is not one)
        written = unparse_query(Query(filters=(one,)))
        yield one, written, asked.here(q=unparse_query(replace(query, filters=rest)), page=None)


def _row(hit: Hit) -> Row:
    """Return a hit as a row of the table."""
    its = hit_object(hit)
    words = " … ".join(" ".join(one.text.split()) for one in hit.snippets)
    return {
        **{name: its[name] for name in _COLUMNS},
        "words": words,
    }


_COLUMNS: Final = ("type", "kind", "day", "name", "document", "entry", "title", "score", "review")
