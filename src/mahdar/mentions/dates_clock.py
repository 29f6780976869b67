"""Which of the days that a prose names is its own, from which its relative dates count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mahdar.mentions.calendar import Clock, Stated, resolve
from mahdar.mentions.dates_joins import Expression
from mahdar.mentions.dates_line import Line

__all__ = ["OPENING", "clock_of", "recalls", "was_held"]

_OLDEST = 2000
"""No text of the web is older: an earlier day in the prose is history, never the day to count from."""
_ISO_DAY = len("2024-03-05")
_EVENT_REACH = 3
"""How many words before a day a word can stand that looks back to it."""


def recalls(line: Line, expression: Expression) -> bool:
    """Say whether the words before an expression look back from elsewhere («منذ», «هجمات», «كان قد وقع»)."""
    before = range(max(line.first, expression.first - _EVENT_REACH), expression.first)
    if any(line.has(i, "event") or line.has(i, "elapsed") for i in before):
        return True
    words = range(max(line.first, expression.first - _HELD), expression.first)
    done = next((i for i in words if line.has(i, "already")), None)
    return done is not None and any(line.has(i, "was") for i in range(words.start, done))


def was_held(line: Line, expression: Expression) -> bool:
    """Say whether the words before an expression tell that an occasion was held then, and none to come."""
    before = range(max(line.first, expression.first - _HELD), expression.first)
    return any(line.has(i, "held") for i in before) and not any(line.has(i, "ahead") for i in before)


_HELD = 12
"""How many words before a day it can be said that something was held."""


def clock_of(found: Sequence[Expression], told: Iterable[Expression], anchor: str | None) -> Clock:
    """Return the day to count from: the one given, else the first full day that the opening words name.

    Where the opening names none but the prose says which weekday its own is («اليوم الاثنين»), the last full
    day on which an occasion was held serves: the prose's own is the next such weekday. A day is mere history
    where it lies before this century, or where the prose names another day or month more than a year later.

    Args:
        found: all that the prose says of time.
        told: what of it can be the day: of the opening, or of an occasion that was held.
        anchor: the day given, ISO.
    """
    if anchor and len(anchor) == _ISO_DAY:
        return Clock(date.fromisoformat(anchor))
    latest = max((y for e in found if (y := _dated_year(e.stated))), default=_OLDEST)
    full = ((e.first, day) for e in told if (day := _full_day(e.stated)))
    days = [(at, day) for at, day in full if day.year >= max(_OLDEST, latest - 1)]
    first = next((day for at, day in days if at < OPENING), None)
    if first is None and any(_own_weekday(e.stated) for e in found):
        first = max((day for _, day in days), default=None)
    return Clock(first, stated=True) if first else Clock()


OPENING = 100
"""Words in which a text says when it was written; a full day further down is one of its subjects."""


def _own_weekday(stated: Stated) -> bool:
    """Say whether an expression names the weekday of the prose's own day or of the day before."""
    return stated.weekday is not None and stated.offset in {0, -1} and stated.unit == "day"


def _dated_year(stated: Stated) -> int | None:
    """Return the year of a day or month that names it."""
    coarse = stated.hijri or stated.ahead or stated.vague or stated.unit not in {"day", "month"}
    return None if coarse else stated.year


def _full_day(stated: Stated) -> date | None:
    """Return the day of an expression that names it in full; of two, the last («يومي 2 و3 يونيو 2026»)."""
    if stated.unit != "day" or (stated.until or stated).year is None:
        return None
    value = resolve(stated, Clock())[0]
    last = value.split("/")[-1] if value else ""
    return date.fromisoformat(last) if len(last) == _ISO_DAY else None
