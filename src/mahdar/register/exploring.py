"""What explorers ask of a register: counts by facet, parts of long tables, who takes part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from mahdar.model.records import EntryRecord
from mahdar.model.units import DocumentId
from mahdar.register import facets, partakers
from mahdar.register.facets import FACETS, Narrowed
from mahdar.register.linked import few
from mahdar.register.partakers import OfficeSeen, PartySeen, PersonSeen
from mahdar.register.queries import entry_record
from mahdar.register.schema import entry

__all__ = ["Exploring", "Facet", "Narrowed"]

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Facet:
    """The values by which entries may be narrowed down."""

    name: str
    values: tuple[tuple[str, int], ...]
    """Value and how many entries have it; the most frequent first."""
    all: int
    """How many values there are, shown or not."""


class Exploring:
    """A register's answers to explorers; made by `Register.exploring`."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def total(self, asked: Narrowed) -> int:
        """Return how many entries are asked for."""
        with self._reading() as connection:
            return facets.total(connection, asked)

    def facets(self, asked: Narrowed, most: int = 12, whole: str | None = None) -> tuple[Facet, ...]:
        """Return the facets of what is asked for, those without values left out.

        Args:
            asked: what is asked for.
            most: values of each facet.
            whole: the facet whose values are all wanted.
        """
        with self._reading() as connection:
            found = [self._facet(connection, asked, name, 1000 if name == whole else most) for name in FACETS]
        return tuple(one for one in found if one.values)

    def facet(self, asked: Narrowed, name: str, most: int = 12) -> Facet:
        """Return one facet of what is asked for."""
        with self._reading() as connection:
            return self._facet(connection, asked, name, most)

    def part(self, asked: Narrowed, sort: str, most: int, after: int = 0) -> tuple[EntryRecord, ...]:
        """Return a part of the entries asked for, each with its day; arguments as `facets.found` has them."""
        with self._reading() as connection:
            return tuple(_records(connection, facets.found(connection, asked, sort, most, after)))

    def every(self, asked: Narrowed, sort: str) -> Iterator[EntryRecord]:
        """Yield all entries asked for, in order, each with its day."""
        with self._reading() as connection:
            found = facets.found(connection, asked, sort)
            for at in range(0, len(found), _AT_ONCE):
                yield from _records(connection, found[at : at + _AT_ONCE])

    def crossed(self, asked: Narrowed, down: str, across: str) -> tuple[tuple[str, str, int], ...]:
        """Return how many entries have each pair of values of two facets."""
        with self._reading() as connection:
            return tuple(facets.crossed(connection, asked, down, across))

    def pairs(self, asked: Narrowed) -> tuple[tuple[str, str, int], ...]:
        """Return who acts at whom, and in how many of the acts asked for."""
        with self._reading() as connection:
            return tuple(facets.pairs(connection, asked))

    def names(self, documents: Sequence[DocumentId]) -> dict[DocumentId, str]:
        """Return what documents are called."""
        with self._reading() as connection:
            return partakers.names(connection, documents)

    def parties(self) -> tuple[PartySeen, ...]:
        """Return everybody who is a party to some entry in sight, those of most entries first."""
        with self._reading() as connection:
            return partakers.parties(connection)

    def people(self, words: str = "", party: str | None = None) -> tuple[PersonSeen, ...]:
        """Return the people in sight, those in most documents first.

        Args:
            words: all of them stand in one of the person's names, Latin or Arabic; spellings that fold alike
                count as one.
            party: only those whom a document sees as this party's.
        """
        with self._reading() as connection:
            return partakers.people(connection, words, party)

    def offices(self, people: Sequence[str]) -> dict[str, tuple[OfficeSeen, ...]]:
        """Return the offices in which documents see some people (whole ids), the latest first."""
        with self._reading() as connection:
            return partakers.offices(connection, people)

    def called(self, people: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Return the Latin and Arabic names of people (whole ids), seen by some document or not."""
        with self._reading() as connection:
            return partakers.called(connection, people)

    def spoken_as(self, person: str) -> tuple[str, ...]:
        """Return the names under which entries may have a person (whole id) speak."""
        with self._reading() as connection:
            return partakers.spoken_as(connection, person)

    def arabic_names(self) -> dict[str, str]:
        """Return Latin names of people → their Arabic names, as far as the register has them."""
        with self._reading() as connection:
            return partakers.arabic_names(connection)

    @staticmethod
    def _facet(connection: Connection, asked: Narrowed, name: str, most: int) -> Facet:
        values, every = facets.counted(connection, asked, name, most)
        return Facet(name, tuple(values), every)


def _records(connection: Connection, found: Sequence[tuple[str, str | None]]) -> Iterator[EntryRecord]:
    """Yield entries in an order that is known."""
    held: dict[str, EntryRecord] = {}
    for some in few([id_ for id_, _ in found]):
        rows = connection.execute(select(entry).where(entry.c.id.in_(some))).mappings()
        held |= {row["id"]: entry_record(row) for row in rows}
    yield from (replace(held[id_], day=day) for id_, day in found)
