"""What each reviewer said last of each entry, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, select

from mahdar.model.codec import evidence_of
from mahdar.model.reviews import Word
from mahdar.model.units import EntryId
from mahdar.register.rows import Row
from mahdar.register.schema import document, entry
from mahdar.register.schema_review import carried, word
from mahdar.register.wanted import CURRENT

__all__ = ["put_word", "words"]

_SAID = ("verdict", "fields", "evidence", "reason", "why", "at", "alone")


def put_word(connection: Connection, entry_: EntryId, who: str, said: Row | None) -> Row | None:
    """Write what a reviewer says of an entry; None takes it back. Return what the reviewer said before.

    Nothing is lost: the table repeats the last of what the events hold.
    """
    its = (word.c.entry == entry_) & (word.c.who == who)
    columns = (word.c[name] for name in _SAID)
    before = connection.execute(select(*columns).where(its)).mappings().first()
    connection.execute(delete(word).where(its))
    if said is not None:
        connection.execute(word.insert().values(entry=entry_, who=who, **said))
    return None if before is None else dict(before)


def words(connection: Connection, entry_: EntryId | None = None) -> Iterator[Word]:
    """Yield what reviewers said of an entry, or of all: by entry, first come first.

    Of all, what was carried over into a newer version counts there alone.
    """
    asked = select(word, entry.c.type).join(entry, entry.c.id == word.c.entry)
    if entry_ is not None:
        asked = asked.where(word.c.entry == entry_)
    else:
        older = select(document.c.id).where(~CURRENT)
        gone = select(carried.c.entry).where(carried.c.into.is_not(None))
        asked = asked.where(entry.c.document.not_in(older) | word.c.entry.not_in(gone))
    rows = connection.execute(asked.order_by(word.c.entry, word.c.at, word.c.who)).mappings()
    for row in rows:
        yield Word(**{**row, "evidence": evidence_of(row["evidence"])})
