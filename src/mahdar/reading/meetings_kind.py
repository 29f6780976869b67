"""A word for an occasion → the kind that its phrase names; nothing for a round of nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.lexicon.meetings import MeetingTable
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import mentions_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import edition_around
from mahdar.reading.meetings_sight import Trigger

__all__ = ["Place", "bracket_behind", "kind_of", "tour"]

_STRONG = ("strategic_dialogue", "summit", "working_group")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and the tables it is read with."""

    ctx: Context
    table: MeetingTable
    sentence: Sentence
    bounds: Sequence[int]
    """First words of its clauses, its end last."""
    series: bool
    """True where the article names a strategic dialogue: its rounds are the dialogue's."""


def kind_of(place: Place, trigger: Trigger, inner: Sequence[Trigger], end: int, *, held: bool) -> str:
    """Return the kind of occasion that a phrase names; empty where it names none."""
    part = trigger.head.role == "container"
    if trigger.head.alone and (led := tour(place, trigger)) is not None:
        return led
    kinds = [t.head.kind for t in inner if part or not t.head.back]
    if trigger.head.kind == "session":
        return _sitting(place, trigger, kinds, end, held=held)
    kinds = [] if trigger.head.guests else kinds
    named = [k for k in _STRONG if k == trigger.head.kind or k in kinds]
    if named or not part:
        return named[0] if named else trigger.head.kind
    return _round(place, trigger, kinds, end, held=held)


def _round(place: Place, trigger: Trigger, kinds: list[str], end: int, *, held: bool) -> str:
    """Return what a round or session is one of; empty where the text does not say."""
    ctx, table = place.ctx, place.table
    named_in = mentions_in(ctx.article.mentions.parties, trigger.last, end)
    assembly = any(m.form == "organisation" for m in named_in)
    edition = edition_around(ctx, table, trigger, end)
    if kinds or not trigger.head.alone:
        return "meeting" if kinds else ""
    if held and trigger.term.pronoun and _its_body(place, trigger):
        return "strategic_dialogue" if place.series else "meeting"
    if _of_other_things(ctx, table, trigger):
        return ""
    if place.series and not assembly and (held or edition is not None or _which(place, trigger)):
        return "strategic_dialogue"
    told = edition is not None or _which(place, trigger)
    held = held or (
        edition is not None
        and (
            not table.words["holding"].isdisjoint(ctx.folds[trigger.last : end]) or _in_brackets(ctx, trigger)
        )
    )
    return "meeting" if assembly or (held and told) else ""


def _its_body(place: Place, trigger: Trigger) -> bool:
    """Say whether a committee or council stands before its session («عقدت اللجنة دورتها في …»)."""
    ctx, table = place.ctx, place.table
    near = range(max(place.sentence.first, trigger.i - _BODY), trigger.i)
    return any(table.heads[t.head].role == "body" for k in near for t in table.terms.get(ctx.folds[k], ()))


_BODY = 9
"""A committee stands within so many words before its session, its name between."""


def _in_brackets(ctx: Context, trigger: Trigger) -> bool:
    """Say whether brackets behind the number tell where or when it was («الدورة الخامسة (أثينا، 2017)»)."""
    k, named = bracket_behind(ctx, trigger), ctx.article.mentions
    if k is None:
        return False
    return any(True for m in (*mentions_in(named.places, k, k + 1), *mentions_in(named.dates, k, k + 1)))


def bracket_behind(ctx: Context, trigger: Trigger) -> int | None:
    """Return the first word in brackets behind a round and what it is called."""
    stop = min(trigger.last + _NUMBERED, len(ctx.words))
    return next((k for k in range(trigger.last, stop) if "(" in ctx.words[k].gap), None)


_NUMBERED = 6
"""Brackets stand within so many words behind a round, its number between."""


def _of_other_things(ctx: Context, table: MeetingTable, trigger: Trigger) -> bool:
    """Say whether a round is of something that is no occasion («الجولة الأولى من تراخيص التنقيب»)."""
    stop = min(trigger.last + _OF, len(ctx.folds) - 1)
    k = next((k for k in range(trigger.last, stop) if ctx.folds[k] in table.words["from"]), None)
    return k is not None and not ctx.covered[k + 1] and k + 1 not in ctx.starts


_OF = 3
"""What a round is of stands within so many words behind it, its number between."""


def _sitting(place: Place, trigger: Trigger, kinds: list[str], end: int, *, held: bool) -> str:
    """Return what «جلسة» names: a part of a dialogue, or the meeting of a body of states."""
    ctx, table = place.ctx, place.table
    apposed = ctx.folds[trigger.i - 1] in table.words["apposition"]
    themed = place.series and not table.words["themed"].isdisjoint(ctx.folds[trigger.last : end])
    if not kinds and held and not place.series and _of_a_body(place, trigger):
        return "meeting"
    return "session" if apposed or themed else _session(ctx, table, trigger, kinds, end)


def tour(place: Place, trigger: Trigger) -> str | None:
    """Return `visit` for a tour whose stops are told, nothing for another tour; None for a round."""
    ctx, words = place.ctx, place.table.words
    told_of = ctx.folds[trigger.last : trigger.last + 1]
    reach = 2 * _TOUR if told_of and told_of[0] in words["relative"] else _TOUR
    stop = min(trigger.last + reach, place.sentence.last)
    told = next((k for k in range(trigger.last, stop) if ctx.folds[k] in words["tour"]), None)
    if told is not None:
        stops = {*range(told + 1, min(told + 4, place.sentence.last))}
        return "visit" if any(ctx.at.parties.get(k) for k in stops) else ""
    return "" if stop > trigger.last and ctx.folds[trigger.last] in words["tour_abroad"] else None


_TOUR = 6
"""What tells of the stops stands within so many words behind «جولة»."""


def _which(place: Place, trigger: Trigger) -> bool:
    """Say whether a demonstrative, «المقبلة» or «السابقة» tells which round is meant."""
    ctx, words = place.ctx, place.table.words
    before, behind = ctx.folds[trigger.i - 1], ctx.folds[trigger.last : trigger.last + 1]
    told = bool(behind) and (behind[0] in words["planned"] or behind[0] in words["previous"])
    return told or before in words["this"] or before in words["last_of"]


def _of_a_body(place: Place, trigger: Trigger) -> bool:
    """Say whether a body of states sits («عقد مجلس الأمن جلسة طارئة»)."""
    named = mentions_in(
        place.ctx.article.mentions.parties, max(place.sentence.first, trigger.i - 6), trigger.last + 2
    )
    return any(m.code in place.table.bodies for m in named)


def _session(ctx: Context, table: MeetingTable, trigger: Trigger, kinds: list[str], end: int) -> str:
    """Return what a session is: one with a theme, or a part of what is named with it."""
    folds = ctx.folds[trigger.last : end + 1]
    if not table.words["house"].isdisjoint(folds[:2]):
        return ""
    if not table.words["opening"].isdisjoint(folds):
        return "strategic_dialogue"  # taken up by whatever occasion it opened
    if not table.words["theme"].isdisjoint(folds):
        return "session"
    return next((k for k in kinds if k in _STRONG), "")
