"""The grammar of dates: one named rule an expression, tried in order at the words that can begin one.

A rule sees the line and a word and returns what is stated and where it ends, or None. `RULES` is the table
of contents: the kind of the word → the rules that may begin with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from mahdar.lexicon.dates import Term
from mahdar.mentions.calendar import Stated
from mahdar.mentions.dates_line import Line, MonthName

__all__ = ["RULES", "Found", "Rule"]

_DASHES = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}", "/"})
_MARKS = frozenset({"", "\N{ARABIC COMMA}", ",", "(", "-", "/", "."})
_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})")
_QUOTES = frozenset("\"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}") | {
    "\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{RIGHT DOUBLE QUOTATION MARK}",
}
_YEARS = range(1900, 2100)
_RECENT = range(1980, 2051)
_WAW = "\N{ARABIC LETTER WAW}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read."""

    stated: Stated
    next: int
    """The word behind it."""


Rule: TypeAlias = Callable[[Line, int], Found | None]


def numeric(line: Line, i: int) -> Found | None:
    """`2024-03-05`, `5/3/2024`, `05.03.2024`, `1446/9/1هـ`."""
    dotted = _DOTTED.fullmatch(line.folds[i])
    if dotted:
        return _ordered(line, [int(g) for g in dotted.groups()], i + 1)
    numbers = [line.number(i), line.number(i + 1), line.number(i + 2)]
    parts = [n for n in numbers if n is not None]
    joined = line.gap(i + 1)
    if len(parts) == 3 and joined == line.gap(i + 2) and joined in {"/", "-", "."}:
        return _ordered(line, parts, i + 3)
    return None


