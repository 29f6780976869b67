"""One document, entry or person by what a user has at hand: a name, a path, the beginning of a name or an id.

Names go before ids: what is found is what stands in sight. A few hex digits are too easily both, so an id
counts from six digits on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from mahdar.errors import UnknownIdError
from mahdar.model.records import DocumentRecord, EntryRecord, PersonRecord
from mahdar.register.queries import DOCUMENTS, document_record, entry_record, people
from mahdar.register.schema import document, entry, person, place
from mahdar.register.wanted import CURRENT

__all__ = ["SHORTEST", "find", "find_document", "find_entry", "find_person", "find_text"]

SHORTEST: Final = 6
"""Digits of an id that are enough to be taken for one."""

_HEX: Final = frozenset("0123456789abcdef")
_WHOLE: Final = 64
_MOST: Final = 6

Rows: TypeAlias = Sequence[RowMapping]


def find(connection: Connection, key: str) -> DocumentRecord | EntryRecord:
    """Return the document that is called so, or the document or entry whose id begins so.

    Raises:
        UnknownIdError: there is neither, or there are several.
    """
    rows = _documents(connection, key)
    if rows:
        return document_record(_only(rows, "document", key, _document_line))
    rows = _by_prefix(connection, select(entry), entry.c.id, key)
    if rows:
        return entry_record(_only(rows, "entry", key, _id))
    raise UnknownIdError(_unknown(connection, "document or entry", key))


def find_document(connection: Connection, key: str) -> DocumentRecord:
    """Return the document that is called so (its newest version), or whose id begins so (any version).

    Args:
        connection: to the register.
        key: a name, a path or its end, a name without its ending, the beginning of a name or of an id; the
            first of these that fits anything.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    rows = _documents(connection, key)
    if not rows:
        raise UnknownIdError(_unknown(connection, "document", key))
    return document_record(_only(rows, "document", key, _document_line))


def find_text(connection: Connection, key: str) -> str:
    """Return the text of a document, found as `find_document` finds it.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    texts = select(document.c.text)
    found = connection.scalar(texts.where(document.c.id == key))  # a whole id needs no search
    if found is None:
        id_ = find_document(connection, key).id
        found = connection.scalar(texts.where(document.c.id == id_))
    return str(found)


def find_entry(connection: Connection, prefix: str) -> EntryRecord:
    """Return the entry whose id begins like this; retired ones too.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    rows = _by_prefix(connection, select(entry), entry.c.id, prefix)
    return entry_record(_only(rows, "entry", prefix, _id))


def find_person(connection: Connection, prefix: str) -> PersonRecord:
    """Return the person whose id begins like this.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    rows = _by_prefix(connection, select(person.c.id), person.c.id, prefix)
    row = _only(rows, "person", prefix, _id)
    found = next(people(connection, row["id"], all_versions=True), None)
    if found is None:
        raise UnknownIdError(f"no document names person {prefix} any more")
    return found


def _documents(connection: Connection, key: str) -> Rows:
    """Return what the first way of naming a document finds that finds anything."""
    if len(key) == _WHOLE and _HEX.issuperset(key):
        return _some(connection, DOCUMENTS.where(document.c.id == key))
    if not key.strip():
        return ()
    name = func.lower(document.c.name)
    for fits in (
        document.c.name == key,
        document.c.id.in_(select(place.c.document).where(_stands_at(key))),
        name.startswith(f"{key.lower()}.", autoescape=True),
        name.startswith(key.lower(), autoescape=True),
    ):
        rows = _some(connection, DOCUMENTS.where(fits, CURRENT).order_by(document.c.name, document.c.id))
        if rows:
            return rows
    return _by_prefix(connection, DOCUMENTS, document.c.id, key)


def _stands_at(key: str) -> ColumnElement[bool]:
    """Ask for what stands under a path, seen from the working folder or from any other."""
    parts = [part for part in Path(key).parts if part not in {"..", Path(key).anchor}]
    end = f"/{Path(*parts).as_posix()}"
    whole = os.path.abspath(key)  # noqa: PTH100  # as the text it was stored as
    return (place.c.path == whole) | place.c.path.endswith(end, autoescape=True)


def _by_prefix(
    connection: Connection, query: Select[tuple[object, ...]], column: ColumnElement[str], prefix: str
) -> Rows:
    """Return a few rows whose id begins like this: a range, which an index answers in every database."""
    if len(prefix) < SHORTEST or not _HEX.issuperset(prefix):
        return ()
    return _some(connection, query.where(column >= prefix, column < f"{prefix}g").order_by(column))


def _some(connection: Connection, query: Select[tuple[object, ...]]) -> Rows:
    return connection.execute(query.limit(_MOST)).mappings().all()


def _only(rows: Rows, what: str, key: str, line: Callable[[RowMapping], str]) -> RowMapping:
    """Return the one row, or say that there is none or that there are several, and which."""
    if not rows:
        raise UnknownIdError(_none(what, key))
    if len(rows) == 1:
        return rows[0]
    several = [f"\n  {line(row)}" for row in rows[: _MOST - 1]]
    more = ["\n  …"] if len(rows) == _MOST else []
    raise UnknownIdError(f"{key} fits several; write more of its name or its id:{''.join(several + more)}")


def _id(row: RowMapping) -> str:
    return str(row["id"][:16])


def _document_line(row: RowMapping) -> str:
    day = row["published"] or row["given"] or "-"
    return f"{row['id'][:8]}  {day:<10}  {row['path'] or row['name']}"


def _none(what: str, key: str) -> str:
    if key and len(key) < SHORTEST and _HEX.issuperset(key):
        return f"{key} is no name, and too short for an id: write at least {SHORTEST} of its digits"
    return f"the register holds no {what} {key}; `mahdar show` lists what it holds"


def _unknown(connection: Connection, what: str, key: str) -> str:
    """Say that nothing is called so, and what is called nearly so."""
    near = _near(connection, key)
    said = _none(what, key)
    return f"{said}; did you mean {' or '.join(near)}?" if near else said


def _near(connection: Connection, key: str) -> list[str]:
    """Return names that hold this one, or are written nearly alike."""
    wanted = os.path.splitext(os.path.basename(key.lower()))[0]  # noqa: PTH119, PTH122
    if not wanted.strip():
        return []
    names = [str(row.name) for row in connection.execute(select(document.c.name).where(CURRENT))]
    stems = {os.path.splitext(name.lower())[0]: name for name in names}  # noqa: PTH122
    holding = (stems[stem] for stem in stems if wanted in stem)
    close = (stems[stem] for stem in get_close_matches(wanted, stems, n=3, cutoff=0.75))
    return list(dict.fromkeys(chain(holding, close)))[:3]
