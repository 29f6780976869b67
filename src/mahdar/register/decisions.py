"""What people decide beyond single entries: contradictions that are settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection

from mahdar.errors import UnknownIdError
from mahdar.model.contradictions import Closing, Contradiction
from mahdar.register import closings

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
