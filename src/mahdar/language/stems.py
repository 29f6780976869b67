"""A light stem of a word: what is left without particles, article, pronoun and regular ending.

It is a key to compare by, no word: «وشراكتهما» and «الشراكة» share one. Patterns inside a word (broken
plurals, the verb's tenses) are left alone, so «اتفق» and «اتفاق» stay apart.

Source: lexicon/data/ar/stems.toml
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.stems import Affix, StemTable, stem_table, without_endings

__all__ = ["stem", "without_conjunction"]


@lru_cache(maxsize=1 << 17)
def stem(fold: str) -> str:
    """Return the light stem of a folded word.

    >>> stem("وشراكتهما"), stem("الشراكه"), stem("للشراكات")
    ('شراك', 'شراك', 'شراك')
    >>> stem("وزير"), stem("الوزير")
    ('وزير', 'وزير')
    """
    table = _table()
    word = fold
    for group in table.fronts:
        word = _without_front(word, group, table)
    word = _without_front(word, table.articles, table)
    return without_endings(word, table.endings)


@lru_cache(maxsize=1 << 17)
def without_conjunction(fold: str) -> str:
    """Return a folded word without an attached «and» or «so»; the word where the letter is its own.

    >>> without_conjunction("واكدتا"), without_conjunction("وزاره")
    ('اكدتا', 'وزاره')
    """
    table = _table()
    return _without_front(fold, table.fronts[0], table)


@cache
def _table() -> StemTable:
    return stem_table(default_lexicon())


def _without_front(word: str, group: Iterable[Affix], table: StemTable) -> str:
    """Take a particle off, unless the word is known as it is."""
    for affix in group:
        if not word.startswith(affix.form) or len(word) - len(affix.form) < affix.least:
            continue
        return word if _whole(word, affix, table) else word[len(affix.form) :]
    return word


def _whole(word: str, affix: Affix, table: StemTable) -> bool:
    """Say whether a word, or one that it inflects, is known as it is.

    Of what it inflects two letters behind the particle must be left: less is in too many words.
    """
    bare = without_endings(word, table.endings)
    return word in table.whole or (len(bare) > len(affix.form) + 1 and bare in table.whole)
