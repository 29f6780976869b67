"""What a text says about a day → the ISO date that it means, counted from the text's own day.

Pure arithmetic over `Stated`; the words are `dates_grammar`'s business. A day or month without a year takes
the year that puts it nearest to the text's day, the future counting half as far again as the past, as
reports look back. A range of weeks runs from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from mahdar.mentions.calendar_hijri import hijri_day, hijri_month, hijri_of, hijri_year
from mahdar.model.units import IsoDate

__all__ = ["Clock", "Stated", "resolve"]

_AHEAD = 1.5
"""How much farther a day ahead is than one behind, for a day or month without a year."""
_SCHOOL_YEAR_BEGINS = 8
"""A school or budget year named by «this» began in the last August."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the words of one expression say, nothing added."""

    unit: str
    """The finest thing named: day, week, month, quarter, half, third, season, year, school_year, decade,
    century."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 Monday … 6 Sunday."""
    hijri: bool = False
    offset: int | None = None
    """Days from the text's day: -1 for «أمس»."""
    shift: int | None = None
    """-1 «الماضي», 0 «الجاري», 1 «المقبل»: of the year where `month` is a relative year's, else of the unit."""
    year_shift: int | None = None
    """The same of a year named beside a finer unit: «مايو من العام الماضي»."""
    number: int | None = None
    """Which quarter, half or third; a decade's tens; a century's hundreds."""
    vague: bool = False
    until: Stated | None = None
    """The end of a range."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The day that a text counts from."""

    day: date | None = None
    stated: bool = False
    """True where it is not the day of publication but the first full day that the prose names: the days
    of the week then lie behind it."""

    @property
    def known(self) -> date:
        """The day; only asked for where there is one."""
        return self.day or date.min


