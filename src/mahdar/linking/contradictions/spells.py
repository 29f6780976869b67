"""ISO values of any precision as stretches of days, to say whether two of them can be one."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from mahdar.model.units import IsoDate

__all__ = ["Spell", "one_time", "spell_of"]


@dataclass(frozen=True, slots=True)
class Spell:
    """The days from the first to the last, both included."""

    first: date
    last: date

    @property
    def one_day(self) -> bool:
        """Whether it is a day."""
        return self.first == self.last

    def gap(self, other: Spell) -> int:
        """Return how many days lie from the one's end to the other's start; 0 where they share a day."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def spell_of(value: IsoDate | None) -> Spell | None:
    """Return the days that a value covers; None where it is none.

    >>> spell_of("2021-02")
    Spell(first=datetime.date(2021, 2, 1), last=datetime.date(2021, 2, 28))
    >>> spell_of("2019/2020-06").last.isoformat()
    '2020-06-30'
    >>> spell_of("soon") is None
    True
    """
    first, _, last = (value or "").partition("/")
    try:
        return Spell(_edge(first)[0], _edge(last or first)[1])
    except ValueError:
        return None


def one_time(one: IsoDate | None, other: IsoDate | None) -> bool:
    """Say whether two articles are of one time, as far as they say when they are of.

    >>> one_time("2021-05-04", "2021-05-07"), one_time("2021-05-04", "2021-06-01"), one_time(None, "2021")
    (True, False, True)
    """
    mine, theirs = spell_of(one), spell_of(other)
    return mine is None or theirs is None or mine.gap(theirs) <= _FRESH


_FRESH = 3
"""Days between two reports that can mean the same."""


def _edge(value: str) -> tuple[date, date]:
    """Return the first and the last day of a day, a month or a year."""
    year, month, day = [*(int(part) for part in value.split("-")), 0, 0][:3]
    first = date(year, month or 1, day or 1)
    last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    return first, last
