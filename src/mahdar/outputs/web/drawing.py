"""Counts → drawings: where each box and word of a chart stands. Templates write them as SVG.

A drawing is of one direction: in Arabic it begins on the right. Lengths are in pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap
from typing import Final

from mahdar.model.units import IsoDate

__all__ = ["Bar", "Bars", "Box", "Grid", "Spans", "Stretch", "Word", "axis", "bars", "grid", "spans"]

_LABEL: Final = 230
_CELL: Final = (66, 30)
_WIDE_CELL: Final = (100, 30)
"""Where a column's name takes several lines."""
_SHORT, _FITS, _LINES = 9, 13, 3
"""Letters of a name that fit a column; those that fit a line of a wide one, and lines of a name at most."""
_LINE: Final = 16
_HEAD: Final = 34
_BAR: Final = (420, 26)
_FAINTEST: Final = 0.12
_DARK: Final = 0.75
"""From this share of the greatest count on a box is dark, with a light number."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a chart's axis."""

    x: float
    y: float
    text: str
    lines: tuple[str, ...] = ()
    """The text in lines that fit a column; none where it stands in one line whatever its length."""


@dataclass(frozen=True, slots=True)
class Box:
    """One pair of values of a grid."""

    x: float
    y: float
    down: str
    across: str
    count: int
    shade: float
    """From faint to full: 0..1."""
    url: str


@dataclass(frozen=True, slots=True)
class Grid:
    """How often pairs of values occur: rows and columns of shaded boxes."""

    width: float
    height: float
    rows: tuple[Word, ...]
    columns: tuple[Word, ...]
    boxes: tuple[Box, ...]
    size: tuple[int, int]
    """Of a box."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a bar chart."""

    label: Word
    x: float
    y: float
    width: float
    count: int
    end: float
    """Where its number stands."""
    url: str


@dataclass(frozen=True, slots=True)
class Bars:
    """How often values occur: one bar below the other."""

    width: float
    height: float
    thick: int
    bars: tuple[Bar, ...]


Named = Mapping[str, str]
"""Value → what it is called, in the order in which the values are drawn."""


def grid(
    counts: Mapping[tuple[str, str], int],
    down: Named,
    across: Named,
    direction: str,
    url: Callable[[str, str], str],
) -> Grid:
    """Draw how often pairs of values occur.

    Args:
        counts: pair → how often; pairs of values that are in neither axis are left out.
        down: the rows.
        across: the columns.
        direction: `rtl` or `ltr`.
        url: where a pair leads.

    >>> made = grid({("a", "x"): 4}, {"a": "A"}, {"x": "X"}, "rtl", lambda one, other: "/")
    >>> made.width, made.boxes[0].x, made.rows[0].x
    (296, 0, 296)
    """
    lines = {value: _lines(name) for value, name in across.items()}
    wide, high = _CELL if all(len(its) == 1 for its in lines.values()) else _WIDE_CELL
    head = _HEAD + _LINE * (max(map(len, lines.values()), default=1) - 1)
    width = _LABEL + wide * len(across)
    most = max((counts.get((one, two), 0) for one in down for two in across), default=0)
    at = {value: _LABEL + wide * number for number, value in enumerate(across)}
    on = {value: head + high * number for number, value in enumerate(down)}

    def from_start(x: float, size: float = 0) -> float:
        return width - x - size if direction == "rtl" else x

    boxes = tuple(
        Box(
            from_start(at[two], wide),
            on[one],
            down[one],
            across[two],
            count,
            _shade(count, most),
            url(one, two),
        )
        for one in down
        for two in across
        if (count := counts.get((one, two), 0))
    )
    rows = tuple(Word(from_start(0), on[value] + high * 0.66, name) for value, name in down.items())
    columns = tuple(
        Word(from_start(at[value] + wide / 2), _HEAD * 0.6, name, lines[value])
        for value, name in across.items()
    )
    return Grid(width, head + high * len(down), rows, columns, boxes, (wide, high))


