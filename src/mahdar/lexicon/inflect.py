"""Inflected forms of nouns and relational adjectives, folded, for lookup tables.

Source: lexicon/data/ar/endings.toml (regular endings; Ryding, A Reference Grammar of MSA, 7 and 10)
"""

from __future__ import annotations

from functools import cache

from mahdar.lexicon.fold import fold
from mahdar.lexicon.store import default_lexicon

__all__ = ["adjective_forms", "noun_endings", "with_article"]


@cache
def _endings(kind: str) -> tuple[str, ...]:
    """Return the regular endings of a kind of word, the bare form included."""
    rows = default_lexicon().rows("ar/endings.toml", "head")
    return next(tuple(r.values["endings"]) for r in rows if r.values["kind"] == kind)


def noun_endings() -> tuple[str, ...]:
    """Return the regular endings of nouns that may be taken off: accusative alef, duals and plurals.

    >>> "ين" in noun_endings()
    True
    """
    return _endings("noun")


@cache
def _article() -> str:
    """Return the definite article."""
    rows = default_lexicon().rows("ar/clitics.toml", "head")
    return next(str(r.values["forms"][0]) for r in rows if r.values["slot"] == "article")


def with_article(word: str) -> tuple[str, str]:
    """Return a folded word as it is and with the article.

    >>> with_article("قطري")
    ('قطري', 'القطري')
    """
    folded = fold(word)
    return folded, _article() + folded


def adjective_forms(word: str) -> tuple[str, ...]:
    """Return every regular form of a relational adjective, folded, with and without the article.

    >>> "القطريتين" in adjective_forms("قطري"), "قطر" in adjective_forms("قطري")
    (True, False)
    """
    return tuple(form for ending in _endings("adjective") for form in with_article(word + ending))
