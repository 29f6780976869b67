"""Prose → every expression of calendar time in it, with the ISO date that it means.

A word that can begin a date costs one look-up; rules run only there (`dates_rules`). What is found is then
joined: «من 28 أبريل إلى 3 مايو» is one range, «26 شوال 1436 هـ الموافق 11 أغسطس 2015 م» one day. Last, what
is stated is counted from the text's own day (`calendar`).

Limits: no durations, no anaphora («ذلك العام»), no spelled-out years.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mahdar.language.clitics import proclitic_length
from mahdar.language.words import split_words
from mahdar.lexicon.dates import Term, date_table
from mahdar.lexicon.store import Lexicon
from mahdar.mentions.calendar import Clock, Stated, resolve
from mahdar.mentions.dates_clock import OPENING, clock_of, recalls, was_held
from mahdar.mentions.dates_found import Found
from mahdar.mentions.dates_joins import Expression, join
from mahdar.mentions.dates_line import Line
from mahdar.mentions.dates_rules import RULES
from mahdar.model.mentions import DateMention
from mahdar.model.prose import Prose, Word
from mahdar.model.spans import Span

__all__ = ["find_dates", "stated_dates"]


def find_dates(
    prose: Prose, lexicon: Lexicon, anchor: str | None = None, beside: str | None = None
) -> tuple[DateMention, ...]:
    """Find every expression of calendar time.

    Args:
        prose: an article's words and sentences.
        lexicon: names the words of time.
        anchor: the day to count from, ISO; without one the first full day in the prose's opening serves.

        beside: a day that another article of the document states; without a day of its own the prose's months
            take their year from it, while «أمس» stays open.

    Returns:
        Mentions by start, never overlapping. The value is None where there is nothing to count from.

    Source: lexicon/data/ar/dates.toml, lexicon/data/shared/months.tsv
    """
    table, openers = date_table(lexicon), date_openers(lexicon)
    folds = [w.fold for w in prose.words]
    found: list[Expression] = []
    told: list[Expression] = []
    for sentence in prose.sentences:
        line = Line(prose.words, folds, Span(sentence.first, sentence.last), table)
        joined = join(line, _expressions(line, openers))
        found += joined
        told += (e for e in joined if not recalls(line, e) and (e.first < OPENING or was_held(line, e)))
    found = _same_years(found)
    clock = clock_of(found, told, anchor)
    near = Clock(date.fromisoformat(beside)) if beside and clock.day is None else clock
    return tuple(m for e in found if (m := _mention(prose.words, e, near if _by_name(e.stated) else clock)))


def _by_name(stated: Stated) -> bool:
    """Say whether nothing but the year is missing: a month is named, no direction."""
    return stated.month is not None and (stated.shift, stated.year_shift) == (None, None)


def stated_dates(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[DateMention, ...]:
    """Find the days, months and years that a byline, a dateline or an embedded post states in full.

    Args:
        text: the document's.
        start: offset of the stretch.
        end: of the stretch, exclusive.
        lexicon: names the words of time.

    Returns:
        Mentions by start with `base` set; word indexes count from the stretch's first word. Relative
        expressions and dates without a year are left out.

    >>> from mahdar.lexicon import default_lexicon
    >>> [m.value for m in stated_dates("نُشر في 9 أكتوبر 2021", 0, 21, default_lexicon())]
    ['2021-10-09']
    """
    words = tuple(split_words(text, start, end))
    line = Line(words, [w.fold for w in words], Span(0, len(words)), date_table(lexicon))
    found = (_mention(words, e, Clock()) for e in join(line, _expressions(line, date_openers(lexicon))))
    return tuple(replace(m, base=True) for m in found if m and m.value)


@dataclass(frozen=True, slots=True)
class Opener:
    """What a date, or a phrase that only looks like one, can make of its first word."""

    terms: tuple[Term, ...]
    """The word's terms that a rule begins at, longest phrase first."""
    seconds: frozenset[str]
    """The words one of which must follow; empty where the word alone is enough."""


def date_openers(lexicon: Lexicon) -> dict[str, Opener]:
    """Return the words at which a date can begin: most words of time only stand inside one."""
    return lexicon.table("date_openers", _openers)


def _openers(lexicon: Lexicon) -> dict[str, Opener]:
    """Keep of each word the terms that a rule begins at."""
    found: dict[str, Opener] = {}
    for form, terms in date_table(lexicon).terms.items():
        kept = tuple(t for t in terms if t.kind in RULES or (t.kind == "none" and t.value in _CLOSED))
        if kept:
            alone = any(not term.rest for term in kept)
            found[form] = Opener(kept, frozenset(() if alone else (term.rest[0] for term in kept)))
    return found


def _expressions(line: Line, openers: dict[str, Opener]) -> list[Expression]:
    """Read a line from left to right."""
    found: list[Expression] = []
    folds, i, end = line.folds, line.first, line.last
    while i < end:
        fold = folds[i]
        opener = openers.get(fold)
        if opener is not None and (not opener.seconds or (i + 1 < end and folds[i + 1] in opener.seconds)):
            read, step = _at_term(line, i, opener)
        elif opener is None and fold[0].isdigit():
            read, step = _at_number(line, i), 1
        else:
            i += 1
            continue
        if read:
            found.append(_known(line, _ahead(line, read)))
        i = read.last if read else i + step
    return found


