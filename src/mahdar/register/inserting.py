"""Many new rows of one table in one statement.

SQLAlchemy prepares every row of such a statement anew, parameter by parameter, which takes longer than SQLite
takes to write it. So where the driver takes plain tuples it is handed tuples; each value still goes through
its column's own conversion.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Table

__all__ = ["insert_all"]

_Convert: TypeAlias = Callable[[Any], Any]


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows; none is no mistake.

    Args:
        connection: in a transaction that may write.
        table: has no defaults that are worked out in Python.
        rows: all have the columns of the first.
    """
    if not rows:
        return
    if not connection.dialect.positional:
        connection.execute(table.insert(), rows)
        return
    statement, names, converted = _prepared(table, frozenset(rows[0]), connection.dialect)
    values = list(map(_taken(names), rows))
    if converted:
        values = [_converted(list(row), converted) for row in values]
    connection.exec_driver_sql(statement, values)


@lru_cache(maxsize=64)
def _prepared(
    table: Table, columns: frozenset[str], dialect: Dialect
) -> tuple[str, tuple[str, ...], tuple[tuple[int, _Convert], ...]]:
    """Return the statement, its columns in order, and what converts those that are not taken as they are."""
    compiled = table.insert().compile(dialect=dialect, column_keys=sorted(columns))
    names = tuple(compiled.positiontup or ())
    converts = (table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names)
    return str(compiled), names, tuple((at, one) for at, one in enumerate(converts) if one is not None)


def _taken(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """Return what takes a row's values in the order of the statement."""
    if len(names) == 1:
        return lambda row: (row[names[0]],)
    return itemgetter(*names)


def _converted(row: list[Any], converted: Sequence[tuple[int, _Convert]]) -> tuple[Any, ...]:
    """Return a row's values as the driver takes them."""
    for at, convert in converted:
        row[at] = convert(row[at])
    return tuple(row)
