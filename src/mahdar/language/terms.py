"""A text's words as keys to search by: spellings, inflections and plurals that count as one share a key.

A key is no word; it is only compared. Arabic: folded, without particles, article, pronoun and regular ending,
plurals of their own pattern as their singular. Latin: in small letters without accents, plurals as singulars.
Numbers: European digits without separators.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import sha256
from typing import Final, NamedTuple

from mahdar.language.clitics import bare, pronoun_readings, readings
from mahdar.language.stems import stem
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.fold import fold
from mahdar.lexicon.terms import MADE_OF, TermTable, term_table

__all__ = ["Term", "digest", "key", "keys", "terms"]

_MARKS = "\N{ARABIC FATHATAN}-\N{ARABIC HAMZA BELOW}\N{ARABIC LETTER SUPERSCRIPT ALEF}\N{ARABIC TATWEEL}"
_WORD = re.compile(
    rf"\d+(?:[.,\N{{ARABIC DECIMAL SEPARATOR}}\N{{ARABIC THOUSANDS SEPARATOR}}]\d+)*"
    rf"|[^\W\d_](?:[^\W\d_]|[{_MARKS}]|\N{{COMBINING ACUTE ACCENT}})*"
)
_SEPARATORS = re.compile("[,\N{ARABIC THOUSANDS SEPARATOR}]")


_RULES: Final = 1
"""Grows whenever the rules of this module give another key for any word."""


@cache
def digest() -> str:
    """Return 16 hex digits that change whenever words may have other keys than before."""
    lexicon = default_lexicon()
    total = sha256(str(_RULES).encode())
    for name in MADE_OF:
        total.update(lexicon.path(name).read_bytes())
    return total.hexdigest()[:16]


class Term(NamedTuple):
    """One word of a text and its key."""

    start: int
    end: int
    key: str


def terms(text: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
    """Yield the words of a stretch of text with their keys, by start."""
    stop = len(text) if end is None else end
    for match in _WORD.finditer(text, start, stop):
        its = key(match.group())
        if its:
            yield Term(match.start(), match.end(), its)


def keys(text: str) -> list[str]:
    """Return the keys of a text's words, in its order.

    >>> keys("Talks in Muscat")
    ['talk', 'in', 'muscat']
    """
    return [its for its in map(key, _WORD.findall(text)) if its]


@lru_cache(maxsize=1 << 17)
def key(word: str) -> str:
    """Return the key of a word as written; empty where nothing is left of it.

    >>> key("Ministries"), key("São"), key("1,500")
    ('ministry', 'sao', '1500')
    """
    if word[0].isdigit():
        return _SEPARATORS.sub("", fold(word))
    if word.isascii() or unicodedata.name(word[0], "").startswith("LATIN"):
        return _latin(word)
    return _arabic(fold(word).casefold())


def _arabic(word: str) -> str:
    """Return the key of a folded word: of the first way to take particles off that leaves a known word."""
    table = _table()
    known = table.forms.get(word)
    if known is not None:
        return known
    fronts = [word]
    for taken, rest in readings(word):
        for way in (rest, bare(rest)):
            if way is not word and (not taken or len(rest) >= _SHORTEST):
                known = table.forms.get(way)
                if known is not None:
                    return known
                fronts.append(way)
    ways = [*fronts, *(left for front in fronts for left, pronoun in pronoun_readings(front) if pronoun)]
    for way in ways[len(fronts) :]:
        known = table.forms.get(way)
        if known is not None:
            return known
    plural = next((its for way in ways if len(way) in _PLURALS and (its := table.plural(way))), None)
    return plural or stem(word)


_SHORTEST: Final = 3
"""Letters of the shortest word that is taken to have particles in front."""
_PLURALS: Final = (5, 6)
"""Letters of plurals that have a pattern of their own."""


@cache
def _table() -> TermTable:
    return term_table(default_lexicon())


def _latin(word: str) -> str:
    """Return the key of a word in Latin letters."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    small = plain.casefold()
    if len(small) > 4 and small.endswith("ies"):
        return small[:-3] + "y"
    if len(small) > 4 and small.endswith(("sses", "shes", "ches", "xes", "zes")):
        return small[:-2]
    if len(small) > 3 and small.endswith("s") and not small.endswith(("ss", "us", "is")):
        return small[:-1]
    return small
