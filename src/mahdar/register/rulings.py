"""Who is who by a person's word: sightings moved from one person to another, and back.

A ruling moves what has been seen so far, and whatever is read later follows it: the documents again, new
versions of them, and for a merge every new document. Nothing of either person is lost, so that a ruling is
undone as easily.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from mahdar.errors import RegisterError, UnknownIdError
from mahdar.model.document import short_hash
from mahdar.model.rulings import Ruling
from mahdar.register.schema import document, event, person, ruling, sighting

__all__ = ["Rulings", "merge", "rulings", "split", "undo"]

MERGE, SPLIT = "merge", "split"


def rulings(connection: Connection, *, undone: bool = False) -> Iterator[Ruling]:
    """Yield rulings in the order in which they were made; those taken back only where they are asked for."""
    query = select(ruling).order_by(ruling.c.number)
    if not undone:
        query = query.where(ruling.c.undone.is_(None))
    return map(_ruling, connection.execute(query).mappings())


def merge(connection: Connection, one: str, other: str, by: tuple[str, str, str | None]) -> Ruling:
    """Make one person of two: whatever is seen of the other is seen of the one.

    Args:
        connection: to write to.
        one: whole id of the person who stays.
        other: whole id of the person who is the same.
        by: who rules, when, why.

    Raises:
        RegisterError: they are one already.
    """
    if one == other:
        raise RegisterError("these are one person already; name two")
    seen = _seen(connection, other)
    return _write(connection, MERGE, one, other, ((), tuple(seen)), by)


def split(
    connection: Connection, one: str, documents: Collection[str], by: tuple[str, str, str | None]
) -> Ruling:
    """Say that some documents mean another person of the same name.

    Args:
        connection: to write to.
        one: whole id of the person.
        documents: whole ids of the documents that mean somebody else.
        by: who rules, when, why.

    Raises:
        RegisterError: the person is not named there, or nowhere else.
    """
    seen = _seen(connection, one)
    moved = tuple(id_ for id_, where in seen.items() if where in documents)
    if not moved:
        raise RegisterError(f"person {one[:8]} is named in none of these documents")
    if len(moved) == len(seen):
        raise RegisterError(f"person {one[:8]} is named nowhere else; a person is split from what remains")
    number = (connection.scalar(select(func.max(ruling.c.number))) or 0) + 1
    other = short_hash("person", SPLIT, one, number)
    _found(connection, one, other, moved[0])
    return _write(connection, SPLIT, one, other, (tuple(sorted(documents)), moved), by)


def undo(connection: Connection, number: int, by: tuple[str, str, str | None]) -> Ruling:
    """Take a ruling back: what it moved belongs to whom it belonged to before.

    Raises:
        UnknownIdError: there is no such ruling, or it has been taken back.
        RegisterError: a later ruling rests on it.
    """
    held = list(rulings(connection))
    found = next((one for one in held if one.number == number), None)
    if found is None:
        raise UnknownIdError(f"no ruling {number} holds; `mahdar people rulings` lists them")
    later = [one.number for one in held if one.number > number and _rests(one, found)]
    if later:
        raise RegisterError(f"ruling {later[-1]} rests on ruling {number}; undo it first")
    source, back = (found.other, found.person) if found.what == SPLIT else (found.person, found.other)
    _move(connection, found.sightings, source, back)
    connection.execute(update(ruling).where(ruling.c.number == number).values(undone=by[1]))
    _note(connection, "undone", found, by)
    return found


def _rests(later: Ruling, earlier: Ruling) -> bool:
    """Say whether a ruling is about somebody whom an earlier one made or moved."""
    return earlier.other in {later.person, later.other} or later.other == earlier.person


class Rulings:
    """The rulings that hold, for a batch of documents that are being read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held = list(rulings(connection))

    def follow(self, who: str, document_: str, seen: str) -> str:
        """Return the person whom a ruling makes of one who was recognised, and remember what it moved.

        Args:
            who: the recognised person's id.
            document_: the document's id.
            seen: the sighting's id.
        """
        versions: set[str] = set()
        for one in self._held:
            if one.what == MERGE and one.other == who:
                who = one.person
            elif one.what == SPLIT and one.person == who:
                versions = versions or self._versions(document_)
                if versions.isdisjoint(one.documents):
                    continue
                who = one.other
            else:
                continue
            self._remember(one, seen)
        return who

    def _versions(self, document_: str) -> set[str]:
        """Return a document and the texts that stood under its path before."""
        found: set[str] = set()
        at: str | None = document_
        while at is not None and at not in found:
            found.add(at)
            at = self._connection.scalar(select(document.c.previous).where(document.c.id == at))
        return found

    def _remember(self, one: Ruling, seen: str) -> None:
        """Have a ruling's undoing move this sighting too."""
        held = self._connection.scalar(select(ruling.c.moved).where(ruling.c.number == one.number))
        moved = {**dict(held or {}), "sightings": [*(held or {}).get("sightings", ()), seen]}
        self._connection.execute(update(ruling).where(ruling.c.number == one.number).values(moved=moved))


