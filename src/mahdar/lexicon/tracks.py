"""Phrases of topics, compiled into a trie of stems.

Source: lexicon/data/ar/tracks.toml (its header says how phrases are compared)
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from mahdar.lexicon.phrases import fold_words
from mahdar.lexicon.store import Lexicon, default_lexicon

__all__ = ["TrackTrie", "track_trie"]

TrackTrie: TypeAlias = dict[str | None, Any]
"""Folded stem → the trie below it; None → (tracks, weight) of the phrase that ends here."""


def track_trie(lexicon: Lexicon) -> TrackTrie:
    """Return the trie of all phrases of tracks."""
    return lexicon.table("tracks", _build)


def _build(lexicon: Lexicon) -> TrackTrie:
    """Compile tracks.toml."""
    trie: TrackTrie = {}
    for row in lexicon.rows("ar/tracks.toml", "head"):
        weight = float(row.values.get("weight", 1.0))
        tracks = (row.text("track"), *row.list("also"))
        for phrase in row.list("phrases"):
            node = trie
            for word in fold_words(phrase):
                node = node.setdefault(_without_article(word), {})
            node.setdefault(None, (tracks, weight))
    return trie


@cache
def _article() -> str:
    """Return the definite article."""
    rows = default_lexicon().rows("ar/clitics.toml", "head")
    return next(str(r.values["forms"][0]) for r in rows if r.values["slot"] == "article")


def _without_article(word: str) -> str:
    """Take the article off a folded word."""
    article = _article()
    return word[len(article) :] if word.startswith(article) and len(word) > len(article) + 1 else word