def _lines(name: str) -> tuple[str, ...]:
    """Cut a column's name into lines that fit it, the rest of a very long one left out.

    >>> _lines("United Arab Emirates"), _lines("2024")
    (('United Arab', 'Emirates'), ('2024',))
    """
    if len(name) <= _SHORT:
        return (name,)
    return tuple(wrap(name, _FITS, max_lines=_LINES, placeholder=" …"))


def bars(counts: Sequence[tuple[str, int]], names: Named, direction: str, url: Callable[[str], str]) -> Bars:
    """Draw how often values occur, in the order given.

    Args:
        counts: value and how often.
        names: what values are called.
        direction: `rtl` or `ltr`.
        url: where a value leads.
    """
    longest, thick = _BAR
    most = max((count for _, count in counts), default=0)
    width = _LABEL + longest + _CELL[0]
    made = []
    for number, (value, count) in enumerate(counts):
        size, y = max(2.0, longest * count / most), number * thick
        ends = (_LABEL, _LABEL + size + 6)
        x, end = (width - ends[0] - size, width - ends[1]) if direction == "rtl" else ends
        label = Word(width if direction == "rtl" else 0, y + thick * 0.68, names.get(value, value))
        made.append(Bar(label, x, y, size, count, end, url(value)))
    return Bars(width, thick * len(counts), thick, tuple(made))


def axis(pairs: Iterable[tuple[str, int]], most: int) -> list[str]:
    """Return the values that occur most often, at most so many."""
    counts: Counter[str] = Counter()
    for value, count in pairs:
        counts[value] += count
    return [value for value, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most]]


def _shade(count: int, most: int) -> float:
    """Return how dark a box is: by the root, so that the few great counts do not hide the many small.

    No box is half dark: its number could be read in neither colour.

    >>> _shade(1, 100), _shade(50, 100), _shade(100, 100)
    (0.16, 0.4, 1.0)
    """
    share = sqrt(count / most) if most else 0
    return round(_FAINTEST + 0.4 * share if share < _DARK else 0.85 + 0.15 * (share - _DARK) / (1 - _DARK), 2)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in its row."""

    label: Word
    x: float
    y: float
    width: float
    first: IsoDate
    last: IsoDate


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of time over years."""

    width: float
    height: float
    years: tuple[Word, ...]
    rows: tuple[Stretch, ...]
    thick: int


def spans(rows: Sequence[tuple[str, IsoDate, IsoDate]], direction: str) -> Spans:
    """Draw stretches of time, one below the other.

    Args:
        rows: name, first and last day of each.
        direction: `rtl` or `ltr`.

    >>> made = spans([("Envoy", "2019-01-01", "2020-12-31")], "ltr")
    >>> [word.text for word in made.years], made.rows[0].x
    (['2019', '2020'], 230.0)
    """
    begin = min(int(first[:4]) for _, first, _ in rows)
    years = max(int(last[:4]) for _, _, last in rows) - begin + 1
    longest, thick = _BAR
    width, step = _LABEL + longest, longest / years
    every = max(1, years // 10)

    def at(day: IsoDate) -> float:
        year, month, number = [*(int(part) for part in day.split("-")), 1, 1][:3]
        return (year - begin + (month - 1) / 12 + (number - 1) / 372) * step

    def from_start(x: float, size: float = 0) -> float:
        return width - x - size if direction == "rtl" else x

    made = []
    for number, (name, first, last) in enumerate(rows):
        size, y = max(4.0, at(last) - at(first)), _HEAD + number * thick
        label = Word(from_start(0), y + thick * 0.68, name)
        made.append(Stretch(label, from_start(_LABEL + at(first), size), y, size, first, last))
    marks = tuple(
        Word(from_start(_LABEL + number * step + step / 2), _HEAD * 0.6, str(begin + number))
        for number in range(0, years, every)
    )
    return Spans(width, _HEAD + thick * len(rows), marks, tuple(made), thick)
