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

__all__ = ["skeleton", "stem", "without_conjunction", "without_fronts"]


@lru_cache(maxsize=1 << 17)
def stem(fold: str) -> str:
    """Return the light stem of a folded word.

    >>> stem("وشراكتهما"), stem("الشراكه"), stem("للشراكات")
    ('شراك', 'شراك', 'شراك')
    >>> stem("وزير"), stem("الوزير")
    ('وزير', 'وزير')
    """
    return without_endings(without_fronts(fold), _table().endings)


@lru_cache(maxsize=1 << 17)
def without_fronts(fold: str) -> str:
    """Return a folded word without particles and article.

    >>> without_fronts("وللشراكات")
    'شراكات'
    """
    table = _table()
    word = fold
    for group in table.fronts:
        word = _without_front(word, group, table)
    return _without_front(word, table.articles, table)


@lru_cache(maxsize=1 << 17)
def without_conjunction(fold: str) -> str:
    """Return a folded word without an attached «and» or «so»; the word where the letter is its own.

    >>> without_conjunction("واكدتا"), without_conjunction("وزاره")
    ('اكدتا', 'وزاره')
    """
    table = _table()
    return _without_front(fold, table.fronts[0], table)


@lru_cache(maxsize=1 << 16)
def skeleton(stem: str) -> str:
    """Return a stem's strong consonants, which a verb and its noun share; for guesses only.

    Weak letters behind the first and what a pattern puts in front are left off, as far as three letters stay.

    >>> skeleton("عدل") == skeleton("تعديل"), skeleton("وقع") == skeleton("توقيع")
    (True, True)
    >>> skeleton("دور") == skeleton("ادار")
    False
    """
    table = _table()
    inner = stem[1:] if stem[:1] in table.soft else stem
    strong = "".join(
        c for at, c in enumerate(inner) if not (at and c in table.weak) and not (at > 1 and c in table.glide)
    )
    bare = strong[1:] if len(strong) > _ROOT and strong[0] in table.lead else strong
    return bare if len(bare) >= _ROOT else inner if len(inner) >= _ROOT else stem


_ROOT = 3
"""Letters of most roots."""


@cache
def _table() -> StemTable:
    return stem_table(default_lexicon())


def _without_front(word: str, group: Iterable[Affix], table: StemTable) -> str:
    """Take a particle off, unless the word is known as it is."""
    for affix in group:
        rest = word[len(affix.form) :]
        if not word.startswith(affix.form):
            continue
        if rest in table.joined and affix in table.fronts[0]:
            return rest
        if len(rest) >= affix.least:
            return word if _whole(word, affix, table) else rest
    return word


def _whole(word: str, affix: Affix, table: StemTable) -> bool:
    """Say whether a word, or one that it inflects, is known as it is.

    Of what it inflects enough must be left behind the particle: short words are in too many others.
    """
    bare = without_endings(word, table.endings)
    behind = 2 if len(affix.form) > 1 or affix not in table.fronts[0] else 3
    return (
        word in table.whole
        or bare in table.own
        or (len(bare) >= len(affix.form) + behind and bare in table.whole)
    )
