"""Links and ties as rows: what was found is replaced when it is found again, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, and_, bindparam, delete, or_, select, update
from sqlalchemy.sql import Select

from mahdar.model.links import Link, Tie
from mahdar.model.spans import Span
from mahdar.model.values import LINKS
from mahdar.register.inserting import insert_all
from mahdar.register.schema import document, entry, link, place, tie

__all__ = ["MACHINE", "few", "links", "retire_links", "ties", "write_links", "write_ties"]

T = TypeVar("T")

MACHINE = "mahdar"
"""Who made the links that no person made."""

_AT_ONCE = 400
"""Values in one question; databases bound how many there may be."""


def links(
    connection: Connection, entries: Sequence[str] | None = None, kind: str | None = None
) -> Iterator[Link]:
    """Yield the links that hold between entries that are there, by their two ends.

    Args:
        connection: where to ask.
        entries: only links from or to these; None for all of documents that are no older versions.
        kind: only links of this kind.
    """
    query = _holding().order_by(link.c.source, link.c.target, link.c.kind)
    if kind is not None:
        query = query.where(link.c.kind == kind)
    if entries is None:
        yield from map(_link, connection.execute(query).mappings())
        return
    seen: set[str] = set()
    for some in few(entries):
        touched = query.where(or_(link.c.source.in_(some), link.c.target.in_(some)))
        for found in map(_link, connection.execute(touched).mappings()):
            if found.id not in seen:
                seen.add(found.id)
                yield found


def _holding() -> Select[tuple[object, ...]]:
    """Ask for links whose two ends are held, in documents that are no older versions."""
    query = select(link).where(link.c.state == "active")
    for end in (link.c.source, link.c.target):
        held, there = entry.alias(), document.alias()
        here = or_(there.c.path.is_(None), there.c.id.in_(select(place.c.document).distinct()))
        query = query.join(held, and_(held.c.id == end, held.c.state != "retired"))
        query = query.join(there, and_(there.c.id == held.c.document, here))
    return query


def write_links(
    connection: Connection,
    found: Iterable[Link],
    again: Iterable[str] = (),
    kinds: Collection[str] = LINKS,
) -> int:
    """Write links that the machine found.

    Args:
        connection: where to write.
        found: the links.
        again: entries whose links were looked for anew: what the machine had found from or to them before and
            has not found now is retired.
        kinds: which kinds of links were looked for anew.

    Returns:
        How many links are new or hold again.
    """
    for some in few(tuple(again)):
        touched = or_(link.c.source.in_(some), link.c.target.in_(some))
        its = update(link).where(touched, link.c.maker == MACHINE, link.c.kind.in_(sorted(kinds)))
        connection.execute(its.values(state="retired"))
    rows = {one.id: _row(one) for one in found}
    held = {
        row.id: row.state
        for some in few(tuple(rows))
        for row in connection.execute(select(link.c.id, link.c.state).where(link.c.id.in_(some)))
    }
    fresh = [row for id_, row in rows.items() if id_ not in held]
    insert_all(connection, link, fresh)
    kept = [{f"new_{key}": value for key, value in rows[id_].items()} for id_ in held]
    if kept:
        columns = ("score", "why", "pairs", "state")
        change = update(link).where(link.c.id == bindparam("new_id"), link.c.maker == MACHINE)
        connection.execute(change.values({name: bindparam(f"new_{name}") for name in columns}), kept)
    return len(fresh)


def retire_links(connection: Connection, ids: Iterable[str]) -> None:
    """Note that links which the machine found hold no longer."""
    for some in few(sorted(ids)):
        its = update(link).where(link.c.id.in_(some), link.c.maker == MACHINE)
        connection.execute(its.values(state="retired"))


def ties(connection: Connection, entries: Sequence[str] | None = None) -> Iterator[Tie]:
    """Yield where meetings belong, by entry; of these entries, or of all."""
    query = select(tie).order_by(tie.c.entry)
    if entries is None:
        yield from map(_tie, connection.execute(query).mappings())
        return
    for some in few(entries):
        yield from map(_tie, connection.execute(query.where(tie.c.entry.in_(some))).mappings())


def write_ties(connection: Connection, found: Iterable[Tie]) -> None:
    """Write where meetings belong; what stood of the same entries is replaced."""
    rows = {
        one.entry: {
            "entry": one.entry,
            "occasion": one.occasion,
            "series": one.series,
            "edition": one.edition,
            "inferred": int(one.inferred),
        }
        for one in found
    }
    for some in few(tuple(rows)):
        connection.execute(delete(tie).where(tie.c.entry.in_(some)))
    insert_all(connection, tie, list(rows.values()))


def few(values: Sequence[T]) -> Iterator[tuple[T, ...]]:
    """Cut values into runs that fit one question."""
    rest = iter(values)
    while some := tuple(islice(rest, _AT_ONCE)):
        yield some


def _row(one: Link) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "source": one.source,
        "target": one.target,
        "score": one.score,
        "why": one.why,
        "maker": MACHINE,
        "state": "active",
        "pairs": [[[mine.start, mine.end], [theirs.start, theirs.end]] for mine, theirs in one.pairs],
    }


def _link(row: RowMapping) -> Link:
    pairs = tuple((Span(*mine), Span(*theirs)) for mine, theirs in row["pairs"])
    return Link(row["kind"], row["source"], row["target"], row["score"], row["why"], pairs)


def _tie(row: RowMapping) -> Tie:
    return Tie(row["entry"], row["occasion"], row["series"], row["edition"], bool(row["inferred"]))
