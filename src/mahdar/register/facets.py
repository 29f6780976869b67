"""Counting and listing the entries in sight of one type, narrowed down by several things at once.

A value of a facet is counted among what all other facets leave: choosing another value of the same facet
widens a question. Parties and topics are different, an entry has several: each one chosen narrows it further.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, literal, or_, select

from mahdar.register.schema import document, entry_party
from mahdar.register.schema_explore import entry_track, explored

__all__ = ["BANDS", "FACETS", "SORTS", "Narrowed", "counted", "crossed", "found", "pairs", "total"]

FACETS: Final = ("kind", "party", "track", "year", "speaker", "review", "confidence", "document")
"""What entries are narrowed down by."""
BANDS: Final[Mapping[str, tuple[float, float]]] = {
    "high": (0.9, 2.0),
    "medium": (0.7, 0.9),
    "low": (-1.0, 0.7),
}
"""Band of confidence → from, up to but without."""
SORTS: Final = ("day", "kind", "speaker", "confidence", "review", "document")
_ALL_OF: Final = {"party", "track"}
_COLUMNS: Final = {name: explored.c[name] for name in ("kind", "year", "speaker", "review", "document")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Which entries are asked for; what is empty asks for all."""

    type: str
    """One of the six."""
    kind: tuple[str, ...] = ()
    """Any of these classes or kinds."""
    party: tuple[str, ...] = ()
    """All of these, in any role."""
    actor: str | None = None
    target: str | None = None
    track: tuple[str, ...] = ()
    """All of these topics."""
    year: tuple[str, ...] = ()
    """Any of these, as `2021`."""
    speaker: tuple[str, ...] = ()
    """Any of these, as entries write them."""
    review: tuple[str, ...] = ()
    """Any of `values.REVIEWS`."""
    confidence: tuple[str, ...] = ()
    """Any of `BANDS`."""
    document: tuple[str, ...] = ()
    """Any of these; the beginning of an id is enough."""


def total(connection: Connection, asked: Narrowed) -> int:
    """Return how many entries are asked for."""
    query = select(func.count()).select_from(explored).where(*_conditions(asked))
    return int(connection.scalar(query) or 0)


def counted(
    connection: Connection, asked: Narrowed, facet: str, most: int
) -> tuple[list[tuple[str, int]], int]:
    """Return the values of a facet, the most frequent first, and how many there are in all.

    Args:
        connection: to the register.
        asked: what is asked for; what it says of this facet itself is left aside.
        facet: one of `FACETS`.
        most: how many values at most.
    """
    value, query = _valued(asked, facet)
    number = _number(facet).label("number")
    kinds = func.count().over().label("kinds")  # how many groups there are, whatever the limit
    query = query.add_columns(number, kinds).where(value.is_not(None)).group_by(value)
    rows = connection.execute(query.order_by(number.desc(), value).limit(most)).all()
    return [(str(row[0]), int(row.number)) for row in rows], int(rows[0].kinds) if rows else 0


def found(
    connection: Connection, asked: Narrowed, sort: str, most: int | None = None, after: int = 0
) -> list[tuple[str, str | None]]:
    """Return the entries asked for with their days, in order.

    Args:
        connection: to the register.
        asked: what is asked for.
        sort: one of `SORTS`, with `-` in front from the end; what has no value comes last.
        most: how many at most; None for all.
        after: how many to leave out first.
    """
    query = select(explored.c.entry, explored.c.day).where(*_conditions(asked))
    name, down = sort.removeprefix("-"), sort.startswith("-")
    if name == "document":
        query = query.join(document, document.c.id == explored.c.document)
    column: ColumnElement[Any] = document.c.name if name == "document" else explored.c[name]
    way = column.desc() if down else column.asc()
    rest = (explored.c.document, explored.c.start, explored.c.entry)
    query = query.order_by(column.is_(None), way, *rest).offset(after)
    rows = connection.execute(query if most is None else query.limit(most))
    return [(str(row[0]), row[1]) for row in rows]


