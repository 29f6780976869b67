"""Which text stands under which path: a changed file is a new version, and the older ones step back.

A text that stands under several paths is one document; it is the newest version as long as one of them still
holds it. A document that came from a stream stands nowhere and is no version of anything.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Connection, delete, select, update

from mahdar.register.inserting import insert_all
from mahdar.register.schema import document, place

__all__ = ["Moves", "Place", "follow", "standing", "write_moves"]

Place: TypeAlias = tuple[str, str | None]
"""A document's id and the path under which it was read."""


@dataclass(frozen=True, slots=True)
class Moves:
    """What some documents change in where texts stand."""

    previous: Mapping[str, str]
    """Document → the text that stood under its path before."""
    now: Mapping[str, str]
    """Path → the document that newly stands there."""
    left: frozenset[str]
    """Documents that stand under one path less."""


def standing(connection: Connection, places: Iterable[Place]) -> dict[str, str]:
    """Return which documents the register has under these paths."""
    paths = {path for _, path in places if path}
    found = connection.execute(select(place.c.path, place.c.document).where(place.c.path.in_(paths)))
    return {row.path: row.document for row in found}


def follow(before: Mapping[str, str], places: Iterable[Place]) -> Moves:
    """Return what documents change, taken in the order in which they were read.

    Args:
        before: path → the document that stands there.
        places: where they were read.
    """
    now: dict[str, str] = {}
    previous: dict[str, str] = {}
    left: set[str] = set()
    for id_, path in places:
        held = now.get(path, before.get(path)) if path else None
        if path is None or held == id_:
            continue
        now[path] = id_
        if held is not None:
            left.add(held)
            previous.setdefault(id_, held)
    return Moves(previous, now, frozenset(left))


def write_moves(connection: Connection, moves: Moves) -> None:
    """Write where texts stand now; the documents themselves are in the register already."""
    if not moves.now:
        return
    connection.execute(delete(place).where(place.c.path.in_(moves.now)))
    rows = [{"path": path, "document": id_} for path, id_ in moves.now.items()]
    insert_all(connection, place, rows)
    _rename(connection, moves.left.union(moves.now.values()))


def _rename(connection: Connection, ids: Collection[str]) -> None:
    """Call documents that no longer stand where they were first read by a path where they do."""
    found = connection.execute(
        select(document.c.id, document.c.path, place.c.path.label("there"))
        .join(place, place.c.document == document.c.id)
        .where(document.c.id.in_(ids), document.c.path.is_not(None))
        .order_by(document.c.id, place.c.path)
    )
    places: dict[tuple[str, str], list[str]] = {}
    for row in found:
        places.setdefault((row.id, row.path), []).append(row.there)
    for (id_, path), there in places.items():
        if path not in there:
            values = {"path": there[0], "name": os.path.basename(there[0])}  # noqa: PTH119  # text, no file
            connection.execute(update(document).where(document.c.id == id_).values(values))
