"""Rules for months, and for the year that stands behind a month or a day."""

from __future__ import annotations

from dataclasses import replace

from mahdar.mentions.calendar import Stated
from mahdar.mentions.dates_found import Found, is_definite, is_quoted, step_over_of, unit_at
from mahdar.mentions.dates_line import Line, MonthName

__all__ = ["month", "month_word", "named_month", "with_year"]


def month(line: Line, i: int) -> Found | None:
    """«نوفمبر 2022», «مايو الماضي», «مايو من العام الماضي», `March 6, 2024`, a bare month."""
    name = line.month(i, attached=True)
    if not name:
        return None
    english = _english(line, name, i)
    if english:
        return english
    stated, at = with_year(line, Stated("month", month=name.month, hijri=name.hijri), name.next)
    if at == name.next:
        stated, at = _shared_adjective(line, stated, at)
    return Found(stated, at) if _carried(line, name, i, at) else None


def named_month(line: Line, i: int) -> Found | None:
    """A month's name that is also another word, where what stands before it makes it a month."""
    name = line.month(i)
    if not name:
        return None
    stated, at = with_year(line, Stated("month", month=name.month, hijri=name.hijri), name.next)
    return Found(stated, at)


def _carried(line: Line, name: MonthName, i: int, at: int) -> bool:
    """Say whether a month's name is a month here, and no other word and no name of something."""
    if at == name.next and (line.has(i - 1, "named") or is_quoted(line, i, at)):
        return False
    if not name.weak or name.double:
        return True
    named = i > 0 and (line.has(i - 1, "unit") or line.term(i - 1, "part", attached=True) is not None)
    if name.libyan:
        return False
    return named or at > name.next or (i > 0 and line.has(i - 1, "in"))


def _shared_adjective(line: Line, stated: Stated, at: int) -> tuple[Stated, int]:
    """«سبتمبر أو أكتوبر المقبلين», «ماي وجوان 2015»: the first of two months takes what tells of both."""
    joined = at + 1 if line.has(at, "or") else at
    other = line.month(joined, attached=joined == at)
    if not other:
        return stated, at
    adjective = line.adjective(other.next)
    if adjective:
        return replace(stated, shift=adjective[0]), at
    year = line.year(other.next)
    shared = year is not None and year.hijri == stated.hijri and (stated.month or 0) < other.month
    return (replace(stated, year=year.year), at) if shared and year else (stated, at)


def _english(line: Line, name: MonthName, i: int) -> Found | None:
    """`March 6, 2024`, `March 6`."""
    if not line.folds[i].isascii():
        return None
    day = line.day(name.next)
    if not day:
        return None
    year = line.year(day[1])
    stated = Stated("day", year.year if year else None, name.month, day[0])
    return Found(stated, year.next if year else day[1])


def with_year(line: Line, stated: Stated, at: int) -> tuple[Stated, int]:
    """Add to a month or a day the year behind it: in digits, with its noun, or as a direction."""
    begin = step_over_of(line, at)
    noun = unit_at(line, begin, "year", attached=True)
    if noun and noun[0].taken not in {"", "\N{ARABIC LETTER LAM}"}:
        noun = None
    year = line.year(noun[1] if noun else begin)
    if year and (year.hijri == stated.hijri or not year.marked):
        return replace(stated, year=year.year, hijri=stated.hijri or year.hijri), year.next
    this = line.term(begin, "relative")
    if this and this[0].value == 0 and is_definite(line, this[1], "year"):
        return replace(stated, year_shift=0), this[1] + 1
    adjective = line.adjective(noun[1] if noun and noun[0].definite else at)
    if noun and noun[0].definite and adjective:
        return replace(stated, year_shift=adjective[0]), adjective[1]
    if noun and noun[0].definite:
        same = line.has(noun[1], "same")
        return (replace(stated, same_year=True), noun[1] + 1) if same else (stated, at)
    return (replace(stated, shift=adjective[0]), adjective[1]) if adjective else (stated, at)


def month_word(line: Line, i: int) -> Found | None:
    """«شهر مايو», «شهري مايو ويونيو»."""
    unit = unit_at(line, i, "month", attached=True)
    if not unit or unit[0].definite:
        return None
    return month(line, unit[1]) if line.term(unit[1], "month") and line.gap(unit[1]) == "" else None
