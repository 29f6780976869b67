"""Pairs of things of which the later may take up the earlier, and how they stand among all of their articles.

Of two articles of which one looks back on the other, what two things share says more where nothing else on
either side shares as much with either: a rare word in one sentence of each is worth more than in three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mahdar.linking.follow_rules import ATTITUDES, Relation
from mahdar.linking.follow_view import Thing
from mahdar.linking.follow_weights import Likeness
from mahdar.model.spans import Span
from mahdar.model.units import ArticleId

__all__ = ["ALONE", "Beside", "Pair", "beside"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things, what the later would do to the earlier, and what they share."""

    later: Thing
    earlier: Thing
    relation: Relation
    likeness: Likeness
    looks_back: bool
    """Whether the one's article looks back on the other's."""


@dataclass(frozen=True, slots=True)
class Beside:
    """How a pair stands among all pairs of its two articles."""

    lead: float = 0.0
    """By how much more it shares than either of its things with any other; 0 where another shares more."""
    sole: bool = False
    """True where the one attitude of a party to another in each article is this."""


ALONE: Final = Beside()
"""Nothing is known of others."""


def beside(pairs: Sequence[Pair]) -> list[Beside]:
    """Return for each pair how it stands; only articles that look back on others are asked about.

    Args:
        pairs: all those whose later things are of one article.
    """
    rows, columns = _Rivals(), _Rivals()
    sole = _sole(pairs)
    for one in pairs:
        if one.looks_back:
            rows.add((id(one.later), one.earlier.scene.article), one.earlier.span, one.likeness.worth)
            columns.add((id(one.earlier), one.later.scene.article), one.later.span, one.likeness.worth)
    return [Beside(_lead(one, rows, columns), id(one) in sole) if one.looks_back else ALONE for one in pairs]


def _lead(one: Pair, rows: _Rivals, columns: _Rivals) -> float:
    mine = rows.best((id(one.later), one.earlier.scene.article), one.earlier.span)
    theirs = columns.best((id(one.earlier), one.later.scene.article), one.later.span)
    return max(0.0, one.likeness.worth - max(mine, theirs))


def _sole(pairs: Iterable[Pair]) -> set[int]:
    """Return which pairs, by their addresses, are of the one such attitude that either article has."""
    alike: dict[tuple[ArticleId, str, frozenset[str]], list[Pair]] = defaultdict(list)
    for one in pairs:
        later, earlier = one.later, one.earlier
        same = later.what == earlier.what and later.doers == earlier.doers
        if one.looks_back and same and later.what in ATTITUDES and later.target & earlier.target:
            alike[earlier.scene.article, later.what, later.doers].append(one)
    return {id(its[0]) for its in alike.values() if len(its) == 1}


class _Rivals:
    """What else shares how much with a thing, in one article."""

    def __init__(self) -> None:
        self._of: dict[tuple[int, ArticleId], list[tuple[float, Span]]] = defaultdict(list)

    def add(self, whose: tuple[int, ArticleId], span: Span, worth: float) -> None:
        """Add a rival."""
        self._of[whose].append((worth, span))

    def best(self, whose: tuple[int, ArticleId], span: Span) -> float:
        """Return the most that any rival shares; what overlaps the span is the same, no rival."""
        return max((worth for worth, other in self._of[whose] if not other.overlap(span)), default=0.0)