def crossed(
    connection: Connection, asked: Narrowed, down: str, across: str
) -> Iterator[tuple[str, str, int]]:
    """Yield how many entries have each pair of values of two facets, of which neither is missing."""
    one, query = _valued(asked, down, alone=False)
    other = _COLUMNS[across]
    query = query.add_columns(other.label("other"), _number(down).label("number"))
    query = query.where(one.is_not(None), other.is_not(None)).group_by(one, other)
    yield from ((str(row[0]), str(row[1]), int(row[2])) for row in connection.execute(query))


def pairs(connection: Connection, asked: Narrowed) -> Iterator[tuple[str, str, int]]:
    """Yield who acts at whom, and in how many of the acts asked for."""
    by, at = entry_party.alias(), entry_party.alias()
    query = (
        select(by.c.party, at.c.party, func.count())
        .select_from(explored)
        .join(by, (by.c.entry == explored.c.entry) & (by.c.role == "actors"))
        .join(at, (at.c.entry == explored.c.entry) & (at.c.role == "target"))
        .where(*_conditions(asked))
        .group_by(by.c.party, at.c.party)
    )
    yield from ((str(row[0]), str(row[1]), int(row[2])) for row in connection.execute(query))


def _valued(asked: Narrowed, facet: str, *, alone: bool = True) -> tuple[ColumnElement[Any], Select[Any]]:
    """Return what a facet groups by, and the question for it."""
    where = _conditions(asked, facet if alone else None)
    if facet == "party":
        query = select(entry_party.c.party).join(explored, explored.c.entry == entry_party.c.entry)
        return entry_party.c.party, query.where(*where)
    if facet == "track":
        query = select(entry_track.c.track).join(explored, explored.c.entry == entry_track.c.entry)
        return entry_track.c.track, query.where(*where)
    column = _band() if facet == "confidence" else _COLUMNS[facet]
    return column, select(column).select_from(explored).where(*where)


def _number(facet: str) -> ColumnElement[int]:
    """Count entries: somebody may be in one twice, as actor and as target."""
    return func.count(explored.c.entry.distinct()) if facet == "party" else func.count()


def _conditions(asked: Narrowed, without: str | None = None) -> list[ColumnElement[bool]]:
    """Return what must hold of an entry that is asked for."""
    what: list[ColumnElement[bool]] = [explored.c.type == asked.type]
    for name in ("kind", "year", "speaker", "review"):
        values = getattr(asked, name)
        if values and name != without:
            what.append(explored.c[name].in_(values))
    if asked.confidence and without != "confidence":
        what.append(or_(*(_in_band(band) for band in asked.confidence)))
    if asked.document and without != "document":
        what.append(or_(*(_begins(one) for one in asked.document)))
    what += [_has_party(entry_party.c.party == code) for code in asked.party]
    for role, code in (("actors", asked.actor), ("target", asked.target)):
        if code is not None:
            what.append(_has_party(entry_party.c.party == code, entry_party.c.role == role))
    topics = (select(entry_track.c.entry).where(entry_track.c.track == track) for track in asked.track)
    return what + [explored.c.entry.in_(its) for its in topics]


def _has_party(*what: ColumnElement[bool]) -> ColumnElement[bool]:
    return explored.c.entry.in_(select(entry_party.c.entry).where(*what))


def _begins(id_: str) -> ColumnElement[bool]:
    return (explored.c.document >= id_) & (explored.c.document < f"{id_}g")


def _in_band(band: str) -> ColumnElement[bool]:
    low, high = BANDS[band]
    return (explored.c.confidence >= low) & (explored.c.confidence < high)


def _band() -> ColumnElement[Any]:
    """Return the band of an entry's confidence."""
    whens = [(explored.c.confidence >= low, literal(name)) for name, (low, _) in BANDS.items()]
    return case(*whens)
