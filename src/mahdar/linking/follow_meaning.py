"""Which things of two articles are nearest to each other in meaning: what is taken up in wholly other words.

Of two articles of which one looks back on the other (`follow_sessions`), each thing is laid beside each of
the other one by meaning. Two that are each other's nearest say the same or are about the same, if nothing
else is nearly as near: how far they lead tells more than how near they are, for in one dialogue everything
is near to everything.

Limits: some 80 things a second, so only articles that look back on others are asked about, and of the
dealings of two sides the latest; two that say contrary things of one matter are near as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from math import fsum
from typing import Any, Final

from mahdar.linking.follow_sessions import looks_back
from mahdar.linking.follow_view import Thing
from mahdar.linking.meaning import Vectors, nearness_of
from mahdar.model.spans import Span
from mahdar.model.units import ArticleId, DocumentId

__all__ = ["NOBODY", "Sense", "Senses", "senses"]

_LETTERS: Final = 400
"""So much of a thing is asked about; the model reads no more."""
_LATEST: Final = 12
"""So many earlier articles are laid beside each."""
_PLACES: Final = 3
"""Decimals: the last ones of the model's depend on what else it is asked about."""
_FEWEST: Final = 2
"""Words; a bare noun is near to everything."""


@dataclass(frozen=True, slots=True)
class Sense:
    """How two things that are each other's nearest lie to each other in meaning."""

    near: float
    """0 unrelated, 1 the same."""
    lead: float
    """By how much they are nearer than anything else on either side; 0 where something is nearer."""
    above: float
    """By how much they are nearer than either is, in the mean, to all of the other's article."""


@dataclass(slots=True)
class Senses:
    """How the things of articles that look back on others lie to those of these."""

    _tables: dict[tuple[ArticleId, ArticleId], _Table] = field(default_factory=dict)
    _earlier: dict[int, list[Thing]] = field(default_factory=lambda: defaultdict(list))

    def add(self, later: ArticleId, earlier: ArticleId, table: _Table) -> None:
        """Add how two articles' things lie to each other."""
        self._tables[later, earlier] = table
        for mine, theirs in table.mutual():
            self._earlier[id(mine)].append(theirs)

    def of(self, later: Thing, earlier: Thing) -> Sense | None:
        """Return how two things lie to each other; None where that was not asked."""
        table = self._tables.get((later.scene.article, earlier.scene.article))
        return table.sense(later, earlier) if table else None

    def nearest(self, later: Thing) -> Sequence[Thing]:
        """Return the earlier things that a thing is nearest to, one of an article at most."""
        return self._earlier.get(id(later), ())


NOBODY: Final = Senses()
"""Nothing was asked about."""


def senses(ordered: Sequence[Thing], texts: Mapping[DocumentId, str], meaning: Vectors) -> Senses:
    """Return which things are each other's nearest.

    Args:
        ordered: things in order of time.
        texts: of their documents.
        meaning: what says what texts mean.

    Cost: a vector for each thing of an article that looks back on another or is looked back on.
    """
    articles = _articles(ordered)
    pairs = list(_pairs(articles))
    wanted = sorted({name for pair in pairs for name in pair})
    articles = {name: [one for one in articles[name] if _says(one, texts)] for name in wanted}
    vectors = _vectors([articles[name] for name in wanted], texts, meaning)
    by_name = dict(zip(wanted, vectors, strict=True))
    found = Senses()
    for later, earlier in pairs:
        if not (articles[later] and articles[earlier]):
            continue
        rows = nearness_of(by_name[later], by_name[earlier]).tolist()
        found.add(later, earlier, _Table.of(rows, articles[later], articles[earlier]))
    return found


def _articles(ordered: Sequence[Thing]) -> dict[ArticleId, list[Thing]]:
    """Return the things that can be asked about by article, in order of time."""
    found: dict[ArticleId, list[Thing]] = defaultdict(list)
    for one in ordered:
        if one.type != "meeting" and one.what != "joint_statement" and one.scene.day:
            found[one.scene.article].append(one)
    return found


