"""ISO values of any precision → days of the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from mahdar.model.units import IsoDate

__all__ = ["last_day", "whole_days"]

_DAY, _MONTH = len("2024-03-05"), len("2024-03")


def whole_days(value: IsoDate | None) -> tuple[date, date] | None:
    """Return the first and the last day of a value that gives both; None for months, years and vague ones.

    >>> whole_days("2024-03-05")
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 5))
    >>> whole_days("2024-03"), whole_days("2024-03-05/2024-04"), whole_days(None)
    (None, None, None)
    """
    first, slash, last = (value or "").partition("/")
    days = _day(first), _day(last if slash else first)
    if days[0] is None or days[1] is None or days[1] < days[0]:
        return None
    return days[0], days[1]


def last_day(value: IsoDate) -> date | None:
    """Return the last day of a day, a month or a range that ends in one; None where only a year is given.

    >>> last_day("2024-02"), last_day("2023-01/2024-02-10"), last_day("2024")
    (datetime.date(2024, 2, 29), datetime.date(2024, 2, 10), None)
    """
    last = value.rpartition("/")[2]
    if len(last) != _MONTH:
        return _day(last)
    first = _day(f"{last}-01")
    return None if first is None else first.replace(day=monthrange(first.year, first.month)[1])


def _day(value: str) -> date | None:
    """Return a full day; None for anything else."""
    if len(value) != _DAY:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
