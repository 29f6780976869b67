"""Comments on entries and documents, as rows; each is an event, and so is taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, select

from mahdar.errors import RegisterError
from mahdar.model.reviews import Comment
from mahdar.model.units import DocumentId, EntryId
from mahdar.register.histories import carried_of, write_event
from mahdar.register.rows import Row
from mahdar.register.schema import event
from mahdar.register.schema_review import comment

__all__ = ["comments", "write_comment"]

_COLUMNS: Final = ("number", "document", "entry", "who", "at", "words")


def write_comment(  # noqa: PLR0913, PLR0917  # a comment has these parts
    connection: Connection,
    about: tuple[DocumentId, EntryId | None],
    who: str,
    at: str,
    words: str,
    carried: Row | None = None,
) -> Comment:
    """Write a comment down.

    Args:
        connection: in a transaction that may write.
        about: the document, and the entry where one is meant.
        who: writes it.
        at: when.
        words: as they are shown: plain text.
        carried: where they were written first, as an event's data has it.

    Raises:
        RegisterError: it says nothing, or nobody says it.
    """
    if not words.strip() or not who.strip():
        raise RegisterError("a comment needs words and the name of whoever writes it")
    document, entry = about
    held = {"document": document} | ({"id": entry} if entry else {})
    number = write_event(
        connection, held, ("commented", who, at, words.strip()), carried and {"carried": carried}
    )
    made = Comment(number, document, entry, who, at, words.strip(), carried_of({"carried": carried}))
    row = {name: getattr(made, name) for name in _COLUMNS}
    connection.execute(comment.insert().values(state="active", **row))
    return made


def comments(
    connection: Connection, document: DocumentId | None = None, entry: EntryId | None = None
) -> Iterator[Comment]:
    """Yield the comments that nobody took back: on an entry, on a document and its entries, or all."""
    columns = (comment.c[name] for name in _COLUMNS)
    asked = select(*columns, event.c.data).join(event, event.c.number == comment.c.number)
    asked = asked.where(comment.c.state == "active").order_by(comment.c.number)
    if document is not None:
        asked = asked.where(comment.c.document == document)
    if entry is not None:
        asked = asked.where(comment.c.entry == entry)
    for row in connection.execute(asked):
        written = {name: getattr(row, name) for name in _COLUMNS}
        yield Comment(**written, carried=carried_of(row.data))
