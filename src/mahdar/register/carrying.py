"""A newer version of a document inherits what people said of the older one, where its words stand unchanged.

An entry of the older version goes over into the entry of the newer one that is of the same type, class or
kind, on the same words at the place where they stand now. What was said is written there as what it is: by
whoever said it, each as an event that says from where it was carried. An entry that has none to go over into
is to be looked at again. What somebody has said of the newer version already is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, delete, or_, select, update

from mahdar.errors import MahdarError
from mahdar.linking.versions import Versions
from mahdar.model.document import short_hash
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId
from mahdar.register.commenting import comments, write_comment
from mahdar.register.entering import Entered, enter
from mahdar.register.histories import holding, write_event
from mahdar.register.marking import as_read
from mahdar.register.reviewing import Verdict, record
from mahdar.register.rows import Row, is_persons
from mahdar.register.schema import document, entry
from mahdar.register.schema_review import carried, comment, word
from mahdar.register.words import put_word

__all__ = ["carry_over"]

_RUNS: Final = ("trigger", "content", "question", "name")
"""Fields that are places in the text."""


def carry_over(connection: Connection, previous: Mapping[str, str], at: str) -> None:
    """Have newer versions inherit what was said of the older ones.

    Args:
        connection: in a transaction that may write; both versions are in the register.
        previous: newer version → the older one, in the order in which they were read.
        at: when.
    """
    for new, old in previous.items():
        _stand_again(connection, new)
        for source, rows in _said_of(connection, old):
            both = _Both(connection, DocumentId(source), DocumentId(new), at)
            for row in rows:
                both.carry(row)


def _stand_again(connection: Connection, version: str) -> None:
    """Have nothing wait of a version that stands under its path again: its own entries hold what was said."""
    its = carried.c.entry.in_(select(entry.c.id).where(entry.c.document == version))
    waits = update(carried).where(its, carried.c.state == "open")
    connection.execute(waits.values(state="settled"))


def _said_of(connection: Connection, old: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield the entries of a version of which somebody said something, and those that it had open itself."""
    said = or_(
        entry.c.review != "unreviewed",
        entry.c.id.in_(select(word.c.entry)),
        entry.c.id.in_(select(comment.c.entry).where(comment.c.state == "active")),
    )
    mine = (entry.c.document == old) & (entry.c.state != "retired") & said
    waits = select(carried.c.entry).where(carried.c.document == old, carried.c.state == "open")
    asked = select(entry).where(or_(mine, entry.c.id.in_(waits)))
    found: dict[str, list[Row]] = {}
    for row in connection.execute(asked.order_by(entry.c.start, entry.c.id)).mappings():
        found.setdefault(row["document"], []).append(dict(row))
    yield from sorted(found.items())


class _GoneError(MahdarError):
    """Words that stand in the newer version no more, or not so."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands of an entry, at the places of the newer version."""

    evidence: tuple[Span, ...]
    fields: dict[str, Any] | None
    """None: the entry is rejected."""