def resolve(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """Return the ISO value and the precision of what is stated.

    The value is None where it counts from a day that the clock does not know, or names no day at all.

    >>> resolve(Stated("month", month=5, year=2024), Clock())
    ('2024-05', 'month')
    >>> resolve(Stated("month", shift=-1), Clock(date(2024, 1, 9)))
    ('2023-12', 'month')
    >>> resolve(Stated("month", shift=-1), Clock())
    (None, 'month')
    """
    if stated.until is not None:
        return _joined(resolve(stated.until, clock)[0], stated, clock), "range"
    value, precision = _RESOLVERS[stated.unit](stated, clock)
    return value, "vague" if stated.vague else precision


def _joined(end: IsoDate | None, stated: Stated, clock: Clock) -> IsoDate | None:
    """Join a range's two ends; the start counts from the end where it has no year."""
    first = replace(stated, until=None)
    start = resolve(first, clock)[0]
    if end is None or start is None:
        return None
    begins, ends = start.split("/")[0], end.split("/")[-1]
    return f"{begins}/{ends}" if begins < ends else None


def _day(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A day: full, without a year, without a month, of the week, or so many days from the text's."""
    found: date | None = None
    if stated.offset is not None:
        found = _offset_day(stated, clock)
    elif stated.month is not None and stated.day is not None:
        found = _dated_day(stated, clock)
    elif clock.day and stated.day is not None:
        year, month = _moved_month(clock.day, stated.shift or 0)
        found = _valid(year, month, stated.day)
    elif clock.day and stated.weekday is not None:
        found = _weekday(stated.weekday, stated.shift, clock)
    return (found.isoformat() if found else None), "day"


def _offset_day(stated: Stated, clock: Clock) -> date | None:
    """«اليوم», «أمس الثلاثاء»: the named weekday next to where the count arrives."""
    if clock.day is None:
        return None
    day = _plus(clock.day, stated.offset or 0)
    if day is None or stated.weekday is None:
        return day
    ahead = (stated.weekday - day.weekday()) % 7
    return _plus(day, ahead if clock.stated or ahead <= 3 else ahead - 7)


def _weekday(weekday: int, shift: int | None, clock: Clock) -> date | None:
    """A weekday alone: the last one for a report, the next one behind a day that the prose names."""
    day = clock.known
    ahead = (weekday - day.weekday()) % 7
    if shift == 1:
        return _plus(day, ahead or 7)
    if shift == -1:
        return _plus(day, -((-ahead) % 7 or 7))
    return _plus(day, ahead if clock.stated else -((-ahead) % 7))


def _dated_day(stated: Stated, clock: Clock) -> date | None:
    """A day and a month, with or without a year."""
    month, day = stated.month or 0, stated.day or 0
    make = hijri_day if stated.hijri else _valid
    if stated.year is not None:
        return make(stated.year, month, day)
    if clock.day is None:
        return None
    base = hijri_of(clock.day)[0] if stated.hijri else clock.day.year
    if stated.year_shift is not None:
        return make(base + stated.year_shift, month, day)
    days = [d for year in (base - 1, base, base + 1) if (d := make(year, month, day))]
    same = [d for d in days if d.weekday() == stated.weekday]
    return _nearest(same or days, clock.day, stated.shift)


def _nearest(days: Iterable[date], base: date, shift: int | None) -> date | None:
    """Choose among the same day of several years."""
    if shift == -1:
        days = [d for d in days if d <= base]
    if shift == 1:
        days = [d for d in days if d >= base]
    return min(days, key=lambda d: _distance(d, base), default=None)


def _distance(day: date, base: date) -> float:
    """How far a day lies from the text's own; farther ahead than behind."""
    return (day - base).days * _AHEAD if day > base else (base - day).days


def _month(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A month, named or counted from the text's."""
    if stated.hijri:
        return _hijri_month(stated, clock)
    year, month = stated.year, stated.month
    if year is None and clock.day:
        year, month = _month_by_clock(stated, clock.day)
    return (f"{year:04d}-{month:02d}" if year is not None and month is not None else None), "month"


def _month_by_clock(stated: Stated, base: date) -> tuple[int, int]:
    """A month without its year."""
    if stated.month is None:
        return _moved_month(base, stated.shift or 0)
    if stated.year_shift is not None:
        return base.year + stated.year_shift, stated.month
    years = [base.year - 1, base.year, base.year + 1]
    if stated.shift == -1:
        years = [y for y in years if (y, stated.month) < (base.year, base.month)]
    if stated.shift == 1:
        years = [y for y in years if (y, stated.month) > (base.year, base.month)]
    middle = base.replace(day=15)
    return min(years, key=lambda y: _distance(date(y, stated.month or 1, 15), middle)), stated.month


def _hijri_month(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A month of the Islamic calendar: the days that it covers."""
    year = stated.year
    if year is None and clock.day:
        this, month, _ = hijri_of(clock.day)
        order = (stated.month or 0) - month
        moved = {-1: -(order >= 0), 1: int(order <= 0)}.get(stated.shift or 0, 0)
        year = this + (stated.year_shift if stated.year_shift is not None else moved)
    return (hijri_month(year, stated.month or 0) if year is not None else None), "range"


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
    year, _ = _month_by_clock(replace(stated, month=stated.number), clock.day)
    return f"{year:04d}", "vague"


def _week(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A week counted from the text's own."""
    if clock.day is None:
        return None, "vague"
    monday = _plus(clock.day, 7 * (stated.shift or 0) - clock.day.weekday())
    sunday = _plus(monday, 6) if monday else None
    return (f"{monday}/{sunday}" if monday and sunday else None), "vague"


def _months(length: int) -> Callable[[Stated, Clock], tuple[IsoDate | None, str]]:
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


_RESOLVERS: dict[str, Callable[[Stated, Clock], tuple[IsoDate | None, str]]] = {
    "day": _day,
    "week": _week,
    "month": _month,
    "quarter": _months(3),
    "half": _months(6),
    "third": _months(4),
    "season": _season,
    "year": _year,
    "school_year": _school_year,
    "decade": _decade,
    "century": _century,
}


def _moved_month(base: date, shift: int) -> tuple[int, int]:
    """Count months from a day's own."""
    years, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
    return years, month + 1


def _valid(year: int, month: int, day: int) -> date | None:
    """Make a day, or None where the calendar has none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _plus(day: date, days: int) -> date | None:
    """Count days from a day; None beyond the calendar's ends."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
