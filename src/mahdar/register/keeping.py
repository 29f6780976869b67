"""What is worked out of a register and kept in it: answers, and what each document brings to them.

All of it can be made anew, so nothing here is an event. What was made of an older state never takes the place
of what was made of a newer one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, text

from mahdar.model.units import DocumentId, Offset
from mahdar.register.inserting import insert_all
from mahdar.register.linked import few
from mahdar.register.schema import document, event, person, sighting
from mahdar.register.schema_standing import part, standing, tally
from mahdar.register.wanted import CURRENT

__all__ = ["Answer", "Keeping", "Part", "PartHead", "Seen", "State", "count_links"]

Seen = tuple[str, str, Offset, Offset]
"""Somebody named in a document: the person's id, Latin name, and from where to where."""

_LINKS = "links"
_COUNT = (
    "INSERT INTO tally (name, number) VALUES (:name, 1) "
    "ON CONFLICT (name) DO UPDATE SET number = tally.number + 1"
)
"""As both databases say it."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a register's history goes: two that are equal hold the same."""

    newest: int
    """Number of the last event."""
    events: int
    """How many there are; where several programs write, a lower number may come in behind a higher one."""
    links: int
    """How often links or ties were written; no event tells of them."""

    @property
    def order(self) -> tuple[int, int]:
        """What grows whenever anything is written."""
        return self.events, self.links


@dataclass(frozen=True, slots=True)
class Answer:
    """Something worked out of a whole register."""

    name: str
    state: State
    inputs: str
    """Digest of all that it was made from."""
    maker: str
    """Digest of what made it."""
    at: str
    """When it was made: ISO 8601, UTC."""
    data: bytes


@dataclass(frozen=True, slots=True)
class PartHead:
    """What is known of a part without its contents."""

    event: int
    """How far the document's history was."""
    seen: str
    """Digest of the people in it."""
    digest: str
    """Of its contents."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one document brings to an answer."""

    document: DocumentId
    head: PartHead
    data: bytes


