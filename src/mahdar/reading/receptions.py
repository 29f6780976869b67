"""How something was received: «لقي الاتفاق ترحيباً من جيبوتي», «قوبل القرار برفض مصر», «حظي بدعم أردني».

The noun tells the act, and whoever stands behind it, or behind «من» and the like, is the one who acts.
"""

from __future__ import annotations

from mahdar.language.clitics import slot
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.spot import Spot

__all__ = ["received_by"]


def received_by(spot: Spot) -> Actor | None:
    """Return who received something so, where a verb of reception stands before a noun; else None."""
    candidate, ctx = spot.candidate, spot.ctx
    if candidate.form.kind != "masdar" or candidate.definite or candidate.pronoun:
        return None
    if spot.head.act_class not in _RECEIVED or candidate.preposition not in {"", slot("preposition")[0]}:
        return None
    near = range(spot.i - 1, max(spot.sentence.first, spot.i - _NEAR) - 1, -1)
    for k in near:
        if spot.is_word(ctx.folds[k], "received"):
            return _behind(spot)
        if ctx.words[k + 1].gap or spot.is_word(ctx.folds[k], "that"):
            return None
    return None


_RECEIVED = frozenset({"appreciate", "concern", "condemn", "oppose", "support", "welcome"})
_NEAR = 8
"""Words between «لقي» and how something was received: what it was."""


def _behind(spot: Spot) -> Actor | None:
    """Return who stands behind a noun, an adjective or a preposition between."""
    ctx, stop = spot.ctx, spot.sentence.last
    for k in range(spot.i + 1, min(spot.i + _ACTOR, stop)):
        if ctx.words[k].gap:
            return None
        led = spot.is_word(ctx.folds[k], "of") or spot.is_word(ctx.folds[k], "from_side")
        start = k + led
        start += led and start < stop and ctx.folds[start] in ctx.acts.words["side_of"]
        actor = actor_at(ctx, start, stop) if start in ctx.starts or led else None
        if actor is not None and actor.first <= start + 1:
            return actor
    return None


_ACTOR = 5
"""Words within which whoever received it so is named."""
