"""Read meetings: dialogues, summits, visits, meetings, calls and sessions that parties held or will hold.

Each word that names or reports an occasion becomes a sighting (`meetings_sight`, `meetings_rules`), with what
its clause says of it (`meetings_details`); the sightings of one occasion become one entry (`meetings_merge`).

Source: lexicon/data/ar/meetings.toml
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mahdar.lexicon.meetings import MeetingTable, meeting_table
from mahdar.model.entries import Chair, Meeting
from mahdar.model.spans import Evidence
from mahdar.reading.content import span_of
from mahdar.reading.context import Context
from mahdar.reading.meetings_ellipsis import next_in_line, noun_left_out
from mahdar.reading.meetings_left_open import Said, day_of_visit, of_visit, press_conferences, with_our_own
from mahdar.reading.meetings_merge import merge
from mahdar.reading.meetings_numbered import numbered_alone
from mahdar.reading.meetings_occasion import Occasion
from mahdar.reading.meetings_rules import sightings_in
from mahdar.reading.meetings_short import add_short_mentions
from mahdar.reading.meetings_sight import Sighting, find_triggers, triggers_by_sentence

__all__ = ["read_meetings"]

_PARTS = frozenset({"session", "working_group", "strategic_dialogue"})
"""Kinds that take their parties from the dialogue they are part of, where the text names no two."""


def read_meetings(ctx: Context) -> tuple[Meeting, ...]:
    """Find the occasions on which parties met or will meet: one entry for each, with all that is said of it.

    Args:
        ctx: the article.

    Returns:
        Order: by first evidence. Empty where the article tells of none.

    Source: lexicon/data/ar/meetings.toml
    """
    table = meeting_table(ctx.lexicon)
    triggers = tuple(
        t for t in find_triggers(ctx, table) if not t.head.elliptic or noun_left_out(ctx, table, t)
    )
    series = any(t.head.kind == "strategic_dialogue" and not t.head.back for t in triggers)
    found: list[Sighting] = []
    for group in triggers_by_sentence(ctx, triggers):
        found += sightings_in(ctx, table, group, series=series)
        found += numbered_alone(ctx, table, group, tuple(found))
        found[:] = next_in_line(ctx, table, group, found)
    occasions = merge(found)
    for o in occasions:
        o.parties = with_our_own(ctx, o)
    add_short_mentions(occasions, found)
    main = _main(occasions)
    visits = [o for o in occasions if o.kind == "visit" and o.place]
    _date_what_is_left_open(ctx, table, occasions)
    said = press_conferences(ctx, table, triggers)
    return tuple(
        entry
        for o in occasions
        if _stands(o, occasions, main)
        for entry in _each_stop(ctx, _entry(ctx, o, main, _left_open(o, visits, said)), (o, occasions), table)
    )


def _date_what_is_left_open(ctx: Context, table: MeetingTable, occasions: Sequence[Occasion]) -> None:
    """Give occasions without a date those of the visit they were held on, or that stand above the text."""
    visits = [o for o in occasions if o.kind == "visit" and not o.planned]
    held = [o for o in occasions if o.kind in _DATED_ELSEWHERE and not (o.planned or o.date)]
    for o in held:
        o.date = day_of_visit(ctx, table, o, visits)
    named = next((o for o in held if not o.date and o.sightings[0].sentence.block == "title"), None)
    if named is not None:
        named.date = ctx.article.sitting


_DATED_ELSEWHERE = frozenset({"meeting", "strategic_dialogue", "summit"})


def _each_stop(
    ctx: Context, entry: Meeting, at: tuple[Occasion, list[Occasion]], table: MeetingTable
) -> Iterator[Meeting]:
    """Part a visit to several states into one for each («يزور الأردن والعراق»).

    The first is held up by all that tells of the journey, each other one by the name of its state; one that
    is told of again as a visit of its own is that visit.
    """
    o, occasions = at
    single = [x for x in occasions if x is not o and x.kind == "visit" and not x.stops]
    told = {x.parties for x in single if x.planned == o.planned}
    visitors = set(entry.parties) - {stop for stop, _, _ in o.stops}
    if entry.kind != "visit" or not visitors or not o.stops:
        yield entry
        return
    for n, (stop, first, last) in enumerate(o.stops):
        place = entry.place if n == 0 and o.host == stop else table.states.get(stop, entry.place)
        span = span_of(ctx, first, last)
        own = (ctx.article.document.evidence(span.start, span.end),) if n else entry.evidence
        parties = tuple(sorted({*visitors, stop}))
        if not n or parties not in told:
            yield replace(entry, parties=parties, place=place, evidence=own)


def _left_open(o: Occasion, visits: list[Occasion], said: list[Said]) -> str | None:
    """Return where a meeting took place whose own words do not say it."""
    if o.kind not in {"meeting", "strategic_dialogue"}:
        return None
    spoken = (where for where, sides in said if not o.planned and sides <= set(o.parties))
    return of_visit(o, visits) or next(spoken, None)


def _main(occasions: list[Occasion]) -> Occasion | None:
    """Return the dialogue that the article is about: the first held with two sides, else any."""
    found = [o for o in occasions if o.kind == "strategic_dialogue"]
    return min(found, key=lambda o: (len(o.parties) < 2, o.planned), default=None)


def _stands(o: Occasion, occasions: list[Occasion], main: Occasion | None) -> bool:
    """Say whether an occasion may stand: a session is part of another, a visit leads abroad."""
    if o.kind == "session":
        return (main is not None or len(o.parties) > 1) and any(
            x.kind in {"strategic_dialogue", "meeting", "summit"} for x in occasions
        )
    if o.kind == "visit":
        return len(o.parties) > 1
    if o.kind == "working_group":
        return len(o.parties) > 1 or main is not None
    if len(o.parties) == 1 and o.kind in {"meeting", "call"} and all(s.alone for s in o.sightings if s.opens):
        return o.sightings[0].trigger.head.many
    if len(o.parties) == 1 and o.sightings[0].trigger.head.role == "receive":
        return any(s.envoys or s.lay for s in o.sightings)
    return bool(o.parties) or o.kind in {"summit", "strategic_dialogue"} or o.sightings[0].trigger.head.many


def _entry(ctx: Context, o: Occasion, main: Occasion | None, elsewhere: str | None) -> Meeting:
    """Make the entry of an occasion; `elsewhere` is the place that other words of the article give it."""
    part = main if o.kind == "session" else None
    whole = len(o.parties) > 1 or main is None or o.kind not in _PARTS
    parties = o.parties if whole or main is None else main.parties or o.parties
    first = o.sightings[0]
    return Meeting(
        evidence=_evidence(ctx, o),
        reader=f"meeting.{first.trigger.head.role} {first.trigger.head.id}",
        kind=o.kind,
        parties=tuple(sorted(set(parties))),
        edition=o.edition,
        date=o.date or (part.date if part else None),
        place=o.place or (part.place if part else None) or elsewhere,
        chairs=_of_either(o.chairs, parties),
        status="planned" if o.planned else "held",
    )


def _of_either(chairs: tuple[Chair, ...], parties: Sequence[str]) -> tuple[Chair, ...]:
    """Give a chair whose party is not told the side of two that no other chair is of."""
    left = set(parties) - {c.party for c in chairs}
    open_ones = [c for c in chairs if c.party is None]
    if len(set(parties)) != _TWO or len(left) != 1 or len(open_ones) != 1 or len(chairs) != _TWO:
        return chairs
    return tuple(replace(c, party=c.party or min(left)) for c in chairs)


_TWO = 2


def _evidence(ctx: Context, o: Occasion) -> tuple[Evidence, ...]:
    """Return the phrases of all sightings, in text order, each once."""
    spans = sorted({span_of(ctx, s.first, s.last) for s in o.sightings})
    return tuple(ctx.article.document.evidence(s.start, s.end) for s in spans)
