"""Where a meeting took place that its own words leave open: on whose visit, at whose press conference."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.lexicon.meetings import MeetingTable
from mahdar.reading.clauses import named_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_date import agree
from mahdar.reading.meetings_details import place_in
from mahdar.reading.meetings_occasion import Occasion
from mahdar.reading.meetings_sight import Sighting, Trigger

__all__ = ["Said", "day_of_visit", "of_visit", "press_conferences", "with_our_own"]

Said = tuple[str, frozenset[str]]
"""Where two spoke to the press: the place; the state that it lies in and who else stood there."""


def of_visit(o: Occasion, visits: Sequence[Occasion]) -> str | None:
    """Return where a meeting of the same two on a visit took place: where the visit led."""
    found = [v for v in visits if set(v.parties) == set(o.parties) and _at_one_time(o, v)]
    told = [v for v in found if any(x.sentence is s.sentence for x in v.sightings for s in o.sightings)]
    return next((v.place for v in (*told, *found)), None)


def day_of_visit(ctx: Context, table: MeetingTable, o: Occasion, visits: Sequence[Occasion]) -> str | None:
    """Return the days of the visit that a meeting of its two was held on.

    «زارت … يومي …، وعقدت خلالها الجولة …», «… وعقدت خلال الزيارة الجولة …».
    """
    for visit in visits:
        if visit.date and len(visit.date) >= _DAY and set(visit.parties) >= set(o.parties):
            both = ((v, s) for v in visit.sightings for s in o.sightings if v.sentence is s.sentence)
            if any(_held_at(ctx, table, v, s) for v, s in both):
                return visit.date
    return None


def _held_at(ctx: Context, table: MeetingTable, visit: Sighting, s: Sighting) -> bool:
    """Say whether words between a visit and a meeting, or before the visit's noun, put one in the other."""
    led = visit.back and ctx.folds[visit.first - 1] in table.words["frame"] and visit.first < s.last
    return led or not table.words["at_it"].isdisjoint(ctx.folds[visit.last : s.last])


def _at_one_time(o: Occasion, visit: Occasion) -> bool:
    """Say whether a meeting can be on a visit: none is held on one to come, nor on one of another day.

    A visit of which only month or year is told is past for what is told without a date.
    """
    if o.date and visit.date and not agree(o.date, visit.date):
        return False
    if not o.date and visit.date and len(visit.date) < _DAY and o.edition is not None:
        return False
    if not o.date and visit.date and any(s.long_ago for s in visit.sightings):
        return any(s.long_ago for s in o.sightings)
    return o.planned or not visit.planned or o.sightings[0].trigger.term.tense == "present"


_DAY = len("2024-03-05")


def with_our_own(ctx: Context, o: Occasion) -> tuple[str, ...]:
    """Return the sides of an occasion; where one from abroad alone is told, whose account the article is.

    «كما التقى، بمكتبه، القائم بأعمال سفارة بنغلاديش» in an Iraqi post; «سيجتمع أنور مع الرئيس الصيني».
    """
    if len(o.parties) != 1 or o.kind not in _OF_ONE_AND_ANOTHER or any(s.lay for s in o.sightings):
        return o.parties
    own, other = ctx.home, o.parties[0]
    if own is None or own == other or other not in ctx.states:
        return o.parties
    told = (s for s in o.sightings if s.opens and s.trigger.head.role in _TELLING and not s.trigger.head.many)
    return tuple(sorted((own, other))) if any(s.envoys or s.people for s in told) else o.parties


_TELLING = frozenset({"meet", "receive", "noun"})
"""Roles of words that tell that somebody met somebody."""
_OF_ONE_AND_ANOTHER = frozenset({"meeting", "call", "visit"})
"""Kinds that have a side at home and one abroad."""


def press_conferences(ctx: Context, table: MeetingTable, triggers: Sequence[Trigger]) -> list[Said]:
    """Find where an official spoke to the press with one of another party («مؤتمر صحفي مع نظيره في مسقط»)."""
    press = (t for t in triggers if t.head.many and ctx.folds[t.last : t.last + 1])
    return [
        said
        for t in press
        if ctx.folds[t.last] in table.words["press_talk"] and (said := _said_at(ctx, table, t)) is not None
    ]


def _said_at(ctx: Context, table: MeetingTable, press: Trigger) -> Said | None:
    """Return the place of a press conference and its two sides; None where one of both is not told."""
    first, stop = press.last + 1, min(press.last + _TOLD, ctx.sentence_of(press.i).last)
    k = next((k for k in range(first, stop) if ctx.folds[k] in table.words["with_one"]), None)
    where = place_in(ctx, table, first, stop)
    if k is None or where is None or where[1] is None:
        return None
    partner = [code for _, code in named_in(ctx, k + 1, min(k + _PARTNER, stop))][:1]
    return (where[0], frozenset({where[1], *partner})) if partner else None


_TOLD = 24
"""With whom and where a press conference is held stands within so many words behind it."""
_PARTNER = 8
"""Honorifics and titles stand before who shares it."""
