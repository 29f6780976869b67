"""Lexicon files → rows that know where they stand.

TSV: a header row, tabs, no quoting; lists inside a cell are split by ` | `; lines that begin with `# ` are
comments. TOML: tables in arrays (`[[head]]`, `[[role]]`, …); Arabic in values only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mahdar.errors import LexiconError

__all__ = ["Row", "read_toml", "read_tsv", "split_list"]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a lexicon file."""

    file: str
    """Path below the lexicon folder: `ar/acts.toml`."""
    line: int
    """Where it begins, counted from 1."""
    table: str
    """TOML: the array it belongs to (`head`); TSV: `row`."""
    values: Mapping[str, Any]

    def text(self, field: str) -> str:
        """Return a field as text; empty where it is missing."""
        return str(self.values.get(field) or "")

    def list(self, field: str) -> tuple[str, ...]:
        """Return a field as a list: a TOML array as it is, a TSV cell split at ` | `."""
        value = self.values.get(field) or ()
        return split_list(value) if isinstance(value, str) else tuple(value)

    @property
    def place(self) -> str:
        """`file:line`, for messages."""
        return f"{self.file}:{self.line}"


def split_list(cell: str) -> tuple[str, ...]:
    """Split a TSV cell into its items.

    >>> split_list("دولار | دولارات")
    ('دولار', 'دولارات')
    >>> split_list("")
    ()
    """
    return tuple(item.strip() for item in cell.split(" | ") if item.strip())


def read_tsv(path: Path, name: str) -> tuple[Row, ...]:
    """Read a TSV file.

    Raises:
        LexiconError: a row has more or fewer cells than the header.
    """
    lines = [
        (number, line)
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if line.strip() and not line.startswith("# ") and line.strip() != "#"
    ]
    if not lines:
        return ()
    header = lines[0][1].split("\t")
    return tuple(_tsv_row(name, number, header, line) for number, line in lines[1:])


def _tsv_row(name: str, number: int, header: list[str], line: str) -> Row:
    """Make a row of a line, or say which line is wrong."""
    cells = line.split("\t")
    if len(cells) != len(header):
        raise LexiconError(name, number, f"has {len(cells)} cells where the header has {len(header)}")
    return Row(name, number, "row", dict(zip(header, cells, strict=True)))


def read_toml(path: Path, name: str) -> tuple[Row, ...]:
    """Read every array of tables of a TOML file, in file order within each array.

    Raises:
        LexiconError: the file is not TOML; the message carries the parser's place.
    """
    text = path.read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(name, 0, f"is not TOML: {error}") from error
    rows: list[Row] = []
    for table, items in data.items():
        starts = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() == f"[[{table}]]"]
        if isinstance(items, list):
            rows += [Row(name, line, table, item) for line, item in zip(starts, items, strict=True)]
    return tuple(rows)