def _says(thing: Thing, texts: Mapping[DocumentId, str]) -> bool:
    return len(_words(thing, texts).split()) >= _FEWEST


def _pairs(articles: Mapping[ArticleId, Sequence[Thing]]) -> Iterator[tuple[ArticleId, ArticleId]]:
    """Yield the articles that look back on others, with those: later, earlier."""
    scenes = [its[0].scene for its in articles.values()]
    by_sides: dict[frozenset[str], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for at, scene in enumerate(scenes):
        for both in map(frozenset, combinations(sorted(scene.sides), 2)):
            for other in by_sides[both][: -_LATEST - 1 : -1]:
                earlier = scenes[other]
                apart = earlier.occasion != scene.occasion and (at, other) not in seen
                if apart and looks_back(scene, earlier):
                    seen.add((at, other))
                    yield scene.article, earlier.article
            by_sides[both].append(at)


def _vectors(
    groups: Sequence[Sequence[Thing]], texts: Mapping[DocumentId, str], meaning: Vectors
) -> Iterator[Any]:
    """Yield the vectors of each group's things."""
    said = [_words(one, texts) for its in groups for one in its]
    vectors = meaning.vectors(said) if said else ()
    at = 0
    for its in groups:
        yield vectors[at : at + len(its)]
        at += len(its)


def _words(thing: Thing, texts: Mapping[DocumentId, str]) -> str:
    """Return what a thing says: what an act is about, else its clause."""
    span = thing.content or thing.span
    cut = Span(span.start, min(span.end, span.start + _LETTERS))
    return " ".join(cut.cut(texts[thing.scene.document]).split())


def _groups(things: Sequence[Thing]) -> list[list[int]]:
    """Return places of things that share words, together: a signature and its text are told as one."""
    found: list[list[int]] = []
    end = -1
    for at in sorted(range(len(things)), key=lambda at: things[at].span):
        span = things[at].span
        if span.start < end:
            found[-1].append(at)
        else:
            found.append([at])
        end = max(end, span.end)
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    """How near each group of things of one article is to each of another."""

    later: tuple[tuple[Thing, ...], ...]
    earlier: tuple[tuple[Thing, ...], ...]
    rows: tuple[tuple[float, ...], ...]
    columns: tuple[tuple[float, ...], ...]
    places: dict[int, int]
    """Thing, by its address → which group of its article it is in."""

    @staticmethod
    def of(near: Sequence[Sequence[float]], later: Sequence[Thing], earlier: Sequence[Thing]) -> _Table:
        """Return the table of two articles, from how near each thing is to each."""
        mine, theirs = _groups(later), _groups(earlier)
        rows = tuple(
            tuple(round(max(near[r][c] for r in left for c in right), _PLACES) for right in theirs)
            for left in mine
        )
        sides = (
            tuple(tuple(later[at] for at in its) for its in mine),
            tuple(tuple(earlier[at] for at in its) for its in theirs),
        )
        places = {id(one): at for side in sides for at, its in enumerate(side) for one in its}
        return _Table(*sides, rows, tuple(zip(*rows, strict=True)), places)

    def mutual(self) -> Iterator[tuple[Thing, Thing]]:
        """Yield the things that are each other's nearest."""
        for at, line in enumerate(self.rows):
            best = line.index(max(line))
            if self.columns[best].index(max(self.columns[best])) == at:
                yield from product(self.later[at], self.earlier[best])

    def sense(self, later: Thing, earlier: Thing) -> Sense | None:
        """Return how two things lie to each other; None where one was not asked about."""
        row, column = self.places.get(id(later)), self.places.get(id(earlier))
        if row is None or column is None:
            return None
        line, back = self.rows[row], self.columns[column]
        near = line[column]
        lead = near - max(_second(line, column), _second(back, row))
        return Sense(near, round(max(lead, 0.0), _PLACES), 2 * near - _mean(line) - _mean(back))


def _mean(line: Sequence[float]) -> float:
    return fsum(line) / len(line)


def _second(line: Sequence[float], best: int) -> float:
    """Return the largest value of a line but one."""
    return max((value for at, value in enumerate(line) if at != best), default=0.0)
