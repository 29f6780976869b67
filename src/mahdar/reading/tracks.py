"""Which tracks an act's content belongs to.

A track scores the square root of the sum of its phrases' weights, so that one topic said twice does not push
a list's rarer members out; tracks of at least 0.4 times the best are kept, three at most.

Source: lexicon/data/ar/tracks.toml (its header gives the rules and what they were measured on)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt

from mahdar.language.clitics import bare, pronoun_readings, readings
from mahdar.lexicon.fold import fold
from mahdar.lexicon.inflect import noun_endings
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.tracks import TrackTrie, track_trie
from mahdar.model.prose import Sentence
from mahdar.model.units import PartyCode
from mahdar.reading.context import Context

__all__ = ["tracks_of"]

_STRONG = 0.5
_KEPT = 0.4
_THIRD_STATE = 0.6
_LEADING = 0.4
"""The share of an article's phrases that makes a track what the article is about."""


def tracks_of(
    ctx: Context, start: int, end: int, actors: Sequence[PartyCode], sentence: Sentence
) -> tuple[str, ...]:
    """Name the tracks of an act's content.

    Args:
        ctx: the article.
        start: first word of the content.
        end: one past its last word.
        actors: who acts; another state named in the content makes it regional.
        sentence: where it stands; asked where the content itself names no topic.

    Returns:
        One to three tracks, the best first.
    """
    strong, weak = _scored(ctx, start, end, actors)
    if strong == ("regional",) and not any(weight >= _STRONG for _, _, weight in _hits(ctx, start, end)):
        return (*strong, *(t for t in _topics(ctx) if t != "regional"))[:2]
    if strong:
        return strong
    if "bilateral" in weak:
        return ("bilateral",)
    around, _ = _scored(ctx, sentence.first, sentence.last, actors)
    shared = tuple(track for track in around if track in _topics(ctx))
    return weak[:1] or shared or around[:2] or _of_heading(ctx, sentence) or ("bilateral",)


@lru_cache(maxsize=8)
def _topics(ctx: Context) -> tuple[str, ...]:
    """Return what most of an article is about: its leading topics; empty for one about the relationship."""
    hits = [hit for s in ctx.sentences for hit in _hits(ctx, s.first, s.last)]
    ranked = sorted(_summed(hits).items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][0] == "bilateral":
        return ()
    enough = _LEADING * sum(weight for _, weight in ranked)
    return tuple(track for track, weight in ranked if weight >= enough and track != "bilateral")[:2]


def _summed(hits: Sequence[tuple[int, str, float]]) -> dict[str, float]:
    """Add the weights up, track by track."""
    sums: dict[str, float] = defaultdict(float)
    for _, track, weight in hits:
        sums[track] += weight
    return sums


