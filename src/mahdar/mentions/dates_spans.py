"""Rules for what is longer than a day and named by a word: last month, quarters, seasons, decades."""

from __future__ import annotations

from dataclasses import replace

from mahdar.mentions.calendar import Stated
from mahdar.mentions.dates_found import ARTICLE, Found, can_move, first_of, step_over_of
from mahdar.mentions.dates_line import Line
from mahdar.mentions.dates_months import month, month_word, named_month
from mahdar.mentions.dates_years import plain_year, year_range, year_word

__all__ = ["ago", "century", "decade", "portion", "season", "this_unit", "unit_relative"]


def unit_relative(line: Line, i: int) -> Found | None:
    """«العام الماضي», «الشهر المقبل», «الأسبوع الجاري», «الصيف الماضي», «العام الدراسي المقبل»."""
    found = line.term(i, "unit", attached=True) or line.term(i, "season", attached=True)
    if not found:
        return None
    term, at = found
    adjective = line.adjective(at)
    if not adjective or not can_move(term, line.folds[i]):
        return None
    if term.kind == "season":
        return Found(Stated("season", number=int(term.value), shift=adjective[0]), adjective[1])
    return Found(Stated(str(term.value), shift=adjective[0]), adjective[1])


def this_unit(line: Line, i: int) -> Found | None:
    """«هذا العام», «هذه السنة», «هذا الأسبوع», «هذا الصيف»."""
    found = line.term(i, "relative", attached=True)
    if not found or found[0].value != 0:
        return None
    unit = line.term(found[1], "unit") or line.term(found[1], "season")
    if not unit or line.gap(found[1]) or not can_move(unit[0], line.folds[found[1]]):
        return None
    if unit[0].kind == "season":
        return Found(Stated("season", number=int(unit[0].value), shift=0), unit[1])
    year = line.year(unit[1], frozenset({"", "("})) if unit[0].value == "year" else None
    if year:
        return Found(Stated("year", year.year, hijri=year.hijri), year.next)
    return Found(Stated(str(unit[0].value), shift=0), unit[1])


def portion(line: Line, i: int) -> Found | None:
    """«الربع الأول من عام 2024», «النصف الثاني من العام الجاري»; of a month: «النصف الثاني من نيسان»."""
    for kind in ("quarter", "half", "third"):
        found = line.term(i, kind, attached=True)
        if not found:
            continue
        term, at = found
        year = first_of(line, step_over_of(line, at), (year_word, this_unit, unit_relative, plain_year))
        if year and year.stated.unit == "year" and not year.stated.until:
            inner = year.stated
            return Found(Stated(kind, inner.year, number=int(term.value), year_shift=inner.shift), year.next)
        begin = step_over_of(line, at)
        whole = first_of(line, begin, (month_word, month)) or (
            named_month(line, begin) if begin > at else None
        )
        if whole and whole.stated.unit == "month" and not whole.stated.until:
            return Found(replace(whole.stated, vague=True), whole.next)
    return None


def season(line: Line, i: int) -> Found | None:
    """«صيف 2024», «خريف العام الماضي»; «قبل الصيف», «من المقرر أن تعقد في الخريف»: the one nearest."""
    found = line.term(i, "season", attached=True)
    if not found:
        return None
    year = first_of(line, step_over_of(line, found[1]), _SEASONED)
    if not year or year.stated.unit != "year":
        return _awaited(line, i, Found(Stated("season", number=int(found[0].value)), found[1]))
    if year.stated.until:
        return Found(year.stated, year.next)
    stated = Stated("season", year.stated.year, number=int(found[0].value), year_shift=year.stated.shift)
    return Found(stated, year.next)


def _awaited(line: Line, i: int, found: Found) -> Found | None:
    """Return a season without a year if it is planned or counted to, and none in general."""
    if not line.folds[i].startswith(ARTICLE):
        return None
    if any(line.has(k, "ahead") for k in range(max(line.first, i - _PLANNED), i)):
        return Found(replace(found.stated, ahead=True), found.next)
    return found if line.has(i - 1, "elapsed") else None


_PLANNED = 8
"""How many words before a season a word of planning still bears on it."""
_SEASONED = (year_word, unit_relative, this_unit, year_range, plain_year)
"""The years that can follow a season."""


def decade(line: Line, i: int) -> Found | None:
    """«تسعينيات القرن الماضي», «التسعينيات»."""
    found = line.term(i, "decade", attached=True)
    if not found:
        return None
    term, at = found
    century = line.term(step_over_of(line, at), "century")
    if century:
        return Found(Stated("decade", int(century[0].value), number=int(term.value)), century[1])
    definite = line.folds[i][len(term.taken) :].startswith(ARTICLE)
    return Found(Stated("decade", number=int(term.value)), at) if definite else None


def ago(line: Line, i: int) -> Found | None:
    """«قبل يومين», «قبل شهر», «قبل أيام»; nothing where it is before something else."""
    found = line.term(i, "ago", attached=True)
    if not found or _before_another(line, found[1]):
        return None
    unit, _, number = str(found[0].value).partition("-")
    if unit == "day" and number:
        return Found(Stated("day", offset=-int(number)), found[1])
    return Found(Stated("week" if unit == "day" else unit, shift=-int(number or 0), vague=True), found[1])


def _before_another(line: Line, i: int) -> bool:
    """Say whether what follows is what the time was before: «قبل يومين من القمة», «قبل شهر رمضان»."""
    if i >= line.last or line.gap(i):
        return False
    named = line.folds[i].startswith(ARTICLE) or line.number(i) is not None or line.term(i, "month")
    return bool(named) or line.word(i, "range", "from") or line.has(i, "weekday")


def century(line: Line, i: int) -> Found | None:
    """«القرن الماضي»."""
    found = line.term(i, "century", attached=True)
    return Found(Stated("century", number=int(found[0].value)), found[1]) if found else None
