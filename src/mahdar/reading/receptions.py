"""How something was received: «لقي الاتفاق ترحيباً من جيبوتي», «قوبل القرار برفض مصر», «حظي بدعم أردني».

The noun tells the act, and whoever stands behind it, or behind «من» and the like, is the one who acts. So it
is with what somebody was promised: «تلقى وعوداً من الهند بفتح أسواق».
"""

from __future__ import annotations

from mahdar.language.clitics import slot
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.conditions import attached
from mahdar.reading.spot import Spot

__all__ = ["given_by", "lent", "received_by"]


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
        actor = given_by(spot, k + led) if led or k in ctx.starts else None
        if actor is not None:
            return actor
    return None


_ACTOR = 5
"""Words within which whoever received it so is named."""


def given_by(spot: Spot, k: int) -> Actor | None:
    """Return who stands at a word behind «من», «جانب» or «قبل» before him or not."""
    ctx, stop = spot.ctx, spot.sentence.last
    side = k < stop and ctx.folds[k] in ctx.acts.words["side_of"]
    for start in (k, k + 1)[: 1 + side]:
        actor = actor_at(ctx, start, stop)
        if actor is not None and actor.first == start:
            return actor
    return None


def lent(spot: Spot) -> bool:
    """Say whether a promise is told with whose it is behind «من» («وعود من الجانب التركي بزيادة …»)."""
    ctx, k = spot.ctx, spot.i + 1
    if not spot.head.nominal or spot.head.act_class != "commit" or spot.candidate.definite:
        return False
    if k + 1 >= spot.sentence.last or ctx.words[k].gap or not spot.is_word(ctx.folds[k], "of"):
        return False
    actor = given_by(spot, k + 1)
    if actor is None or actor.private or not (actor.parties or actor.roles):
        return False
    return actor.last < spot.sentence.last and attached(spot, actor.last)
