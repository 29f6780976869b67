"""Entries → the narrow rows by which they are explored, whenever one is added, read again or reviewed.

A document is filed as a whole: an entry's day may be that of its article, and which version is in sight is a
matter of documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, delete, select

from mahdar.model.codec import page_of
from mahdar.model.days import DocumentDays, own_day
from mahdar.register.inserting import insert_all
from mahdar.register.linked import few
from mahdar.register.rows import Row
from mahdar.register.schema import dated, document, entry
from mahdar.register.schema_explore import entry_track, explored
from mahdar.register.wanted import CURRENT

__all__ = ["file_all", "file_documents", "file_entries", "filed"]

_AT_ONCE = 100
"""Documents filed at once: their pages and entries are in memory together."""
_YEAR = 4


def file_all(connection: Connection) -> None:
    """File every document of a register anew."""
    file_documents(connection, list(connection.scalars(select(document.c.id).order_by(document.c.id))))


def file_documents(connection: Connection, documents: Collection[str]) -> None:
    """File documents anew, as they stand now.

    Args:
        connection: in a transaction that may write.
        documents: whole ids; those of older versions leave the tables.
    """
    rest = sorted(documents)
    for some in (rest[at : at + _AT_ONCE] for at in range(0, len(rest), _AT_ONCE)):
        _forget(connection, select(entry.c.id).where(entry.c.document.in_(some)))
        _write(connection, _read(connection, entry.c.document.in_(some)))


def file_entries(connection: Connection, entries: Collection[str]) -> None:
    """File entries anew, as they stand now.

    Args:
        connection: in a transaction that may write.
        entries: whole ids.
    """
    for some in few(sorted(entries)):
        _forget(connection, some)
        _write(connection, _read(connection, entry.c.id.in_(some)))


def filed(held: Row, days: DocumentDays) -> tuple[Row, list[Row]]:
    """Return the narrow row of an entry, and a row for each of its topics.

    Args:
        held: the entry's row.
        days: of its document.
    """
    fields = held["reviewed"] or held["fields"]
    day = own_day(held["type"], fields, due=False) or days.of_article(held["article"])
    year = day[:_YEAR] if day and day[:_YEAR].isdigit() else None
    same = {name: held[name] for name in ("type", "document", "start", "review", "confidence")}
    said = {name: held[name] for name in ("kind", "speaker")}
    row = {"entry": held["id"], "day": day, "year": year, **same, **said}
    topics = dict.fromkeys(fields.get("tracks") or ())
    return row, [{"track": track, "entry": held["id"]} for track in topics]


def _read(connection: Connection, which: Any) -> Iterator[tuple[Row, list[Row]]]:  # noqa: ANN401  # a condition
    """Yield the rows of entries in sight."""
    columns = [column for column in entry.c if column is not entry.c.evidence]
    asked = select(*columns, document.c.page, dated.c.day.label("given"))
    joined = entry.join(document, document.c.id == entry.c.document).outerjoin(dated)
    query = asked.select_from(joined).where(which, entry.c.state != "retired", CURRENT)
    rows = connection.execute(query.order_by(entry.c.document)).mappings()
    for id_, its in groupby(rows, key=lambda row: str(row["document"])):
        held = [dict(row) for row in its]
        days = DocumentDays.of(id_, page_of(held[0]["page"]), held[0]["given"])
        yield from (filed(row, days) for row in held)


def _write(connection: Connection, found: Iterable[tuple[Row, list[Row]]]) -> None:
    """Write what was read."""
    made = list(found)
    insert_all(connection, explored, [row for row, _ in made])
    insert_all(connection, entry_track, [row for _, rows in made for row in rows])


def _forget(connection: Connection, which: Any) -> None:  # noqa: ANN401  # ids, or a question for them
    """Take entries out of what is explored; nothing is lost, the tables only repeat."""
    for table in (explored, entry_track):
        connection.execute(delete(table).where(table.c.entry.in_(which)))
