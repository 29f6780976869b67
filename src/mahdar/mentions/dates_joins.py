"""Expressions that stand side by side → one: two renderings of a day, two ends of a range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mahdar.mentions.calendar import Clock, Stated, resolve
from mahdar.mentions.dates_line import Line

__all__ = ["Expression", "join"]

_BESIDE = frozenset({"", "(", "/", "-", "\N{ARABIC COMMA}", ",", "\N{EN DASH}"})
_DASHES = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}"})
_WITH_LAM = 2
"""Words between two renderings of a day, or of a run of days: «الموافق لـ», «الموافقة من»."""
_WAW, _LAM = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER LAM}"


@dataclass(frozen=True, slots=True)
class Expression:
    """What a run of words states."""

    first: int
    last: int
    """Exclusive."""
    stated: Stated
    taken: str = ""
    """Particles attached to the first word."""


def join(line: Line, found: Iterable[Expression]) -> list[Expression]:
    """Join neighbours; order and everything else stay."""
    joined: list[Expression] = []
    for expression in found:
        before = joined[-1] if joined else None
        one = _one(line, before, expression) if before else None
        if one:
            joined[-1] = one
        else:
            joined.append(expression)
    return joined


def _one(line: Line, before: Expression, after: Expression) -> Expression | None:
    """Return what two neighbours make together, if anything."""
    return _paired(line, before, after) or _listed(before, after) or _range(line, before, after)


def _paired(line: Line, before: Expression, after: Expression) -> Expression | None:
    """«26 شوال 1436 هـ الموافق 11 أغسطس 2015 م»: one day, by its Gregorian rendering."""
    one, two = before.stated, after.stated
    if one.unit != two.unit or bool(one.until) != bool(two.until):
        return None
    between = after.first - before.last
    led = between == _WITH_LAM and (
        line.folds[before.last + 1] == _LAM or bool(one.until and line.word(before.last + 1, "range", "from"))
    )
    said = (between == 1 or led) and line.word(before.last, "era", "equals")
    beside = between == 0 and one.hijri != two.hijri and line.gap(after.first) in _BESIDE
    if between == 0 and line.gap(after.first) == "(" and _same_day(one, two):
        return replace(before, last=after.last, stated=replace(two, weekday=one.weekday))
    if not (beside or (said and one.unit == "day")):
        return None
    kept, other = (two, one) if one.hijri else (one, two)
    if kept.year is None and other.hijri:
        kept = _year_from(kept, other)
    weekday = kept.weekday if kept.weekday is not None else other.weekday
    return replace(before, last=after.last, stated=replace(kept, weekday=weekday))


def _listed(before: Expression, after: Expression) -> Expression | None:
    """«الأحد والاثنين 4 و5 يونيو 2023»: the weekdays of two days, then their dates."""
    one, two = before.stated, after.stated
    named = one.weekday is not None and (one.day, one.shift, one.offset) == (None, None, None)
    if named and two.until is not None and two.weekday is not None and after.first == before.last:
        return replace(before, last=after.last, stated=two) if after.taken == _WAW else None
    return None


def _same_day(one: Stated, two: Stated) -> bool:
    """Say whether a date in brackets gives the day of a weekday: «الأربعاء المقبل (12 أغسطس)»."""
    return one.unit == "day" and one.day is None and one.offset is None and two.day is not None


def _year_from(kept: Stated, other: Stated) -> Stated:
    """Take the Gregorian year of a day from its Islamic rendering."""
    value = resolve(other, Clock())[0]
    return replace(kept, year=int(value[:4])) if value and other.unit == "day" else kept


def _range(line: Line, before: Expression, after: Expression) -> Expression | None:
    """«من الأحد 3 مايو إلى 5 يونيو 2024», «بين عامي 2019 و2023»: one range."""
    one, two = before.stated, after.stated
    if one.unit != two.unit or one.until or two.until or one.vague or two.vague:
        return None
    if not (_spans(line, before, after) and _alike(one, two)):
        return None
    start = _filled(one, two)
    return replace(before, last=after.last, stated=replace(start, until=two))


def _alike(one: Stated, two: Stated) -> bool:
    """Say whether both ends can be counted: not «منذ 23 سبتمبر 2014 وحتى أمس», which is two days."""
    return one.year is None or two.year is not None or two.month is not None


def _filled(one: Stated, two: Stated) -> Stated:
    """Give a range's start the year that only its end names."""
    if one.year is not None or two.year is None or one.month is None or two.month is None:
        return replace(one, shift=two.shift) if one.shift is None and one.month else one
    later = (one.month, one.day or 0) > (two.month, two.day or 0)
    return replace(one, year=two.year - later, hijri=two.hijri)


def _spans(line: Line, before: Expression, after: Expression) -> bool:
    """Say whether the words around two expressions make them ends of a range."""
    between = after.first - before.last
    if between == 0 and before.stated.unit == "decade":
        return after.taken.startswith(_WAW)
    opened = before.first > line.first and line.term(before.first - 1, "range", attached=True)
    opener = str(opened[0].value) if opened else ""
    if between == 0 and opener == "between":
        return _WAW in {after.taken, before.taken}
    if between == 1 and line.folds[before.last] == _WAW:
        return opener == "between"
    if between == 1 and line.word(before.last, "range", "to"):
        return opener == "from" or before.stated.unit == "year"
    return between == 0 and line.gap(after.first) in _DASHES and before.stated.unit != "year"
