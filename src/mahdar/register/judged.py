"""An entry as a reviewer sees it: what holds, who said so, what each reviewer said, and comments."""

from __future__ import annotations

from sqlalchemy import Connection, select

from mahdar.model.reviews import Judged
from mahdar.model.units import DocumentId, EntryId
from mahdar.register.commenting import comments
from mahdar.register.histories import carried_of, holding, last_change
from mahdar.register.marking import as_read
from mahdar.register.queries import entry_record
from mahdar.register.rows import Row
from mahdar.register.schema import entry
from mahdar.register.schema_review import carried
from mahdar.register.words import words

__all__ = ["judged"]


def judged(connection: Connection, entry_: EntryId, alone: str | None = None) -> Judged:
    """Return an entry as a reviewer sees it.

    Args:
        connection: to the register.
        entry_: whole id.
        alone: a reviewer who is to judge without seeing what others said; None shows all.
    """
    row = dict(connection.execute(select(entry).where(entry.c.id == entry_)).mappings().one())
    said = tuple(words(connection, entry_))
    noted = tuple(comments(connection, entry=entry_))
    held = holding(connection, entry_)
    if alone is not None:
        said = tuple(one for one in said if one.who == alone)
        noted = tuple(one for one in noted if one.who == alone)
        if held and held[-1]["who"] != alone:
            row, held = _hidden(as_read(connection, row)), []
    last = held[-1] if held and row["review"] != "unreviewed" else {}
    return Judged(
        entry=entry_record(row),
        event=last_change(connection, entry_, by_people=alone is None).number,
        who=last.get("who"),
        at=last.get("at"),
        why=last.get("why"),
        reason=(last.get("data") or {}).get("reason"),
        words=said,
        comments=noted,
        carried=carried_of(last.get("data")),
        again=_again(connection, entry_) if alone is None else None,
    )


def _again(connection: Connection, entry_: EntryId) -> DocumentId | None:
    """Return the newer version for which an entry is to be looked at again."""
    asked = select(carried.c.document).where(carried.c.entry == entry_, carried.c.state == "open")
    return connection.scalar(asked.order_by(carried.c.at.desc(), carried.c.document).limit(1))


def _hidden(row: Row) -> Row:
    """Return a row that does not say that a person added the entry."""
    return row | {"reader": row["reader"].partition(" ")[0]}
