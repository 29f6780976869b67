"""What a text says about a day or a month → the ISO date, counted from the text's own day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from mahdar.mentions.calendar_hijri import hijri_day, hijri_month, hijri_of
from mahdar.mentions.calendar_stated import Clock, Stated
from mahdar.model.units import IsoDate

__all__ = ["days_from", "month_by_clock", "resolve_day", "resolve_month"]

_AHEAD = 1.5
"""How much farther a day ahead is than one behind, for a day or month without a year."""
_BEHIND = 3
"""How much farther a day behind is where the words around it plan something."""


def resolve_day(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
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
        found = _weekday(stated.weekday, stated.shift, clock, ahead=stated.ahead)
    return (found.isoformat() if found else None), "day"


def _offset_day(stated: Stated, clock: Clock) -> date | None:
    """«اليوم», «أمس الثلاثاء»: the named weekday next to where the count arrives."""
    if clock.day is None:
        return None
    day = days_from(clock.day, stated.offset or 0)
    if day is None or stated.weekday is None:
        return day
    ahead = (stated.weekday - day.weekday()) % 7
    return days_from(day, ahead if clock.stated or ahead <= 3 else ahead - 7)


def _weekday(weekday: int, shift: int | None, clock: Clock, *, ahead: bool = False) -> date | None:
    """A weekday alone: a report's last one, the nearest to a day named in the prose, the next if planned."""
    day = clock.known
    days = (weekday - day.weekday()) % 7
    if shift is not None and shift > 0:
        return days_from(day, (days or 7) + 7 * (shift - 1))
    if shift is not None and shift < 0:
        return days_from(day, -((-days) % 7 or 7) + 7 * (shift + 1))
    if ahead:
        return days_from(day, days)
    if clock.stated:
        return days_from(day, days if days <= 3 else days - 7)
    return days_from(day, -((-days) % 7))


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
    return _nearest(same or days, clock.day, stated)


def _nearest(days: Iterable[date], base: date, stated: Stated) -> date | None:
    """Choose among the same day of several years."""
    if stated.shift == -1:
        days = [d for d in days if d <= base]
    if stated.shift == 1:
        days = [d for d in days if d >= base]
    return min(days, key=lambda d: _distance(d, base, ahead=stated.ahead), default=None)


def _distance(day: date, base: date, *, ahead: bool) -> float:
    """How far a day lies from the text's own, in the direction that its words look."""
    if day > base:
        return (day - base).days * (1 if ahead else _AHEAD)
    return (base - day).days * (_BEHIND if ahead else 1)


def resolve_month(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A month, named or counted from the text's."""
    if stated.hijri:
        return _hijri_month(stated, clock)
    year, month = stated.year, stated.month
    if year is None and clock.day:
        year, month = month_by_clock(stated, clock.day)
    return (f"{year:04d}-{month:02d}" if year is not None and month is not None else None), "month"


def month_by_clock(stated: Stated, base: date) -> tuple[int, int]:
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
    middle, month = base.replace(day=15), stated.month
    return min(years, key=lambda y: _distance(date(y, month, 15), middle, ahead=stated.ahead)), month


def _hijri_month(stated: Stated, clock: Clock) -> tuple[IsoDate | None, str]:
    """A month of the Islamic calendar: the days that it covers."""
    year = stated.year
    if year is None and clock.day:
        this, month, _ = hijri_of(clock.day)
        order = (stated.month or 0) - month
        moved = {-1: -(order >= 0), 1: int(order <= 0)}.get(stated.shift or 0, 0)
        year = this + (stated.year_shift if stated.year_shift is not None else moved)
    return (hijri_month(year, stated.month or 0) if year is not None else None), "range"


def _moved_month(base: date, shift: int) -> tuple[int, int]:
    """Count months from a day's own."""
    years, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
    return years, month + 1


def _valid(year: int, month: int, day: int) -> date | None:
    """Make a day, or None where the calendar has none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def days_from(day: date, days: int) -> date | None:
    """Count days from a day; None beyond the calendar's ends."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
