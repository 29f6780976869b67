"""Items of two sessions → which of the one meets which of the other, and what is left of either.

The likest are matched first, one with one. Candidates share a telling stem, or are near in meaning; nothing
is compared with everything. What an instrument tells is not asked of its signing once more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mahdar.linking.sessions import Item, Weights, likeness_of
from mahdar.linking.words import Compared
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId

__all__ = ["Places", "Standing", "Told", "left", "matched"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence of a session, which may hold an item of the other outside all items of its own."""

    document: DocumentId
    span: Span
    words: tuple[Compared, ...]
    named: frozenset[str]


_ENOUGH = 0.3
"""The least likeness of a pair."""


def matched(
    sessions: tuple[Sequence[Item], Sequence[Item]],
    told: tuple[Told, Told],
    weights: Weights,
    meant: Mapping[tuple[int, int], float],
) -> list[tuple[int, int, float]]:
    """Return pairs of indexes with their likeness: the likest first, each item once.

    Pairs of which both are told by their instruments are left out.
    """
    (earlier, later), (first, second) = sessions, told
    candidates = (_candidates(earlier, later, weights) | meant.keys()) - {
        (a, b) for a in first.wide for b in second.wide if a in first.echoes or b in second.echoes
    }
    scored = [
        (likeness_of(earlier[a], later[b], weights, meant.get((a, b), 0.0)), a, b) for a, b in candidates
    ]
    found: list[tuple[int, int, float]] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for score, a, b in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= _ENOUGH and a not in used_a and b not in used_b:
            found.append((a, b, score))
            used_a.add(a)
            used_b.add(b)
    return found


def _candidates(earlier: Sequence[Item], later: Sequence[Item], weights: Weights) -> set[tuple[int, int]]:
    """Return pairs that share a telling stem."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for b, item in enumerate(later):
        for stem in weights.telling(item):
            by_stem[stem].append(b)
    return {(a, b) for a, item in enumerate(earlier) for stem in weights.telling(item) for b in by_stem[stem]}


_HELD = 0.62
"""The least share of an item's stems, by weight, that must stand in one sentence for it to be said there."""


class Places:
    """Where stems stand in a session: in its items and in its sentences."""

    def __init__(self, items: Sequence[Item], standing: Sequence[Standing]) -> None:
        self._all: tuple[Item | Standing, ...] = (*items, *standing)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(self._all):
            for stem in one.named:
                self._by_stem[stem].append(n)

    def holding(self, one: Item, weights: Weights) -> tuple[Item | Standing, float] | None:
        """Return what holds most of an item's words, if it holds enough; an item before a sentence."""
        asked = one.named if one.kind == "instrument" else one.core
        own, least = weights.sum(asked), _HELD if len(asked) >= _FEWEST else 1.0
        near = {n for stem in weights.telling(one) for n in self._by_stem.get(stem, ())}
        held = [(weights.sum(asked & self._all[n].named) / own, -n) for n in near if self._fits(one, n)]
        share, n = max(held, default=(0.0, 1))
        return (self._all[-n], share) if n <= 0 and share >= least else None

    def _fits(self, one: Item, n: int) -> bool:
        other = self._all[n]
        return isinstance(other, Standing) or (one.kind == "instrument") == (other.kind == "instrument")


_FEWEST = 3
"""Stems; of fewer all must stand there."""


def left(items: Sequence[Item], gone: Collection[int]) -> Iterator[Item]:
    """Yield the items that are left; of an act and the instrument that it speaks of the act alone."""
    left = [item for n, item in enumerate(items) if n not in gone]
    acts = [item for item in left if item.kind != "instrument"]
    for item in left:
        told = (one.document == item.document and one.span.overlap(item.span) for one in acts)
        if item.kind != "instrument" or not any(told):
            yield item


@dataclass(frozen=True, slots=True)
class Told:
    """Which items of a session only say again what another of them says."""

    echoes: frozenset[int]
    """A signing of an instrument, a deed inside a welcome."""
    wide: frozenset[int]
    """These, and what is said of an instrument: that it is welcome, that it stands."""

    @classmethod
    def of(cls, items: Sequence[Item], weights: Weights) -> Told:
        """Find them."""
        return cls(_echoes(items, weights), _echoes(items, weights, positions=True))

    def done(self, items: Sequence[Item], met: Collection[int]) -> frozenset[int]:
        """Return what need not be asked after: what is matched, and what is told by something else."""
        spans = [one for n in met if items[n].kind == "instrument" for one in items[n].entry.evidence]
        by_instrument = (n for n in self.wide if any(items[n].span.overlap(one) for one in spans))
        return frozenset({*met, *self.echoes, *by_instrument})


def _echoes(items: Sequence[Item], weights: Weights, *, positions: bool = False) -> frozenset[int]:
    """Return the items that say again what another says."""
    return frozenset(
        n
        for n, item in enumerate(items)
        if any(
            _echoes_it(item, other, weights, positions=positions) for m, other in enumerate(items) if m != n
        )
    )


def _echoes_it(item: Item, other: Item, weights: Weights, *, positions: bool) -> bool:
    """Say whether an item only says again what another does."""
    if item.kind == "instrument" or item.document != other.document:
        return False
    if other.kind == "instrument":
        if not other.places or not any(item.span.overlap(one) for one in other.entry.evidence):
            return False
        if item.label == "sign":
            return True
        common = weights.sum(item.stems & other.named)
        if positions and common >= _WHOLLY * weights.sum(other.named):
            return True
        return item.kind != "position" and common >= _SAME * weights.sum(item.stems)
    return item.span != other.span and other.span.holds(item.span)


_WHOLLY = 0.8
"""The least share of an instrument's stems that an act must hold to speak of it."""
_SAME = 0.6
"""The least share of an act's stems that must be an instrument's for the act to be about it alone."""
