"""What a description is about, as the set of words that tell one thing from another."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.language.clitics import bare, readings
from mahdar.lexicon.contradictions import ClashTable
from mahdar.model.prose import Word

__all__ = ["alike", "content_words"]

_LONG = 3
"""A particle is taken off only where a word of so many letters is left."""


def content_words(words: Iterable[Word], table: ClashTable) -> frozenset[str]:
    """Return the words that tell a thing from another: no particles, no numbers, no light words."""
    found = set()
    for word in words:
        forms = [bare(rest) for taken, rest in readings(word.fold) if not taken or len(rest) >= _LONG]
        light = table.words["light"]
        if not word.fold[0].isdigit() and not any(form in light or bare(form) in light for form in forms):
            found.add(min(forms, key=len))
    return frozenset(found)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the shorter description the longer one holds.

    >>> alike(frozenset({"a", "b"}), frozenset({"a", "b", "c"})), alike(frozenset(), frozenset({"a"}))
    (1.0, 0.0)
    """
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
