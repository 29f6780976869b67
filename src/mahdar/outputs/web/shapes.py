"""Series and sessions as plain values, the same on pages and in their JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

from mahdar.model.chains import Chain
from mahdar.model.document import Article
from mahdar.model.records import DocumentRecord
from mahdar.outputs.web.shown import document_url
from mahdar.pipeline.series import EditionRecord, SeriesRecord
from mahdar.pipeline.series_keys import edition_key, series_key
from mahdar.pipeline.session_view import Thing
from mahdar.pipeline.sessions import told_in
from mahdar.register import Register

__all__ = [
    "Plain",
    "chairs_of",
    "edition_of",
    "edition_url",
    "piece_of",
    "series_row",
    "series_url",
    "thing_of",
]

Plain = dict[str, Any]
_SAFE: Final = "-:,"


def series_url(series: SeriesRecord) -> str:
    """Return the address of a series."""
    return f"/series/{quote(series_key(series), safe=_SAFE)}"


def edition_url(series: SeriesRecord, edition: EditionRecord) -> str:
    """Return the address of a session."""
    return f"{series_url(series)}/{quote(edition_key(series, edition), safe=_SAFE)}"


def series_row(one: SeriesRecord) -> Plain:
    """Return a series in short."""
    days = sorted(edition.dates[0] for edition in one.editions if edition.dates and edition.status == "held")
    return {
        "key": series_key(one),
        "id": one.id,
        "kind": one.kind,
        "parties": one.parties,
        "name": one.name,
        "editions": len(one.editions),
        "planned": sum(edition.status == "planned" for edition in one.editions),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "missing": one.missing,
        "documents": len({id_ for edition in one.editions for id_ in edition.documents}),
        "url": series_url(one),
    }


def edition_of(series: SeriesRecord, one: EditionRecord, names: Mapping[str, str]) -> Plain:
    """Return an edition.

    Args:
        series: it belongs to.
        one: the edition.
        names: document → what it is called.
    """
    return {
        "key": edition_key(series, one),
        "occasion": one.occasion,
        "number": one.number,
        "inferred": one.inferred,
        "status": one.status,
        "speaks": one.occasion in told_in(series).values(),
        "dates": one.dates,
        "places": one.places,
        "plans": sorted(one.plans),
        "chairs": [{"name": name, "party": party} for name, party in one.chairs],
        "documents": [{"id": id_, "name": names.get(id_, id_)} for id_ in one.documents],
        "url": edition_url(series, one),
    }


def chairs_of(register: Register, editions: Iterable[EditionRecord]) -> dict[str, Plain]:
    """Return those who chaired by their Latin names: id and Arabic name."""
    every = tuple(editions)
    names = {name for one in every for name, _ in one.chairs}
    documents = sorted({id_ for one in every if one.chairs for id_ in one.documents})
    seen = register.relating.people_in(documents).values() if names else ()
    ids = {one.name: one.id for its in seen for one in its if one.name in names}
    people = {name: register.person(id_) for name, id_ in ids.items()}
    return {name: {"id": one.id, "name_ar": one.name_ar} for name, one in people.items()}


def thing_of(one: Thing) -> Plain:
    """Return an entry of a session and what became of it."""
    return {"entry": one.entry, "also": one.also, "chain": _chain(one.chain)}


def _chain(one: Chain | None) -> Plain | None:
    if one is None:
        return None
    return {
        "id": one.id, "type": one.type, "rung": one.rung, "due": one.due, "overdue": one.overdue,
        "steps": len(one.steps), "silent_since": one.silent_since,
    }  # fmt: skip


def piece_of(record: DocumentRecord, article: Article, *, speaks: bool) -> Plain:
    """Return a piece of writing about a session."""
    return {
        "document": record.id,
        "name": record.name,
        "article": article.id_in(record.id),
        "number": record.page.articles.index(article) + 1,
        "kind": article.kind,
        "publisher": article.publisher,
        "published": article.published or record.published or record.given,
        "speaks": speaks,
        "url": document_url(record.id),
    }
