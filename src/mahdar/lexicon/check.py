"""What is wrong in the lexicon's files, found before it goes wrong in a reading: `file:line message`.

Characters are checked line by line; rows against `fields.toml`, which says what each file may hold; ids and
folded spellings against the rest of their file. A user's own folder is checked like the shipped one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mahdar.errors import LexiconError
from mahdar.lexicon.fields import Kind, kinds_of_rows
from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row, split_list
from mahdar.lexicon.store import Lexicon

__all__ = ["Finding", "check_lexicon"]

_HIDDEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad\u00a0]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ARABIC: Final = re.compile("[\N{ARABIC LETTER KASHMIRI YEH}-\N{ARABIC LETTER YEH}]")
_MIXED: Final = re.compile(rf"{_LATIN.pattern}{_ARABIC.pattern}|{_ARABIC.pattern}{_LATIN.pattern}")
_PROSE: Final = frozenset({"source", "note", "yes", "no"})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something to mend."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """`file:line message`."""
        return f"{self.file}:{self.line} {self.message}"


def check_lexicon(lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return everything that is wrong in a lexicon, by file and line."""
    kinds = kinds_of_rows()
    return tuple(sorted({found for name in lexicon.names for found in _check_file(lexicon, name, kinds)}))


def _check_file(lexicon: Lexicon, name: str, kinds: Mapping[tuple[str, str], Kind]) -> Iterator[Finding]:
    """Yield what is wrong in one file."""
    lines = lexicon.path(name).read_text(encoding="utf-8").split("\n")
    unordered = {one for kind in kinds.values() if kind.name == name for one in kind.unordered}
    yield from _check_lines(name, lines, unordered)
    try:
        rows = lexicon.rows(name)
    except LexiconError as error:
        yield Finding(error.file, error.line, error.what)
        return
    for table in dict.fromkeys(row.table for row in rows):
        its = [row for row in rows if row.table == table]
        kind = kinds.get((name, table))
        if kind is None:
            yield Finding(name, its[0].line, f"no fields are laid down for [[{table}]]; see fields.toml")
            continue
        for row in its:
            yield from _check_row(_Checked(row, kind, lines))
            yield from _check_inner(row, kinds, lines)
        yield from _doubles(kind, its)


def _check_row(checked: _Checked) -> Iterator[Finding]:
    """Yield what is wrong in one row."""
    for rule in ROW_RULES:
        yield from rule(checked)


def _check_lines(name: str, lines: Sequence[str], unordered: set[str]) -> Iterator[Finding]:
    """Yield lines with characters that cannot be seen or are not composed."""
    for number, line in enumerate(lines, 1):
        hidden = _HIDDEN.search(line)
        if hidden:
            yield Finding(name, number, f"holds a hidden {unicodedata.name(hidden.group())}; take it out")
        if not unicodedata.is_normalized("NFC", line) and line.split(" ", 1)[0] not in unordered:
            yield Finding(name, number, "is not in Unicode's composed form NFC; marks stand in another order")


@dataclass(frozen=True, slots=True)
class _Checked:
    """A row under its rules."""

    row: Row
    kind: Kind
    lines: Sequence[str]

    def finding(self, message: str, value: str = "") -> Finding:
        """Return a finding at the line of a value: the first from the row's own on that holds it."""
        return Finding(self.row.file, _line_of(self.row, value, self.lines), message)

    def items(self, name: str) -> tuple[str, ...]:
        """Return a field's texts."""
        return _items(self.row, name)


def unknown_fields(checked: _Checked) -> Iterator[Finding]:
    """A field that no program reads is a mistake of spelling."""
    for name in checked.row.values:
        if name not in checked.kind.needs and name not in checked.kind.may:
            yield checked.finding(f"has an unknown field `{name}`", name)


def arabic_keys(checked: _Checked) -> Iterator[Finding]:
    """Keys are English: Arabic stands in values only."""
    for name in checked.row.values:
        if _ARABIC.search(name):
            yield checked.finding("has Arabic in a key; keys are English", name)


