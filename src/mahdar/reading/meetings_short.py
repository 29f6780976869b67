"""Mentions of a dialogue that only its whole name, further on in the article, explains.

«الحوار» before the dialogue is named: a report that opens with what the statement says.
"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.reading.meetings_occasion import Occasion
from mahdar.reading.meetings_sight import Sighting

__all__ = ["add_short_mentions"]

_FAR = 400
"""Words before its name within which «الحوار» is the one that will be named."""


def add_short_mentions(occasions: Sequence[Occasion], sightings: Sequence[Sighting]) -> None:
    """Give a dialogue what mentions it before it is named."""
    held = [o for o in occasions if o.kind == _DIALOGUE and not o.planned and len(o.parties) > 1]
    if not held:
        return
    first = min(held, key=lambda o: o.sightings[0].first)
    taken = {id(s) for o in occasions for s in o.sightings}
    first.sightings += [s for s in sightings if id(s) not in taken and _is_before(s, first)]


_DIALOGUE = "strategic_dialogue"


def _is_before(s: Sighting, o: Occasion) -> bool:
    """Say whether «الحوار» stands before the name of the only dialogue that it can be."""
    taken_up = s.back and s.kind == _DIALOGUE and s.trigger.term.definite and not s.planned
    return taken_up and set(s.parties) <= set(o.parties) and 0 < o.sightings[0].first - s.last < _FAR