@dataclass(frozen=True, slots=True)
class Keeping:
    """A register's door for what is kept; `Register.keeping` makes it."""

    reading: Callable[[], AbstractContextManager[Connection]]
    writing: Callable[[], AbstractContextManager[Connection]]
    time: Callable[[], str]

    def state(self) -> State:
        """Return how far the register's history goes."""
        counted = select(func.coalesce(func.max(event.c.number), 0), func.count(event.c.number))
        with self.reading() as connection:
            newest, events = connection.execute(counted).one()
            links = connection.scalar(select(tally.c.number).where(tally.c.name == _LINKS))
        return State(newest, events, links or 0)

    def answer(self, name: str) -> Answer | None:
        """Return what is kept under a name."""
        with self.reading() as connection:
            row = connection.execute(select(standing).where(standing.c.name == name)).first()
        if row is None:
            return None
        state = State(row.newest, row.events, row.links)
        return Answer(row.name, state, row.inputs, row.maker, row.at, bytes(row.data))

    def heads(self) -> dict[str, Answer]:
        """Return all that is kept, by name, without the contents."""
        columns = [column for column in standing.c if column is not standing.c.data]
        with self.reading() as connection:
            rows = connection.execute(select(*columns)).all()
        return {
            row.name: Answer(
                row.name, State(row.newest, row.events, row.links), row.inputs, row.maker, row.at, b""
            )
            for row in rows
        }

    def keep(self, answers: Iterable[Answer], same: Collection[str], state: State) -> None:
        """Keep answers, each unless one of a newer state is there.

        Args:
            answers: those that were made anew; when is noted here.
            same: names of those that are kept and are also of the new state.
            state: the new state.
        """
        at = self.time()
        with self.writing() as connection:
            for one in answers:
                if not _newer(connection, one.name, state):
                    _keep(connection, one, at)
            for name in sorted(same):
                if not _newer(connection, name, state):
                    its = standing.update().where(standing.c.name == name)
                    connection.execute(its.values(**_columns(state)))

    def part_heads(
        self, kind: str, maker: str, documents: Sequence[DocumentId] | None = None
    ) -> dict[DocumentId, PartHead]:
        """Return what is known of the parts of a kind that this maker made, by document."""
        asked = select(part.c.document, part.c.event, part.c.seen, part.c.digest)
        asked = asked.where(part.c.kind == kind, part.c.maker == maker)
        with self.reading() as connection:
            return {
                row.document: PartHead(row.event, row.seen, row.digest)
                for some in (few(documents) if documents is not None else (None,))
                for row in connection.execute(
                    asked if some is None else asked.where(part.c.document.in_(some))
                )
            }

    def part_data(self, kind: str, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, bytes]]:
        """Yield the contents of parts, some hundred documents in memory at a time."""
        asked = select(part.c.document, part.c.data).where(part.c.kind == kind)
        for some in few(documents):
            with self.reading() as connection:
                rows = connection.execute(asked.where(part.c.document.in_(some))).all()
            yield from ((row.document, bytes(row.data)) for row in rows)

    def keep_parts(self, kind: str, maker: str, parts: Sequence[Part]) -> None:
        """Keep parts, each in place of what its document brought before."""
        with self.writing() as connection:
            keep_parts(connection, kind, maker, parts)

    def newest(self) -> dict[DocumentId, int]:
        """Return every document that is no older version, with how far its history goes.

        Order: by name, then id.
        """
        last = select(event.c.document, func.max(event.c.number).label("event"))
        last_of = last.where(event.c.document.is_not(None)).group_by(event.c.document).subquery()
        asked = (
            select(document.c.id, func.coalesce(last_of.c.event, 0).label("event"))
            .outerjoin(last_of, last_of.c.document == document.c.id)
            .where(CURRENT)
            .order_by(document.c.name, document.c.id)
        )
        with self.reading() as connection:
            return {row.id: row.event for row in connection.execute(asked)}

    def histories(self, documents: Sequence[DocumentId]) -> dict[DocumentId, int]:
        """Return how far the history of some documents goes."""
        last = select(event.c.document, func.max(event.c.number).label("event")).group_by(event.c.document)
        with self.reading() as connection:
            return {
                row.document: row.event
                for some in few(documents)
                for row in connection.execute(last.where(event.c.document.in_(some)))
            }

    def seen(self, documents: Sequence[DocumentId] | None = None) -> dict[DocumentId, list[Seen]]:
        """Return who is named where in some documents, or in all; by name, id and place."""
        columns = (sighting.c.document, person.c.id, person.c.name, sighting.c.mentions)
        joined = select(*columns).select_from(sighting.join(person)).where(sighting.c.state == "active")
        asked = joined.order_by(person.c.name, person.c.id, sighting.c.start, sighting.c.id)
        found: dict[DocumentId, list[Seen]] = defaultdict(list)
        with self.reading() as connection:
            for some in few(documents) if documents is not None else (None,):
                here = asked if some is None else asked.where(sighting.c.document.in_(some))
                for row in connection.execute(here):
                    found[row.document] += [(row.id, row.name, start, end) for start, end, _ in row.mentions]
        return found

    def names(self) -> dict[DocumentId, str]:
        """Return what every document is called, older versions too."""
        with self.reading() as connection:
            return {row.id: row.name for row in connection.execute(select(document.c.id, document.c.name))}


def keep_parts(connection: Connection, kind: str, maker: str, parts: Sequence[Part]) -> None:
    """Keep parts, in a transaction that holds more than them."""
    for some in few([one.document for one in parts]):
        connection.execute(delete(part).where(part.c.kind == kind, part.c.document.in_(some)))
    rows = [
        {
            "kind": kind, "document": one.document, "event": one.head.event, "seen": one.head.seen,
            "maker": maker, "digest": one.head.digest, "data": one.data,
        }
        for one in parts
    ]  # fmt: skip
    insert_all(connection, part, rows)


def count_links(connection: Connection) -> None:
    """Note that links or ties were written."""
    connection.execute(text(_COUNT), {"name": _LINKS})


def _newer(connection: Connection, name: str, state: State) -> bool:
    """Say whether what is kept under a name is of a newer state."""
    asked = select(standing.c.newest, standing.c.events, standing.c.links).where(standing.c.name == name)
    held = connection.execute(asked).first()
    return held is not None and State(*held).order > state.order


def _keep(connection: Connection, one: Answer, at: str) -> None:
    """Keep an answer in place of the one before."""
    connection.execute(delete(standing).where(standing.c.name == one.name))
    made = {"name": one.name, "inputs": one.inputs, "maker": one.maker, "at": at, "data": one.data}
    connection.execute(standing.insert().values(**made, **_columns(one.state)))


def _columns(state: State) -> dict[str, int]:
    return {"newest": state.newest, "events": state.events, "links": state.links}
