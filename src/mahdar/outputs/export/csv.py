"""Tables → CSV files that a spreadsheet opens as they are: UTF-8 with a byte order mark, lines end in CR LF.

A text that a spreadsheet would take for a formula has an apostrophe in front, which tells it that this is
text; a program takes that one off again. Lists are split by ` | `, a span is `28-68`.

Source: RFC 4180; the signs that begin a formula: OWASP, CSV injection
"""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from mahdar.model.spans import Span
from mahdar.outputs.export.extract import Extract
from mahdar.outputs.export.tables import TABLES, Cell, rows

__all__ = ["BETWEEN", "flat", "guarded", "write_tables"]

BETWEEN: Final = " | "
"""What stands between the members of a list."""

_FORMULAS: Final = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def write_tables(extract: Extract, folder: Path) -> None:
    """Write every table into a folder, one file each; a table without rows has its header."""
    with ExitStack() as files:
        writers = {}
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            file = files.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
            writers[table.name] = csv.writer(file)
            writers[table.name].writerow([column.name for column in table.columns])
        for table, cells in rows(extract):
            writers[table.name].writerow([_written(cell) for cell in cells])


def flat(cell: Cell) -> str | float | bool | None:
    """Return a cell as one text, number or truth.

    >>> flat(("QAT", "USA")), flat(Span(28, 68)), flat(()), flat(None)
    ('QAT | USA', '28-68', '', None)
    """
    if isinstance(cell, tuple):
        return BETWEEN.join(str(flat(one)) for one in cell)
    return f"{cell.start}-{cell.end}" if isinstance(cell, Span) else cell


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> guarded("=SUM(A1)"), guarded("ordinary")
    ("'=SUM(A1)", 'ordinary')
    """
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _written(cell: Cell) -> Any:  # noqa: ANN401  # what the writer takes
    """Return a cell as it is written: truths as JSON has them."""
    value = flat(cell)
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value
