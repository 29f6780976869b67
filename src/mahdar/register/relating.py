"""What the step that links documents asks of a register, and writes into it.

Entries are found by keys that they share (`likeness`), so that a new document costs what its own candidates
cost, however much the register holds. Everything that one run finds of some documents is written in one
transaction, together with the mark that they are linked: a run that is killed has linked a document or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Select, delete, exists, func, or_, select

from mahdar.linking.accounts import PersonSeen
from mahdar.model.codec import FIELDS
from mahdar.model.links import Link, Tie
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.units import DocumentId, EntryId
from mahdar.register.inserting import insert_all
from mahdar.register.keeping import count_links
from mahdar.register.linked import few, links, retire_links, ties, write_links, write_ties
from mahdar.register.queries import DOCUMENTS, document_record, entry_record
from mahdar.register.schema import document, entry, event, likeness, linked, place, sighting, tie
from mahdar.register.wanted import CURRENT

__all__ = ["Found", "Relating"]


@dataclass(frozen=True, slots=True)
class Found:
    """What linking some documents found."""

    documents: Mapping[DocumentId, int]
    """The documents and how far the history of each was."""
    keys: Mapping[EntryId, Sequence[int]] = field(default_factory=dict)
    """The keys of each of their entries that has any."""
    ties: Sequence[Tie] = ()
    """Of their meetings, and of those of others that these move."""
    links: Sequence[Link] = ()
    """Between their entries and those of others."""
    kinds: Collection[str] = ()
    """The kinds of links that were looked for."""
    passed: Collection[str] = ()
    """Links (ids) of others that hold no longer: what was linked stands between their ends."""


class Relating:
    """A register's side of linking; made by `Register.relating`."""

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[Connection]],
        writing: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._reading, self._writing = reading, writing

    def waiting(self) -> dict[DocumentId, int]:
        """Return the documents with a history since they were last linked: each with how far it goes.

        Order: by name, then id. Older versions are left out.
        """
        newest = select(event.c.document, func.max(event.c.number).label("event"))
        newest_of = newest.where(event.c.document.is_not(None)).group_by(event.c.document).subquery()
        asked = (
            select(document.c.id, newest_of.c.event)
            .join(newest_of, newest_of.c.document == document.c.id)
            .outerjoin(linked, linked.c.document == document.c.id)
            .where(CURRENT, or_(linked.c.event.is_(None), linked.c.event < newest_of.c.event))
            .order_by(document.c.name, document.c.id)
        )
        with self._reading() as connection:
            return {row.id: row.event for row in connection.execute(asked)}

    def forget(self) -> None:
        """Have every document linked anew, as if none had been: nobody is found before it is linked again.

        Ties and links stay until then, so that ids do.
        """
        with self._writing() as connection:
            connection.execute(delete(linked))
            connection.execute(delete(likeness))
            count_links(connection)

    def entries_in(self, documents: Sequence[DocumentId], types: Collection[str]) -> list[EntryRecord]:
        """Return the entries of some documents that may be linked: by document, in text order."""
        order = (entry.c.document, entry.c.start, entry.c.end, entry.c.type, entry.c.id)
        with self._reading() as connection:
            return [
                entry_record(row)
                for some in few(documents)
                for row in connection.execute(
                    _linkable(types).where(entry.c.document.in_(some)).order_by(*order)
                ).mappings()
            ]

    def entries(self, ids: Sequence[EntryId], types: Collection[str] = tuple(FIELDS)) -> list[EntryRecord]:
        """Return those of some entries that may be linked: of no older version, not retired, not rejected."""
        with self._reading() as connection:
            return [
                entry_record(row)
                for some in few(ids)
                for row in connection.execute(
                    _linkable(types).where(entry.c.id.in_(some)).order_by(entry.c.id)
                ).mappings()
            ]

    def homes(self, ids: Sequence[EntryId]) -> dict[EntryId, DocumentId]:
        """Return the documents of those of some entries that may be linked."""
        asked = _linkable(tuple(FIELDS)).with_only_columns(entry.c.id, entry.c.document)
        with self._reading() as connection:
            return {
                row.id: row.document
                for some in few(ids)
                for row in connection.execute(asked.where(entry.c.id.in_(some)))
            }

    def sharing(self, keys: Collection[int]) -> dict[int, list[EntryId]]:
        """Return who has these keys."""
        found: dict[int, list[EntryId]] = defaultdict(list)
        columns = select(likeness.c.key, likeness.c.entry).order_by(likeness.c.key, likeness.c.entry)
        with self._reading() as connection:
            for some in few(sorted(keys)):
                for row in connection.execute(columns.where(likeness.c.key.in_(some))):
                    found[row.key].append(row.entry)
        return found

    def ties(self, entries: Sequence[EntryId]) -> list[Tie]:
        """Return where some entries belong."""
        with self._reading() as connection:
            return list(ties(connection, entries))

    def ties_of(self, occasions: Collection[str]) -> list[Tie]:
        """Return the ties to some occasions, of linked documents: what others were tied to is past."""
        of_entry = select(tie.c.entry).join(entry, entry.c.id == tie.c.entry)
        asked = of_entry.join(linked, linked.c.document == entry.c.document).order_by(tie.c.entry)
        with self._reading() as connection:
            entries = [
                id_
                for some in few(sorted(occasions))
                for id_ in connection.scalars(asked.where(tie.c.occasion.in_(some)))
            ]
            return list(ties(connection, entries))

    def documents(self, ids: Sequence[DocumentId]) -> list[DocumentRecord]:
        """Return some documents, without their texts."""
        with self._reading() as connection:
            return [
                document_record(row)
                for some in few(ids)
                for row in connection.execute(DOCUMENTS.where(document.c.id.in_(some))).mappings()
            ]

    def histories(self, documents: Sequence[DocumentId]) -> dict[DocumentId, int]:
        """Return how far the history of some documents goes: the number of the newest event of each."""
        asked = select(event.c.document, func.max(event.c.number).label("newest")).group_by(event.c.document)
        with self._reading() as connection:
            return {
                row.document: row.newest
                for some in few(documents)
                for row in connection.execute(asked.where(event.c.document.in_(some)))
            }

    def people_in(self, documents: Sequence[DocumentId]) -> dict[DocumentId, list[PersonSeen]]:
        """Return whom some documents name, and where."""
        columns = (sighting.c.document, sighting.c.person, sighting.c.name, sighting.c.mentions)
        asked = select(*columns).where(sighting.c.state == "active").order_by(sighting.c.id)
        found: dict[DocumentId, list[PersonSeen]] = defaultdict(list)
        with self._reading() as connection:
            for some in few(documents):
                for row in connection.execute(asked.where(sighting.c.document.in_(some))):
                    found[row.document] += [
                        PersonSeen(row.person, row.name, party, start, end)
                        for start, end, party in row.mentions
                    ]
        return found

    def links(self, entries: Sequence[EntryId]) -> list[Link]:
        """Return the links that hold from or to some entries."""
        with self._reading() as connection:
            return list(links(connection, entries))

    def texts(self, documents: Sequence[DocumentId]) -> dict[DocumentId, str]:
        """Return some documents' texts."""
        asked = select(document.c.id, document.c.text)
        with self._reading() as connection:
            return {
                row.id: row.text
                for some in few(documents)
                for row in connection.execute(asked.where(document.c.id.in_(some)))
            }

    def write(self, found: Found) -> int:
        """Write what linking found, all of it or nothing; return how many links are new."""
        with self._writing() as connection:
            gone = _entries_of(connection, found.documents)
            for some in few(gone):
                connection.execute(delete(likeness).where(likeness.c.entry.in_(some)))
                connection.execute(delete(tie).where(tie.c.entry.in_(some)))
            keys = [{"key": key, "entry": id_} for id_, its in found.keys.items() for key in sorted(set(its))]
            insert_all(connection, likeness, keys)
            write_ties(connection, found.ties)
            new = write_links(connection, found.links, gone, found.kinds) if found.kinds else 0
            retire_links(connection, found.passed)
            _mark(connection, found.documents)
            count_links(connection)
            return new


_HERE = or_(document.c.path.is_(None), exists().where(place.c.document == document.c.id))
"""What holds of every document but the older versions, asked one by one: of few that is quicker."""


def _linkable(types: Collection[str]) -> Select[tuple[object, ...]]:
    """Ask for entries that may be linked."""
    asked = select(entry).join(document, document.c.id == entry.c.document)
    return asked.where(
        _HERE, entry.c.type.in_(sorted(types)), entry.c.state != "retired", entry.c.review != "rejected"
    )


def _entries_of(connection: Connection, documents: Iterable[DocumentId]) -> list[EntryId]:
    """Return every entry of some documents, retired ones too."""
    asked = select(entry.c.id).order_by(entry.c.id)
    return [
        id_
        for some in few(sorted(documents))
        for id_ in connection.scalars(asked.where(entry.c.document.in_(some)))
    ]


def _mark(connection: Connection, documents: Mapping[DocumentId, int]) -> None:
    """Note that documents are linked."""
    for some in few(sorted(documents)):
        connection.execute(delete(linked).where(linked.c.document.in_(some)))
    rows = [{"document": id_, "event": number} for id_, number in documents.items()]
    insert_all(connection, linked, rows)
