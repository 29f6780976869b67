"""An entry as its pane shows it: its fields, what made it, what is tied to it, what people said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.links import Link
from mahdar.model.records import EntryRecord
from mahdar.outputs.brief.wording import noted
from mahdar.outputs.web.asked import Asked
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.shown import entry_url
from mahdar.pipeline.explaining import explain

__all__ = ["parties_of", "view"]

_JUDGED: Final = ("event", "who", "at", "why", "reason", "carried")
"""What is shown of a verdict."""


def view(asked: Asked, one: EntryRecord, among: Sequence[EntryRecord]) -> dict[str, Any]:
    """Return all that is known of an entry.

    Args:
        asked: the request.
        one: the entry.
        among: the entries of its document, in text order.
    """
    desk, register = asked.desk, asked.desk.register
    judged = register.reviews.entry(one.id)
    at = next((place for place, other in enumerate(among) if other.id == one.id), None)
    return {
        "entry": one,
        "made": explain(one.reader, desk.lexicon),
        "links": list(_links(desk, one)),
        "contradictions": list(_contradictions(asked, one)),
        "tie": next(register.ties([one.id]), None) if one.type == "meeting" else None,
        "judged": {name: getattr(judged, name) for name in _JUDGED},
        "words": judged.words,
        "comments": judged.comments,
        "events": list(register.events(entry=one.id)),
        "also": [other.id for other in among if other.id != one.id and _meet(one, other)],
        "before": among[at - 1].id if at else None,
        "after": among[at + 1].id if at is not None and at + 1 < len(among) else None,
    }


def parties_of(one: EntryRecord) -> frozenset[str]:
    """Return the codes of the parties that an entry names, in any role."""
    names = ("parties", "actors", "target", "giver", "receiver", "speaker")
    values = (one.fields.get(name) for name in names)
    codes = (code for value in values for code in (value if isinstance(value, list) else _parts(value)))
    return frozenset(code for code in codes if code.isupper() or code.startswith("ORG:"))


def _parts(value: str | None) -> list[str]:
    return value.split("+") if value else []


def _meet(one: EntryRecord, other: EntryRecord) -> bool:
    """Say whether two entries have words in common."""
    return any(mine.overlap(its) for mine in one.evidence for its in other.evidence)


def _links(desk: Desk, one: EntryRecord) -> Iterator[Mapping[str, Any]]:
    """Yield what is linked with an entry, the surest first, each with where it stands."""
    register = desk.register
    links = sorted(register.links([one.id]), key=lambda link: -link.score)
    ends = [link.target if link.source == one.id else link.source for link in links]
    held = {other.id: other for other in register.relating.entries(ends)}
    names = {id_: register.document(id_) for id_ in {other.document for other in held.values()}}
    for link, end in zip(links, ends, strict=True):
        if end in held:
            other = held[end]
            record = names[other.document]
            yield {
                "kind": link.kind, "later": link.source == one.id, "score": link.score, "why": link.why,
                "entry": other, "document": record.name, "published": record.published or record.given,
                "address": entry_url(other.document, other.id), "pairs": _pairs(link, one),
            }  # fmt: skip


def _pairs(link: Link, one: EntryRecord) -> list[dict[str, Any]]:
    """Return the words that stand in both: here, and there."""
    turned = link.source != one.id
    return [{"here": b if turned else a, "there": a if turned else b} for a, b in link.pairs]


def _contradictions(asked: Asked, one: EntryRecord) -> Iterator[dict[str, Any]]:
    """Yield what cannot be true beside an entry and nobody has closed, as far as it is known already."""
    desk = asked.desk
    found = [
        (clash, there) for clash in desk.standing.contradictions().value or () for there in _other(clash, one)
    ]
    closed = {one.contradiction for one in desk.register.decisions.closings()} if found else set()
    for clash, there in found:
        if clash.id not in closed:
            record = desk.register.shelf.document(there.document)
            quote = there.span.cut(desk.register.text(record.id))
            yield {
                "id": clash.id, "what": clash.what, **noted(clash.note),
                "said": asked.words.say(clash.note), "document": record.id,
                "name": record.name, "start": there.span.start, "end": there.span.end, "quote": quote,
            }  # fmt: skip


def _other(clash: Contradiction, one: EntryRecord) -> Iterator[Quoted]:
    """Yield the other side of a contradiction that rests on words of an entry."""
    for here, there in ((clash.a, clash.b), (clash.b, clash.a)):
        if here.document == one.document and any(here.span.overlap(its) for its in one.evidence):
            yield there
            return
