"""The grammar of dates: which rules may begin at which kind of word, in order. The table of contents.

A rule sees the line and a word and returns what is stated and where it ends, or None.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.mentions.calendar import Stated
from mahdar.mentions.dates_days import day_and_month, day_word, numeric, relative_day, stamp, weekday
from mahdar.mentions.dates_found import Found, Rule, can_move, first_of, step_over_of
from mahdar.mentions.dates_line import Line
from mahdar.mentions.dates_months import month, month_word
from mahdar.mentions.dates_spans import ago, century, decade, portion, season, this_unit, unit_relative
from mahdar.mentions.dates_years import bare_year, plain_year, year_range, year_word

__all__ = ["RULES"]


def part(line: Line, i: int) -> Found | None:
    """«مطلع عام 2026», «أواخر ديسمبر», «نهاية العام», «وقت سابق من هذا الأسبوع»."""
    found = line.term(i, "part", attached=True)
    if not found or line.gap(found[1]) not in {"", "("}:
        return None
    at = step_over_of(line, found[1])
    inner = first_of(line, at, _PARTED) or _bare_unit(line, at)
    if not inner or inner.stated.unit == "day":
        return None
    stated = _edge(inner.stated, str(found[0].value))
    return Found(replace(stated, vague=stated.until is None), inner.next)


def _edge(stated: Stated, which: str) -> Stated:
    """Return the month in which a quarter, half or third begins or ends («نهاية الربع الأول من عام 2023»)."""
    length = _LENGTHS.get(stated.unit)
    if length is None or which not in {"early", "late"}:
        return stated
    last = (stated.number or 1) * length
    return replace(stated, unit="month", month=last if which == "late" else last - length + 1, number=None)


_LENGTHS = {"quarter": 3, "half": 6, "third": 4}
"""Months of a part of the year."""


def _bare_unit(line: Line, i: int) -> Found | None:
    """«نهاية العام», «منتصف الشهر»: the text's own."""
    found = line.term(i, "unit")
    if not found or not can_move(found[0], line.folds[i]):
        return None
    return Found(Stated(str(found[0].value), shift=0), found[1])


RULES: dict[str, tuple[Rule, ...]] = {
    "number": (stamp, numeric, day_and_month, year_range, bare_year),
    "ordinal_day": (day_and_month,),
    "month": (month,),
    "weekday": (weekday,),
    "relative_day": (relative_day,),
    "daypart": (day_word,),
    "unit": (day_word, month_word, year_word, unit_relative),
    "relative": (this_unit,),
    "part": (part,),
    "ago": (ago,),
    "quarter": (portion,),
    "half": (portion,),
    "third": (portion,),
    "season": (season, unit_relative),
    "decade": (decade,),
    "century": (century,),
}
"""Kind of the first word → the rules that can begin there, in order."""

_PARTED: tuple[Rule, ...] = (
    month_word, year_word, this_unit, unit_relative, month, portion, season, decade, century, plain_year,
)  # fmt: skip
"""What can follow «مطلع»."""
