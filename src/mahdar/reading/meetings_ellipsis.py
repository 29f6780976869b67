"""Occasions whose noun is left out.

An adjective may stand for it («ختام الاستراتيجي الكيني الهندي الثاني»), or beside another edition the number
alone («بعد الحوار الاستراتيجي الخامس … يأتي السادس في الدوحة»); in either case one meeting only can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mahdar.lexicon.meetings import MeetingTable
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import mentions_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import ordinal_at, place_in
from mahdar.reading.meetings_numbered import edition_at, is_number, series_of
from mahdar.reading.meetings_sight import Sighting, Trigger

__all__ = ["next_in_line", "noun_left_out"]

_WAW = "\N{ARABIC LETTER WAW}"
_SIDES = 5
"""Two sides, «بين» before them, fill no more words."""


def noun_left_out(ctx: Context, table: MeetingTable, t: Trigger) -> bool:
    """Say whether an adjective stands for an occasion by itself: only one of two sides has a number there.

    No noun may stand before that it could belong to; behind it two parties are named, and which of their
    meetings it is («الاستراتيجي الكيني الهندي الثاني», «الاستراتيجي الثاني بين كينيا والهند»).

    Args:
        ctx: the article.
        table: the words for meetings.
        t: the adjective.
    """
    if not t.term.definite or not (t.term.taken.strip(_WAW) or _begins(ctx, table, t.i)):
        return False
    at = t.last
    number, end = ordinal_at(ctx, table, at)
    if number:
        return len(_sides(ctx, end)) > 1
    last = max(_sides(ctx, at).values(), default=at)
    return len(_sides(ctx, at)) > 1 and ordinal_at(ctx, table, last)[0] is not None


def _begins(ctx: Context, table: MeetingTable, i: int) -> bool:
    """Say whether a noun can begin at a word: a sentence does, or what stands before asks for one."""
    if ctx.sentence_of(i).first == i or ctx.folds[i - 1] in table.words["of_it"]:
        return True
    before = table.terms.get(ctx.folds[i - 1], ())
    return any(t.tense and table.heads[t.head].role == "hold" for t in before)


def _sides(ctx: Context, first: int) -> dict[str, int]:
    """Return the parties named right behind a word, each with one past its last word."""
    found: dict[str, int] = {}
    end = first + 1  # «بين» may stand before them
    for m in mentions_in(ctx.article.mentions.parties, first, first + _SIDES):
        if m.first > end:
            break
        found.setdefault(m.code, m.last)
        end = m.last
    return found


def next_in_line(
    ctx: Context, table: MeetingTable, group: tuple[Sentence, Sequence[Trigger]], told: Sequence[Sighting]
) -> list[Sighting]:
    """Return sightings with the edition before or behind one that a sentence tells, its noun left out.

    In the same sentence, or at the beginning of the one behind. What is told of the edition without a noun is
    taken from the one that had it for want of another.

    Args:
        ctx: the article.
        table: the words for meetings.
        group: the sentence and its words for occasions.
        told: the sightings so far; one with a number and two sides names the series.
    """
    sentence, triggers = group
    found = list(told)
    if not any(s.edition and s.sentence is sentence for s in told):
        return found
    held = [t for t in triggers if t.head.role == "hold" and t.term.tense]
    for k, stop in _numbers(ctx, table, sentence):
        known = [_with_sides(s, found) for s in found if s.sentence is sentence]
        series = series_of(ctx, known, k)
        number, end = ordinal_at(ctx, table, k)
        if series is None or number is None or abs(number - (series.edition or number)) != 1:
            continue
        first, hold = _told_at(ctx, table, held, k, end)
        if first is None or series.last > k:
            continue
        one = edition_at(ctx, table, series, (first, k, min(stop, k + _TOLD)), hold)
        if one is None:
            continue
        ahead = first < k and ctx.folds[first] in table.words["will_come"]
        at = next(n for n, s in enumerate(found) if s.trigger is series.trigger)
        found[at] = _without(ctx, table, found[at], one)
        found.append(replace(one, planned=one.planned or ahead))
    return found


def _with_sides(s: Sighting, told: Sequence[Sighting]) -> Sighting:
    """Give a noun that takes up a dialogue its sides («وبعد الحوار الثاني … يأتي الثالث»)."""
    if not s.back or len(s.parties) > 1:
        return s
    known = (o for o in reversed(told) if o.kind == s.kind and len(o.parties) > 1)
    return next((replace(s, parties=o.parties) for o in known if set(s.parties) <= set(o.parties)), s)


_TOLD = 16
"""What is told of an edition stands within so many words behind its number."""


def _numbers(ctx: Context, table: MeetingTable, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield each number of a sentence, and one that opens the next, with where what is told of it ends."""
    numbers = [k for k in range(sentence.first, sentence.last) if is_number(ctx, table, k)]
    yield from pairwise([*numbers, sentence.last])
    if sentence.last + 1 < len(ctx.words):
        behind = ctx.sentence_of(sentence.last)
        k = behind.first + 1
        if k < behind.last and _comes(ctx, table, behind.first) and is_number(ctx, table, k):
            others = (n for n in range(k + 1, behind.last) if is_number(ctx, table, n))
            yield k, next(others, behind.last)


def _comes(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether a word tells that an edition was or will be («كان», «يأتي»)."""
    return ctx.folds[k] in table.words["comes"] or ctx.folds[k] in table.words["will_come"]


def _told_at(
    ctx: Context, table: MeetingTable, held: Sequence[Trigger], k: int, end: int
) -> tuple[int | None, Trigger | None]:
    """Return the first word that tells of an edition by its number, and its verb of holding where one does.

    «ثم كان الثاني», «أما الثاني فكان», «أما الثاني فعقد», «بعد الثانية التي جرت».
    """
    before = ctx.folds[k - 1]
    if _comes(ctx, table, k - 1):
        return (k - 1, None) if _dated_or_placed(ctx, table, end) else (None, None)
    relative = end < len(ctx.words) and ctx.folds[end] in table.words["relative"]
    hold = next((t for t in held if t.i == end + relative), None)
    if hold is not None and (relative or before in table.words["as_for"]):
        return k, hold
    if before in table.words["as_for"] and _comes(ctx, table, end):
        return k, None
    return None, None


def _dated_or_placed(ctx: Context, table: MeetingTable, end: int) -> bool:
    """Say whether a day or a place in a state stands right behind a number, unlike in «الثانية من نوعها»."""
    if any(d.first == end for d in mentions_in(ctx.article.mentions.dates, end, end + 1)):
        return True
    if end + 1 >= len(ctx.words) or ctx.folds[end] not in table.words["within"]:
        return False
    where = place_in(ctx, table, end, end + 2)
    dates = mentions_in(ctx.article.mentions.dates, end, end + 2)
    return (where is not None and where[1] is not None) or any(True for _ in dates)


def _without(ctx: Context, table: MeetingTable, s: Sighting, one: Sighting) -> Sighting:
    """Return an edition without the day and the place that are told behind the number of another."""
    mine = mentions_in(ctx.article.mentions.dates, s.clause[0], one.first)
    if s.date is not None and s.date == one.date and all(d.value != s.date for d in mine):
        s = replace(s, date=None)
    if s.place is None or s.place != one.place:
        return s
    place, host = place_in(ctx, table, s.first, one.first) or (None, None)
    return replace(s, place=place, host=host, city=place is not None and place not in table.state_names)
