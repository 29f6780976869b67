"""Tables → Parquet files with typed columns: lists are lists, a span is a struct of `start` and `end`.

Days stay ISO texts: a month or a year is a value of its own and no day. Rows are written in groups, so that
memory does not grow with the register.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, Self

from mahdar.errors import ExportError
from mahdar.model.spans import Span
from mahdar.outputs.export.extract import Extract
from mahdar.outputs.export.tables import TABLES, Cell, Table, rows

__all__ = ["write_tables"]

_GROUP: Final = 4_096
"""Rows written at once."""


def write_tables(extract: Extract, folder: Path) -> None:
    """Write every table into a folder, one file each; a table without rows has its columns.

    Raises:
        ExportError: what writes the format is not installed.
    """
    with ExitStack() as files:
        writers = {table.name: files.enter_context(_Writer(table, folder)) for table in TABLES}
        for table, cells in rows(extract):
            writers[table.name].add(cells)


class _Writer:
    """One file while it is written."""

    def __init__(self, table: Table, folder: Path) -> None:
        self._arrow, parquet = _loaded()
        self._schema = self._arrow.schema([(one.name, self._types()[one.kind]) for one in table.columns])
        self._file = parquet.ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")
        self._waiting: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._file.close()

    def add(self, cells: tuple[Cell, ...]) -> None:
        """Add a row."""
        self._waiting.append(dict(zip(self._schema.names, map(_plain, cells), strict=True)))
        if len(self._waiting) == _GROUP:
            self._flush()

    def _flush(self) -> None:
        """Write the rows that wait."""
        if self._waiting:
            self._file.write_table(self._arrow.Table.from_pylist(self._waiting, self._schema))
            self._waiting.clear()

    def _types(self) -> dict[str, Any]:
        """Return the type of each kind of column."""
        text = self._arrow.string()
        span = self._arrow.struct([("start", self._arrow.int32()), ("end", self._arrow.int32())])
        return {
            "text": text,
            "words": text,
            "day": text,
            "whole": self._arrow.int32(),
            "number": self._arrow.float64(),
            "truth": self._arrow.bool_(),
            "list": self._arrow.list_(text),
            "span": span,
            "spans": self._arrow.list_(span),
        }


def _loaded() -> tuple[Any, Any]:
    """Load what writes the format."""
    try:
        import pyarrow  # noqa: ICN001, PLC0415  # a tenth of a second, and not everybody has it
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        why = "parquet is an extra that is not installed; install it with `pip install 'mahdar[parquet]'`"
        raise ExportError(f"{why}, or write csv") from error
    return pyarrow, pyarrow.parquet


def _plain(cell: Cell) -> Any:  # noqa: ANN401  # what a column of this kind takes
    """Return a cell as plain values."""
    if isinstance(cell, tuple):
        return [_plain(one) for one in cell]
    return {"start": cell.start, "end": cell.end} if isinstance(cell, Span) else cell
