"""The index of search, kept in step with documents and entries, in the transaction that changes them.

Whatever changes a document or one of its entries calls `refresh` with it, which writes all of the document's
part of the index anew; readings that are added hand over what they hold already (`index_new`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, and_, delete, exists, func, or_, select, text, update

from mahdar.language.terms import digest
from mahdar.model.codec import page_of
from mahdar.register.inserting import insert_all
from mahdar.register.linked import few
from mahdar.register.rows import Row
from mahdar.register.schema import dated, document, entry, place, sighting
from mahdar.register.schema_search import searchable, searched
from mahdar.register.search_rows import Known, Words, found_rows
from mahdar.register.search_words import forget_words, write_words

__all__ = ["index_new", "note_moves", "refresh", "waiting", "waits"]


def index_new(connection: Connection, documents: Iterable[Known]) -> None:
    """Index documents that are new to the register.

    Args:
        connection: in the transaction that adds them.
        documents: what was added.
    """
    known = list(documents)
    if not known:
        return
    number = _next_number(connection)
    rows: list[Row] = []
    words: list[tuple[int, Words]] = []
    for one in known:
        for row, its in found_rows(one):
            rows.append({"number": number, **row})
            words.append((number, its))
            number += 1
    insert_all(connection, searchable, rows)
    write_words(connection, words)
    marks = [{"document": one.row["id"], "made_by": digest()} for one in known]
    insert_all(connection, searched, marks)


def refresh(connection: Connection, documents: Collection[str]) -> None:
    """Index documents anew, as they and their entries now stand.

    Args:
        connection: in a transaction that may write.
        documents: whole ids.
    """
    for some in few(sorted(documents)):
        its = list(connection.scalars(select(searchable.c.number).where(searchable.c.document.in_(some))))
        forget_words(connection, its)
        for table in (searchable, searched):
            connection.execute(delete(table).where(table.c.document.in_(some)))
        index_new(connection, _stored(connection, some))
        note_moves(connection, some)


def note_moves(connection: Connection, documents: Collection[str]) -> None:
    """Note which of some documents are older versions now."""
    stands = exists().where(place.c.document == searchable.c.document)
    never = exists().where(document.c.id == searchable.c.document, document.c.path.is_(None))
    for some in few(sorted(documents)):
        its = update(searchable).where(searchable.c.document.in_(some))
        connection.execute(its.values(current=or_(stands, never)))


def waits(connection: Connection) -> int:
    """Return how many documents are yet to be indexed, or were by other keys than today's."""
    there = connection.scalar(select(func.count()).select_from(document)) or 0
    done = select(func.count()).select_from(searched).where(searched.c.made_by == digest())
    return there - (connection.scalar(done) or 0)


def waiting(connection: Connection) -> list[str]:
    """Return the documents that are yet to be indexed, by id."""
    done = exists().where(and_(searched.c.document == document.c.id, searched.c.made_by == digest()))
    return list(connection.scalars(select(document.c.id).where(~done).order_by(document.c.id)))


def _next_number(connection: Connection) -> int:
    """Return the first free number; whoever else would take it waits until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE searchable IN SHARE ROW EXCLUSIVE MODE"))
    return (connection.scalar(select(func.max(searchable.c.number))) or 0) + 1


def _stored(connection: Connection, ids: Sequence[str]) -> Iterator[Known]:
    """Yield what the register holds of some documents."""
    entries = _entries(connection, ids)
    people = _people(connection, ids)
    asked = select(document, dated.c.day.label("given")).select_from(document.outerjoin(dated))
    for found in connection.execute(asked.where(document.c.id.in_(ids))).mappings():
        row = dict(found)
        id_ = row["id"]
        yield Known(row, page_of(row["page"]), row["given"], entries.get(id_, ()), people.get(id_, {}))


def _entries(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Row]]:
    """Return the entries of some documents, in text order."""
    found: dict[str, list[Row]] = defaultdict(list)
    asked = select(entry).where(entry.c.document.in_(ids)).order_by(entry.c.start, entry.c.id)
    for row in connection.execute(asked).mappings():
        found[row["document"]].append(dict(row))
    return found


def _people(connection: Connection, ids: Sequence[str]) -> Mapping[str, dict[str, str]]:
    """Return the names of everybody who is seen in some documents."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    columns = select(sighting.c.document, sighting.c.name, sighting.c.name_ar)
    asked = columns.where(sighting.c.document.in_(ids), sighting.c.state == "active")
    for row in connection.execute(asked.order_by(sighting.c.start, sighting.c.id)):
        found[row.document][row.name] = row.name_ar
    return found