def _ordered(line: Line, parts: list[int], at: int) -> Found | None:
    """Tell year, month and day of three numbers; the day stands before the month unless that is none."""
    if parts[0] > 999:
        year, month, day = parts
    else:
        day, month, year = parts
    if month > 12 >= day:
        month, day = day, month
    era, end = line.era(at)
    if not (1000 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    hijri = era == "hijri" or (era is None and year <= 1500)
    return Found(Stated("day", year, month, day, hijri=hijri), end)


def day_and_month(line: Line, i: int) -> Found | None:
    """«5 مارس 2024», «الخامس من مارس», «5 و6 مارس», «3-5 مايو», «25 من الشهر الجاري»."""
    day = line.day(i, attached=True)
    if not day:
        return None
    days, at = _more_days(line, day)
    at = _of(line, at)
    month = line.month(at) if line.gap(at) in _MARKS else None
    if not month:
        return _relative_month_day(line, days, at)
    if month.weak and line.number(i) == 0:
        return None
    return _dated(line, days, month)


def _more_days(line: Line, day: tuple[int, int]) -> tuple[tuple[int, ...], int]:
    """Read further days of the same month: a range or a list."""
    days, at = [day[0]], day[1]
    while True:
        glued = line.gap(at) in _DASHES or line.gap(at) == "\N{ARABIC COMMA}"
        word = line.word(at, "range", "to") or (at < line.last and line.folds[at] == _WAW)
        step = at if glued else at + 1 if word else at
        attached = not glued and not word
        more = line.day(step, attached=True) if glued or word or attached else None
        if not more or more[0] <= days[-1] or (attached and not _joined_ordinal(line, at)):
            return tuple(days), at
        days.append(more[0])
        at = more[1]


def _joined_ordinal(line: Line, i: int) -> bool:
    """Say whether a word is an ordinal with «and» attached."""
    return i < line.last and line.number(i) is None and line.folds[i].startswith(_WAW)


def _of(line: Line, i: int) -> int:
    """Step over «of»."""
    return i + 1 if line.word(i, "range", "from") and line.gap(i) == "" else i


def _unit(line: Line, i: int, value: str, *, attached: bool = False) -> tuple[Term, int] | None:
    """Return the unit word of this name."""
    found = line.term(i, "unit", attached=attached)
    return found if found and found[0].value == value else None


def _relative_month_day(line: Line, days: tuple[int, ...], at: int) -> Found | None:
    """«الخامس من الشهر الجاري»: day of a month that is named by its direction; «من شهر مايو» as well."""
    unit = _unit(line, at, "month")
    if unit and not unit[0].definite:
        month = line.month(unit[1])
        return _dated(line, days, month) if month else None
    adjective = line.adjective(unit[1]) if unit else None
    if not adjective:
        return None
    first = Stated("day", day=days[0], shift=adjective[0])
    return Found(_until_day(first, days), adjective[1])


def _until_day(first: Stated, days: tuple[int, ...]) -> Stated:
    """Make a range of several days."""
    return replace(first, until=replace(first, day=days[-1])) if len(days) > 1 else first


def _dated(line: Line, days: tuple[int, ...], month: MonthName) -> Found:
    """Finish a day and a month with their year."""
    first = Stated("day", month=month.month, day=days[0], hijri=month.hijri)
    stated, at = _with_year(line, first, month.next)
    return Found(_until_day(stated, days), at)


def _with_year(line: Line, stated: Stated, at: int) -> tuple[Stated, int]:
    """Add to a month or a day the year behind it: in digits, with its noun, or as a direction."""
    begin = _of(line, at)
    noun = _unit(line, begin, "year", attached=True)
    if noun and noun[0].taken not in {"", "\N{ARABIC LETTER LAM}"}:
        noun = None
    year = line.year(noun[1] if noun else begin)
    if year and (year.hijri == stated.hijri or not year.marked):
        return replace(stated, year=year.year, hijri=stated.hijri or year.hijri), year.next
    this = line.term(begin, "relative")
    if this and this[0].value == 0 and _definite(line, this[1], "year"):
        return replace(stated, year_shift=0), this[1] + 1
    if noun and noun[0].definite:
        adjective = line.adjective(noun[1])
        return (replace(stated, year_shift=adjective[0]), adjective[1]) if adjective else (stated, at)
    adjective = line.adjective(at)
    return (replace(stated, shift=adjective[0]), adjective[1]) if adjective else (stated, at)


def _definite(line: Line, i: int, value: str) -> bool:
    """Say whether the unit of this name stands here with its article."""
    found = _unit(line, i, value)
    return bool(found and found[0].definite)


def month(line: Line, i: int) -> Found | None:
    """«نوفمبر 2022», «مايو الماضي», «مايو من العام الماضي», `March 6, 2024`, a bare month."""
    name = line.month(i, attached=True)
    if not name:
        return None
    english = _english(line, name, i)
    if english:
        return english
    stated, at = _with_year(line, Stated("month", month=name.month, hijri=name.hijri), name.next)
    if at == name.next:
        stated, at = _shared_adjective(line, stated, at)
    return Found(stated, at) if _carried(line, name, i, at) else None


def _carried(line: Line, name: MonthName, i: int, at: int) -> bool:
    """Say whether a month's name is a month here, and no other word and no name of something."""
    if at == name.next and (line.has(i - 1, "named") or _quoted(line, i, at)):
        return False
    if not name.weak or name.double:
        return True
    named = i > 0 and line.has(i - 1, "unit")
    if name.libyan:
        return False
    return named or at > name.next or (i > 0 and line.has(i - 1, "in"))


def _shared_adjective(line: Line, stated: Stated, at: int) -> tuple[Stated, int]:
    """«سبتمبر أو أكتوبر المقبلين»: the first of two months takes the adjective of both."""
    joined = at + 1 if line.has(at, "or") else at
    other = line.month(joined, attached=joined == at)
    adjective = line.adjective(other.next) if other else None
    return (replace(stated, shift=adjective[0]), at) if adjective else (stated, at)


def _english(line: Line, name: MonthName, i: int) -> Found | None:
    """`March 6, 2024`."""
    if not line.folds[i].isascii():
        return None
    day = line.day(name.next)
    year = line.year(day[1]) if day else None
    if not day or not year:
        return None
    return Found(Stated("day", year.year, name.month, day[0]), year.next)


def weekday(line: Line, i: int) -> Found | None:
    """«الثلاثاء», «الثلاثاء الماضي», «الثلاثاء 5 مارس 2024», «الثلاثاء، الموافق 5 مارس»."""
    found = line.term(i, "weekday", attached=True)
    if not found:
        return None
    term, at = found
    day = int(term.value)
    dated = _date_behind(line, at)
    if dated:
        return Found(replace(dated.stated, weekday=day), dated.next)
    adjective = line.adjective(at)
    if adjective:
        return Found(Stated("day", weekday=day, shift=adjective[0]), adjective[1])
    week = unit_relative(line, _of(line, at))
    if week and week.stated.unit == "week":
        return Found(Stated("day", weekday=day, shift=week.stated.shift), week.next)
    return Found(Stated("day", weekday=day), at)


def _date_behind(line: Line, at: int) -> Found | None:
    """Read the date that stands behind a weekday, «الموافق» stepped over."""
    if line.gap(at) not in _MARKS:
        return None
    if line.word(at, "era", "equals") or (line.word(at, "label", "date") and line.gap(at) == ""):
        at += 1
    found = numeric(line, at) if at < line.last else None
    return found or (day_and_month(line, at) if at < line.last else None)


def relative_day(line: Line, i: int) -> Found | None:
    """«اليوم», «أمس», «اليوم السبت», «أمس (الثلاثاء)», «غداً الأربعاء 6 مارس»."""
    found = line.term(i, "relative_day", attached=True)
    if not found or _points_back(line, i, found[1]):
        return None
    term, at = found
    stated = Stated("day", offset=int(term.value))
    if line.gap(at) not in {"", "(", "\N{ARABIC COMMA}"}:
        return Found(stated, at)
    named = weekday(line, at) if line.term(at, "weekday") else None
    if named and named.stated.day is not None:
        return named
    if named and named.stated.shift is None:
        return Found(replace(stated, weekday=named.stated.weekday), named.next)
    dated = _date_behind(line, at) if line.gap(at) != "\N{ARABIC COMMA}" else None
    return dated or Found(stated, at)


def _points_back(line: Line, i: int, at: int) -> bool:
    """Say whether a relative day is another one's («في اليوم التالي»), or a name in quotation marks."""
    named = line.has(i - 1, "that") or line.has(at, "same") or line.term(at, "ordinal_day") is not None
    return named or _quoted(line, i, at)


def _quoted(line: Line, i: int, at: int) -> bool:
    """Say whether a word stands alone between quotation marks."""
    return line.gap(i)[-1:] in _QUOTES and line.gap(at)[:1] in _QUOTES


def day_word(line: Line, i: int) -> Found | None:
    """«يوم السبت», «يوم 5 مارس», «مساء الأحد»: a word that adds nothing to what follows."""
    found = line.term(i, "daypart", attached=True) or _unit(line, i, "day", attached=True)
    if not found or found[1] >= line.last or line.gap(found[1]) not in {"", "("}:
        return None
    at = found[1]
    inner = _first(line, at, (numeric, day_and_month, weekday, relative_day))
    if not inner and found[0].kind == "daypart":
        inner = day_word(line, at) if _unit(line, at, "day") else None
    return inner


def _first(line: Line, i: int, rules: tuple[Rule, ...]) -> Found | None:
    """Return what the first rule that fits reads."""
    return next((found for rule in rules if (found := rule(line, i))), None)


def month_word(line: Line, i: int) -> Found | None:
    """«شهر مايو», «شهري مايو ويونيو»."""
    unit = _unit(line, i, "month", attached=True)
    if not unit or unit[0].definite:
        return None
    return month(line, unit[1]) if line.term(unit[1], "month") and line.gap(unit[1]) == "" else None


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
    return year_range(line, year.next - 1) or Found(Stated("year", year.year, hijri=year.hijri), year.next)


def year_range(line: Line, i: int) -> Found | None:
    """«2024-2030», «2024/2025», «2024-25»."""
    first = line.number(i)
    if first is None or len(line.folds[i]) != 4 or line.gap(i + 1) not in _DASHES:
        return None
    second = line.number(i + 1)
    if second is None or line.gap(i + 2) in _DASHES:
        return None
    if len(line.folds[i + 1]) == 2 and line.gap(i + 1) == "/":
        second += first // 100 * 100
    if not (first < second <= first + 60 and first in _YEARS and second < 2200):
        return None
    end = line.era(i + 2)[1]
    return Found(Stated("year", first, until=Stated("year", second)), end)


def unit_relative(line: Line, i: int) -> Found | None:
    """«العام الماضي», «الشهر المقبل», «الأسبوع الجاري», «الصيف الماضي», «العام الدراسي المقبل»."""
    found = line.term(i, "unit", attached=True) or line.term(i, "season", attached=True)
    if not found:
        return None
    term, at = found
    adjective = line.adjective(at)
    if not adjective or not _moves(term, line.folds[i]):
        return None
    if term.kind == "season":
        return Found(Stated("season", number=int(term.value), shift=adjective[0]), adjective[1])
    return Found(Stated(str(term.value), shift=adjective[0]), adjective[1])


def _moves(term: Term, fold: str) -> bool:
    """Say whether a unit or season is one that a direction can follow: definite and countable."""
    if term.kind == "season":
        return fold[len(term.taken) :].startswith(_ARTICLE) or fold.startswith(term.taken + _ARTICLE[1:])
    return (term.definite and term.value in {"week", "month", "year"}) or term.value == "school_year"


_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def this_unit(line: Line, i: int) -> Found | None:
    """«هذا العام», «هذه السنة», «هذا الأسبوع», «هذا الصيف»."""
    found = line.term(i, "relative", attached=True)
    if not found or found[0].value != 0:
        return None
    unit = line.term(found[1], "unit") or line.term(found[1], "season")
    if not unit or line.gap(found[1]) or not _moves(unit[0], line.folds[found[1]]):
        return None
    if unit[0].kind == "season":
        return Found(Stated("season", number=int(unit[0].value), shift=0), unit[1])
    year = line.year(unit[1], frozenset({"", "("})) if unit[0].value == "year" else None
    if year:
        return Found(Stated("year", year.year, hijri=year.hijri), year.next)
    return Found(Stated(str(unit[0].value), shift=0), unit[1])


def part(line: Line, i: int) -> Found | None:
    """«مطلع عام 2026», «أواخر ديسمبر», «نهاية العام», «وقت سابق من هذا الأسبوع»."""
    found = line.term(i, "part", attached=True)
    if not found or line.gap(found[1]) not in {"", "("}:
        return None
    at = _of(line, found[1])
    inner = _first(line, at, _PARTED) or _bare_unit(line, at)
    if not inner or inner.stated.unit == "day":
        return None
    return Found(replace(inner.stated, vague=inner.stated.until is None), inner.next)


def _bare_unit(line: Line, i: int) -> Found | None:
    """«نهاية العام», «منتصف الشهر»: the text's own."""
    found = line.term(i, "unit")
    if not found or not _moves(found[0], line.folds[i]):
        return None
    return Found(Stated(str(found[0].value), shift=0), found[1])


def portion(line: Line, i: int) -> Found | None:
    """«الربع الأول من عام 2024», «النصف الثاني من العام الجاري»."""
    for kind in ("quarter", "half", "third"):
        found = line.term(i, kind, attached=True)
        if not found:
            continue
        term, at = found
        year = _first(line, _of(line, at), (year_word, this_unit, unit_relative, plain_year))
        if year and year.stated.unit == "year" and not year.stated.until:
            inner = year.stated
            return Found(
                Stated(kind, inner.year, number=int(term.value), year_shift=inner.shift), year.next
            )
    return None


def season(line: Line, i: int) -> Found | None:
    """«صيف 2024», «خريف العام الماضي»."""
    found = line.term(i, "season", attached=True)
    if not found:
        return None
    year = _first(line, _of(line, found[1]), (year_word, unit_relative, this_unit, plain_year))
    if not year or year.stated.unit != "year":
        return None
    if year.stated.until:
        return Found(year.stated, year.next)
    stated = Stated("season", year.stated.year, number=int(found[0].value), year_shift=year.stated.shift)
    return Found(stated, year.next)


def plain_year(line: Line, i: int) -> Found | None:
    """Four digits where another rule has made sure that they are a year."""
    year = line.year(i, frozenset({""}))
    return Found(Stated("year", year.year, hijri=year.hijri), year.next) if year else None


def decade(line: Line, i: int) -> Found | None:
    """«تسعينيات القرن الماضي», «التسعينيات»."""
    found = line.term(i, "decade", attached=True)
    if not found:
        return None
    term, at = found
    century = line.term(_of(line, at), "century")
    if century:
        return Found(Stated("decade", int(century[0].value), number=int(term.value)), century[1])
    definite = line.folds[i][len(term.taken) :].startswith(_ARTICLE)
    return Found(Stated("decade", number=int(term.value)), at) if definite else None


def century(line: Line, i: int) -> Found | None:
    """«القرن الماضي»."""
    found = line.term(i, "century", attached=True)
    return Found(Stated("century", number=int(found[0].value)), found[1]) if found else None


def bare_year(line: Line, i: int) -> Found | None:
    """«كأس العالم 2026», «منذ 2015», «رؤية 2030»: four digits that nothing else claims."""
    year = line.year(i, frozenset({"", "(", "\N{ARABIC COMMA}", "-", "\"", ":"}))
    if not year or (not year.marked and year.year not in _YEARS):
        return None
    if not (year.marked or (_unclaimed(line, i) and _yearly(line, i))):
        return None
    return Found(Stated("year", year.year, hijri=year.hijri), year.next)


def _unclaimed(line: Line, i: int) -> bool:
    """Say whether neither a noun of numbers before nor a counted thing behind claims the digits."""
    if line.gap(i + 1)[:1] in {"%", "\N{ARABIC PERCENT SIGN}", "$", "/", "-", "+"}:
        return False
    return not line.has(i - 1, "number_of") and line.number(i - 1) is None and line.number(i + 1) is None


def _yearly(line: Line, i: int) -> bool:
    """Say whether what stands around four digits makes them a year."""
    year = int(line.folds[i])
    before = i > 0 and (line.has(i - 1, "in") or line.has(i - 1, "range"))
    if line.number(i - 2) in _YEARS and line.folds[i - 1] == _WAW:
        return True
    if before or any(line.has(k, "event") for k in range(max(0, i - 5), i)):
        return year % 100 != 0 or _closed(line, i + 1)
    return year in _RECENT and year % 10 != 0 and _closed(line, i + 1) and line.gap(i) != "\N{ARABIC COMMA}"


def _closed(line: Line, i: int) -> bool:
    """Say whether nothing that could be counted follows."""
    return i >= line.last or line.gap(i) != "" or line.has(i, "closes")


RULES: dict[str, tuple[Rule, ...]] = {
    "number": (numeric, day_and_month, year_range, bare_year),
    "ordinal_day": (day_and_month,),
    "month": (month,),
    "weekday": (weekday,),
    "relative_day": (relative_day,),
    "daypart": (day_word,),
    "unit": (day_word, month_word, year_word, unit_relative),
    "relative": (this_unit,),
    "part": (part,),
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
