"""Editions told by their number alone: the noun of the series stands before («…، وعقدت الثانية في أثينا»)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mahdar.lexicon.meetings import MeetingTable
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import mentions_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import Where, ordinal_at, place_in
from mahdar.reading.meetings_sight import Sighting, Trigger

__all__ = ["edition_at", "is_number", "numbered_alone", "series_of"]

_WAW, _TEH = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER HEH}"
_TAA = "\N{ARABIC LETTER TEH}"
_FIRST_FEMININE = "\N{ARABIC LETTER YEH}"
_REACH = 10
"""Day and place of an edition stand within so many words behind its number."""


def numbered_alone(
    ctx: Context,
    table: MeetingTable,
    group: tuple[Sentence, Sequence[Trigger]],
    told: Sequence[Sighting],
) -> Iterator[Sighting]:
    """Find the further editions of a series that a sentence tells by their numbers.

    Args:
        ctx: the article.
        table: the words for meetings.
        group: the sentence and its words for occasions.
        told: the sightings so far; one with a number and two sides names the series.
    """
    sentence, triggers = group
    held = [t for t in triggers if t.head.role == "hold" and t.term.tense and not t.head.reaches]
    if not held or not any(s.edition for s in told):
        return
    numbers = [k for k in range(sentence.first, sentence.last) if is_number(ctx, table, k)]
    for k, behind in itertools.pairwise([*numbers, sentence.last]):
        hold = next((t for t in reversed(held) if t.i < k), None)
        if hold is None or (series := series_of(ctx, told, k)) is None:
            continue
        first = _begins(ctx, hold, k)
        if first is not None and (found := edition_at(ctx, table, series, (first, k, behind), hold)):
            yield replace(found, sentence=sentence)


def is_number(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether a definite ordinal stands at a word, «و» before it, and is no part of a name or date."""
    if ctx.folds[k].removeprefix(_WAW) not in table.ordinals or ctx.covered[k]:
        return False
    return not any(
        True for _ in mentions_in(ctx.article.mentions.dates, k - 2, k + 2) if _.first <= k < _.last
    )


def _begins(ctx: Context, hold: Trigger, k: int) -> int | None:
    """Return the first word that tells of the edition: its verb's, or its own behind «و»; None where neither.

    «وعقدت الثانية», «احتضنت أثينا الثالثة», «عقدت الأولى في مسقط والثانية في أثينا».
    """
    if hold.last == k:
        return hold.i
    named = [m.last for m in mentions_in(ctx.article.mentions.places, hold.last, k)]
    named += [m.last for m in mentions_in(ctx.article.mentions.parties, hold.last, k)]
    if hold.head.hosts and k in named and k - hold.last <= _HOST:
        return hold.i
    return k if ctx.folds[k].startswith(_WAW) else None


_HOST = 4
"""The host's name fills no more words between the verb and the number."""


def series_of(ctx: Context, told: Sequence[Sighting], k: int) -> Sighting | None:
    """Return the last sighting of a series that a number can be of: two sides, and a noun of its gender."""
    word = ctx.folds[k]
    feminine = word.endswith((_TEH, _FIRST_FEMININE)) and not word.endswith(_SECOND)
    known = (s for s in reversed(told) if s.edition and len(s.parties) > 1 and s.trigger.head.role in _NOUNS)
    return next((s for s in known if _is_feminine(ctx, s) == feminine), None)


_NOUNS = frozenset({"noun", "container"})
_SECOND = "\N{ARABIC LETTER NOON}\N{ARABIC LETTER YEH}"
"""«الثاني» ends like «الأولى» in the folded view."""


def _is_feminine(ctx: Context, s: Sighting) -> bool:
    """Say whether a round, a session or a summit names a series («دورتها» as well)."""
    nouns = (t for t in (s.trigger, *s.inner) if t.head.role in _NOUNS)
    words = (ctx.folds[t.i].removesuffix(t.term.pronoun) for t in nouns)
    return any(word.endswith((_TEH, _TAA)) for word in words)


def edition_at(
    ctx: Context, table: MeetingTable, series: Sighting, at: tuple[int, int, int], hold: Trigger | None
) -> Sighting | None:
    """Make the sighting of an edition; None where neither day nor place is told of it.

    Args:
        ctx: the article.
        table: the words for meetings.
        series: an edition of the same series.
        at: the first word that tells of it, its number, and where what is told of it ends at the latest.
        hold: the verb that says that it takes place, where one does.
    """
    first, k, behind = at
    number, end = ordinal_at(ctx, table, k)
    stop = min(behind, end + _REACH)
    told = max(end, hold.last) if hold is not None and hold.i <= end + 1 else end
    stop = next((j for j in range(told, stop) if ctx.folds[j] in table.words["relative"]), stop)
    where = _where(ctx, table, hold, (first, k, end, stop))
    dates = mentions_in(ctx.article.mentions.dates, end, stop)
    day = next((d for d in dates if d.first < end + _NEAR), None)
    if (where is None and day is None) or number == series.edition or not number:
        return None
    last = max(
        [end, *(m.last for m in mentions_in(ctx.article.mentions.places, end, stop)), day.last if day else 0]
    )
    place, host = where or (None, None)
    value = day.value if day is not None and "/" not in (day.value or "/") else None
    ahead = bool(value and ctx.day and value > ctx.day[: len(value)])
    return replace(
        series,
        trigger=replace(series.trigger, i=k),
        first=first,
        last=last,
        clause=(first, stop),
        hold=hold,
        people=frozenset(),
        edition=number,
        date=value,
        place=place,
        host=host,
        city=place is not None and place not in table.state_names,
        planned=(hold is not None and hold.term.tense in {"present", "future"}) or ahead,
        opens=True,
        back=False,
        chairs=(),
        joining=False,
        earlier=False,
        long_ago=False,
    )


_NEAR = 6
"""A day stands within so many words behind the number, a place between."""


def _where(
    ctx: Context, table: MeetingTable, hold: Trigger | None, at: tuple[int, int, int, int]
) -> Where | None:
    """Return where an edition is held: its host's name before the number, else the place behind it."""
    first, k, end, stop = at
    if hold is not None and hold.head.hosts and first == hold.i and hold.last < k:
        named = next(mentions_in(ctx.article.mentions.places, hold.last, k), None)
        return (named.name, named.party) if named is not None else None
    return place_in(ctx, table, end, min(stop, end + _NEAR))
