"""What an expression states → its ISO value and precision, counted from the text's own day.

Pure arithmetic over `Stated`; the words are the business of `dates_rules`. A day or month without a year
takes the year that puts it nearest to the text's day, the future counting half as far again as the past, as
reports look back. A week runs from Sunday to Saturday, as it is counted where Arabic is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from mahdar.mentions.calendar_days import days_from, month_by_clock, resolve_day, resolve_month
from mahdar.mentions.calendar_hijri import hijri_year
from mahdar.mentions.calendar_stated import Clock, Stated
from mahdar.model.units import IsoDate

__all__ = ["Clock", "Stated", "resolve"]

_SCHOOL_YEAR_BEGINS = 8
"""A school or budget year named by «this» began in the last August."""
_Resolver = Callable[[Stated, Clock], tuple[IsoDate | None, str]]


def resolve(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """Return the ISO value and the precision of what is stated.

    The value is None where it counts from a day that the clock does not know, or names no day at all.

    >>> from datetime import date
    >>> resolve(Stated("month", month=5, year=2024), Clock())
    ('2024-05', 'month')
    >>> resolve(Stated("month", shift=-1), Clock(date(2024, 1, 9)))
    ('2023-12', 'month')
    >>> resolve(Stated("month", shift=-1), Clock())
    (None, 'month')
    """
    if stated.same_year and stated.year is None:
        if clock.day is None:
            return None, stated.unit
        stated = replace(stated, year=clock.day.year)
    if stated.until is not None:
        return _joined(stated, stated.until, clock), "range"
    value, precision = _RESOLVERS[stated.unit](stated, clock)
    return value, "vague" if stated.vague else precision


def _joined(stated: Stated, until: Stated, clock: Clock) -> IsoDate | None:
    """Join a range's two ends; a weekday at its end is the first one behind its start."""
    start = resolve(replace(stated, until=None), clock)[0]
    if start and until.weekday is not None and until.month is None:
        clock = Clock(date.fromisoformat(start), stated=True)
    end = resolve(until, clock)[0]
    if end is None or start is None:
        return None
    begins, ends = start.split("/")[0], end.split("/")[-1]
    return f"{begins}/{ends}" if begins < ends else None


def _year(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A year."""
    year = _year_of(stated, clock)
    if year is None:
        return None, "year"
    if stated.hijri:
        return hijri_year(year), "range"
    return f"{year:04d}", "year"


def _year_of(stated: Stated, clock: Clock) -> int | None:
    """The year of a coarse expression, stated or counted."""
    if stated.year is not None or clock.day is None:
        return stated.year
    moved = stated.year_shift if stated.year_shift is not None else stated.shift
    return clock.day.year + (moved or 0)


def _school_year(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A school or budget year: two years."""
    if stated.year is not None or clock.day is None:
        return _year(stated, clock)
    began = clock.day.year - (clock.day.month < _SCHOOL_YEAR_BEGINS) + (stated.shift or 0)
    return f"{began}/{began + 1}", "range"


def _season(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A season: its year only, as no ISO prefix names a season."""
    if stated.year is not None or stated.year_shift is not None or clock.day is None:
        year = _year_of(stated, clock)
        return (f"{year:04d}" if year else None), "vague"
    year, _ = month_by_clock(replace(stated, month=stated.number), clock.day)
    return f"{year:04d}", "vague"


def _week(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A week counted from the text's own: the month that it lies in; where it lies in two, its days."""
    if clock.day is None:
        return None, "vague"
    first = days_from(clock.day, 7 * (stated.shift or 0) - clock.day.isoweekday() % 7)
    last = days_from(first, 6) if first else None
    if first is None or last is None:
        return None, "vague"
    return (f"{first:%Y-%m}" if first.month == last.month else f"{first}/{last}"), "vague"


def _months(length: int) -> _Resolver:
    """Make the resolver of a part of a year of so many months."""

    def part(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
        year = _year_of(stated, clock)
        if year is None:
            return None, "range"
        last = (stated.number or 1) * length
        return f"{year:04d}-{last - length + 1:02d}/{year:04d}-{last:02d}", "range"

    return part


def _decade(stated: Stated, _: Clock) -> tuple[IsoDate | None, str]:
    """Ten years."""
    start = (19 if stated.year is None else stated.year) * 100 + (stated.number or 0)
    return f"{start}/{start + 9}", "range"


def _century(stated: Stated, _: Clock) -> tuple[IsoDate | None, str]:
    """A hundred years."""
    start = (stated.number or 0) * 100
    return f"{start}/{start + 99}", "range"


_RESOLVERS: dict[str, _Resolver] = {
    "day": resolve_day,
    "week": _week,
    "month": resolve_month,
    "quarter": _months(3),
    "half": _months(6),
    "third": _months(4),
    "season": _season,
    "year": _year,
    "school_year": _school_year,
    "decade": _decade,
    "century": _century,
}
