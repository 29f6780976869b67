"""A register's side of search; made by `Register.searching`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection, select

from mahdar.model.records import EntryRecord
from mahdar.model.searching import Match, Matches, Sought
from mahdar.register import search_index, search_vectors
from mahdar.register.linked import few
from mahdar.register.queries import entry_record
from mahdar.register.schema import entry
from mahdar.register.search_asking import Asked

__all__ = ["Searching"]

Opened = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Searching:
    """What search asks of a register, and what it keeps in it."""

    reading: Opened
    writing: Opened

    def find(self, sought: Sought, first: int, count: int) -> Matches:
        """Return what is found, from the first on (counted from 0), and how much there is of each kind.

        Raises:
            RegisterError: the database failed.
        """
        with self.reading() as connection:
            return Asked(connection, sought).matches(first, count)

    def entries(self, ids: Sequence[str]) -> dict[str, EntryRecord]:
        """Return some entries by id, retired ones too."""
        with self.reading() as connection:
            return {
                row["id"]: entry_record(row)
                for some in few(ids)
                for row in connection.execute(select(entry).where(entry.c.id.in_(some))).mappings()
            }

    def without_vector(self, model: str) -> list[tuple[str, str]]:
        """Return the entries whose meaning a model has yet to work out: id and words, by id."""
        with self.reading() as connection:
            return search_vectors.wanting(connection, model)

    def put_vectors(self, model: str, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep what entries mean: id, the words that it was worked out of, its numbers.

        Raises:
            RegisterError: the register may not be written.
        """
        with self.writing() as connection:
            search_vectors.put(connection, model, rows)

    def vectors(self, sought: Sought, model: str) -> tuple[Sequence[Match], bytes]:
        """Return everything found that has a vector of a model, and the vectors one behind the other."""
        with self.reading() as connection:
            return search_vectors.stored(connection, sought, model)

    def waits(self) -> int:
        """Return how many documents are yet to be indexed; of an older program's register all."""
        with self.reading() as connection:
            return search_index.waits(connection)

    def index(self, told: Callable[[int, int], None]) -> int:
        """Index what is not indexed yet, some documents a transaction: what is done stays done.

        Args:
            told: is told how many documents are done, and of how many.

        Returns:
            How many documents were indexed.

        Raises:
            RegisterError: the register may not be written.
        """
        with self.reading() as connection:
            waiting = search_index.waiting(connection)
        done = 0
        for some in _some(waiting):
            told(done, len(waiting))
            with self.writing() as connection:
                search_index.refresh(connection, some)
            done += len(some)
        return done


_AT_ONCE = 100
"""Documents in one transaction."""


def _some(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE)]
