"""Who speaks by a name that no list has: one that stood behind a title, or one whose turn the text tells."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.reading.complement import complement_of
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single
from mahdar.reading.spot import Spot
from mahdar.reading.turn_taking import turn_of_unread

__all__ = ["by_turn", "by_unread_name"]


def by_unread_name(spot: Spot) -> Subject | None:
    """«وقال أدو إن …»: a word that stood behind a title before speaks as its holder."""
    says = spot.head.frame in {"report", "stance"} and single(spot)
    if not says or spot.ctx.words[spot.i + 1].gap:
        return None
    party = spot.ctx.unread_names.get(spot.after)
    return Subject((party,), None, "after_verb", spot.i + 2, spot.i, one=True) if party else None


def by_turn(spot: Spot, memory: Memory) -> Subject | None:
    """«ومن جانبها، أكدت السيدة موموير …»: a name that no list has, told to be the other side's."""
    ctx, at = spot.ctx, spot.i + 1
    if spot.candidate.form.kind != "finite" or not single(spot) or spot.tense != "past":
        return None
    if at + 1 >= spot.sentence.last or ctx.folds[at] not in ctx.roles.honorifics:
        return None
    if bare(ctx.folds[at]) == ctx.folds[at]:  # «رئيس جامعة …» stands behind its own title
        return None
    party = turn_of_unread(ctx, spot.sentence, spot.i, memory)
    if party is None:
        return None
    at += 2
    last = next((k for k in range(at, min(at + _NAME, spot.sentence.last)) if complement_of(spot, k)), at)
    return Subject((party,), None, "after_verb", last, spot.i, one=True)


_NAME = 3
"""Words of such a name behind its first."""