def _ahead(line: Line, read: Expression) -> Expression:
    """Turn a weekday, day or month without a year to the future where the words before it plan something."""
    stated = read.stated
    named = stated.month is not None or (stated.weekday is not None and stated.offset is None)
    if not named or (stated.year, stated.shift, stated.year_shift) != (None, None, None):
        return read
    if any(line.has(i, "ahead") for i in range(max(line.first, read.first - _PLANNED), read.first)):
        return replace(read, stated=replace(stated, ahead=True))
    return read


def _known(line: Line, read: Expression) -> Expression:
    """Give a day without a year the year of the event that it is known for («هجمات 11 سبتمبر»)."""
    stated = read.stated
    if stated.day is None or stated.month is None or (stated.year, stated.shift) != (None, None):
        return read
    for i in range(max(line.first, read.first - _EVENT_REACH), read.first):
        for term in line.table.terms.get(line.folds[i], ()):
            if term.kind == "known_day" and str(term.value)[5:] == f"{stated.month:02d}-{stated.day:02d}":
                return replace(read, stated=replace(stated, year=int(str(term.value)[:4])))
    return read


def _at_number(line: Line, i: int) -> Expression | None:
    """Read what begins at digits."""
    found = _try(line, i, "number")
    return Expression(i, found.next, found.stated) if found else None


def _at_term(line: Line, i: int, opener: Opener) -> tuple[Expression | None, int]:
    """Read what begins at a word of time, and how far to go where nothing does.

    A phrase that makes no date («الأمين العام») is stepped over whole.
    """
    tried: set[str] = set()
    for term in opener.terms:
        if term.kind in tried or (term.rest and not line.follows(term, i)):
            continue
        if term.kind == "none":
            return None, 1 + len(term.rest)
        tried.add(term.kind)
        found = _try(line, i, term.kind)
        if found:
            return Expression(i, found.next, found.stated, term.taken), 1
    return None, 1


_EVENT_REACH = 3
"""How many words before a day the event can be named that it is known for."""
_PLANNED = 8
"""How many words before a date a word of planning still bears on it."""
_HUNDREDS = frozenset({"decade", "century"})
"""Units whose year is a century's hundreds."""
_CLOSED = frozenset({"name", "anaphora", "lately", "period", "frequency"})
"""Why a phrase is no date, where nothing inside it can be one."""


def _try(line: Line, i: int, kind: str) -> Found | None:
    """Try the rules of a kind of word."""
    for rule in RULES.get(kind, ()):
        found = rule(line, i)
        if found:
            return found
    return None


def _same_years(found: Iterable[Expression]) -> list[Expression]:
    """Give «مايو من العام نفسه» the year that was named last, unless that is too far back to be meant."""
    year: int | None = None
    at = 0
    known: list[Expression] = []
    month: Stated | None = None
    told = 0
    for expression in found:
        stated = expression.stated
        if stated.same_month:
            known.append(
                replace(expression, stated=_in_month(stated, month if expression.first <= told else None))
            )
            continue
        if stated.month is not None:
            month, told = stated, expression.last + _SAME_YEAR
        if stated.same_year:
            near = year if expression.first - at <= _SAME_YEAR else None
            known.append(replace(expression, stated=replace(stated, year=near)))
            continue
        if stated.year is not None and not stated.hijri and stated.unit not in _HUNDREDS:
            year, at = stated.year, expression.last
        known.append(expression)
    return known


def _in_month(stated: Stated, month: Stated | None) -> Stated:
    """Give a day, or a run of days, the month that was named before it; without one it is the document's."""
    if month is None:
        return replace(stated, until=replace(stated.until, shift=0) if stated.until else None, shift=0)
    last = month.until or month
    day = replace(stated, month=last.month, year=last.year, hijri=last.hijri, shift=last.shift)
    until = replace(day, day=stated.until.day, until=None) if stated.until else None
    return replace(day, until=until)


_SAME_YEAR = 40
"""Words back to a year that «العام نفسه» can mean; behind more it is the document's."""


def _mention(words: Sequence[Word], expression: Expression, clock: Clock) -> DateMention | None:
    """Make the mention of an expression; None where it names a day that no calendar has."""
    value, precision = resolve(expression.stated, clock)
    if value is None and _absolute(expression.stated):
        return None
    first = words[expression.first]
    start = first.start + (proclitic_length(first.text, expression.taken) if expression.taken else 0)
    return DateMention(start, _end(words, expression), expression.first, expression.last, value, precision)


def _end(words: Sequence[Word], expression: Expression) -> int:
    """Return where an expression ends, with the bracket that it has opened («يونيو (حزيران)»)."""
    end = words[expression.last - 1].end
    marks = "".join(word.gap for word in words[expression.first + 1 : expression.last])
    opened = marks.count("(") > marks.count(")")
    return end + 1 if opened and _gap(words, expression.last).startswith(")") else end


def _gap(words: Sequence[Word], i: int) -> str:
    """Return the marks before a word; none where there is no such word."""
    return words[i].gap if i < len(words) else ""


def _absolute(stated: Stated) -> bool:
    """Say whether the words name their year themselves."""
    return stated.year is not None
