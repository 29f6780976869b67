"""A word → the forms it takes with particles attached to its front, folded, for lookup tables.

The inverse of `language.clitics.readings`, used where a table is compiled and not where a text is read.

Source: lexicon/data/ar/clitics.toml
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mahdar.lexicon.fold import fold
from mahdar.lexicon.store import default_lexicon

__all__ = ["attached_forms", "tokens"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+")

_SHORT = 3
"""Words shorter than this take no preposition: «باب» is a door, not «in August»."""


@cache
def _slot(name: str) -> tuple[str, ...]:
    """Return the particles of a slot."""
    rows = default_lexicon().rows("ar/clitics.toml", "head")
    return next(tuple(row.values["forms"]) for row in rows if row.values["slot"] == name)


def attached_forms(word: str) -> Iterator[tuple[str, str]]:
    """Yield what is attached and the whole form, the bare word first.

    Args:
        word: folded.

    >>> dict(attached_forms("الاحد"))["ول"], dict(attached_forms("عام"))["ب"]
    ('وللاحد', 'بعام')
    >>> [form for _, form in attached_forms("اب")]
    ['اب', 'واب', 'فاب']
    """
    if not word[0].isalpha() or word[0].isascii():
        yield "", word
        return
    for conjunction in ("", *_slot("conjunction")):
        yield conjunction, conjunction + word
        if len(word) < _SHORT:
            continue
        for preposition in _slot("preposition"):
            yield conjunction + preposition, conjunction + _with(preposition, word)


def _with(preposition: str, word: str) -> str:
    """Write a preposition before a word; lam swallows the alef of the article."""
    article, lam = _slot("article")[0], _slot("preposition")[1]
    if preposition == lam and word.startswith(article) and len(word) > len(article) + 1:
        return lam + word[1:]
    return preposition + word


def tokens(phrase: str) -> tuple[str, ...]:
    """Fold a phrase into words, digits apart from letters as the tokeniser has them.

    >>> tokens("كانون2")
    ('كانون', '2')
    """
    return tuple(_TOKEN.findall(fold(phrase)))
