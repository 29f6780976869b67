"""Days, months and years of the Islamic calendar → Gregorian ones.

Source: hijridate (Umm al-Qura, 1343-1500 AH; outside of it nothing is converted)
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hijridate import Gregorian, Hijri

__all__ = ["hijri_day", "hijri_month", "hijri_of", "hijri_year", "is_hijri_year"]

_FIRST, _LAST = 1343, 1500


def is_hijri_year(year: int) -> bool:
    """Say whether a year can be converted.

    >>> is_hijri_year(1445), is_hijri_year(2024)
    (True, False)
    """
    return _FIRST <= year <= _LAST


@lru_cache(maxsize=1024)
def hijri_day(year: int, month: int, day: int) -> date | None:
    """Convert a day; None where the calendar has none such.

    >>> hijri_day(1446, 9, 1)
    datetime.date(2025, 3, 1)
    >>> hijri_day(1446, 13, 1) is None
    True
    """
    if not (is_hijri_year(year) and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


@lru_cache(maxsize=256)
def _length(year: int, month: int) -> int:
    """Return how many days a month has."""
    return int(Hijri(year, month, 1).month_length())


def hijri_month(year: int, month: int) -> str | None:
    """Return the days that a month covers, as a range.

    >>> hijri_month(1446, 9)
    '2025-03-01/2025-03-29'
    """
    first = hijri_day(year, month, 1)
    last = hijri_day(year, month, _length(year, month)) if first else None
    return f"{first}/{last}" if first and last else None


def hijri_year(year: int) -> str | None:
    """Return the days that a year covers, as a range.

    >>> hijri_year(1446)
    '2024-07-07/2025-06-25'
    """
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return f"{first.split('/')[0]}/{last.split('/')[1]}" if first and last else None


def hijri_of(day: date) -> tuple[int, int, int]:
    """Return year, month and day of a Gregorian day; a far year where it cannot be converted.

    >>> hijri_of(date(2025, 3, 1))
    (1446, 9, 1)
    """
    if not date(1924, 8, 1) <= day <= date(2077, 11, 16):
        return 0, 1, 1
    found = Gregorian.fromdate(day).to_hijri()
    return found.year, found.month, found.day