def missing_fields(checked: _Checked) -> Iterator[Finding]:
    """A row without a source or an example cannot be judged by the next linguist."""
    for name in checked.kind.needs:
        value = checked.row.values.get(name)
        if value is None or value in ("", []):
            yield checked.finding(f"has no `{name}`")
    some = checked.kind.some
    if some and not any(checked.items(name) for name in some):
        yield checked.finding(f"has neither `{'` nor `'.join(some)}`")


def unknown_values(checked: _Checked) -> Iterator[Finding]:
    """A closed field holds one of its words."""
    for name, allowed in checked.kind.values.items():
        for word in checked.items(name):
            if word not in allowed:
                yield checked.finding(f"has an unknown {name} `{word}`", word)


def wrong_script(checked: _Checked) -> Iterator[Finding]:
    """An Arabic field holds no Latin letters, a Latin one no Arabic, no word both."""
    for name in checked.row.values:
        for item in checked.items(name):
            wrong = (name in checked.kind.arabic and _LATIN.search(item)) or (
                name in checked.kind.latin and _ARABIC.search(item)
            )
            if item.startswith("@"):
                continue  # names a set of words by its id
            if wrong or (name not in _PROSE and _MIXED.search(item)):
                yield checked.finding(f"has letters of another script in `{name}`: {item}", item)


def doubled_items(checked: _Checked) -> Iterator[Finding]:
    """A list does not say the same twice: spellings that fold alike count as one."""
    for name in checked.kind.once:
        met: set[str] = set()
        for item in map(fold, checked.items(name)):
            if item in met:
                yield checked.finding(f"has `{item}` twice in `{name}`, spelling aside")
            met.add(item)


ROW_RULES: tuple[Callable[[_Checked], Iterator[Finding]], ...] = (
    unknown_fields,
    arabic_keys,
    missing_fields,
    unknown_values,
    wrong_script,
    doubled_items,
)


def _check_inner(row: Row, kinds: Mapping[tuple[str, str], Kind], lines: Sequence[str]) -> Iterator[Finding]:
    """Yield what is wrong in the tables inside a row (`[[head.when]]`)."""
    for name, inner in row.values.items():
        kind = kinds.get((row.file, f"{row.table}.{name}"))
        if kind is None or not isinstance(inner, list):
            continue
        starts = _starts(row, kind.table, lines)
        for line, values_ in zip(starts, inner, strict=False):
            yield from _check_row(_Checked(Row(row.file, line, kind.table, values_), kind, lines))


def _starts(row: Row, table: str, lines: Sequence[str]) -> list[int]:
    """Return the lines at which tables of this name begin, from a row's own on."""
    return [
        number for number in range(row.line, len(lines) + 1) if lines[number - 1].strip() == f"[[{table}]]"
    ]


def _doubles(kind: Kind, rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield what stands in two rows and may stand in one."""
    for name in kind.once:
        met: dict[tuple[str, ...], Row] = {}
        for row in rows:
            beside = tuple(row.text(other) for other in kind.beside)
            for item in dict.fromkeys(map(fold, _items(row, name))):
                first = met.setdefault((item, *beside), row)
                if first is not row:
                    where = f"stands in line {first.line} already"
                    yield Finding(row.file, row.line, f"`{item}` in `{name}` {where}, spelling aside")


def _items(row: Row, name: str) -> tuple[str, ...]:
    """Return a field's texts: a list's items, a cell's parts, a text itself."""
    value = row.values.get(name)
    if isinstance(value, str):
        return split_list(value) if row.file.endswith(".tsv") else (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _line_of(row: Row, value: str, lines: Sequence[str]) -> int:
    """Return the first line from a row's own on that holds a value."""
    if not value or row.file.endswith(".tsv"):
        return row.line
    later = enumerate(lines[row.line - 1 :], row.line)
    return next((number for number, line in later if value in line), row.line)
