"""When two accounts say that something was: on one day, in one month, near each other, or not at one time."""

from __future__ import annotations

from datetime import date
from typing import Final

from mahdar.linking.accounts import Account
from mahdar.model.units import IsoDate

__all__ = ["APART", "NEAR", "OPEN", "SAME_DAY", "SAME_MONTH", "at_one_time", "days_between", "year_of"]

SAME_DAY, SAME_MONTH, NEAR, OPEN, APART = "same_day", "same_month", "near", "open", "apart"
"""Order: what says most first; OPEN says nothing, APART speaks against."""

_YEAR, _MONTH, _DAY = len("2024"), len("2024-03"), len("2024-03-05")
_TOLD: Final = 7
"""Days after an occasion in which an article that gives no date is about it."""
_TOGETHER: Final = 3
"""Days between two articles on what has just been."""
_AHEAD: Final = 14
"""Days before an occasion in which an article announces it."""


def at_one_time(one: Account, other: Account) -> str:
    """Say how the times of two accounts lie to each other."""
    if one.date is not None and other.date is not None:
        return _dates(one.date, other.date)
    if one.date is None and other.date is None:
        return _undated(one, other)
    dated, undated = (one, other) if one.date is not None else (other, one)
    return _one_dated(dated.date or "", undated)


def days_between(one: IsoDate, other: IsoDate) -> int | None:
    """Return how many days the second is later than the first; None where one of them is no whole day.

    >>> days_between("2024-02-28", "2024-03-01"), days_between("2024-02", "2024-03-01")
    (2, None)
    """
    if len(one) != _DAY or len(other) != _DAY:
        return None
    try:
        return (date.fromisoformat(other) - date.fromisoformat(one)).days
    except ValueError:  # a range of two years is as long as a day
        return None


def year_of(day: IsoDate) -> int:
    """Return the year in which a day, month, year or range begins."""
    return int(day[:_YEAR])


def _dates(one: IsoDate, other: IsoDate) -> str:
    """Compare two dates of any precision."""
    short, long = sorted((one, other), key=len)
    if "/" in one or "/" in other:
        return OPEN if abs(year_of(one) - year_of(other)) <= 1 else APART
    if not long.startswith(short):
        return APART
    if len(short) == _DAY:
        return SAME_DAY
    return SAME_MONTH if len(short) == _MONTH else OPEN


def _undated(one: Account, other: Account) -> str:
    """Compare two accounts without a date: by a month named, else by the days of their articles."""
    if one.month is not None and other.month is not None:
        return SAME_MONTH if one.month == other.month else APART
    apart = None if one.day is None or other.day is None else days_between(one.day, other.day)
    if apart is None:
        return OPEN
    if one.planned == other.planned:
        return NEAR if abs(apart) <= (_AHEAD if one.planned else _TOGETHER) else OPEN
    ahead = apart if one.planned else -apart
    if ahead < 0:
        return APART  # told as held before it was told as to come: the next one
    return NEAR if ahead <= _AHEAD else OPEN


def _one_dated(when: IsoDate, undated: Account) -> str:
    """Compare a date with a month named, else with the day of the other's article."""
    if undated.month is not None:
        if len(when) < _MONTH or "/" in when:
            return OPEN
        return SAME_MONTH if int(when[5:7]) == undated.month else APART
    if undated.day is None or "/" in when:
        return OPEN
    if len(when) != _DAY:
        return _in_month(when, undated)
    after = days_between(when, undated.day)
    if after is None:
        return OPEN
    return _announced(-after) if undated.planned else _told(after)


def _in_month(when: IsoDate, undated: Account) -> str:
    """Compare a month or year with the day of an article."""
    told = (undated.day or "")[: len(when)]
    if told == when:
        return NEAR if len(when) == _MONTH else OPEN
    wrong = when < told if undated.planned else when > told
    return APART if wrong else OPEN


def _told(after: int) -> str:
    """Compare by the days that a report of what was held came later."""
    if after < -1:
        return APART
    return NEAR if after <= _TOLD else OPEN


def _announced(ahead: int) -> str:
    """Compare by the days that an announcement came earlier."""
    if ahead < 0:
        return APART
    return NEAR if ahead <= _AHEAD else OPEN
