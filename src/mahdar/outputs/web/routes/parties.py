"""States and organisations: who they are, whom they meet and speak to, what they sign and promise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import Query

from mahdar.errors import UnknownIdError
from mahdar.lexicon.directory import Party, parties_known
from mahdar.lexicon.fold import fold
from mahdar.model.labels import Label
from mahdar.model.records import EntryRecord
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.drawing import Bars, bars
from mahdar.outputs.web.pages import Page, Pages
from mahdar.outputs.web.paging import cut
from mahdar.register.exploring import Exploring
from mahdar.register.facets import Narrowed

__all__ = ["pages"]

pages = Pages()

TYPES: Final = ("meeting", "instrument", "act", "amount", "quote")
_FEW, _PEOPLE, _OTHERS = 5, 15, 12


@pages.page("/parties", "parties.html", table=True)
def parties(
    asked: Ask, q: Annotated[str, Query(max_length=200)] = "", page: Annotated[int, Query(ge=1)] = 1
) -> Page:
    """List parties, those of most entries first."""
    words = fold(q).casefold().split()
    known = {one.code: one for one in parties_known(asked.desk.lexicon)}
    seen = asked.desk.passing.get("parties", asked.desk.register.exploring.parties)
    rows = [_row(asked, one.code, one.entries, known) for one in seen]
    found = [row for row in rows if _is_called(row, words)]
    return Page({"query": q, "parties": cut(found, page)}, found, private={"types": TYPES})


@pages.page("/parties/{code:path}", "party.html")
def party(asked: Ask, code: str) -> Page:
    """Show one party."""
    desk, exploring = asked.desk, asked.desk.register.exploring
    known = {one.code: one for one in parties_known(desk.lexicon)}
    totals = {kind: exploring.total(Narrowed(type=kind, party=(code,))) for kind in TYPES}
    people = exploring.people("", code)
    if not any(totals.values()) and not people and code not in known:
        raise UnknownIdError(asked.said("The register knows no party %(code)s.", code=code))
    offices = exploring.offices([one.id for one in people[:_PEOPLE]])
    said, told = _pairs(exploring, code)
    topics = exploring.facet(Narrowed(type="act", actor=code), "track", 20).values
    data = {
        **_row(asked, code, totals, known),
        "people_total": len(people),
        "people": [
            {"id": one.id, "name": one.name, "name_ar": one.name_ar, "documents": one.documents,
             "offices": [its for its in offices.get(one.id, ()) if its.party in {code, None}][:3]}
            for one in people[:_PEOPLE]
        ],
        "meetings": _some(exploring, Narrowed(type="meeting", party=(code,))),
        "instruments": _some(exploring, Narrowed(type="instrument", party=(code,))),
        "commitments": _some(exploring, Narrowed(type="act", kind=("commit",), actor=code)),
        "speaks_to": said, "is_spoken_to_by": told, "topics": topics,
    }  # fmt: skip
    drawn = {
        name: _bars(asked, name, code, data[name]) for name in ("speaks_to", "is_spoken_to_by", "topics")
    }
    names = exploring.names([one.document for name in _LISTS for one in data[name]["entries"]])
    return Page(data, private={"types": TYPES, "drawn": drawn, "names": names})


_LISTS: Final = ("meetings", "instruments", "commitments")


def _row(asked: Asked, code: str, entries: Mapping[str, int], known: Mapping[str, Party]) -> dict[str, Any]:
    """Return a party with its names and how often it stands in entries of each type."""
    words = {
        language: asked.desk.wording[language].of(Label("party", code)) for language in asked.desk.wording
    }
    kind = known[code].kind if code in known else None
    counts = {kind_: entries.get(kind_, 0) for kind_ in TYPES}
    return {"code": code, "kind": kind, "name": words["en"], "name_ar": words["ar"], **counts}


def _is_called(row: Mapping[str, Any], words: list[str]) -> bool:
    """Say whether all words stand in a party's names or code."""
    said = fold(f"{row['code']} {row['name']} {row['name_ar']}").casefold()
    return all(word in said for word in words)


def _some(exploring: Exploring, what: Narrowed) -> dict[str, Any]:
    """Return how many entries are asked for, and the newest."""
    entries: tuple[EntryRecord, ...] = exploring.part(what, "-day", _FEW)
    return {"total": exploring.total(what), "entries": entries}


def _pairs(exploring: Exploring, code: str) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return at whom a party acts and who acts at it, most often first."""
    at = Counter(
        {two: count for one, two, count in exploring.pairs(Narrowed(type="act", actor=code)) if one == code}
    )
    by = Counter(
        {one: count for one, two, count in exploring.pairs(Narrowed(type="act", target=code)) if two == code}
    )
    return at.most_common(_OTHERS), by.most_common(_OTHERS)


def _bars(asked: Asked, name: str, code: str, counts: Any) -> Bars | None:  # noqa: ANN401  # values and counts
    """Draw how often; each bar leads to its acts."""
    if not counts:
        return None
    kind = "tracks" if name == "topics" else "party"
    names = {value: asked.words.of(Label(kind, value)) for value, _ in counts}
    mine, theirs = {"speaks_to": ("actor", "target"), "is_spoken_to_by": ("target", "actor")}.get(
        name, ("actor", "track")
    )

    def url(value: str) -> str:
        return f"/explore/act?{urlencode({mine: code, theirs: value})}"

    return bars(counts, names, asked.direction, url)
