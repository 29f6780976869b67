"""Any type of entry as a table, with what it may be narrowed down by, and as charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from fastapi import Query

from mahdar.model.records import EntryRecord
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.charted import charts
from mahdar.outputs.web.narrowing import KINDS, chosen, narrowed, shown_facets, sorted_by
from mahdar.outputs.web.pages import Page, Pages, Row
from mahdar.outputs.web.paging import ROWS, Part
from mahdar.outputs.web.shown import entry_url
from mahdar.register.exploring import Facet
from mahdar.register.facets import Narrowed

__all__ = ["pages"]

pages = Pages()

Type = Literal["meeting", "instrument", "act", "amount", "quote", "date"]
TYPES: Final = ("act", "meeting", "instrument", "amount", "quote", "date")
_BETWEEN: Final = " | "


@pages.page("/explore", "explore_all.html")
def explore_all(asked: Ask) -> Page:
    """Show what there is to explore."""
    exploring = asked.desk.register.exploring
    types = [
        {
            "type": kind,
            "total": exploring.total(Narrowed(type=kind)),
            "top": exploring.facet(Narrowed(type=kind), "kind" if kind in KINDS else "party", 5),
        }
        for kind in TYPES
    ]
    return Page(
        {"types": types},
        private={"sets": KINDS, "charts": charts(asked, Narrowed(type="act"), of="/explore/act")},
    )


@pages.page("/explore/{type}", "explore.html", table=True)
def explore(
    asked: Ask,
    type: Type,  # noqa: A002  # the register's own word
    page: Annotated[int | None, Query(ge=1)] = None,
    show: Literal["table", "charts"] = "table",
) -> Page:
    """List the entries of a type that an address asks for."""
    exploring, what, sort = asked.desk.register.exploring, narrowed(asked, type), sorted_by(asked)
    whole = asked.request.query_params.get("all")
    passing = asked.desk.passing
    total = passing.get(("total", what), lambda: exploring.total(what))
    found = passing.get((what, whole), lambda: exploring.facets(what, whole=whole))
    part = _part(asked, what, sort, (page, total))
    names = exploring.names([*_documents(found), *(one.document for one in part.rows)])
    rows = [_row(one, names) for one in part.rows]
    data = {
        "type": type, "total": total, "sort": sort, "narrowed": _plain(what), "facets": found,
        "entries": Part(rows, total, part.page, part.pages),
    }  # fmt: skip
    private = {
        "chosen": chosen(asked, what, names), "choices": shown_facets(asked, what, found, names),
        "types": TYPES, "show_as": show,
        "charts": charts(asked, what, of=asked.path) if show == "charts" else (),
    }  # fmt: skip
    return Page(data, _flat_rows(asked, what, sort), private=private)


def _part(asked: Asked, what: Narrowed, sort: str, at: tuple[int | None, int]) -> Part[EntryRecord]:
    """Return the entries to show; all of them where a program asks for no part."""
    exploring, (page, total) = asked.desk.register.exploring, at
    if page is None and asked.request.url.path.endswith((".json", ".csv")):
        every = () if asked.request.url.path.endswith(".csv") else tuple(exploring.every(what, sort))
        return Part(every, total, 1, 1)
    pages_ = max(1, -(-total // ROWS))
    here = min(page or 1, pages_)
    return Part(exploring.part(what, sort, ROWS, (here - 1) * ROWS), total, here, pages_)


def _row(one: EntryRecord, names: Mapping[str, str]) -> dict[str, Any]:
    """Return an entry as its table has it."""
    evidence = [{"start": its.start, "end": its.end, "quote": its.quote} for its in one.evidence]
    return {
        "id": one.id, "type": one.type, "document": one.document, "name": names.get(one.document, ""),
        "article": one.article, "day": one.day, "review": one.review, "state": one.state,
        "confidence": one.confidence, "reader": one.reader, "evidence": evidence, "fields": one.fields,
        "url": entry_url(one.document, one.id),
    }  # fmt: skip


def _flat_rows(asked: Asked, what: Narrowed, sort: str) -> Iterator[Row]:
    """Yield all entries asked for as cells; nothing is read before somebody asks for the first."""
    exploring, names = asked.desk.register.exploring, dict[str, str]()
    for one in exploring.every(what, sort):
        if one.document not in names:
            names |= exploring.names([one.document])
        first = one.evidence[0]
        known = {
            "id": one.id, "document": one.document, "name": names[one.document], "day": one.day,
            "review": one.review, "confidence": one.confidence, "quote": first.quote,
            "start": first.start, "end": first.end,
        }  # fmt: skip
        yield known | {_column(name, known): _cell(value) for name, value in one.fields.items()}


def _column(name: str, known: Mapping[str, Any]) -> str:
    """Return what a field's column is called: its own name, where that is free."""
    return f"its_{name}" if name in known else name


def _cell(value: Any) -> Any:  # noqa: ANN401  # whatever a field holds
    """Return a field as one cell, as the export writes it.

    >>> _cell(["QAT", "USA"]), _cell({"start": 2, "end": 5}), _cell([{"name": "Ali Zain", "party": "OMN"}])
    ('QAT | USA', '2-5', 'Ali Zain (OMN)')
    """
    if isinstance(value, Mapping) and "start" in value:
        return f"{value['start']}-{value['end']}"
    if isinstance(value, Mapping):
        return f"{value['name']} ({value['party']})" if value["party"] else value["name"]
    return _BETWEEN.join(str(_cell(one)) for one in value) if isinstance(value, list) else value


def _plain(what: Narrowed) -> dict[str, Any]:
    """Return what narrows a question down."""
    return {name: held for name in Narrowed.__slots__ if (held := getattr(what, name)) and name != "type"}


def _documents(found: Iterable[Facet]) -> list[str]:
    return [value for one in found if one.name == "document" for value, _ in one.values]
