"""Reviewed entries that went over into no entry of a newer version: a person looks again, and says so."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from mahdar.errors import RegisterError
from mahdar.model.units import DocumentId, EntryId
from mahdar.register.histories import locked, write_event
from mahdar.register.schema_review import carried

__all__ = ["reopen", "settle"]


def settle(connection: Connection, prefix: str, said: tuple[str, str, str | None]) -> EntryId:
    """Note that somebody has looked again at an entry, and return its id.

    Args:
        connection: in a transaction that may write.
        prefix: the entry's id or the beginning of it.
        said: who, when, why.

    Raises:
        UnknownIdError: no such entry.
        RegisterError: it is not to be looked at again.
    """
    held, (who, at, why) = locked(connection, prefix), said
    its = (carried.c.entry == held["id"]) & (carried.c.state == "open")
    documents = connection.scalars(select(carried.c.document).where(its)).all()
    if not documents:
        raise RegisterError(f"{held['type']} {held['id']} is not to be looked at again")
    if not who.strip():
        raise RegisterError("whoever looks again at an entry has a name")
    connection.execute(update(carried).where(its).values(state="settled"))
    for document in documents:
        write_event(connection, held, ("settled", who, at, why), {"document": document})
    return EntryId(held["id"])


def reopen(connection: Connection, entry: EntryId, document: DocumentId) -> None:
    """Have an entry wait to be looked at again for a version of its document."""
    its = (carried.c.entry == entry) & (carried.c.document == document)
    connection.execute(update(carried).where(its).values(state="open"))
