"""An entry's history: who changed it last, and which of people's changes hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, func, select

from mahdar.errors import ChangedError
from mahdar.model.reviews import Carried
from mahdar.model.units import EntryId
from mahdar.register.finding import find_entry
from mahdar.register.linked import few
from mahdar.register.rows import Row
from mahdar.register.schema import entry, event

__all__ = [
    "Changed", "carried_of", "changes", "holding", "last_change", "locked", "refuse_if_changed",
    "write_event",
]  # fmt: skip

_BY_READING: Final = ("changed", "returned", "retired", "stale")
_BY_PEOPLE: Final = ("accepted", "corrected", "rejected", "unreviewed", "added", "undone")


@dataclass(frozen=True, slots=True)
class Changed:
    """The last change of an entry."""

    number: int = 0
    """Its event's; 0 where nothing has changed since the entry was read first."""
    who: str = ""
    at: str = ""


def locked(connection: Connection, prefix: str) -> Row:
    """Return an entry's row, which nobody else changes before this transaction ends.

    Raises:
        UnknownIdError: no entry's id begins like this, or several do.
    """
    id_ = find_entry(connection, prefix).id
    held = connection.execute(select(entry).where(entry.c.id == id_).with_for_update())
    return dict(held.mappings().one())


def last_change(connection: Connection, entry_: EntryId, *, by_people: bool = True) -> Changed:
    """Return the last change of an entry; for a second reviewer only that by a reading."""
    what = (*_BY_READING, *(_BY_PEOPLE if by_people else ()))
    asked = select(event).where(event.c.entry == entry_, event.c.what.in_(what))
    row = connection.execute(asked.order_by(event.c.number.desc()).limit(1)).first()
    return Changed() if row is None else Changed(row.number, row.who, row.at)


def changes(connection: Connection, entries: Sequence[EntryId]) -> dict[EntryId, int]:
    """Return the number of the last change of each of some entries that has changed at all."""
    asked = select(event.c.entry, func.max(event.c.number)).group_by(event.c.entry)
    asked = asked.where(event.c.what.in_(_BY_READING + _BY_PEOPLE))
    return {
        row[0]: row[1]
        for some in few(entries)
        for row in connection.execute(asked.where(event.c.entry.in_(some)))
    }


def refuse_if_changed(connection: Connection, entry_: EntryId, on: int | None, *, by_people: bool) -> None:
    """Raise where an entry has changed since the event on which a verdict rests.

    Raises:
        ChangedError: it has.
    """
    last = last_change(connection, entry_, by_people=by_people)
    if on is not None and on != last.number:
        raise ChangedError(entry_, last.number, last.who, last.at)


def holding(connection: Connection, entry_: EntryId) -> list[Row]:
    """Return the events by which people changed an entry and which nobody took back; oldest first."""
    asked = select(event).where(event.c.entry == entry_, event.c.what.in_(_BY_PEOPLE))
    rows = [dict(row) for row in connection.execute(asked.order_by(event.c.number)).mappings()]
    taken = {row["data"]["undone"] for row in rows if row["what"] == "undone"}
    return [row for row in rows if row["what"] != "undone" and row["number"] not in taken]


def carried_of(data: Row | None) -> Carried | None:
    """Return from where an event's data says that something was carried over; None where it says nothing."""
    said = (data or {}).get("carried")
    return None if said is None else Carried(**said)


def write_event(
    connection: Connection, held: Mapping[str, Any], said: tuple[str, str, str, str | None], data: Row | None
) -> int:
    """Write an event about an entry or a document and return its number.

    Args:
        connection: in a transaction that may write.
        held: the entry's row, or for a document only its id under `document`.
        said: what, who, when, why.
        data: what stood before.
    """
    what, who, at, why = said
    values = {"document": held["document"], "entry": held.get("id"), "why": why, "data": data}
    done = connection.execute(event.insert().values(what=what, who=who, at=at, **values))
    return int(done.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has one
