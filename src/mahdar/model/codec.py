"""Entries and pages ↔ the plain values that JSON holds, under the names that the export uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from mahdar.model.document import Article, Block, Noise, Page
from mahdar.model.entries import Act, Amount, Chair, Date, Entry, Instrument, Meeting, Quote
from mahdar.model.spans import Evidence, Span

__all__ = ["FIELDS", "entry_of", "evidence_of", "fields_of", "page_of", "plain_evidence", "plain_page"]

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "meeting": ("kind", "parties", "edition", "date", "place", "chairs", "status"),
    "instrument": ("kind", "subject", "parties", "action", "date", "name"),
    "amount": ("value", "unit", "about", "giver", "receiver"),
    "act": ("class", "trigger", "actors", "speaker", "content", "target", "tracks", "due", "quoted"),
    "quote": ("speaker", "direct", "question"),
    "date": ("value", "precision"),
}
"""The fields of each type, in the order of the export."""

_CLASSES: Final[Mapping[str, Callable[..., Entry]]] = {
    kind.type: kind for kind in (Meeting, Instrument, Amount, Act, Quote, Date)
}
_ATTRIBUTES: Final = {"class": "act_class"}
_WAYS: Final = {
    kind: tuple((name, _ATTRIBUTES.get(name, name)) for name in names) for kind, names in FIELDS.items()
}


def fields_of(entry: Entry) -> dict[str, Any]:
    """Return an entry's own fields as plain values."""
    return {name: _plain(getattr(entry, attribute)) for name, attribute in _WAYS[entry.type]}


def entry_of(
    kind: str, fields: Mapping[str, Any], evidence: tuple[Evidence, ...], confidence: float, reader: str
) -> Entry:
    """Return the entry that these plain values stand for.

    Args:
        kind: the entry's type.
        fields: as `fields_of` gives them.
        evidence: at least one.
        confidence: 0..1.
        reader: the rule that made it.

    Raises:
        EvidenceError: there is no evidence.
    """
    values = {_ATTRIBUTES.get(name, name): _record(name, fields[name]) for name in FIELDS[kind]}
    if kind == Amount.type:
        values["value"] = float(values["value"])
    return _CLASSES[kind](evidence=evidence, confidence=confidence, reader=reader, **values)


def plain_evidence(evidence: Iterable[Evidence]) -> list[list[Any]]:
    """Return evidence as `[start, end, quote]` each."""
    return [[one.start, one.end, one.quote] for one in evidence]


def evidence_of(plain: Iterable[list[Any]]) -> tuple[Evidence, ...]:
    """Return the evidence that `plain_evidence` was given."""
    return tuple(Evidence(start, end, quote) for start, end, quote in plain)


def plain_page(page: Page) -> dict[str, Any]:
    """Return a page as plain values."""
    return {
        "articles": [_plain_article(article) for article in page.articles],
        "noise": [[noise.start, noise.end, noise.why] for noise in page.noise],
    }


def page_of(plain: Mapping[str, Any]) -> Page:
    """Return the page that `plain_page` was given."""
    return Page(
        tuple(_article(article) for article in plain["articles"]),
        tuple(Noise(start, end, why) for start, end, why in plain["noise"]),
    )


def _plain_article(article: Article) -> dict[str, Any]:
    return {
        "kind": article.kind,
        "start": article.start,
        "end": article.end,
        "title": _plain(article.title),
        "blocks": [[block.kind, block.start, block.end] for block in article.blocks],
        "datelines": _plain(article.datelines),
        "published": article.published,
        "publisher": article.publisher,
    }


def _article(plain: Mapping[str, Any]) -> Article:
    return Article(
        kind=plain["kind"],
        start=plain["start"],
        end=plain["end"],
        title=_span(plain["title"]),
        blocks=tuple(Block(kind, start, end) for kind, start, end in plain["blocks"]),
        datelines=tuple(Span(line["start"], line["end"]) for line in plain["datelines"]),
        published=plain["published"],
        publisher=plain["publisher"],
    )


def _plain(value: Any) -> Any:  # noqa: ANN401  # a field can be of any kind
    """Return one field as a plain value; a whole number is written without a point."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Chair):
        return {"name": value.name, "party": value.party}
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def _record(name: str, plain: Any) -> Any:  # noqa: ANN401
    """Return one field as the record has it."""
    if name in {"trigger", "content", "question", "name"}:
        return _span(plain)
    if name == "chairs":
        return tuple(Chair(chair["name"], chair["party"]) for chair in plain)
    return tuple(plain) if isinstance(plain, list) else plain


def _span(plain: Mapping[str, int] | None) -> Span | None:
    return None if plain is None else Span(plain["start"], plain["end"])
