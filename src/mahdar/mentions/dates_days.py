"""Rules for days: in numbers, with a month, of the week, counted from the text's own day."""

from __future__ import annotations

import re
from dataclasses import replace

from mahdar.mentions.calendar import Stated
from mahdar.mentions.dates_found import (
    ARTICLE,
    DASHES,
    WAW,
    Found,
    first_of,
    is_quoted,
    step_over_of,
    unit_at,
)
from mahdar.mentions.dates_line import Line, MonthName
from mahdar.mentions.dates_months import with_year
from mahdar.mentions.dates_spans import unit_relative

__all__ = ["day_and_month", "day_word", "numeric", "relative_day", "stamp", "weekday"]

_JOINED = frozenset({"", "/", "-"})
_MARKS = frozenset({"", "\N{ARABIC COMMA}", ",", "(", "-", "/", "."})
_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})")


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


def stamp(line: Line, i: int) -> Found | None:
    """«081542 جمت ماي 18»: the day with its clock, the zone, the month and the year, as an agency signs."""
    fold = line.folds[i]
    if len(fold) != _STAMPED or not fold.isdigit() or not line.has(i + 1, "stamp"):
        return None
    name, year = line.term(i + 2, "stamp_month"), line.number(i + 3)
    if name is None or year is None or year >= _CENTURY:
        return None
    return Found(Stated("day", _SINCE + year, int(name[0].value), int(fold[:2])), i + 4)


_STAMPED = 6
"""Digits of a stamp: two for the day, four for the clock."""
_CENTURY, _SINCE = 100, 2000
"""A stamp's year has two digits; the web has none of another century."""


def day_and_month(line: Line, i: int) -> Found | None:
    """«5 مارس 2024», «الخامس من مارس», «5 و6 مارس», «3-5 مايو», «25 من الشهر الجاري»."""
    day = line.day(i, attached=True)
    if not day:
        return None
    days, end = _more_days(line, day)
    at = step_over_of(line, end)
    if at == end and line.number(end - 1) is None and not _bare_ordinal(line, i):
        return None
    month = line.month(at) if line.gap(at) in _MARKS else None
    if not month:
        return _relative_month_day(line, days, at)
    found = _dated(line, days, month)
    if line.has(at, "score") and found.stated.year is None:
        return None
    apart = day[1] < end and line.folds[day[1]] == WAW and days[1] > days[0] + 1
    return Found(replace(found.stated, until=None), day[1]) if apart else found


def _more_days(line: Line, day: tuple[int, int]) -> tuple[tuple[int, ...], int]:
    """Read further days of the same month: a range or a list."""
    days, at = [day[0]], day[1]
    while True:
        glued = line.gap(at) in DASHES or line.gap(at) == "\N{ARABIC COMMA}"
        word = line.word(at, "range", "to") or (at < line.last and line.folds[at] == WAW)
        step = at if glued else at + 1 if word else at
        attached = not glued and not word
        more = line.day(step, attached=True) if glued or word or attached else None
        if not more or more[0] <= days[-1] or (attached and not _joined_ordinal(line, at)):
            return tuple(days), at
        days.append(more[0])
        at = more[1]


def _bare_ordinal(line: Line, i: int) -> bool:
    """Say whether an ordinal stands without the article, right before its month («فاتح مارس»)."""
    found = line.term(i, "ordinal_day", attached=True)
    return bool(found) and ARTICLE not in line.folds[i]


def _joined_ordinal(line: Line, i: int) -> bool:
    """Say whether a word is an ordinal with «and» attached."""
    return i < line.last and line.number(i) is None and line.folds[i].startswith(WAW)


def _relative_month_day(line: Line, days: tuple[int, ...], at: int) -> Found | None:
    """«الخامس من الشهر الجاري», «في 15 الجاري»: of a month named by its direction; «من شهر مايو» as well."""
    unit = unit_at(line, at, "month")
    this = None if unit or not line.has(at - 2, "in") or line.number(at - 1) is None else line.adjective(at)
    if this and line.folds[at].startswith(ARTICLE) and not line.folds[at].endswith(_FEMININE):
        return Found(_until_day(Stated("day", day=days[0], shift=this[0]), days), this[1])
    if unit and not unit[0].definite:
        month = line.month(unit[1])
        return _dated(line, days, month) if month else None
    adjective = line.adjective(unit[1]) if unit else None
    if unit and not adjective and line.has(unit[1], "same"):
        first = Stated("day", day=days[0], same_month=True)
        return Found(_until_day(first, days), unit[1] + 1)
    if not adjective:
        return None
    first = Stated("day", day=days[0], shift=adjective[0])
    return Found(_until_day(first, days), adjective[1])


_FEMININE = "\N{ARABIC LETTER HEH}"
"""Folded, the ending of an adjective of years or of a week's days: «في 15 الجاري» is of a month."""


def _until_day(first: Stated, days: tuple[int, ...]) -> Stated:
    """Make a range of several days."""
    return replace(first, until=replace(first, day=days[-1])) if len(days) > 1 else first


def _dated(line: Line, days: tuple[int, ...], month: MonthName) -> Found:
    """Finish a day and a month with their year."""
    first = Stated("day", month=month.month, day=days[0], hijri=month.hijri)
    stated, at = with_year(line, first, month.next)
    return Found(_until_day(stated, days), at)


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
    week = unit_relative(line, step_over_of(line, at))
    if week and week.stated.unit == "week":
        return Found(Stated("day", weekday=day, shift=week.stated.shift), week.next)
    return Found(Stated("day", weekday=day), _behind_night(line, i, at, day))


def _behind_night(line: Line, i: int, at: int, day: int) -> int:
    """Step over the second day of a night («ليل الثلاثاء - الأربعاء»), which is named by its first."""
    following = line.term(at, "weekday") if line.gap(at) in _JOINED else None
    if following and line.word(i - 1, "daypart", "night") and int(following[0].value) == (day + 1) % 7:
        return following[1]
    return at


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
    if line.gap(at) not in {"", "(", "/", "\N{ARABIC COMMA}"}:
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
    if line.has(i - 1, "per") and line.word(i, "relative_day", 0) and not line.term(at, "weekday"):
        return True
    today = line.word(i, "relative_day", 0) and (line.has(at, "same") or bool(line.term(at, "ordinal_day")))
    named = (line.has(i - 1, "that") and not line.has(i - 2, "came")) or today
    return named or is_quoted(line, i, at)


def day_word(line: Line, i: int) -> Found | None:
    """«يوم السبت», «يوم 5 مارس», «مساء الأحد»: a word that adds nothing to what follows."""
    found = line.term(i, "daypart", attached=True) or unit_at(line, i, "day", attached=True)
    if not found or found[1] >= line.last or line.gap(found[1]) not in {"", "("}:
        return None
    at = found[1]
    inner = first_of(line, at, (numeric, day_and_month, weekday, relative_day))
    if not inner and found[0].kind == "daypart":
        inner = day_word(line, at) if unit_at(line, at, "day") else None
    return inner
