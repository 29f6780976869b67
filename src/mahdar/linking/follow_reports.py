"""Which articles report one occasion, though they do not name it: days apart at most, and much in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mahdar.linking.follow_index import leading_terms
from mahdar.linking.follow_view import Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.spans import Span
from mahdar.model.units import ArticleId

__all__ = ["days_between", "joined"]

_DAY = len("2024-03-05")
_NEAR = 3
"""So many days a thing is news."""
_ALIKE, _WORTH = 0.5, 1.0
"""Two things are one where they share so much of their words, and words of so much weight."""
_MOST = 60
"""So many articles are looked at for each term, the latest first."""
_SHARE = 0.25
"""Articles report one occasion where so much of the shorter one stands in the other."""


def joined(things: Sequence[Thing], weights: Weights) -> list[Thing]:
    """Return things with one occasion for all articles that report the same.

    Cost: of two articles the things that share a term are counted first, by an index; only articles that
    share enough of them to be reports of one occasion are laid side by side.
    """
    articles: dict[ArticleId, list[Thing]] = defaultdict(list)
    for one in sorted(things, key=_in_order):
        articles[one.scene.article].append(one)
    scenes = {article: its[0].scene for article, its in articles.items()}
    pairs = [pair for pair in _meeting(articles, weights) if _is_report(*pair, weights)]
    named = [(later[0].scene.article, earlier[0].scene.article) for later, earlier in pairs]
    occasions = _occasions(sorted(named), scenes)
    days = {later: scenes[earlier].day for later, earlier in sorted(named) if not scenes[later].day}
    told = {article: _told(scene, occasions, days) for article, scene in scenes.items()}
    return [replace(one, scene=told[one.scene.article]) for one in things]


def _in_order(one: Thing) -> tuple[str, int, ArticleId, Span]:
    return one.scene.day or "~", one.scene.rank, one.scene.article, one.span


def _told(scene: Scene, occasions: Mapping[str, str], days: Mapping[ArticleId, str | None]) -> Scene:
    """Return a scene with its occasion; one without a day has the day of what it reports."""
    occasion = occasions.get(scene.occasion, scene.occasion)
    return replace(scene, occasion=occasion, day=scene.day or days.get(scene.article))


def days_between(earlier: Scene, later: Scene) -> int | None:
    """Return how many days lie between two articles; None where one has no exact day."""
    first, last = earlier.day or "", later.day or ""
    if earlier.about or later.about or len(first) != _DAY or len(last) != _DAY:
        return None
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


_Article = Sequence[Thing]
"""The things of one article."""


def _meeting(articles: Mapping[ArticleId, _Article], weights: Weights) -> Iterator[tuple[_Article, _Article]]:
    """Yield the articles that may report one occasion: the later one, the earlier one."""
    held: dict[tuple[str, str], list[ArticleId]] = defaultdict(list)
    for article, its in articles.items():
        keys = [{(one.what, term) for term in leading_terms(one, weights)} for one in its]
        votes = Counter(
            other for own in keys for other in {name for key in own for name in held.get(key, ())[-_MOST:]}
        )
        yield from (
            (its, articles[other])
            for other, count in votes.items()
            if _suffice(count, its, articles[other]) and _may_be_one(its[0].scene, articles[other][0].scene)
        )
        for key in set[tuple[str, str]]().union(*keys):
            held[key].append(article)


def _may_be_one(here: Scene, there: Scene) -> bool:
    """Say whether two articles can be of one occasion that no tie says they are of."""
    if there.occasion == here.occasion or not there.sides & here.sides:
        return False
    return _is_guessed(here) or _is_guessed(there) or _is_near(there, here)


def _is_guessed(scene: Scene) -> bool:
    """Say whether nothing tells when an article was written: any day may be its own."""
    return scene.about or not scene.day


def _is_report(later: _Article, earlier: _Article, weights: Weights) -> bool:
    """Say whether enough of the one article stands in the other."""
    return _suffice(sum(_stands_in(one, earlier, weights) for one in later), later, earlier)


def _stands_in(one: Thing, article: _Article, weights: Weights) -> bool:
    """Say whether an article tells a thing too."""
    measured = (weights.measure(one, other) for other in article if other.what == one.what)
    return any(share >= _ALIKE and shared >= _WORTH for shared, share in measured)


def _is_near(earlier: Scene, later: Scene) -> bool:
    days = days_between(earlier, later)
    return days is not None and days <= _NEAR


def _suffice(count: int, later: _Article, earlier: _Article) -> bool:
    """Say whether so many things in common make two articles reports of one occasion."""
    size = min(len(later), len(earlier))
    if not (_is_guessed(later[0].scene) or _is_guessed(earlier[0].scene)):
        return count > 1 and count >= _SHARE * size
    return count > 2 and count >= 2 * _SHARE * size


def _occasions(
    pairs: Iterable[tuple[ArticleId, ArticleId]], scenes: Mapping[ArticleId, Scene]
) -> dict[str, str]:
    """Return for each occasion that turns out to be another the one value for both."""
    leads: dict[str, str] = defaultdict(str)

    def lead(occasion: str) -> str:
        while leads[occasion]:
            occasion = leads[occasion]
        return occasion

    for later, earlier in pairs:
        mine, theirs = lead(scenes[later].occasion), lead(scenes[earlier].occasion)
        if mine != theirs:
            leads[mine] = theirs
    return {occasion: lead(occasion) for occasion in list(leads) if leads[occasion]}
