"""Which of the days that a prose names is its own, from which its relative dates count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mahdar.mentions.calendar import Clock, Stated, resolve
from mahdar.mentions.dates_joins import Expression
from mahdar.mentions.dates_line import Line

__all__ = ["clock_of", "recalls"]

_OLDEST = 2000
"""No text of the web is older: an earlier day in the prose is history, never the day to count from."""
_ISO_DAY = len("2024-03-05")
_EVENT_REACH = 3
"""How many words before a day a word can stand that looks back to it."""


def recalls(line: Line, expression: Expression) -> bool:
    """Say whether the words before an expression look back from elsewhere («منذ», «ثورة», «هجمات»)."""
    before = range(max(line.first, expression.first - _EVENT_REACH), expression.first)
    return any(line.has(i, "event") or line.has(i, "elapsed") for i in before)


def clock_of(found: Iterable[Expression], opening: Iterable[Expression], anchor: str | None) -> Clock:
    """Return the day to count from: the one given, else the first full day that the opening words name.

    A day is mere history where it lies before this century, or where the prose names another day or month
    more than a year later.
    """
    if anchor and len(anchor) == _ISO_DAY:
        return Clock(date.fromisoformat(anchor))
    latest = max((y for e in found if (y := _dated_year(e.stated))), default=_OLDEST)
    days = (day for e in opening if (day := _full_day(e.stated)))
    first = next((d for d in days if d.year >= max(_OLDEST, latest - 1)), None)
    return Clock(first, stated=True) if first else Clock()


def _dated_year(stated: Stated) -> int | None:
    """Return the year of a day or month that names it."""
    coarse = stated.hijri or stated.ahead or stated.unit not in {"day", "month"}
    return None if coarse else stated.year


def _full_day(stated: Stated) -> date | None:
    """Return the day of an expression that names it in full; of two, the last («يومي 2 و3 يونيو 2026»)."""
    if stated.unit != "day" or (stated.until or stated).year is None:
        return None
    value = resolve(stated, Clock())[0]
    last = value.split("/")[-1] if value else ""
    return date.fromisoformat(last) if len(last) == _ISO_DAY else None
