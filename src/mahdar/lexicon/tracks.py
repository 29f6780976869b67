"""Phrases of topics, compiled into a trie of stems.

Source: lexicon/data/ar/tracks.toml (its header says how phrases are compared)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from mahdar.lexicon.load import Row
from mahdar.lexicon.phrases import fold_words
from mahdar.lexicon.store import Lexicon, default_lexicon
from mahdar.model.units import PartyCode

__all__ = ["BARE", "Topics", "TrackTrie", "scenes", "track_trie"]

Topics: TypeAlias = tuple[tuple[str, float], ...]
"""What a phrase speaks of: tracks, each with its weight; weight 0 says nothing."""

TrackTrie: TypeAlias = dict[str | None, Any]
"""Folded stem → the trie below it; None → the `Topics` of the phrase that ends here, `BARE` → those of
a lone word without the article, where they differ."""

BARE = ""
"""Key of the topics that a lone word has without the article («نقل العمال», not «النقل»)."""


def track_trie(lexicon: Lexicon) -> TrackTrie:
    """Return the trie of all phrases of tracks."""
    return lexicon.table("tracks", _build)


def scenes(lexicon: Lexicon) -> frozenset[PartyCode]:
    """Return the parties whose name in a content mostly stands for a conflict of theirs."""
    return lexicon.table("scenes", _scenes)


def _scenes(lexicon: Lexicon) -> frozenset[PartyCode]:
    """Read the scenes of tracks.toml."""
    return frozenset(code for row in lexicon.rows("ar/tracks.toml", "scene") for code in row.list("parties"))


def _build(lexicon: Lexicon) -> TrackTrie:
    """Compile tracks.toml."""
    trie: TrackTrie = {}
    for row in lexicon.rows("ar/tracks.toml", "head"):
        topics, bare = tuple(_topics(row)), tuple(_topics(row, "bare"))
        for phrase in row.list("phrases"):
            node = trie
            for word in fold_words(phrase):
                node = node.setdefault(_without_article(word), {})
            node.setdefault(None, topics)
            if "bare" in row.values and node[None] is topics:
                node[BARE] = bare
    return trie


def _topics(row: Row, field: str = "weight") -> Iterator[tuple[str, float]]:
    """Yield a row's tracks with their weights."""
    weight = float(row.values.get(field, 1.0))
    yield row.text("track"), weight
    beside = float(row.values.get("also_weight", weight))
    yield from ((track, beside) for track in row.list("also"))


@cache
def _article() -> str:
    """Return the definite article."""
    rows = default_lexicon().rows("ar/clitics.toml", "head")
    return next(str(r.values["forms"][0]) for r in rows if r.values["slot"] == "article")


def _without_article(word: str) -> str:
    """Take the article off a folded word."""
    article = _article()
    return word[len(article) :] if word.startswith(article) and len(word) > len(article) + 1 else word
