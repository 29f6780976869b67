"""The particles attached to the front of a word, taken off in every way that the word allows.

Source: lexicon/data/ar/clitics.toml
"""

from __future__ import annotations

from functools import cache, lru_cache

from mahdar.lexicon import default_lexicon

__all__ = ["bare", "proclitic_length", "pronoun_readings", "readings", "slot"]


@cache
def slot(name: str) -> tuple[str, ...]:
    """Return the particles of a slot: `conjunction`, `preposition`, `future`, `article`, `pronoun`."""
    rows = default_lexicon().rows("ar/clitics.toml", "head")
    return next(tuple(row.values["forms"]) for row in rows if row.values["slot"] == name)


@lru_cache(maxsize=1 << 17)
def readings(fold: str) -> tuple[tuple[str, str], ...]:
    """Return every way to take conjunction and preposition off a folded word.

    Returns:
        Pairs of what was taken off and what is left; the whole word first, the most taken off last. After
        a preposition an article that it swallowed comes back: «للدولة» leaves «الدوله».

    >>> readings("وللدوله")
    (('', 'وللدوله'), ('و', 'للدوله'), ('ول', 'لدوله'), ('ول', 'الدوله'))
    >>> readings("قطر")
    (('', 'قطر'),)
    """
    found = [("", fold)]
    starts = [("", fold)]
    if len(fold) > 3 and fold[0] in slot("conjunction"):
        starts.append((fold[0], fold[1:]))
        found.append(starts[-1])
    for taken, rest in starts:
        if len(rest) > 2 and rest[0] in slot("preposition"):
            found += _without_preposition(taken, rest)
    return tuple(found)


def _without_preposition(taken: str, rest: str) -> list[tuple[str, str]]:
    """Take the preposition off, and give back the article that lam swallows."""
    lam, article = slot("preposition")[1], slot("article")[0]
    found = [(taken + rest[0], rest[1:])]
    if rest.startswith(lam + lam):
        found.append((taken + lam, article + rest[2:]))
    return found


def bare(fold: str) -> str:
    """Take the article off a folded word.

    >>> bare("الدوله"), bare("دوله")
    ('دوله', 'دوله')
    """
    article = slot("article")[0]
    return fold[len(article) :] if fold.startswith(article) and len(fold) > len(article) + 1 else fold


@lru_cache(maxsize=1 << 16)
def pronoun_readings(fold: str) -> tuple[tuple[str, str], ...]:
    """Return every way to take an attached pronoun off a folded word: stem and pronoun, whole word first.

    A taa before the pronoun may be a taa marbuta: both stems are given.

    >>> pronoun_readings("شراكتهما")
    (('شراكتهما', ''), ('شراكت', 'هما'), ('شراكه', 'هما'))
    """
    found = [(fold, "")]
    for form in _pronouns_by_ending().get(fold[-1:], ()):
        stem = fold[: -len(form)]
        if fold.endswith(form) and len(stem) > 2:
            found.append((stem, form))
            if stem[-1] == _TAA:
                found.append((stem[:-1] + _HAA, form))
    return tuple(found)


@cache
def _pronouns_by_ending() -> dict[str, tuple[str, ...]]:
    """Return the attached pronouns by their last letter: most words end in none of them."""
    forms = slot("pronoun")
    return {last: tuple(f for f in forms if f[-1] == last) for last in {f[-1] for f in forms}}


_TAA, _HAA = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER HEH}"


def proclitic_length(text: str, taken: str) -> int:
    """Return how many code points of the word as written the taken particles cover, marks included.

    >>> proclitic_length("ولِقطر", "ول")
    3
    >>> proclitic_length("للدولة", "ل")
    1
    """
    at = left = 0
    while left < len(taken) and at < len(text):
        left += text[at].isalnum()
        at += 1
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at
