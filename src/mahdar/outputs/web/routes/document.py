"""A document's page: its text with its entries marked, and beside it the entry that one has chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Final, Literal

from fastapi import Query

from mahdar.errors import UnknownIdError
from mahdar.lexicon.values import values_of
from mahdar.model.links import Tie
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.entry_view import parties_of, view
from mahdar.outputs.web.pages import Page, Pages
from mahdar.outputs.web.pieces import lay_out
from mahdar.outputs.web.runs import Marked
from mahdar.outputs.web.who import may
from mahdar.outputs.web.worked_out import known_series

__all__ = ["pages"]

TYPES: Final = ("meeting", "instrument", "act", "amount", "quote", "date")
pages = Pages()

Types = Annotated[list[Literal["meeting", "instrument", "act", "amount", "quote", "date"]], Query()]


@pages.page("/documents/{document}", "document.html")
def document(  # noqa: PLR0913, PLR0917  # one question of the address a parameter
    asked: Ask,
    document: str,
    entry: str | None = None,
    type: Types = [],  # noqa: A002, B006  # the address's own word; never changed
    kind: str | None = None,
    party: str | None = None,
    track: str | None = None,
    rejected: bool = False,
    noise: Literal["fold", "open", "hide"] = "fold",
) -> Page:
    """Show a document; choose an entry of it; mark only some of its entries."""
    record = asked.desk.register.shelf.document(document)
    every = tuple(asked.desk.register.entries(record.id))
    chosen = _chosen(asked, record, every, entry)
    wanted = {"type": tuple(type), "kind": kind or None, "party": party or None, "track": track or None}
    counted = [one for one in every if rejected or one.review != "rejected"]
    marked = [one for one in counted if _wanted(one, wanted)]
    if chosen is not None and all(one.id != chosen.id for one in marked):
        marked = sorted([*marked, chosen], key=lambda one: (one.evidence[0].start, one.evidence[0].end))
    text = asked.desk.register.text(record.id)
    data = {
        **_about(asked, record),
        "text": text,
        "sessions": _sessions(asked, every),
        "entries": marked,
        "chosen": None if chosen is None else view(asked, chosen, every),
    }
    dialogues = {one.id: one for one in known_series(asked.desk)} if data["sessions"] else {}
    words = [Marked(one.id, one.type, one.evidence) for one in marked]
    return Page(
        data,
        private={
            "sections": lay_out(text, record.page, words, chosen.id if chosen else None),
            "choices": _choices(counted),
            "wanted": {**wanted, "rejected": rejected, "noise": noise},
            "every": {one.id: one for one in every},
            "total": len(counted),
            "series": dialogues,
            "types": TYPES,
            **_reviewing(asked),
            "links": _links(asked, marked),
            "here": next((n for n, one in enumerate(marked) if chosen and one.id == chosen.id), None),
        },
    )


@pages.page("/entries/{entry}", "entry.html")
def entry(asked: Ask, entry: str) -> Page:
    """Show one entry alone, as the pane of its document shows it."""
    one = asked.desk.register.entry(entry)
    record = asked.desk.register.shelf.document(one.document)
    every = tuple(asked.desk.register.entries(record.id))
    data = {"document": record, "chosen": view(asked, one, every)}
    private = {
        **_reviewing(asked),
        "text": asked.desk.register.text(record.id),
        "every": {it.id: it for it in (*every, one)},
    }
    return Page(data, private=private)


def _links(asked: Asked, marked: Iterable[EntryRecord]) -> dict[str, str]:
    """Return the address at which each entry is chosen, the marking kept."""
    base = asked.here(entry=None, spans=None, find=None, add=None)
    joint = "&" if "?" in base else "?"
    return {one.id: f"{base}{joint}entry={one.id}#e-{one.id}" for one in marked}


def _reviewing(asked: Asked) -> dict[str, Any]:
    """Return what the forms of review need."""
    reasons = (one.name for one in values_of(asked.desk.lexicon, "reasons"))
    return {"reviewer": may(asked.who, "reviewer"), "reasons": tuple(reasons)}


def _sessions(asked: Asked, every: Iterable[EntryRecord]) -> list[Tie]:
    """Return the sessions that a document speaks of, each once, those it speaks of most first."""
    found = asked.desk.register.ties([one.id for one in every if one.type == "meeting"])
    known = [one for one in found if one.series and one.edition]
    said = Counter((one.series, one.edition) for one in known)
    first = {(one.series, one.edition): one for one in reversed(known)}
    return [first[which] for which, _ in said.most_common()]


def _about(asked: Asked, record: DocumentRecord) -> dict[str, Any]:
    """Return a document with its versions and whom it names."""
    its = asked.desk.register.shelf
    return {
        "document": record,
        "articles": [
            {
                "id": one.id_in(record.id),
                "kind": one.kind,
                "published": one.published,
                "publisher": one.publisher,
            }
            for one in record.page.articles
        ],
        "versions": [
            {"id": one.id, "name": one.name, "added": one.added, "current": one.current}
            for one in its.versions(record.id)
        ],
        "people": its.people(record.id),
        "comments": [
            one for one in asked.desk.register.reviews.comments(document=record.id) if not one.entry
        ],
    }


def _chosen(
    asked: Asked, record: DocumentRecord, every: Iterable[EntryRecord], entry: str | None
) -> EntryRecord | None:
    """Return the entry that is chosen; one that is no longer found, too."""
    if not entry:
        return None
    found = next((one for one in every if one.id.startswith(entry)), None)
    found = found or asked.desk.register.entry(entry)
    if found.document != record.id:
        raise UnknownIdError(asked.said("This entry stands in another document."))
    return found


def _wanted(one: EntryRecord, wanted: Mapping[str, Any]) -> bool:
    """Say whether an entry is to be marked."""
    return (
        (not wanted["type"] or one.type in wanted["type"])
        and (wanted["kind"] is None or _kind(one) == wanted["kind"])
        and (wanted["party"] is None or wanted["party"] in parties_of(one))
        and (wanted["track"] is None or wanted["track"] in one.fields.get("tracks", ()))
    )


def _kind(one: EntryRecord) -> str | None:
    found: str | None = one.fields.get("class") or one.fields.get("kind")
    return found


def _choices(every: Sequence[EntryRecord]) -> dict[str, Any]:
    """Return what the entries of a document can be narrowed down by, with how many have it."""
    kinds = Counter((one.type, _kind(one)) for one in every if _kind(one))
    return {
        "type": Counter(one.type for one in every),
        "kind": [
            (kind, [(value, count) for (its, value), count in kinds.most_common() if its == kind])
            for kind in ("act", "meeting", "instrument")
        ],
        "party": Counter(code for one in every for code in parties_of(one)).most_common(),
        "track": Counter(track for one in every for track in one.fields.get("tracks", ())).most_common(),
    }
