"""Is an actor before a verb its subject? Only adverbs, particles or whose turn it is may part the two."""

from __future__ import annotations

from mahdar.reading.going_on import stranger
from mahdar.reading.spot import Spot

__all__ = ["reaches"]


def reaches(spot: Spot, last: int) -> bool:
    """Say whether only adverbs stand between an actor's end and the verb, or the rest of a plural subject.

    Who stands before somebody's own words is no subject in them («قال الوزير: «نحن قلقون»»).
    """
    between = range(last, spot.opening)
    if between and spot.ctx.quoted(spot.i) is not None and spot.ctx.quoted(last - 1) is None:
        return False
    if (
        spot.candidate.form.number != "s"
        and len(between) <= 5
        and not any(spot.ctx.words[k].gap for k in between)
    ):
        return not any(
            spot.is_word(spot.ctx.folds[k], w) for k in between for w in ("that", "detached", "relative")
        )
    return all(_parts(spot, k) for k in between)


def _parts(spot: Spot, k: int) -> bool:
    """Say whether a word may part a subject from its verb."""
    if spot.in_turn(k):
        return not stranger(spot)
    return any(spot.is_word(spot.ctx.folds[k], words) for words in _BEFORE_VERBS)


_BEFORE_VERBS = ("adverb", "perfect", "relative", "future", "had")
"""Closed lists of what may part a subject from its verb («الوزير كان قد أعلن»)."""
