"""Who speaks in a letter, a call or a speech: whoever sent it, not whom the sentence tells of otherwise.

«تلقى الوزير برقية من نظيره الكيني، أكد فيها …» tells the sender's words: the verb has no subject of its own,
and behind it «in it» takes up the letter.
"""

from __future__ import annotations

from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot

__all__ = ["by_sender", "by_text"]


def by_sender(spot: Spot, memory: Memory) -> Subject | None:
    """Return who sent what a verb tells the words of; None where its sender does not stand right before."""
    if not _in_it(spot) or spot.candidate.form.number != "s" or spot.negated:
        return None
    for start in range(spot.i - 1, max(spot.sentence.first, spot.i - _REACH), -1):
        if start not in spot.ctx.starts or not _sent_by(spot, start):
            continue
        actor = actor_at(spot.ctx, start, spot.i)
        if actor is None or actor.first != start or not _touches(spot, actor):
            return None
        return resolved(spot.ctx, spot.sentence, actor, memory, ("before_verb", spot.i + 1, spot.i))
    return None


def by_text(spot: Spot, memory: Memory) -> Subject | None:
    """«وجاء في البيان أن …»: whoever issued the text, not who was told of last."""
    ctx, k = spot.ctx, spot.i + 2
    if spot.head.frame != "report" or not spot.head.prepositions or k >= spot.sentence.last:
        return None
    actor = actor_at(ctx, k, spot.sentence.last) if spot.after in spot.head.prepositions else None
    if actor is None or actor.first != k or all(role.refers != "statement" for role in actor.roles):
        return None
    return resolved(ctx, spot.sentence, actor, memory, ("by_text", spot.i + 1, spot.i))


_REACH = 16
"""Words of a sender's titles and names."""


def _in_it(spot: Spot) -> bool:
    """Say whether «in it» stands right behind a finite verb that no relative word takes up."""
    if spot.candidate.form.kind != "finite" or spot.candidate.form.person != 3 or spot.relative >= 0:
        return False
    return spot.is_word(spot.after, "in_it") or spot.is_word(spot.after, "during_it")


def _sent_by(spot: Spot, start: int) -> bool:
    """Say whether «from» leads to the actor at a word, or the verb of sending of which he is the subject."""
    if start <= spot.sentence.first:
        return False
    led = spot.is_word(spot.ctx.folds[start - 1], "of")
    return led or any(c.form.kind == "finite" and c.pronoun for c in spot.ctx.candidates[start - 1])


def _touches(spot: Spot, actor: Actor) -> bool:
    """Say whether nothing but adverbs and a comma stands between an actor and the verb."""
    ctx = spot.ctx
    return all(ctx.folds[k] in ctx.acts.words["adverb"] for k in range(actor.last, spot.i))
