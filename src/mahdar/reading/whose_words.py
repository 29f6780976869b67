"""Whose words «قوله» and «بالقول» lead to: whom an agency quotes, or whoever acts in the sentence."""

from __future__ import annotations

from dataclasses import replace

from mahdar.reading.actors import actor_at
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot

__all__ = ["quoted_from_him", "whose_words"]


def whose_words(spot: Spot, memory: Memory) -> Subject | None:
    """«نقلت الوكالة عن الوزير قوله …»: whom the words are from; «بقوله»: whoever acts in the sentence."""
    ctx, first = spot.ctx, spot.sentence.first
    for k in range(spot.i - 1, max(first, spot.i - _TOLD_FROM) - 1, -1):
        if spot.is_word(ctx.folds[k], "on_behalf") and not spot.candidate.preposition:
            actor = actor_at(ctx, k + 1, spot.i)
            if actor is None or actor.first != k + 1:
                return None
            return resolved(ctx, spot.sentence, actor, memory, ("whose_words", spot.i + 1, k + 1))
    last = memory.recent[-1] if memory.recent else None
    if quoted_from_him(spot):
        him = next((s for s in reversed(memory.recent) if len(s.parties) == 1), None)
        return him and replace(him, rule="whose_words", last=spot.i + 1, first=spot.i)
    if not spot.candidate.preposition or _told_already(spot):
        return None
    if last is None or last.sentence != first:
        return _who_acts(spot, memory)
    known = last.speaker and len(last.parties) == 1
    return replace(last, rule="whose_words", last=spot.i + 1, first=spot.i) if known else None


def _who_acts(spot: Spot, memory: Memory) -> Subject | None:
    """«اكتفى الوزير فلان بالقول إن …»: who stands right before, behind any verb."""
    ctx = spot.ctx
    for k in range(max(spot.sentence.first, spot.i - _FROM_HIM) + 1, spot.i):
        if k not in ctx.starts or ctx.governed(k):
            continue
        actor = actor_at(ctx, k, spot.i)
        if actor is None or not (actor.people or actor.titled):
            continue
        if actor.first != k or actor.last != spot.i:
            return None
        found = resolved(ctx, spot.sentence, actor, memory, ("whose_words", spot.i + 1, k))
        return found if len(found.parties) == 1 else None
    last = next((s for s in reversed(memory.recent) if not s.nested), None)
    if last is None or not last.speaker or ctx.bearers_in(spot.sentence.first, spot.i):
        return None
    return replace(last, rule="whose_words", last=spot.i + 1, first=spot.i)


def quoted_from_him(spot: Spot) -> bool:
    """Say whether somebody quotes whoever was spoken of («ونقلت الوكالة عنه قوله …»)."""
    near = spot.ctx.folds[max(spot.sentence.first, spot.i - _FROM_HIM) : spot.i]
    return any(spot.is_word(word, "from_him") for word in near) and any(
        spot.is_word(word, "relays") for word in near
    )


def _told_already(spot: Spot) -> bool:
    """Say whether a verb of saying stands before «بالقول»: it is the act («علق بالقول إن …»)."""
    heads = spot.ctx.acts.heads
    near = (c for k in range(spot.sentence.first, spot.i) for c in spot.ctx.candidates[k])
    return any(c.form.kind == "finite" and heads[c.form.head].act_class == "affirm" for c in near)


_FROM_HIM = 9
"""Words back from «قوله» to the verb that quotes him."""
_TOLD_FROM = 16
"""Words back from «قوله» to whom it is from."""