def _seen(connection: Connection, who: str) -> dict[str, str]:
    """Return a person's sightings and their documents; retired ones too."""
    query = select(sighting.c.id, sighting.c.document).where(sighting.c.person == who)
    return {row.id: row.document for row in connection.execute(query.order_by(sighting.c.id))}


def _found(connection: Connection, one: str, other: str, seen: str) -> None:
    """Make the person who is split off, under the name of a sighting."""
    row = dict(connection.execute(select(person).where(person.c.id == one)).mappings().one())
    named = connection.execute(select(sighting.c.name_ar).where(sighting.c.id == seen)).scalar_one()
    connection.execute(person.insert().values(**{**row, "id": other, "name_ar": named, "wikidata": None}))


def _write(  # noqa: PLR0913, PLR0917  # a ruling has these parts
    connection: Connection,
    what: str,
    one: str,
    other: str,
    moved: tuple[tuple[str, ...], tuple[str, ...]],
    by: tuple[str, str, str | None],
) -> Ruling:
    """Move sightings and write the ruling and its event."""
    documents, sightings = moved
    source, target = (one, other) if what == SPLIT else (other, one)
    _move(connection, sightings, source, target)
    values = {"what": what, "person": one, "other": other, "who": by[0], "at": by[1], "why": by[2]}
    kept = {"documents": list(documents), "sightings": list(sightings)}
    done = connection.execute(ruling.insert().values(**values, moved=kept))
    (number,) = done.inserted_primary_key or (0,)
    made = Ruling(number, what, one, other, documents, sightings, *by, None)
    _note(connection, "merged" if what == MERGE else "split", made, by)
    return made


def _move(connection: Connection, sightings: Iterable[str], source: str, target: str) -> None:
    """Give sightings of one person to another; those that are no longer the one's stay where they are."""
    for seen in sightings:
        mine = update(sighting).where(sighting.c.id == seen, sighting.c.person == source)
        connection.execute(mine.values(person=target))


def _note(connection: Connection, what: str, made: Ruling, by: tuple[str, str, str | None]) -> None:
    """Write the event."""
    data: dict[str, Any] = {"ruling": made.number, "person": made.person, "other": made.other}
    data |= {"documents": list(made.documents)} if made.documents else {}
    values = {"at": by[1], "who": by[0], "what": what, "why": by[2], "document": None, "entry": None}
    connection.execute(event.insert().values(**values, data=data))


def _ruling(row: RowMapping) -> Ruling:
    documents, sightings = tuple(row["moved"]["documents"]), tuple(row["moved"]["sightings"])
    ends = (row["number"], row["what"], row["person"], row["other"], documents, sightings)
    return Ruling(*ends, row["who"], row["at"], row["why"], row["undone"])
