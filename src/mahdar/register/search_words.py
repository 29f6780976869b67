"""Keys in the database's own full-text form: FTS5 in SQLite, tsvector in PostgreSQL.

What differs between the two in searching stands here and nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    TableClause,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from mahdar.model.searching import Clause
from mahdar.register.linked import few
from mahdar.register.schema_search import WORDS
from mahdar.register.search_rows import Words, code_key

__all__ = ["expression", "forget_words", "matched", "number_column", "score", "words_table", "write_words"]

_HEAD, _SAID, _NAMED = 4.0, 1.0, 0.6
"""What a word counts for in a headline, in the text, among names and codes."""

_APART: Final = 10
"""Positions between what comes from different places, so that no phrase reaches across."""
_LAST: Final = 16383
"""The greatest position that PostgreSQL keeps."""


def _is_postgresql(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def write_words(connection: Connection, rows: Iterable[tuple[int, Words]]) -> None:
    """Write the keys of some rows.

    Args:
        connection: in a transaction that may write.
        rows: numbers in `searchable`, and keys.
    """
    if _is_postgresql(connection):
        insert = f"INSERT INTO {WORDS} (number, keys) VALUES (:number, CAST(:keys AS TSVECTOR))"  # noqa: S608
        values = [{"number": number, "keys": _vector(words)} for number, words in rows]
        if values:
            connection.execute(text(insert), values)
        return
    insert = f"INSERT INTO {WORDS} (rowid, head, said, named) VALUES (?, ?, ?, ?)"  # noqa: S608
    plain = [
        (number, " ".join(words.head), " ".join(words.said), " ".join(words.named)) for number, words in rows
    ]
    if plain:
        connection.exec_driver_sql(insert, plain)


def forget_words(connection: Connection, numbers: Sequence[int]) -> None:
    """Take the keys of some rows out."""
    its = number_column(connection)
    for some in few(numbers):
        connection.execute(words_table(connection).delete().where(its.in_(some)))


def words_table(connection: Connection) -> TableClause:
    """Return the table of words, with its number."""
    return _NUMBERED if _is_postgresql(connection) else _ROWS


def number_column(connection: Connection) -> ColumnElement[int]:
    """Return the column that is the number in `searchable`."""
    its: ColumnElement[int] = next(iter(words_table(connection).c))
    return its


_NUMBERED: Final = table(WORDS, column("number", Integer))
_ROWS: Final = table(WORDS, column("rowid", Integer))


def _vector(words: Words) -> str:
    """Return keys as PostgreSQL writes them: each with its positions and their weight."""
    places: dict[str, list[str]] = defaultdict(list)
    at = 1
    for weight, its in (("A", words.head), ("B", words.said), ("D", words.named)):
        for key in its:
            places[key].append(f"{min(at, _LAST)}{weight}")
            at += 1
        at += _APART
    return " ".join(f"'{key}':{','.join(found)}" for key, found in places.items())


def expression(connection: Connection, clauses: Sequence[Clause], *, loose: bool) -> str:
    """Return what clauses ask for in the database's own query language.

    Args:
        connection: to the database that is asked.
        clauses: at least one.
        loose: whether any of them is enough.
    """
    both, either, said, code = _PG if _is_postgresql(connection) else _FTS
    wanted = []
    for clause in clauses:
        ways = [said(phrase) for phrase in clause.phrases]
        ways += [f"({both.join(said((key,)) for key in its)})" for its in clause.together]
        ways += [code(code_key(*its.split(":", 1))) for its in clause.codes]
        wanted.append(f"({either.join(ways)})")
    return (either if loose else both).join(wanted)


def _pg_phrase(keys: Sequence[str]) -> str:
    return "(" + " <-> ".join(f"'{key}'" for key in keys) + ")"


def _pg_code(key: str) -> str:
    return f"'{key}':D"


def _fts_phrase(keys: Sequence[str]) -> str:
    return '"' + " ".join(keys) + '"'


def _fts_code(key: str) -> str:
    return f'named : "{key}"'


_PG: Final = (" & ", " | ", _pg_phrase, _pg_code)
_FTS: Final = (" AND ", " OR ", _fts_phrase, _fts_code)
"""How all of some things are asked for, how any of them, how a phrase, how a code."""


def matched(connection: Connection, name: str) -> ColumnElement[bool]:
    """Return the condition that a row's keys are what the parameter of this name asks for."""
    if _is_postgresql(connection):
        return text(f"{WORDS}.keys @@ CAST(:{name} AS TSQUERY)")  # type: ignore[return-value]
    return text(f"{WORDS} MATCH :{name}")  # type: ignore[return-value]


def score(connection: Connection, name: str) -> ColumnElement[float]:
    """Return how well a row fits what the parameter of this name asks for; greater is better."""
    if _is_postgresql(connection):
        weights: ColumnElement[list[float]] = literal_column(
            f"CAST('{{{_NAMED / _HEAD}, 0, {_SAID / _HEAD}, 1}}' AS REAL[])"
        )
        query = cast(bindparam(name), TSQUERY)
        return func.ts_rank(weights, literal_column(f"{WORDS}.keys"), query, 1)
    return literal_column(f"-bm25({WORDS}, {_HEAD}, {_SAID}, {_NAMED})")
