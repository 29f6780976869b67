"""Two runs of words, side by side → which words stand in both, and what differs between them.

Words in the same order are found by their longest common subsequence, over stems; what is left on both sides
and meets again elsewhere was moved. A word is the *same* where its key is, *like* where only its stem is.

Limits: bit-parallel, but in the end the product of both lengths: meant for passages, not for documents
(2 × 300 words: 0.2 ms; 2 × 2,000: 9 ms).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from mahdar.linking.words import Compared
from mahdar.model.spans import Span

__all__ = ["Alignment", "Change", "Run", "align"]

_LIKE, _MOVED = 0.85, 0.7
"""What a word counts that has another ending, or stands elsewhere; the same word counts 1."""


class Run(NamedTuple):
    """Words that stand in both, one beside the other."""

    left: int
    right: int
    """Index of the first word on either side."""
    length: int
    how: str
    """`same`, `like` (other ending or particle) or `moved`."""


class Change(NamedTuple):
    """What stands between two runs and differs; one side may be empty."""

    left: int
    left_end: int
    right: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two runs of words meet."""

    runs: tuple[Run, ...]
    """By their place on the left."""
    changes: tuple[Change, ...]
    """Between the runs that are not moved, in order; moved words are in here too."""
    weight: float
    """How many words meet, with less for those that differ a little or stand elsewhere."""
    lengths: tuple[int, int]

    @property
    def score(self) -> float:
        """How alike both are as wholes, 0..1."""
        return 2 * self.weight / sum(self.lengths) if sum(self.lengths) else 0.0

    @property
    def held(self) -> float:
        """How much of the shorter one stands in the other, 0..1."""
        return self.weight / min(self.lengths) if min(self.lengths) else 0.0

    def pairs(self, left: Sequence[Compared], right: Sequence[Compared]) -> tuple[tuple[Span, Span], ...]:
        """Return the spans that stand in both, run by run: on the left, on the right."""
        return tuple(
            (_span(left, run.left, run.length), _span(right, run.right, run.length)) for run in self.runs
        )


def align(left: Sequence[Compared], right: Sequence[Compared]) -> Alignment:
    """Lay two runs of words side by side.

    >>> from mahdar.linking.words import compared_words
    >>> words = [compared_words(t, [Span(0, len(t))]) for t in ("ناقش الوفدان التعاون", "وناقشا التعاون أمس")]
    >>> found = align(*words)
    >>> [(run.how, run.length) for run in found.runs], found.changes[-1]
    ([('like', 1), ('same', 1)], Change(left=3, left_end=3, right=2, right_end=3))
    """
    kept = _in_order(left, right)
    moved = _moved(left, right, kept)
    runs = tuple(sorted((*_runs(left, right, kept), *moved)))
    weight = sum(run.length * _WEIGHTS[run.how] for run in runs)
    return Alignment(runs, tuple(_changes(kept, len(left), len(right))), weight, (len(left), len(right)))


_WEIGHTS: Final = {"same": 1.0, "like": _LIKE, "moved": _MOVED}


def _in_order(left: Sequence[Compared], right: Sequence[Compared]) -> list[tuple[int, int]]:
    """Return the words that both have in the same order, as pairs of indexes."""
    stems = [word.stem for word in left], [word.stem for word in right]
    return [
        (block.a + i, block.b + i)
        for block in LCSseq.opcodes(*stems).as_matching_blocks()
        for i in range(block.size)
    ]


def _runs(
    left: Sequence[Compared], right: Sequence[Compared], kept: Sequence[tuple[int, int]]
) -> Iterator[Run]:
    """Join words that stand beside each other on both sides and meet in the same way."""
    begin: Run | None = None
    for a, b in kept:
        how = "same" if left[a].key == right[b].key else "like"
        if begin and how == begin.how and a - begin.left == b - begin.right == begin.length:
            begin = begin._replace(length=begin.length + 1)
            continue
        if begin:
            yield begin
        begin = Run(a, b, 1, how)
    if begin:
        yield begin


def _moved(
    left: Sequence[Compared], right: Sequence[Compared], kept: Sequence[tuple[int, int]]
) -> Iterator[Run]:
    """Find words left over on both sides that meet elsewhere."""
    used_left, used_right = {a for a, _ in kept}, {b for _, b in kept}
    places: dict[str, list[int]] = defaultdict(list)
    for b in range(len(right) - 1, -1, -1):
        if b not in used_right:
            places[right[b].stem].append(b)
    for a, word in enumerate(left):
        if a not in used_left and len(word.stem) > 2 and places.get(word.stem):
            yield Run(a, places[word.stem].pop(), 1, "moved")


def _changes(kept: Sequence[tuple[int, int]], left: int, right: int) -> Iterator[Change]:
    """Yield what stands between the words that both have."""
    a = b = 0
    for next_a, next_b in (*kept, (left, right)):
        if next_a > a or next_b > b:
            yield Change(a, next_a, b, next_b)
        a, b = next_a + 1, next_b + 1


def _span(words: Sequence[Compared], first: int, length: int) -> Span:
    return Span(words[first].start, words[first + length - 1].end)
