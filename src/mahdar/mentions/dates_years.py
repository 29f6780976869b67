"""Rules for years: with their noun, in ranges, and four bare digits."""

from __future__ import annotations

from dataclasses import replace

from mahdar.mentions.calendar import Stated
from mahdar.mentions.calendar_hijri import is_hijri_year
from mahdar.mentions.dates_found import DASHES, WAW, Found
from mahdar.mentions.dates_line import Line

__all__ = ["bare_year", "plain_year", "year_range", "year_word"]

YEARS = range(1900, 2100)
_RECENT = range(1980, 2051)
_LONGEST = 60
"""Years that a range can span."""
_EVENT_REACH = 5
"""How many words before its year an event may be named."""
_OPENERS = frozenset({"", "(", "/", "\N{ARABIC COMMA}", "-", '"', ":"})


def year_word(line: Line, i: int) -> Found | None:
    """«عام 2022», «العام الدراسي 2024-2025», «عام 1446 هـ», «العام الماضي 2023»."""
    unit = line.term(i, "unit", attached=True)
    if not unit or unit[0].value not in {"year", "school_year"}:
        return None
    at = unit[1]
    adjective = line.adjective(at) if unit[0].definite else None
    if adjective:
        year = line.year(adjective[1], frozenset({"", "(", "-"}))
        return Found(Stated("year", year.year, hijri=year.hijri), year.next) if year else None
    year = line.year(at) or line.year(line.era(at)[1])
    if not year:
        return None
    found = Found(Stated("year", year.year, hijri=year.hijri), year.next)
    return year_range(line, year.next - 1) or (_two_years(line, found) if line.has(i, "two_years") else found)


def _two_years(line: Line, first: Found) -> Found:
    """Read the second year behind a dual: «لسنتي 2024 و2025»."""
    at = first.next + 1
    joined = at < line.last and line.folds[first.next] == WAW and line.number(at) in YEARS
    second = line.year(at) if joined else None
    if not second or second.hijri != first.stated.hijri or second.year <= (first.stated.year or 0):
        return first
    end = Stated("year", second.year, hijri=second.hijri)
    return Found(replace(first.stated, until=end), second.next)


def year_range(line: Line, i: int) -> Found | None:
    """«2024-2030», «2024/2025», «1999 إلى 2007»."""
    first = line.number(i)
    if first is None or not (first in YEARS or is_hijri_year(first)):
        return None
    word = line.word(i + 1, "range", "to")
    if not word and line.gap(i + 1) not in DASHES:
        return None
    at = i + 1 + word
    second = _closing_year(line, first, at)
    if second is None or line.gap(at + 1) in DASHES or (word and not _closed(line, at + 1)):
        return None
    hijri = is_hijri_year(first)
    end = Stated("year", second, hijri=hijri)
    return Found(Stated("year", first, hijri=hijri, until=end), line.era(at + 1)[1])


def _closing_year(line: Line, first: int, i: int) -> int | None:
    """Return the last year of a range; two digits behind a slash are of the same century."""
    second = line.number(i)
    if second is None:
        return None
    if len(line.folds[i]) == 2 and line.gap(i) == "/":
        second += first // 100 * 100
    return second if first < second <= first + _LONGEST else None


def plain_year(line: Line, i: int) -> Found | None:
    """Four digits where another rule has made sure that they are a year."""
    year = line.year(i, frozenset({""}))
    return Found(Stated("year", year.year, hijri=year.hijri), year.next) if year else None


def bare_year(line: Line, i: int) -> Found | None:
    """«كأس العالم 2026», «منذ 2015», «رؤية 2030»: four digits that nothing else claims."""
    year = line.year(i, _OPENERS)
    if not year or (not year.marked and year.year not in YEARS):
        return None
    if not (year.marked or (_unclaimed(line, i) and _yearly(line, i))):
        return None
    return Found(Stated("year", year.year, hijri=year.hijri), year.next)


def _unclaimed(line: Line, i: int) -> bool:
    """Say whether neither a noun of numbers before nor a counted thing behind claims the digits."""
    if line.gap(i + 1)[:1] in {"%", "\N{ARABIC PERCENT SIGN}", "$", "/", "-", "+"}:
        return False
    if line.gap(i) == "(" and line.gap(i + 1)[:1] in {")", "\n"}:
        return True
    return not line.has(i - 1, "number_of") and line.number(i - 1) is None and line.number(i + 1) is None


def _yearly(line: Line, i: int) -> bool:
    """Say whether what stands around four digits makes them a year."""
    year = int(line.folds[i])
    before = i > 0 and (line.has(i - 1, "in") or line.has(i - 1, "range"))
    if line.number(i - 2) in YEARS and line.folds[i - 1] == WAW:
        return True
    if before or any(line.has(k, "event") for k in range(max(line.first, i - _EVENT_REACH), i)):
        return year % 100 != 0 or _closed(line, i + 1)
    return year in _RECENT and year % 10 != 0 and _closed(line, i + 1) and line.gap(i) != "\N{ARABIC COMMA}"


def _closed(line: Line, i: int) -> bool:
    """Say whether nothing that could be counted follows."""
    return i >= line.last or line.gap(i) != "" or line.has(i, "closes")
