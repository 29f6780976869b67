"""Links between three occasions or more → step by step: each thing takes up the last that was told of it.

What stands in 2023 may share more words with the promise of 2015 than with the report of 2019 in between, and
still it takes up what 2019 told. So where a later thing is linked to a promise, and a step between them is
linked to that promise too, less is asked of the pair of the later thing and that step; and what then goes end
to end is left out. Where the two ends are clearly linked, less is asked of both pairs that a step between
makes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum

from mahdar.linking.follow_first import reports
from mahdar.linking.follow_score import LEAST, Found
from mahdar.linking.follow_view import Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.spans import Span
from mahdar.model.units import ArticleId

__all__ = ["Faint", "passed_over", "relayed", "stepwise"]

_BOTH = -1.2
"""Least evidence together of two faint links that lead over a step between."""
_CLEAR = LEAST + 0.4
"""Least evidence of the link that bears them out."""
_BESIDE = 20
"""Letters between an act's head and the name of the instrument that it is about."""

Faint = Mapping[tuple[int, int], Found]
"""Addresses of a later and an earlier thing → the link that they would be, were they surer."""


def relayed(found: Iterable[Found], faint: Faint) -> list[Found]:
    """Return links, each led to the last step that was told before.

    Args:
        found: between two occasions each thing has one counterpart at most.
        faint: pairs that are not sure enough by themselves.
    """
    links, steps = _Links(found), _by_earlier(faint)
    for one in sorted(links.every(), key=_in_time):
        links.drop(one)
        for step in max(_told_between(one, links, faint, steps), key=_sum, default=(one,)):
            links.add(step)
    for one in sorted(links.every(), key=_in_time):
        links.drop(one)
        links.add(max(_between(one, links, faint), key=_last, default=one))
    return list(links.every())


def _in_time(one: Found) -> tuple[str, Span]:
    return one.later.scene.day or "", one.later.span


def _by_earlier(faint: Faint) -> Mapping[int, Sequence[Found]]:
    """Return faint links by the address of their earlier end."""
    found: dict[int, list[Found]] = defaultdict(list)
    for one in faint.values():
        found[id(one.earlier)].append(one)
    return found


def _told_between(
    one: Found, links: _Links, faint: Faint, steps: Mapping[int, Sequence[Found]]
) -> Iterator[tuple[Found, Found]]:
    """Yield two faint links each that lead from a link's later end over a step between to its earlier one.

    Each bears the other out where it is clear that the two ends belong together, and on which track.
    """
    if one.evidence < _CLEAR:
        return
    both = one.later.tracks & one.earlier.tracks
    for first in steps.get(id(one.earlier), ()):
        last = faint.get((id(one.later), id(first.later)))
        if not (last and both & first.later.tracks) or first.evidence + last.evidence < _BOTH:
            continue
        if not (links.taken(first) or links.taken(last)):
            yield last, first


def _sum(steps: Sequence[Found]) -> float:
    return fsum(one.evidence for one in steps)


def _between(one: Found, links: _Links, faint: Faint) -> Iterator[Found]:
    """Yield the faint links to what took up the same earlier thing before, where both ends are free."""
    for step in links.to(one.earlier):
        nearer = faint.get((id(one.later), id(step.later)))
        if nearer and not links.taken(nearer):
            yield nearer


class _Links:
    """Links, found by the article of either end."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._to: dict[ArticleId, dict[int, Found]] = defaultdict(dict)
        self._from: dict[ArticleId, dict[int, Found]] = defaultdict(dict)
        for one in found:
            self.add(one)

    def add(self, one: Found) -> None:
        """Add a link."""
        self._to[one.earlier.scene.article][id(one)] = one
        self._from[one.later.scene.article][id(one)] = one

    def drop(self, one: Found) -> None:
        """Take a link out."""
        del self._to[one.earlier.scene.article][id(one)]
        del self._from[one.later.scene.article][id(one)]

    def every(self) -> list[Found]:
        """Return all links."""
        return [one for its in self._from.values() for one in its.values()]

    def to(self, earlier: Thing) -> list[Found]:
        """Return the links that lead to a thing."""
        its = self._to[earlier.scene.article].values()
        return [one for one in its if _same(one.earlier, earlier)]

    def taken(self, new: Found) -> bool:
        """Say whether either end of a link has another counterpart on the other's occasion."""
        return any(
            other.later.scene.occasion == new.later.scene.occasion for other in self.to(new.earlier)
        ) or any(
            _same(other.later, new.later) and other.earlier.scene.occasion == new.earlier.scene.occasion
            for other in self._from[new.later.scene.article].values()
        )


def _last(one: Found) -> tuple[str, float]:
    return one.earlier.scene.day or "", one.evidence


def stepwise(found: Sequence[Found], weights: Weights) -> list[Found]:
    """Leave out links that go end to end where each step is linked."""
    by_article = _by_article(found)
    return [one for one in found if not _skips(one.later, one.earlier, by_article, weights)]


def passed_over(
    pairs: Iterable[tuple[Thing, Thing]], found: Iterable[Found], weights: Weights
) -> list[tuple[Thing, Thing]]:
    """Return those of some linked things, later and earlier, between which other links make steps.

    Args:
        pairs: what was linked before.
        found: the links that are known now.
        weights: knows how rare terms are.
    """
    by_article = _by_article(found)
    return [pair for pair in pairs if _skips(*pair, by_article, weights)]


def _by_article(found: Iterable[Found]) -> Mapping[ArticleId, Sequence[Found]]:
    """Return links by the article of their later end."""
    by_article: dict[ArticleId, list[Found]] = defaultdict(list)
    for one in found:
        by_article[one.later.scene.article].append(one)
    return by_article


def _skips(
    later: Thing, earlier: Thing, by_article: Mapping[ArticleId, Sequence[Found]], weights: Weights
) -> bool:
    """Say whether a link passes over a step: what its later end takes up takes its earlier end up."""
    return any(
        _same(last.earlier, earlier) or reports(last.earlier, earlier, weights)
        for first in by_article.get(later.scene.article, ())
        if _same(first.later, later) and not _same(first.earlier, earlier)
        for last in by_article.get(first.earlier.scene.article, ())
        if _same(last.later, first.earlier)
    )


def _same(one: Thing, other: Thing) -> bool:
    """Say whether two things are one: told as an act and as an instrument, or one inside the other."""
    if one is other or one.scene.article != other.scene.article:
        return one is other
    if one.type != other.type:
        return one.span.overlap(other.span) > 0 and abs(one.start - other.start) < _BESIDE
    return one.span.holds(other.span) or other.span.holds(one.span)
