"""Contradictions that a person has closed, as rows; each closing and reopening is an event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, select

from mahdar.errors import RegisterError
from mahdar.model.contradictions import Closing, Contradiction, Quoted
from mahdar.register.schema import closing, event

__all__ = ["close", "closings", "reopen"]


def closings(connection: Connection) -> Iterator[Closing]:
    """Yield what people closed, by the contradiction's id."""
    for row in connection.execute(select(closing).order_by(closing.c.contradiction)).mappings():
        yield Closing(row["contradiction"], row["who"], row["at"], row["why"])


def close(connection: Connection, about: Contradiction, made: Closing) -> Closing:
    """Write that a person closed a contradiction; closing again changes who and why.

    Raises:
        RegisterError: no reason is given.
    """
    if not made.why.strip():
        raise RegisterError("a contradiction is closed with a reason; say why")
    connection.execute(delete(closing).where(closing.c.contradiction == made.contradiction))
    values = {"contradiction": made.contradiction, "who": made.who, "at": made.at, "why": made.why}
    connection.execute(closing.insert().values(**values))
    data = {
        "what": about.what,
        "a": _plain(about.a),
        "b": _plain(about.b),
        "label": about.note.label,
        "values": about.note.plain,
    }
    _note(connection, "closed", made, made.why, data)
    return made


def reopen(connection: Connection, made: Closing, who: str, at: str, why: str | None) -> None:
    """Take a closing back; what it said stays in the events."""
    connection.execute(delete(closing).where(closing.c.contradiction == made.contradiction))
    before = {"closed": {"by": made.who, "when": made.at, "why": made.why}}
    _note(connection, "reopened", Closing(made.contradiction, who, at, why or ""), why, before)


def _note(connection: Connection, what: str, made: Closing, why: str | None, data: dict[str, Any]) -> None:
    """Write the event."""
    values = {"at": made.at, "who": made.who, "what": what, "why": why, "document": None, "entry": None}
    connection.execute(event.insert().values(**values, data={"contradiction": made.contradiction, **data}))


def _plain(one: Quoted) -> dict[str, Any]:
    return {"document": one.document, "start": one.span.start, "end": one.span.end}