def _scored(
    ctx: Context, start: int, end: int, actors: Sequence[PartyCode]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tracks that a stretch names plainly, and those that it only hints at, the best first."""
    hits = list(_hits(ctx, start, end))
    third = _third_state(ctx, start, end, actors)
    if third is not None:
        hits.append((third, "regional", _THIRD_STATE))
    strong = _ranked([h for h in hits if h[2] >= _STRONG])
    best = strong[0][1] if strong else 0.0
    plain = tuple(track for track, score, _ in strong if score >= _KEPT * best)[:3]
    return plain, tuple(track for track, _, _ in _ranked([h for h in hits if h[2] > 0]))


def _of_heading(ctx: Context, sentence: Sentence) -> tuple[str, ...]:
    """Return the tracks of the heading above a sentence."""
    above = [s for s in ctx.sentences if s.block == "heading" and s.first < sentence.first]
    return _scored(ctx, above[-1].first, above[-1].last, ())[0][:2] if above else ()


def _ranked(hits: Sequence[tuple[int, str, float]]) -> list[tuple[str, float, int]]:
    """Score the tracks: by score, then by first mention."""
    sums = _summed(hits)
    first: dict[str, int] = {}
    for at, track, _ in hits:
        first.setdefault(track, at)
    return sorted(((t, sqrt(s), first[t]) for t, s in sums.items()), key=lambda x: (-x[1], x[2]))


def _hits(ctx: Context, start: int, end: int) -> Iterator[tuple[int, str, float]]:
    """Yield place, track and weight of each phrase; the longest at a word consumes its words."""
    openers, people, words = _openers(ctx.lexicon), ctx.at.people, ctx.words
    at = start
    while at < end:
        if at in people:
            at = people[at].last
            continue
        nodes = openers[words[at].text]
        if not nodes:
            at += 1
            continue
        length, value = _longest(ctx, nodes, at, end)
        if value is not None and value[1] > 0 and not (value[1] < 1 and length == 1 and _is_verb(ctx, at)):
            yield from ((at, track, value[1]) for track in value[0])
        at += max(1, length)


def _is_verb(ctx: Context, at: int) -> bool:
    """Say whether a word with a particle or pronoun is rather the verb of an act («وطالبا»: no students)."""
    found = ctx.candidates[at]
    joined = any(c.form.kind == "finite" and (c.conjunction or c.pronoun) for c in found)
    return joined and not any(c.form.kind == "masdar" for c in found)


class _Openers(dict[str, tuple[TrackTrie, ...]]):
    """Word as it stands → the tries of the phrases that it can begin; worked out once a word, mostly none."""

    def __init__(self, trie: TrackTrie) -> None:
        super().__init__()
        self.trie = trie

    def __missing__(self, text: str) -> tuple[TrackTrie, ...]:
        """Work a word out and remember it."""
        found = self[text] = tuple(self.trie[s] for s in _stems_of(text) if s in self.trie)
        return found


@lru_cache(maxsize=4)
def _openers(lexicon: Lexicon) -> _Openers:
    """Return what begins phrases of tracks: one table for all documents of a lexicon."""
    return _Openers(track_trie(lexicon))


def _longest(
    ctx: Context, nodes: Sequence[TrackTrie], at: int, end: int
) -> tuple[int, tuple[tuple[str, ...], float] | None]:
    """Return length and value of the longest phrase whose first word leads to these nodes."""
    best, length, stop = None, 0, min(end, at + 6)
    for k in range(at + 1, stop + 1):
        value = next((node[None] for node in nodes if None in node), None)
        if value is not None:
            best, length = value, k - at
        if k == stop:
            break
        nodes = [node[s] for s in _stems_of(ctx.words[k].text) for node in nodes if s in node]
        if not nodes:
            break
    return length, best


@lru_cache(maxsize=1 << 16)
def _stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a word as it stands."""
    return _stems(fold(text), owned=not text.endswith(_TAA_MARBUTA))


def _stems(fold: str, *, owned: bool) -> tuple[str, ...]:
    """Return what a folded word may be without particles, article, pronoun and ending; least taken first.

    Args:
        fold: the folded word.
        owned: False where it ends in taa marbuta, which folded looks like a pronoun («معاهدة», «معاهده»).
    """
    found: dict[str, None] = {}
    for _, rest in readings(fold):
        for stem, _ in pronoun_readings(rest) if owned else ((rest, ""),):
            found.setdefault(stem)
            found.setdefault(bare(stem))
    for stem in tuple(found):
        for ending in noun_endings():
            if stem.endswith(ending) and len(stem) > len(ending) + 2:
                found.setdefault(stem[: -len(ending)])
    return tuple(found)


_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"


def _third_state(ctx: Context, start: int, end: int, actors: Sequence[PartyCode]) -> int | None:
    """Return where a state is named that is neither an actor nor one of the article's two."""
    own = {*actors, *ctx.pair}
    return next((m.first for m in ctx.parties_in(start, end) if m.code not in own and len(m.code) == 3), None)
