"""What waits for review: which entries, in which order, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from mahdar.register.schema_explore import entry_track
from mahdar.register.schema_review import carried, original, word
from mahdar.register.wanted import OLDER

__all__ = ["ORDERS", "QUEUES", "Queue", "waiting"]

QUEUES: Final = ("unreviewed", "stale", "again", "mine", "second", "disputed")
"""What may wait: entries that nobody has judged; judged ones that the newest reading no longer finds; judged
ones of an older version that went over into no entry of the newest; those that I have not judged; of these,
those that somebody else has; those that reviewers judged differently."""

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
    narrowed = tuple(_conditions(queue))
    total = connection.scalar(select(func.count()).select_from(entry).where(*narrowed)) or 0
    if queue.order == "text":
        asked = _by_text(connection, narrowed, after, limit)
    else:
        asked = _by_confidence(connection, narrowed, after)
    rows = connection.execute(asked.limit(limit + 1)).mappings().all()
    records = tuple(_records(connection, rows[:limit], queue))
    return Waiting(records, total, records[-1].id if len(rows) > limit else None)


_Conditions: TypeAlias = Sequence[ColumnElement[bool]]
_IN_TEXT: Final = (entry.c.start, entry.c.end, entry.c.type, entry.c.id)


def _by_confidence(connection: Connection, narrowed: _Conditions, after: EntryId | None) -> Select[Any]:
    """Order a page by confidence, and begin it behind an entry."""
    key = (entry.c.confidence, entry.c.id)
    asked = select(entry).where(*narrowed)
    if after is not None:
        asked = asked.where(tuple_(*key) > tuple_(*_key_of(connection, after, key)))
    return asked.order_by(*key)


def _by_text(connection: Connection, narrowed: _Conditions, after: EntryId | None, limit: int) -> Select[Any]:
    """Order a page as the texts have it: first which documents it is of, then their entries.

    Each document has one entry or more, so a page is of no more documents than it has entries; to sort all
    entries by the names of their documents took ten times as long.
    """
    key = (document.c.name, document.c.id)
    holding = select(*key).where(document.c.id.in_(select(entry.c.document).where(*narrowed)))
    asked = select(entry).join(document, document.c.id == entry.c.document).where(*narrowed)
    if after is not None:
        begin = _key_of(connection, after, (*key, *_IN_TEXT))
        holding = holding.where(tuple_(*key) >= tuple_(*begin[:2]))
        asked = asked.where(tuple_(*key, *_IN_TEXT) > tuple_(*begin))
    rows = connection.execute(holding.order_by(*key).limit(limit + 1))
    asked = asked.where(entry.c.document.in_([row.id for row in rows]))
    return asked.order_by(*key, *_IN_TEXT)


def _key_of(connection: Connection, entry_: EntryId, key: Sequence[ColumnElement[Any]]) -> tuple[Any, ...]:
    """Return where an entry stands in an order."""
    asked = select(*key).select_from(entry.join(document, document.c.id == entry.c.document))
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


def _conditions(queue: Queue) -> Iterator[ColumnElement[bool]]:
    """Yield what holds of the entries asked for."""
    yield from _WHICH[queue.which](queue)
    if queue.which != "again":
        yield (
            entry.c.document.not_in(OLDER) if queue.document is None else entry.c.document == queue.document
        )
    for name in ("type", "kind"):
        if (value := getattr(queue, name)) is not None:
            yield entry.c[name] == value
    if queue.party is not None:
        yield entry.c.id.in_(select(entry_party.c.entry).where(entry_party.c.party == queue.party))
    if queue.track is not None:
        yield _about(queue.track, older=queue.document is not None or queue.which == "again")


def _about(track: str, *, older: bool) -> ColumnElement[bool]:
    """Ask for acts on a topic.

    Those in sight are filed under it. Older versions are not: there it is looked for in the fields, where it
    stands in quotes behind the name of its list.
    """
    if not older:
        return (entry.c.type == "act") & entry.c.id.in_(
            select(entry_track.c.entry).where(entry_track.c.track == track)
        )
    fields = cast(func.coalesce(entry.c.reviewed, entry.c.fields), Text)
    word = track.replace("/", "//").replace("%", "/%").replace("_", "/_")
    return (entry.c.type == "act") & fields.like(f'%"tracks":[%"{word}"%', escape="/")


def _unreviewed(_queue: Queue) -> Iterator[ColumnElement[bool]]:
    yield entry.c.review == "unreviewed"
    yield entry.c.state != "retired"


def _stale(_queue: Queue) -> Iterator[ColumnElement[bool]]:
    yield entry.c.review != "unreviewed"
    yield entry.c.state == "stale"


def _again(queue: Queue) -> Iterator[ColumnElement[bool]]:
    """The document is the newer version: there one looks for what became of the entry."""
    asked = select(carried.c.entry).where(carried.c.state == "open", carried.c.document.not_in(OLDER))
    yield entry.c.id.in_(
        asked if queue.document is None else asked.where(carried.c.document == queue.document)
    )


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
    "again": _again,
    "mine": _mine,
    "second": _second,
    "disputed": _disputed,
}


def _records(connection: Connection, rows: Sequence[RowMapping], queue: Queue) -> Iterator[EntryRecord]:
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
