"""What entries mean, as vectors: kept beside the index, worked out by `pipeline.search_similar`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, delete, select

from mahdar.model.searching import Match, Sought
from mahdar.register.inserting import insert_all
from mahdar.register.linked import few
from mahdar.register.schema import entry
from mahdar.register.schema_search import searchable, vector
from mahdar.register.search_asking import Asked

__all__ = ["TYPES", "put", "stored", "wanting"]

TYPES: Final = ("act", "quote", "instrument")
"""Entries that say something; a date or an amount alone means too little."""

_WORDS: Final = 4
"""Words; what is shorter is near to everything."""


def wanting(connection: Connection, model: str) -> list[tuple[str, str]]:
    """Return the entries that have no vector of this model for their present words: id and words, by id."""
    its = select(entry.c.id, entry.c.evidence, vector.c.words).select_from(
        entry.join(searchable, searchable.c.entry == entry.c.id).outerjoin(
            vector, (vector.c.entry == entry.c.id) & (vector.c.model == model)
        )
    )
    its = its.where(searchable.c.held, searchable.c.current, entry.c.type.in_(TYPES)).order_by(entry.c.id)
    found = ((row.id, row.evidence[0][2], row.words) for row in connection.execute(its))
    long = (one for one in found if len(one[1].split()) >= _WORDS)
    return [(id_, words) for id_, words, held in long if held != _mark(words)]


def put(connection: Connection, model: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
    """Keep vectors: the entry's id, the words that it was made of, its numbers."""
    values = [
        {"entry": id_, "model": model, "words": _mark(words), "numbers": numbers}
        for id_, words, numbers in rows
    ]
    for some in few([value["entry"] for value in values]):
        connection.execute(delete(vector).where(vector.c.entry.in_(some)))
    insert_all(connection, vector, values)


def stored(connection: Connection, sought: Sought, model: str) -> tuple[Sequence[Match], bytes]:
    """Return everything found that has a vector, and all their vectors one behind the other."""
    columns = (searchable.c.document, searchable.c.entry, searchable.c.day, vector.c.numbers)
    rows = Asked(connection, sought).rows(columns, vector, vector.c.entry == searchable.c.entry, model)
    matches = [Match(row.document, row.entry, 0.0, row.day) for row in rows]
    return matches, b"".join(row.numbers for row in rows)


def _mark(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:16]
