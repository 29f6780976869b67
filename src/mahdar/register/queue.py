"""What waits for review: which entries, in which order, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Text,
    cast,
    distinct,
    exists,
    func,
    or_,
    select,
    tuple_,
)

from mahdar.errors import RegisterError
from mahdar.model.codec import evidence_of
from mahdar.model.records import EntryRecord
from mahdar.model.reviews import Waiting
from mahdar.model.units import EntryId
from mahdar.register.queries import entry_record
from mahdar.register.schema import document, entry, entry_party
from mahdar.register.schema_review import original, word
from mahdar.register.wanted import CURRENT

__all__ = ["ORDERS", "QUEUES", "Queue", "waiting"]

QUEUES: Final = ("unreviewed", "stale", "mine", "second", "disputed")
"""What may wait: entries that nobody has judged; judged ones that the newest reading no longer finds; those
that I have not judged; of these, those that somebody else has; those that reviewers judged differently."""

ORDERS: Final = ("confidence", "text")
"""Least sure first, or document by document as the texts have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Which entries wait for whom; None asks for all."""

    which: str = "unreviewed"
    """One of `QUEUES`."""
    who: str | None = None
    """Who asks; `mine` and `second` are about this person and show nothing of what others said."""
    order: str = "confidence"
    """One of `ORDERS`."""
    type: str | None = None
    kind: str | None = None
    """An act's class, a meeting's or an instrument's kind."""
    party: str | None = None
    """In any role."""
    track: str | None = None
    document: str | None = None
    """Its whole id; an older version is found by it too."""

    @property
    def alone(self) -> str | None:
        """Who is to judge without seeing what others said."""
        return self.who if self.which in {"mine", "second"} else None


def waiting(connection: Connection, queue: Queue, after: EntryId | None, limit: int) -> Waiting:
    """Return a page of the queue.

    Args:
        connection: to the register.
        queue: what is asked for.
        after: the entry behind which the page begins, wherever it now stands; None begins at the first.
        limit: how many entries at most.

    Raises:
        RegisterError: there is no such queue or order, or the queue needs to know who asks.
    """
    _check(queue)
    total = connection.scalar(_narrowed(select(func.count()).select_from(entry), queue)) or 0
    key = _KEYS[queue.order]
    asked = _narrowed(select(entry), queue, ordered=True).order_by(*key)
    if after is not None:
        asked = asked.where(tuple_(*key) > tuple_(*_key_of(connection, after, queue.order)))
    rows = list(islice(connection.execute(asked.limit(limit + 1)).mappings(), limit + 1))
    records = tuple(_records(connection, rows[:limit], queue))
    return Waiting(records, total, records[-1].id if len(rows) > limit else None)


_Key: TypeAlias = tuple[ColumnElement[Any], ...]

_KEYS: Final[dict[str, _Key]] = {
    "confidence": (entry.c.confidence, entry.c.id),
    "text": (document.c.name, document.c.id, entry.c.start, entry.c.end, entry.c.type, entry.c.id),
}


def _key_of(connection: Connection, entry_: EntryId, order: str) -> tuple[Any, ...]:
    """Return where an entry stands in an order."""
    asked = select(*_KEYS[order]).select_from(entry.join(document, document.c.id == entry.c.document))
    row = connection.execute(asked.where(entry.c.id == entry_)).first()
    if row is None:
        raise RegisterError(f"the queue cannot begin behind {entry_}: there is no such entry")
    return tuple(row)


def _check(queue: Queue) -> None:
    if queue.which not in QUEUES:
        raise RegisterError(f"{queue.which} is no queue; use one of {', '.join(QUEUES)}")
    if queue.order not in ORDERS:
        raise RegisterError(f"{queue.order} is no order of the queue; use one of {', '.join(ORDERS)}")
    if queue.which in {"mine", "second"} and not queue.who:
        raise RegisterError(f"the queue «{queue.which}» needs the name of whoever asks")


def _narrowed(asked: Select[Any], queue: Queue, *, ordered: bool = False) -> Select[Any]:
    """Narrow a query down to what is asked for."""
    if queue.document is None or (ordered and queue.order == "text"):
        asked = asked.join(document, document.c.id == entry.c.document)
    return asked.where(*_conditions(queue))


def _conditions(queue: Queue) -> Iterator[ColumnElement[bool]]:
    """Yield what holds of the entries asked for."""
    yield from _WHICH[queue.which](queue)
    if queue.document is None:
        yield CURRENT
    for name in ("document", "type", "kind"):
        if (value := getattr(queue, name)) is not None:
            yield entry.c[name] == value
    if queue.party is not None:
        yield exists().where(entry_party.c.entry == entry.c.id, entry_party.c.party == queue.party)
    if queue.track is not None:
        yield _about(queue.track)


def _about(track: str) -> ColumnElement[bool]:
    """Ask for acts on a topic: as the fields are written, a topic stands in quotes in its list."""
    fields = cast(func.coalesce(entry.c.reviewed, entry.c.fields), Text)
    return (entry.c.type == "act") & fields.regexp_match(f'"tracks": ?\\[[^]]*"{track}"')


def _unreviewed(_queue: Queue) -> Iterator[ColumnElement[bool]]:
    yield entry.c.review == "unreviewed"
    yield entry.c.state != "retired"


def _stale(_queue: Queue) -> Iterator[ColumnElement[bool]]:
    yield entry.c.review != "unreviewed"
    yield entry.c.state == "stale"


def _mine(queue: Queue) -> Iterator[ColumnElement[bool]]:
    yield entry.c.state != "retired"
    yield ~exists().where(word.c.entry == entry.c.id, word.c.who == queue.who)


def _second(queue: Queue) -> Iterator[ColumnElement[bool]]:
    yield from _mine(queue)
    yield entry.c.id.in_(select(word.c.entry).where(word.c.who != queue.who))


def _disputed(_queue: Queue) -> Iterator[ColumnElement[bool]]:
    said = func.coalesce(cast(word.c.fields, Text), word.c.verdict)
    differ = or_(func.count(distinct(said)) > 1, func.count(distinct(cast(word.c.evidence, Text))) > 1)
    yield entry.c.state != "retired"
    yield entry.c.id.in_(select(word.c.entry).group_by(word.c.entry).having(differ))


_WHICH: Final = {
    "unreviewed": _unreviewed,
    "stale": _stale,
    "mine": _mine,
    "second": _second,
    "disputed": _disputed,
}


def _records(connection: Connection, rows: list[RowMapping], queue: Queue) -> Iterator[EntryRecord]:
    """Yield the entries; for somebody who judges alone as they were read."""
    if queue.alone is None:
        yield from map(entry_record, rows)
        return
    ids = [row["id"] for row in rows]
    found = connection.execute(select(original).where(original.c.entry.in_(ids)))
    read = {row.entry: evidence_of(row.evidence) for row in found}
    for row in rows:
        record = entry_record(row)
        evidence = read.get(record.id, record.evidence)
        reader = record.reader.partition(" ")[0] if record.reader.startswith("person ") else record.reader
        yield replace(record, review="unreviewed", fields=row["fields"], evidence=evidence, reader=reader)
