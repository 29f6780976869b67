"""A passage's two wordings → the words in which they differ, to be marked where both are shown."""

from __future__ import annotations

from mahdar.linking.alignment import align
from mahdar.linking.words import compared_words
from mahdar.model.spans import Span

__all__ = ["differing"]


def differing(left: str, one: Span, right: str, other: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the words of two passages that do not stand in the other, run by run.

    Args:
        left: the first text.
        one: a passage of it.
        right: the second text.
        other: a passage of it.

    >>> a, b = "تعقد الدورة في تونس", "تعقد الدورة في الرباط"
    >>> [[s.cut(t) for s in spans] for t, spans in zip((a, b), differing(a, Span(0, 19), b, Span(0, 21)))]
    [['تونس'], ['الرباط']]
    """
    sides = compared_words(left, [one]), compared_words(right, [other])
    found = align(*sides)
    met = (
        {run.left + i for run in found.runs for i in range(run.length)},
        {run.right + i for run in found.runs for i in range(run.length)},
    )
    return (
        _runs([word.span for word in sides[0]], met[0]),
        _runs([word.span for word in sides[1]], met[1]),
    )


def _runs(spans: list[Span], met: set[int]) -> tuple[Span, ...]:
    """Join neighbouring words that did not meet."""
    runs: list[Span] = []
    last = -2
    for at, span in enumerate(spans):
        if at in met:
            continue
        if at == last + 1:
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
        last = at
    return tuple(runs)
