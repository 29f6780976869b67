"""What an expression of time says, and the day that a text counts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Clock", "Stated"]


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
    """-1 «الماضي», 0 «الجاري», 1 «المقبل»: of the finest unit named."""
    year_shift: int | None = None
    """The same of a year named beside a finer unit: «مايو من العام الماضي»."""
    number: int | None = None
    """Which quarter, half or third; a decade's tens; a century's hundreds."""
    same_year: bool = False
    """«من العام نفسه»: the year named before."""
    same_month: bool = False
    """«من الشهر نفسه»: the month named before."""
    ahead: bool = False
    """Whether the words around it plan something."""
    vague: bool = False
    until: Stated | None = None
    """The end of a range."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The day that a text counts from."""

    day: date | None = None
    stated: bool = False
    """True where it is not the day of publication but the first full day that the prose names: «اليوم
    السبت» then lies behind it."""

    @property
    def known(self) -> date:
        """The day; only asked for where there is one."""
        return self.day or date.min
