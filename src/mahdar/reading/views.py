"""Whose views agree: the subject of a verb whose own subject is «وجهات النظر»."""

from __future__ import annotations

from mahdar.reading.actors import actor_at
from mahdar.reading.complement import noun_stems
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot

__all__ = ["of_views"]


def of_views(spot: Spot, memory: Memory) -> Subject | None:
    """«تطابقت وجهات نظر الجانبين حول …»: whose views agree, told behind them or meant by their pronoun."""
    ctx, stop = spot.ctx, min(spot.sentence.last, spot.i + _VIEWS)
    views = ctx.acts.words["views"]
    if spot.candidate.form.kind != "finite" or not any(n in views for n in noun_stems(spot.after)):
        return None
    for k in range(spot.i + 2, stop):
        if ctx.words[k].gap:
            break
        if (actor := actor_at(ctx, k, spot.sentence.last)) is not None:
            found = resolved(ctx, spot.sentence, actor, memory, ("after_verb", actor.last, spot.i))
            return found if len(found.parties) > 1 else None
    owned = next((k for k in range(spot.i + 1, stop) if ctx.folds[k].endswith(_THEIRS)), spot.i + 1)
    return Subject(memory.pair(ctx), None, "remembered", owned + 1, spot.i)


_VIEWS = 6
"""Within so many words behind the verb it is told whose views they are."""
_THEIRS = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"
