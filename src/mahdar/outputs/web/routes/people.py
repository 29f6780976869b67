"""The people whom documents name: found by name, and each with offices, appearances, quotes and acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query

from mahdar.linking.offices import Holding, holdings
from mahdar.model.labels import Label
from mahdar.model.records import EntryRecord, PersonRecord
from mahdar.model.rulings import Ruling
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.drawing import Spans, spans
from mahdar.outputs.web.pages import Page, Pages, Row
from mahdar.outputs.web.paging import ROWS, Part, cut
from mahdar.outputs.web.who import may
from mahdar.register.facets import Narrowed
from mahdar.register.partakers import OfficeSeen, PersonSeen

__all__ = ["pages"]

pages = Pages()

_FEW = 8
"""Quotes and acts that a person's page shows; the table has them all."""


@pages.page("/people", "people.html", table=True)
def people(
    asked: Ask,
    q: Annotated[str, Query(max_length=200)] = "",
    party: str = "",
    sort: Annotated[str, Query(pattern="^(documents|name)$")] = "documents",
    page: Annotated[int, Query(ge=1)] = 1,
) -> Page:
    """List people, those in most documents first."""
    exploring = asked.desk.register.exploring
    key = ("people", q, party)
    found = asked.desk.passing.get(key, lambda: exploring.people(q, party or None))
    if sort == "name":
        found = tuple(sorted(found, key=_by_name(asked)))
    part = cut(found, page)
    offices = exploring.offices([one.id for one in (found if _is_csv(asked) else part.rows)])
    shown = [_row(one, offices) for one in part.rows]
    data = {
        "query": q, "party": party or None, "sort": sort,
        "people": Part(shown, part.total, part.page, part.pages),
    }  # fmt: skip
    return Page(data, (_flat(_row(one, offices)) for one in found))


@pages.page("/people/{person}", "person.html", table=True)
def person(asked: Ask, person: str, page: Annotated[int, Query(ge=1)] = 1) -> Page:
    """Show one person."""
    register = asked.desk.register
    held = register.person(person)
    found = holdings((held,))
    spoken = register.exploring.spoken_as(held.id)
    documents = Counter(one.document for one in held.mentions)
    part = cut(list(documents.items()), page, ROWS // 2)
    names = register.exploring.names(list(documents))
    shown = [_place(held, one, names) for one, _ in part.rows]
    data = {
        "id": held.id, "name": held.name, "name_ar": held.name_ar, "wikidata": held.wikidata,
        "spoken_as": spoken, "mentions": len(held.mentions), "offices": [_holding(one) for one in found],
        "documents": Part(shown, part.total, part.page, part.pages),
        "quotes": _said(asked, "quote", spoken), "acts": _said(asked, "act", spoken),
        "rulings": _rulings(asked, held.id),
    }  # fmt: skip
    private = {
        "chart": _chart(asked, found), "may_rule": may(asked.who, "reviewer"),
        "speaking": urlencode([("speaker", one) for one in spoken]),
    }  # fmt: skip
    return Page(data, (_place(held, one, names) for one in documents), private=private)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling about a person, as its page shows it."""

    ruling: Ruling
    names: Mapping[str, tuple[str, str]]
    """Person → Latin and Arabic name."""


def _is_csv(asked: Asked) -> bool:
    return asked.request.url.path.endswith(".csv")


def _by_name(asked: Asked) -> Any:  # noqa: ANN401  # a key of sorting
    order, arabic = asked.words.order, asked.language == "ar"
    return lambda one: (order((one.name_ar if arabic else "") or one.name), one.id)


def _row(one: PersonSeen, offices: Mapping[str, tuple[OfficeSeen, ...]]) -> dict[str, Any]:
    """Return a person of a list."""
    return {
        "id": one.id, "name": one.name, "name_ar": one.name_ar, "wikidata": one.wikidata,
        "parties": one.parties, "documents": one.documents, "mentions": one.mentions,
        "offices": offices.get(one.id, ())[:2],
    }  # fmt: skip


def _flat(row: Row) -> Row:
    titles = [f"{one.title} ({one.party})" if one.party else one.title for one in row["offices"]]
    return {**row, "parties": " | ".join(row["parties"]), "offices": " | ".join(titles)}


def _holding(one: Holding) -> dict[str, Any]:
    """Return an office that somebody is seen in."""
    seen = one.seen[0]
    return {
        "title": one.title, "party": one.party, "first": one.first, "last": one.last, "seen": len(one.seen),
        "document": seen.document, "start": seen.span.start, "end": seen.span.end,
    }  # fmt: skip


def _place(held: PersonRecord, document: str, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a document that names a person, and how often and where first."""
    seen = [one.span for one in held.mentions if one.document == document]
    return {
        "document": document, "name": names.get(document, ""), "mentions": len(seen),
        "start": seen[0].start, "end": seen[0].end,
    }  # fmt: skip


def _said(asked: Asked, kind: str, spoken: tuple[str, ...]) -> dict[str, Any]:
    """Return what somebody says: how much, and the first of it."""
    if not spoken:
        return {"total": 0, "entries": ()}
    exploring, what = asked.desk.register.exploring, Narrowed(type=kind, speaker=spoken)
    entries: tuple[EntryRecord, ...] = exploring.part(what, "-day", _FEW)
    return {"total": exploring.total(what), "entries": entries}


def _rulings(asked: Asked, who: str) -> list[Ruled]:
    """Return what people decided about a person; what was taken back too."""
    found = [
        one for one in asked.desk.register.decisions.rulings(undone=True) if who in {one.person, one.other}
    ]
    names = asked.desk.register.exploring.called([id_ for one in found for id_ in (one.person, one.other)])
    return [Ruled(one, names) for one in found]


def _chart(asked: Asked, found: tuple[Holding, ...]) -> Spans | None:
    """Draw offices over time; None where no document tells its day."""
    known = [
        (asked.words.of(Label("office", one.title)), one.first, one.last)
        for one in found
        if one.first and one.last
    ]
    return spans(known, asked.direction) if known else None
