"""A guess at a word's root: a noun, its verb and its participle share one; so do some words by chance.

Source: lexicon/data/ar/roots.toml
"""

from __future__ import annotations

from functools import cache, lru_cache

from mahdar.language.clitics import readings
from mahdar.language.stems import stem, without_fronts
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.roots import RootTable, root_table

__all__ = ["root"]


@lru_cache(maxsize=1 << 16)
def root(fold: str) -> str:
    """Return the root that a folded word fits; empty where it fits no pattern.

    >>> root("المستوطنات") == root("استيطان"), root("تمويل") == root("الممولين")
    (True, True)
    >>> root("بقرض")
    'قرض'
    >>> root("استراتيجيه")
    ''
    """
    table = _table()
    found = table.root(without_fronts(fold)) or table.root(stem(fold))
    if found or len(fold) != _SHORT:
        return found
    return next((table.root(rest) for taken, rest in readings(fold) if taken), "")


_SHORT = 4
"""Letters of a word that is no stem's own, yet may be three letters behind a particle."""


@cache
def _table() -> RootTable:
    return root_table(default_lexicon())
