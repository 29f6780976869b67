"""Mentions of a dialogue that only its whole name, elsewhere in the article, explains.

«الحوار» before the dialogue is named (a report that opens with the statement), and its name cut short: the
adjective, the parties and the number, without the noun («في ختام الاستراتيجي القطري الهندي الثالث»).

Source: lexicon/data/ar/meetings.toml
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mahdar.lexicon.meetings import MeetingTable
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import edition_in
from mahdar.reading.meetings_occasion import Occasion
from mahdar.reading.meetings_sight import Sighting

__all__ = ["add_short_mentions"]

_FAR = 400
"""Words before its name within which «الحوار» is the one that will be named."""
_LONGEST = 6
"""Words of a name cut short."""


def add_short_mentions(
    ctx: Context, table: MeetingTable, occasions: Sequence[Occasion], sightings: Sequence[Sighting]
) -> None:
    """Give a dialogue what mentions it before it is named, and under its name cut short."""
    held = [o for o in occasions if o.kind == _DIALOGUE and not o.planned and len(o.parties) > 1]
    if not held:
        return
    first = min(held, key=lambda o: o.sightings[0].first)
    taken = {id(s) for o in occasions for s in o.sightings}
    first.sightings += [s for s in sightings if id(s) not in taken and _is_before(s, first)]
    for o in held:
        o.sightings += list(_cut_short(ctx, table, o))


_DIALOGUE = "strategic_dialogue"


def _is_before(s: Sighting, o: Occasion) -> bool:
    """Say whether «الحوار» stands before the name of the only dialogue that it can be."""
    taken_up = s.back and s.kind == _DIALOGUE and s.trigger.term.definite and not s.planned
    return taken_up and set(s.parties) <= set(o.parties) and 0 < o.sightings[0].first - s.last < _FAR


def _cut_short(ctx: Context, table: MeetingTable, o: Occasion) -> Iterator[Sighting]:
    """Yield places where a numbered dialogue's name stands without its noun."""
    if o.edition is None:
        return
    covered = {i for s in o.sightings for i in range(s.first, s.last)}
    for i, fold in enumerate(ctx.folds):
        if fold in table.words["strategic"] and i not in covered and not ctx.covered[i]:
            last = _end_of_name(ctx, table, i, o)
            if last is not None:
                yield replace(o.sightings[0], first=i, last=last, chairs=())


def _end_of_name(ctx: Context, table: MeetingTable, i: int, o: Occasion) -> int | None:
    """Return one past the ordinal behind an adjective and both parties; None where it is not so."""
    named = [m for m in ctx.parties_in(i + 1, i + _LONGEST) if m.form == "demonym"]
    if not named or named[0].first != i + 1 or {m.code for m in named} != set(o.parties):
        return None
    last = named[-1].last + 1
    return last if edition_in(ctx, table, last - 1, last) == o.edition else None
