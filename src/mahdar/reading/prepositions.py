"""The prepositions that a head takes, where they stand before its complement."""

from __future__ import annotations

from mahdar.reading.context import Context
from mahdar.reading.spot import Spot

__all__ = ["opens_set_phrase", "past_prepositions", "phrase_at"]


def phrase_at(ctx: Context, phrase: str, k: int) -> int:
    """Return how many words of a phrase stand at a word; 0 where they do not."""
    words = phrase.split(" ")
    return len(words) if ctx.folds[k : k + len(words)] == words else 0


def opens_set_phrase(spot: Spot, at: int) -> bool:
    """Say whether a preposition opens a set phrase («على متن», «على هامش»), not the complement."""
    after = spot.ctx.folds[at + 1] if at + 1 < spot.sentence.last else ""
    return after in spot.ctx.acts.words["set_phrase"]


def past_prepositions(spot: Spot, at: int, stop: int) -> tuple[int, str]:
    """Pass over the head's own prepositions; return the place and the first of them.

    «مع» stays: with whom something is done is part of what is done.
    """
    found = ""
    while at < stop:
        length = max((phrase_at(spot.ctx, p, at) for p in spot.head.prepositions), default=0)
        if not length or spot.is_word(spot.ctx.folds[at], "with") or opens_set_phrase(spot, at):
            break
        found = found or spot.ctx.folds[at]
        at += length
    return at, found
