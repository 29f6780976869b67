"""By when something is due that a party promises or asks of another.

The first time that the content names and that is still to come: behind a word that sets a term («قبل»,
«بحلول»), or not before the day of the text; else a term counted from that day («خلال ستة أشهر»). The day of
something already there («الموقعة عام 2013») is none.

Source: lexicon/data/ar/reading.toml, words due, dated and within
"""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.language.clitics import bare
from mahdar.lexicon.dates import date_table
from mahdar.lexicon.numbers import number_table
from mahdar.model.mentions import DateMention
from mahdar.model.units import IsoDate
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft

__all__ = ["due_of"]

_BINDING = frozenset({"commit", "call"})
_REACH = 3
"""How many words before a date the word can stand that leads to it."""
_DUAL = ("\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def due_of(draft: Draft, start: int, end: int) -> IsoDate | None:
    """Return by when an act's content is due.

    Args:
        draft: the act.
        start: first word of its content.
        end: one past its last word.

    Returns:
        The end of a range for a range; None where the content names no time to come.
    """
    if draft.act_class not in _BINDING:
        return None
    ctx, future = draft.spot.ctx, draft.spot.tense == "future"
    dates = [d for d in ctx.article.mentions.dates if start <= d.first < end and d.value]
    found = (d for d in dates if not _past(ctx, d) and _to_come(ctx, d, start, future=future))
    return next(map(_end, found), None) or _counted(ctx, start, end)


def _to_come(ctx: Context, mention: DateMention, start: int, *, future: bool) -> bool:
    """Say whether a time is one to come: a word or the verb says so, or it is not before the text's day."""
    led = ctx.folds[max(start, mention.first - _REACH) : mention.first + 1]
    if any(word in ctx.acts.words["due"] for word in led):
        return True
    return _end(mention) >= ctx.day[: len(_end(mention))] if ctx.day else future


def _past(ctx: Context, mention: DateMention) -> bool:
    """Say whether a time is that of a text or event already there, or before the text's own day."""
    before = ctx.folds[max(0, mention.first - _REACH) : mention.first + 1]
    dated = any(word in ctx.acts.words["dated"] for word in before)
    return dated or bool(ctx.day and _end(mention) < ctx.day[: len(_end(mention))])


def _end(mention: DateMention) -> IsoDate:
    """Return the last day or month or year of a time, as exactly as it is stated."""
    return (mention.value or "").rpartition("/")[2]


def _counted(ctx: Context, start: int, end: int) -> IsoDate | None:
    """Return the end of a term that is counted from the text's own day («خلال ستة أشهر», «في غضون عامين»)."""
    if not ctx.day:
        return None
    spots = (k + 1 for k in range(start, end - 1) if ctx.folds[k] in ctx.acts.words["within"])
    length = next((found for k in spots if (found := _length(ctx, k, end)) is not None), None)
    return _added(date.fromisoformat(ctx.day), *length) if length is not None else None


def _length(ctx: Context, k: int, end: int) -> tuple[int, str] | None:
    """Return the number and the unit of a term: «90 يوماً», «الأشهر الستة», «عامين», «شهر»."""
    unit, behind = _unit(ctx, k), k + 1 < end
    if unit is None:
        counted = _unit(ctx, k + 1) if behind else None
        number = _number(ctx, k)
        return (number, counted) if counted and number else None
    if behind and (number := _number(ctx, k + 1)):
        return (number, unit) if number < _YEARS else None
    if ctx.folds[k].endswith(_DUAL):
        return 2, unit
    return (1, unit) if bare(ctx.folds[k]) == ctx.folds[k] else None


_YEARS = 1000
"""A number from here on behind «عام» is its name."""


def _unit(ctx: Context, k: int) -> str | None:
    """Return the unit of time at a word, its article aside."""
    terms = date_table(ctx.lexicon).terms.get(bare(ctx.folds[k]), ())
    names = (str(t.value) for t in terms if t.kind == "unit" and not t.rest and not t.taken)
    return next((name for name in names if name in _DAYS or name in _MONTHS), None)


def _number(ctx: Context, k: int) -> int | None:
    """Return the whole number at a word, in digits or as a number word, its article aside."""
    word = bare(ctx.folds[k])
    if word.isascii() and word.isdigit():
        return int(word)
    terms = number_table(ctx.lexicon).terms.get(word, ())
    return next((int(t.value) for t in terms if t.kind == "cardinal" and not t.rest and not t.taken), None)


def _added(day: date, number: int, unit: str) -> IsoDate | None:
    """Count a term from a day: to the day for days and weeks, to the month for months and years."""
    if unit in _DAYS:
        return (day + timedelta(days=number * _DAYS[unit])).isoformat()
    months = day.year * 12 + day.month - 1 + number * _MONTHS[unit]
    return f"{months // 12:04d}-{months % 12 + 1:02d}" if months < _LAST else None


_LAST = 12 * 10000