class _Both:
    """Two versions of a document while what was said of one goes over to the other."""

    def __init__(self, connection: Connection, old: DocumentId, new: DocumentId, at: str) -> None:
        self._connection, self._new, self._at = connection, new, at
        columns = (document.c.id, document.c.text, document.c.added)
        rows = {
            row.id: row for row in connection.execute(select(*columns).where(document.c.id.in_((old, new))))
        }
        self._version = rows[old].added
        self._texts = Versions(rows[old].text, rows[new].text)

    def carry(self, row: Row) -> None:
        """Have one entry go over, or wait to be looked at again."""
        if row["review"] == "rejected" and is_persons(row["reader"]):
            return  # added and removed: nothing of it stands
        read = as_read(self._connection, row)
        try:
            target = self._added(row) if is_persons(row["reader"]) else self._same(read)
            if target is not None:
                self._verdict(row, target)
                self._words(row, target)
                self._comments(row, target)
        except MahdarError:
            target = None
        self._note(row["id"], target)

    def _same(self, read: Row) -> str | None:
        """Return the entry of the newer version that says the same on the same words."""
        places = self._places(read["evidence"])
        id_ = short_hash(self._new, read["type"], *((one.start, one.end) for one in places))
        asked = select(entry.c.fields).where(entry.c.id == id_, entry.c.state == "active")
        fields = self._connection.scalar(asked)
        return id_ if fields is not None and _kind(fields) == _kind(read["fields"]) else None

    def _added(self, row: Row) -> str:
        """Add an entry to the newer version that a person added to the older one; return its id."""
        added = next(one for one in holding(self._connection, row["id"]) if one["what"] == "added")
        said = self._moved(row["evidence"], row["reviewed"] or row["fields"])
        id_ = short_hash(self._new, row["type"], *((one.start, one.end) for one in said.evidence))
        known = select(entry.c.id).where(entry.c.id == id_, entry.c.state != "retired")
        if self._connection.scalar(known) is not None:
            return id_
        return enter(self._connection, Entered(
            self._new, row["type"], said.evidence, said.fields or {}, added["who"], self._at, added["why"],
            self._origin(row, added),
        ))  # fmt: skip

    def _verdict(self, row: Row, target: str) -> None:
        """Write the verdict that holds."""
        held = [one for one in holding(self._connection, row["id"]) if one["what"] != "unreviewed"]
        now = self._connection.scalar(select(entry.c.review).where(entry.c.id == target))
        if row["review"] == "unreviewed" or not held or now != "unreviewed":
            return
        last, said = held[-1], self._moved(row["evidence"], row["reviewed"])
        marked = as_read(self._connection, row)["evidence"] != row["evidence"]
        reason = (last["data"] or {}).get("reason")
        record(self._connection, target, Verdict(
            row["review"], last["who"], self._at, last["why"], said.fields, said.evidence if marked else (),
            reason, carried=self._origin(row, last),
        ))  # fmt: skip

    def _words(self, row: Row, target: str) -> None:
        """Write each reviewer's own word as it was said, where its words stand."""
        has = set(self._connection.scalars(select(word.c.who).where(word.c.entry == target)))
        held = dict(self._connection.execute(select(entry).where(entry.c.id == target)).mappings().one())
        asked = select(word).where(word.c.entry == row["id"])
        for one in [dict(found) for found in self._connection.execute(asked).mappings()]:
            who, said = one["who"], self._word(one)
            if said is not None and who not in has:
                put_word(self._connection, target, who, said)
                data = {"verdict": one["verdict"], "carried": self._origin(row, one)}
                write_event(self._connection, held, ("word", who, self._at, one["why"]), data)
            elif said is not None and self._is_carried(target, who):
                put_word(self._connection, target, who, said)

    def _word(self, one: Row) -> Row | None:
        """Return a reviewer's word at the places of the newer version; None where it does not fit there."""
        try:
            said = self._moved(one["evidence"], one["fields"])
        except _GoneError:
            return None
        quotes = zip(said.evidence, one["evidence"], strict=True)
        kept = {name: one[name] for name in ("verdict", "reason", "why", "at", "alone")}
        return kept | {
            "fields": said.fields,
            "evidence": [[run.start, run.end, old[2]] for run, old in quotes],
        }

    def _is_carried(self, target: str, who: str) -> bool:
        """Say whether a reviewer's verdict on an entry came over just now: its word is the older one's."""
        last = holding(self._connection, target)[-1:]
        return any(
            (one["who"], one["at"]) == (who, self._at) and "carried" in (one["data"] or {}) for one in last
        )

    def _comments(self, row: Row, target: str) -> None:
        """Write the comments that are not there yet."""
        there = {(one.who, one.words, one.at) for one in comments(self._connection, entry=target)}
        for one in list(comments(self._connection, entry=row["id"])):
            if (one.who, one.words, one.at) not in there:
                origin = self._origin(row, {"at": one.at, "data": None})
                if one.carried is not None:
                    origin = {name: getattr(one.carried, name) for name in origin}
                write_comment(
                    self._connection, (self._new, target), one.who, one.at, one.words, carried=origin
                )

    def _note(self, entry_: str, target: str | None) -> None:
        """Note into which entry one went over; an open one of the version before waits for this one now."""
        waits = (carried.c.entry == entry_) & (carried.c.state == "open")
        self._connection.execute(update(carried).where(waits).values(state="settled"))
        its = (carried.c.entry == entry_) & (carried.c.document == self._new)
        self._connection.execute(delete(carried).where(its))
        state = "open" if target is None else "carried"
        row = {"entry": entry_, "document": self._new, "into": target, "state": state, "at": self._at}
        self._connection.execute(carried.insert().values(**row))

    def _origin(self, row: Row, said: Mapping[str, Any]) -> Row:
        """Return where something was said first, as an event's data has it."""
        before = (said.get("data") or {}).get("carried")
        own = {"document": row["document"], "entry": row["id"], "version": self._version, "at": said["at"]}
        return before or own

    def _moved(self, evidence: Sequence[Sequence[Any]], fields: Mapping[str, Any] | None) -> _Said:
        """Return what stands of an entry where its words stand now.

        Raises:
            _GoneError: some of them stand there no more.
        """
        places = tuple(self._places(evidence))
        if fields is None:
            return _Said(places, None)
        moved = {
            name: self._field(value, evidence, places) if name in _RUNS and value else value
            for name, value in fields.items()
        }
        return _Said(places, moved)

    def _places(self, evidence: Sequence[Sequence[Any]]) -> list[Span]:
        places = [self._texts.now(Span(one[0], one[1])) for one in evidence]
        if None in places:
            raise _GoneError("some words stand there no more")
        return [one for one in places if one is not None]

    def _field(
        self, value: Mapping[str, int], evidence: Sequence[Sequence[Any]], places: Sequence[Span]
    ) -> dict[str, int]:
        """Return where a field's words stand now: those inside the evidence moved with it."""
        span = Span(value["start"], value["end"])
        inside = (
            Span(span.start + now.start - one[0], span.end + now.start - one[0])
            for one, now in zip(evidence, places, strict=True)
            if one[0] <= span.start and span.end <= one[1]
        )
        found = next(inside, None) or self._texts.now(span)
        if found is None:
            raise _GoneError("some words stand there no more")
        return {"start": found.start, "end": found.end}


def _kind(fields: Mapping[str, Any]) -> object:
    return fields.get("class") or fields.get("kind")
