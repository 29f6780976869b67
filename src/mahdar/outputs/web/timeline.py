"""A line of time as a drawing: where each mark, year and lane stands; templates put it into SVG.

In Arabic time runs from right to left, as the lines of the page do: the newest stands at the left. Marks of
one lane that would lie on one another are one mark with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as day_of
from typing import Final

from mahdar.model.units import IsoDate
from mahdar.pipeline.timeline import LANDMARKS, Landmark

__all__ = ["Drawing", "Lane", "Mark", "drawn"]

_WIDTH: Final = 960
_EDGE: Final = 30
_NAMES: Final = 150
"""Width of the names of the lanes, at the side where time begins."""
_LANE: Final = 36
_HEAD: Final = 14
_FOOT: Final = 30
_APART: Final = 24
"""Marks that are nearer than this are one."""
_YEARS: Final = 12
"""Years that are named at most."""
_DAYS: Final = 365.25


@dataclass(frozen=True, slots=True)
class Mark:
    """Landmarks at one place of a lane."""

    x: float
    landmarks: tuple[Landmark, ...]
    at: int
    """Where the first of them stands in the list of all, from 0."""

    @property
    def first(self) -> Landmark:
        """The earliest of them; the only one of most marks."""
        return self.landmarks[0]


@dataclass(frozen=True, slots=True)
class Lane:
    """Landmarks of one kind."""

    what: str
    """One of `LANDMARKS`."""
    y: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A line of time."""

    width: int
    height: float
    axis: float
    """Where the axis lies, from above."""
    start: float
    """Where the names of the lanes begin, from the left."""
    lanes: tuple[Lane, ...]
    years: tuple[tuple[float, int], ...]
    """Where a year begins, and which."""
    earlier: int
    """Landmarks before the first session and document; they are not drawn."""


def drawn(landmarks: Sequence[Landmark], direction: str) -> Drawing | None:
    """Draw landmarks.

    Args:
        landmarks: of one series.
        direction: `ltr`, or `rtl` where time runs from right to left.

    Returns:
        None where nothing has a day.
    """
    framed = [one for one in landmarks if one.what in {"session", "document"}]
    if not framed:
        return None
    first = min(_time(one.date) for one in framed)
    shown = [one for one in landmarks if _time(one.date) >= first]
    scale = _Scale.of([_time(one.date) for one in shown], direction)
    used = [what for what in LANDMARKS if any(one.what == what for one in shown)]
    lanes = tuple(
        Lane(
            what,
            _HEAD + _LANE * (n + 0.5),
            _marks(landmarks, [one for one in shown if one.what == what], scale),
        )
        for n, what in enumerate(used)
    )
    axis = _HEAD + _LANE * len(used)
    start = _WIDTH - _EDGE / 2 if direction == "rtl" else _EDGE / 2
    return Drawing(
        _WIDTH, axis + _FOOT, axis, start, lanes, tuple(scale.years()), len(landmarks) - len(shown)
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a time stands."""

    first: float
    """In years, with their fraction."""
    last: float
    direction: str

    @classmethod
    def of(cls, times: Sequence[float], direction: str) -> _Scale:
        """Make room for these times, and for a year at least."""
        first, last = min(times), max(times)
        spare = max(1.2 - (last - first), 0) / 2
        return cls(first - spare, last + spare, direction)

    def x(self, time: float) -> float:
        """Return where a time stands."""
        room = _WIDTH - _NAMES - 2 * _EDGE
        along = _NAMES + _EDGE + room * (time - self.first) / (self.last - self.first)
        return round(_WIDTH - along if self.direction == "rtl" else along, 1)

    def years(self) -> Iterable[tuple[float, int]]:
        """Yield the beginnings of years, every one or every second, fifth… where there are many."""
        first, last = int(self.first) + 1, int(self.last)
        step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / n <= _YEARS)
        return ((self.x(year), year) for year in range(first, last + 1) if year % step == 0)


def _marks(every: Sequence[Landmark], some: Sequence[Landmark], scale: _Scale) -> tuple[Mark, ...]:
    """Put some landmarks on a lane, in order of time; those too near one another on one place."""
    groups: list[list[Landmark]] = []
    for one in sorted(some, key=lambda one: _time(one.date)):
        x = scale.x(_time(one.date))
        if groups and abs(scale.x(_time(groups[-1][0].date)) - x) < _APART:
            groups[-1].append(one)
        else:
            groups.append([one])
    return tuple(Mark(scale.x(_time(its[0].date)), tuple(its), every.index(its[0])) for its in groups)


def _time(value: IsoDate) -> float:
    """Return a date in years; the middle of a year, a month or a range that is given as a whole.

    >>> _time("2021"), _time("2021-01-01"), _time("2020/2022")
    (2021.5, 2021.0, 2021.5)
    """
    ends = [_time_of(part) for part in value.split("/") if part]
    return sum(ends) / len(ends)


def _time_of(value: IsoDate) -> float:
    """Return a day, or the middle of a month or a year, in years."""
    year, month, day = [*map(int, value.split("-")), 0, 0][:3]
    if not month:
        return year + 0.5
    return year + (day_of(year, month, day or 15).timetuple().tm_yday - 1) / _DAYS
