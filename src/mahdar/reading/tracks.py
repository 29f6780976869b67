"""Which tracks an act's content belongs to.

A track scores the square root of the sum of its phrases' weights, so that one topic said twice does not push
a list's rarer members out. What stands around the content adds its share: little where the content names a
topic itself, more where it does not («they are making progress»). The second and third track must come near
the first.

Source: lexicon/data/ar/tracks.toml (its header gives the rules and what they were measured on)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from mahdar.lexicon.tracks import scenes
from mahdar.model.prose import Sentence
from mahdar.model.units import PartyCode
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.track_phrases import Hit, hits_in

__all__ = ["tracks_of"]


@dataclass(frozen=True, slots=True)
class _Shares:
    """What a topic weighs by where it is named, as a share of its weight in the content itself."""

    near: float
    """In the sentence, in the last words before the content."""
    before: float
    """Earlier in the sentence."""
    behind: float
    """In the sentence behind the content."""
    last: float
    """In the sentence before."""
    earlier: float
    """In the two sentences before that."""
    heading: float
    """In the heading or the question above."""
    title: float
    """In the article's title."""
    article: float
    """By its share of all phrases of the article."""
    third: float
    """By a state named in the content that neither acts nor is one of the two that the article is about."""
    relation: float
    """The relationship, which anything between two states is about in the end."""


_PLAIN = _Shares(0.25, 0.22, 0.13, 0.17, 0.08, 0.1, 0.05, 0.0, 0.59, 0.0)
"""Where the content names a topic."""
_VAGUE = _Shares(0.4, 0.5, 0.2, 0.12, 0.07, 0.3, 0.15, 0.25, 0.58, 0.12)
"""Where it names none, or only hints at one."""

_POINTED = replace(_VAGUE, behind=0.0, last=1.0, title=0.05, article=0.0)
"""Where it is a pronoun, which points at what was told before («أشاد بذلك»), at its main track alone."""

_STRONG = 0.5
_HINT = 0.3
"""What is left of a weak phrase's weight beside a plain one."""
_SECOND = 0.5
_THIRD = 0.55
_REACH = 10
"""How many words before the content are near it."""


def tracks_of(
    ctx: Context, start: int, end: int, actors: Sequence[PartyCode], sentence: Sentence
) -> tuple[str, ...]:
    """Name the tracks of an act's content.

    Args:
        ctx: the article.
        start: first word of the content.
        end: one past its last word.
        actors: who acts; another state named in the content makes it regional.
        sentence: where it stands.

    Returns:
        One to three tracks, the best first.
    """
    said = tuple(hits_in(ctx, start, end))
    plain = any(weight >= _STRONG for _, _, weight in said)
    if plain:
        said = tuple((at, track, w if w >= _STRONG else w * _HINT) for at, track, w in said)
    pointed = not plain and _is_pronoun(ctx, start, end)
    shares = _PLAIN if plain else _POINTED if pointed else _VAGUE
    scores = _rooted(said)
    for hits, share in _around(ctx, start, end, sentence, shares):
        for track, score in _rooted(hits).items():
            scores[track] += share * score
    for track, part in _article(ctx).parts.items():
        scores[track] += shares.article * part
    scores["regional"] += shares.third * _third_state(ctx, start, end, actors)
    scores["bilateral"] += shares.relation
    return _best(scores, said)[:1] if pointed else _best(scores, said)


def _is_pronoun(ctx: Context, start: int, end: int) -> bool:
    """Say whether a content only points: «ذلك», «بهذا الوصف», with a preposition or without."""
    if not start < end <= len(ctx.folds):
        return False  # an act without a content
    stems = noun_stems(ctx.folds[start])
    if end == start + 1:
        return any(n in ctx.acts.words["that_thing"] for n in stems)
    return end == start + 2 and any(n in ctx.acts.words["this"] for n in stems)


def _best(scores: Mapping[str, float], said: Sequence[Hit]) -> tuple[str, ...]:
    """Return the best tracks: by score, then by first mention."""
    first = {track: place for place, track, _ in reversed(said)}
    ranked = sorted(scores, key=lambda track: (-scores[track], first.get(track, _NOWHERE)))
    best = scores[ranked[0]]
    if best <= 0:
        return ("bilateral",)
    found = [ranked[0]]
    for track, enough in zip(ranked[1:3], (_SECOND, _THIRD), strict=False):
        if scores[track] < enough * best:
            break
        found.append(track)
    return tuple(found)


_NOWHERE = 1 << 30


def _rooted(hits: Iterable[Hit]) -> dict[str, float]:
    """Score the tracks of some phrases: the root of the sum of their weights."""
    sums: dict[str, float] = defaultdict(float)
    for _, track, weight in hits:
        sums[track] += weight
    return defaultdict(float, {track: sqrt(weight) for track, weight in sums.items()})


def _around(
    ctx: Context, start: int, end: int, sentence: Sentence, shares: _Shares
) -> Iterator[tuple[Sequence[Hit], float]]:
    """Yield what is named around a content, each stretch with its share."""
    article = _article(ctx)
    n = article.place[sentence.first]
    own = article.hits[n]
    yield [h for h in own if start - _REACH <= h[0] < start], shares.near
    yield [h for h in own if h[0] < start - _REACH], shares.before
    yield [h for h in own if h[0] >= end], shares.behind
    for back, share in ((1, shares.last), (2, shares.earlier), (3, shares.earlier)):
        if n >= back:
            yield article.hits[n - back], share
    above = article.above[n]
    if above >= 0:
        yield article.hits[above], shares.heading
    for title in article.titles:
        if title != n:
            yield article.hits[title], shares.title


@dataclass(frozen=True, slots=True)
class _Article:
    """The topics of an article, sentence by sentence."""

    hits: tuple[tuple[Hit, ...], ...]
    place: Mapping[int, int]
    """First word of a sentence → its index."""
    above: tuple[int, ...]
    """For each sentence the heading or question above it; -1 where there is none."""
    titles: tuple[int, ...]
    parts: Mapping[str, float]
    """Each track's share of the weight of all phrases."""


@lru_cache(maxsize=8)
def _article(ctx: Context) -> _Article:
    """Find the topics of an article. Cost: linear in its words."""
    hits = tuple(tuple(hits_in(ctx, s.first, s.last)) for s in ctx.sentences)
    above, last = [], -1
    for n, sentence in enumerate(ctx.sentences):
        above.append(last if sentence.block not in _LEADING else -1)
        last = n if sentence.block in _LEADING else last
    sums: dict[str, float] = defaultdict(float)
    for _, track, weight in (hit for found in hits for hit in found):
        sums[track] += weight
    whole = sum(sums.values()) or 1.0
    return _Article(
        hits,
        {s.first: n for n, s in enumerate(ctx.sentences)},
        tuple(above),
        tuple(n for n, s in enumerate(ctx.sentences) if s.block in {"title", "kicker"}),
        {track: weight / whole for track, weight in sums.items()},
    )


_LEADING = frozenset({"heading", "question"})


def _third_state(ctx: Context, start: int, end: int, actors: Sequence[PartyCode]) -> float:
    """Return how much a content is about a third state; more where that state is a scene of conflict."""
    states = {m.code for m in ctx.parties_in(start, end) if len(m.code) == 3}
    third = states.difference(actors, ctx.pair)
    if third & scenes(ctx.lexicon):
        return _SCENE
    if third:
        return 1.0
    reported = ctx.article.kind == "news_report"
    return 1.0 if reported and states & scenes(ctx.lexicon) else 0.0


_SCENE = 1.4
