"""What people decide beyond single entries: contradictions that are settled, and who is who."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection

from mahdar.errors import UnknownIdError
from mahdar.model.contradictions import Closing, Contradiction
from mahdar.model.rulings import Ruling
from mahdar.register import closings, rulings

__all__ = ["Decisions"]

Opened = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Decisions:
    """A register's door for decisions; `Register.decisions` makes it. Each decision is an event."""

    reading: Opened
    writing: Opened
    time: Callable[[], str]

    def closings(self) -> Iterator[Closing]:
        """Yield the contradictions that people closed, by id."""
        with self.reading() as connection:
            yield from closings.closings(connection)

    def close(self, about: Contradiction, who: str, why: str) -> Closing:
        """Close a contradiction: it is no longer shown among those that want attention.

        Raises:
            RegisterError: no reason is given.
        """
        with self.writing() as connection:
            return closings.close(connection, about, Closing(about.id, who, self.time(), why))

    def reopen(self, prefix: str, who: str, why: str | None = None) -> Closing:
        """Take a closing back, and return what it was.

        Raises:
            UnknownIdError: no closed contradiction's id begins like this, or several do.
        """
        with self.writing() as connection:
            found = [one for one in closings.closings(connection) if one.contradiction.startswith(prefix)]
            if len(found) != 1:
                what = "several closed contradictions begin" if found else "no closed contradiction begins"
                raise UnknownIdError(f"{what} with {prefix}; `mahdar show contradictions --all` lists them")
            closings.reopen(connection, found[0], who, self.time(), why)
            return found[0]

    def rulings(self, *, undone: bool = False) -> tuple[Ruling, ...]:
        """Return who is who by a person's word, in order; those taken back only where they are asked for."""
        with self.reading() as connection:
            return tuple(rulings.rulings(connection, undone=undone))

    def merge(self, person: str, other: str, who: str, why: str | None = None) -> Ruling:
        """Make one person of two: whatever was or will be seen of the other is the first one's.

        Args:
            person: whole id of the one who stays.
            other: whole id of the same person under another name.
            who: rules so.
            why: the reason.

        Raises:
            RegisterError: they are one already.
        """
        with self.writing() as connection:
            return rulings.merge(connection, person, other, (who, self.time(), why))

    def split(self, person: str, documents: Collection[str], who: str, why: str | None = None) -> Ruling:
        """Say that some documents mean another person of the same name.

        Args:
            person: whole id.
            documents: whole ids; their later versions follow them.
            who: rules so.
            why: the reason.

        Raises:
            RegisterError: the person is not named there, or nowhere else.
        """
        with self.writing() as connection:
            return rulings.split(connection, person, documents, (who, self.time(), why))

    def undo(self, number: int, who: str, why: str | None = None) -> Ruling:
        """Take a ruling about people back.

        Raises:
            UnknownIdError: there is no such ruling that holds.
            RegisterError: a later ruling rests on it.
        """
        with self.writing() as connection:
            return rulings.undo(connection, number, (who, self.time(), why))
