"""Which articles report one occasion, though they do not name it: days apart at most, and much in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mahdar.linking.follow_index import Index
from mahdar.linking.follow_view import Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.units import ArticleId

__all__ = ["days_between", "joined"]

_DAY = len("2024-03-05")
_NEAR = 3
"""So many days a thing is news."""
_ALIKE, _WORTH = 0.5, 1.0
"""Two things are one where they share so much of their words, and words of so much weight."""
_SHARE = 0.25
"""Articles report one occasion where so much of the shorter one stands in the other."""


def joined(things: Sequence[Thing], weights: Weights) -> list[Thing]:
    """Return things with one occasion for all articles that report the same."""
    ordered = sorted(
        things, key=lambda one: (one.scene.day or "~", one.scene.rank, one.scene.article, one.span)
    )
    index, votes = Index(weights), Counter[tuple[ArticleId, ArticleId]]()
    scenes: dict[ArticleId, Scene] = {}
    sizes: Counter[ArticleId] = Counter()
    for one in ordered:
        scenes[one.scene.article] = one.scene
        sizes[one.scene.article] += 1
        votes.update((one.scene.article, article) for article in sorted(set(_met(one, index, weights))))
        index.add(one)
    pairs = [
        (later, earlier)
        for (later, earlier), count in sorted(votes.items())
        if _reports(count, min(sizes[later], sizes[earlier]), dated=bool(scenes[later].day))
    ]
    occasions = _occasions(pairs, scenes)
    days = {later: scenes[earlier].day for later, earlier in pairs if not scenes[later].day}
    told = {article: _told(scene, occasions, days) for article, scene in scenes.items()}
    return [replace(one, scene=told[one.scene.article]) for one in things]


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


def _met(one: Thing, index: Index, weights: Weights) -> Iterable[ArticleId]:
    """Yield the articles of the same days and sides in which a thing stands too."""
    here, what = one.scene, one.what
    if here.day and (here.about or len(here.day) != _DAY):
        return  # no day is near to one that is not known exactly
    for other in index.unordered(one):
        there = other.scene
        if other.what == what and there.occasion != here.occasion and there.sides & here.sides:
            if here.day and not _is_near(there, here):
                continue
            shared, share = weights.measure(one, other)
            if share >= _ALIKE and shared >= _WORTH:
                yield there.article


def _is_near(earlier: Scene, later: Scene) -> bool:
    days = days_between(earlier, later)
    return days is not None and days <= _NEAR


def _reports(count: int, size: int, *, dated: bool) -> bool:
    """Say whether so many things in common make two articles reports of one occasion."""
    if dated:
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
