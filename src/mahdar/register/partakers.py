"""Who takes part: the parties of entries in sight, and the people whom documents in sight name."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Text, cast, func, or_, select

from mahdar.lexicon.fold import fold
from mahdar.model.units import DocumentId, IsoDate, PartyCode
from mahdar.register.linked import few
from mahdar.register.schema import document, entry_party, person, sighting
from mahdar.register.schema_explore import explored
from mahdar.register.wanted import OLDER

__all__ = [
    "OfficeSeen", "PartySeen", "PersonSeen", "arabic_names", "called", "names", "offices", "parties",
    "people", "spoken_as",
]  # fmt: skip


_IN_SIGHT: Final = (
    sighting.c.state == "active",
    sighting.c.document.not_in(OLDER),
)
"""What holds of whoever is seen in a document that is no older version."""


@dataclass(frozen=True, slots=True)
class PartySeen:
    """A party of some entries."""

    code: PartyCode
    entries: dict[str, int]
    """Type → in how many entries of that type it is a party."""

    @property
    def total(self) -> int:
        """In how many entries it is a party."""
        return sum(self.entries.values())


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person whom documents name."""

    id: str
    name: str
    name_ar: str
    wikidata: str | None
    parties: tuple[PartyCode, ...]
    documents: int
    mentions: int


@dataclass(frozen=True, slots=True)
class OfficeSeen:
    """An office in which documents see somebody."""

    title: str
    party: PartyCode | None
    last: IsoDate | None
    """The last day on which a document says so; None where no such document states its day."""
    seen: int
    """How often."""


def names(connection: Connection, documents: Iterable[DocumentId]) -> dict[DocumentId, str]:
    """Return what documents are called."""
    asked = select(document.c.id, document.c.name)
    found: dict[DocumentId, str] = {}
    for some in few(tuple(dict.fromkeys(documents))):
        found |= {
            DocumentId(row.id): row.name for row in connection.execute(asked.where(document.c.id.in_(some)))
        }
    return found


def arabic_names(connection: Connection) -> dict[str, str]:
    """Return Latin names of people → the fullest Arabic form; several of one name share one."""
    asked = select(person.c.name, person.c.name_ar).order_by(person.c.name, person.c.id.desc())
    return {row.name: row.name_ar for row in connection.execute(asked) if row.name_ar}


def parties(connection: Connection) -> tuple[PartySeen, ...]:
    """Return everybody who is a party to some entry in sight, those of most entries first."""
    number = func.count(explored.c.entry.distinct())
    query = select(entry_party.c.party, explored.c.type, number).join(
        explored, explored.c.entry == entry_party.c.entry
    )
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for code, kind, count in connection.execute(query.group_by(entry_party.c.party, explored.c.type)):
        counts[code][kind] = count
    found = (PartySeen(code, its) for code, its in counts.items())
    return tuple(sorted(found, key=lambda one: (-one.total, one.code)))


def people(connection: Connection, words: str, party: str | None) -> tuple[PersonSeen, ...]:
    """Return the people in sight, those in most documents first."""
    size = func.sum(func.json_array_length(sighting.c.mentions)).label("mentions")
    documents = func.count(sighting.c.document.distinct()).label("documents")
    each = select(sighting.c.person, documents, size).where(*_IN_SIGHT).group_by(sighting.c.person)
    if party is not None:
        said = (_plain(column) for column in (sighting.c.mentions, sighting.c.offices))
        each = each.where(or_(*(one.contains(json.dumps(party), autoescape=True) for one in said)))
    seen = each.subquery()
    columns = (person.c.id, person.c.name, person.c.name_ar, person.c.wikidata, person.c.parties)
    query = select(*columns, seen.c.documents, seen.c.mentions).join(seen, seen.c.person == person.c.id)
    if words.strip():
        query = query.where(person.c.id.in_(_named(connection, words)))
    rows = connection.execute(
        query.order_by(seen.c.documents.desc(), seen.c.mentions.desc(), person.c.name, person.c.id)
    )
    return tuple(_person(row) for row in rows)


def offices(connection: Connection, who: Sequence[str]) -> dict[str, tuple[OfficeSeen, ...]]:
    """Return the offices in which documents see some people, the latest first, then the most frequent."""
    query = select(sighting.c.person, sighting.c.offices).where(*_IN_SIGHT)
    counts: defaultdict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    last: dict[tuple[str, str, str | None], str] = {}
    for some in few(who):
        for id_, seen in connection.execute(query.where(sighting.c.person.in_(some))):
            for title, party, _, _, date in seen:
                counts[id_][title, party] += 1
                last[id_, title, party] = max(last.get((id_, title, party), ""), date or "")
    return {
        id_: tuple(
            sorted(
                (OfficeSeen(*key, last[(id_, *key)] or None, count) for key, count in its.items()),
                key=lambda one: (one.last or "", one.seen, one.title),
                reverse=True,
            )
        )
        for id_, its in counts.items()
    }


def called(connection: Connection, who: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the Latin and Arabic names of people."""
    asked = select(person.c.id, person.c.name, person.c.name_ar)
    found: dict[str, tuple[str, str]] = {}
    for some in few(tuple(dict.fromkeys(who))):
        rows = connection.execute(asked.where(person.c.id.in_(some)))
        found |= {row.id: (row.name, row.name_ar) for row in rows}
    return found


def spoken_as(connection: Connection, who: str) -> tuple[str, ...]:
    """Return the Latin names that documents give a person; entries know a speaker by one of them."""
    seen = select(sighting.c.name).where(sighting.c.person == who, sighting.c.state == "active").distinct()
    return tuple(sorted(connection.scalars(seen)))


def _named(connection: Connection, words: str) -> list[str]:
    """Return whom all these words may name."""
    wanted = fold(words).casefold().split()
    query = select(sighting.c.person, sighting.c.name, sighting.c.name_ar).distinct()
    known = {(row.person, row.name, row.name_ar) for row in connection.execute(query)}
    own = connection.execute(select(person.c.id, person.c.name, person.c.name_ar))
    known |= {(row.id, row.name, row.name_ar) for row in own}
    said = ((id_, f"{name.casefold()} {fold(name_ar).casefold()}") for id_, name, name_ar in known)
    return sorted({id_ for id_, names_ in said if all(word in names_ for word in wanted)})


def _plain(column: Any) -> Any:  # noqa: ANN401  # a column of any kind
    """Return the JSON of a column as text."""
    return cast(column, Text)


def _person(row: Any) -> PersonSeen:  # noqa: ANN401
    ends = (row.id, row.name, row.name_ar, row.wikidata)
    return PersonSeen(*ends, tuple(row.parties), row.documents, int(row.mentions or 0))
