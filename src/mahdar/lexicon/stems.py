"""What a light stem leaves off a word, and the words that lose nothing at the front.

Source: lexicon/data/ar/stems.toml, ar/ordinary.toml, ar/names.tsv, shared/{parties,places}.tsv
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.store import Lexicon

__all__ = ["Affix", "StemTable", "stem_table", "without_endings"]


@dataclass(frozen=True, slots=True)
class Affix:
    """Letters that are left off."""

    form: str
    least: int
    """How many letters must be left."""


@dataclass(frozen=True, slots=True)
class StemTable:
    """Everything that a stem leaves off, in the order in which it is tried."""

    fronts: tuple[tuple[Affix, ...], ...]
    """One group a slot: at most one of each group is left off."""
    articles: tuple[Affix, ...]
    endings: tuple[tuple[Affix, ...], ...]
    whole: frozenset[str]
    """Folded words whose first letter is their own, though it could be a particle; also without endings."""


def stem_table(lexicon: Lexicon) -> StemTable:
    """Return the compiled table."""
    return lexicon.table("stems", _build)


def without_endings(word: str, endings: Iterable[Iterable[Affix]]) -> str:
    """Return a folded word without its regular endings, at most one of each group."""
    for group in endings:
        for affix in group:
            if word.endswith(affix.form) and len(word) - len(affix.form) >= affix.least:
                word = word[: -len(affix.form)]
                break
    return word


def _build(lexicon: Lexicon) -> StemTable:
    """Compile the files."""
    rows = lexicon.rows("ar/stems.toml", "head")
    fronts = tuple(_affixes(row) for row in rows if row.text("slot") == "front")
    articles = tuple(a for row in rows if row.text("slot") == "article" for a in _affixes(row))
    endings = tuple(_affixes(row) for row in rows if row.text("slot") == "ending")
    endings += tuple(_affixes(row) for row in rows if row.text("slot") == "again") * 2
    first = frozenset(affix.form[0] for group in (*fronts, articles) for affix in group)
    known = {word for word in _known(lexicon) if word[:1] in first}
    whole = frozenset(known | {without_endings(word, endings) for word in known})
    return StemTable(fronts, articles, endings, whole)


def _affixes(row: Row) -> tuple[Affix, ...]:
    """Return a row's affixes, longest first."""
    least = int(row.values["least"])
    return tuple(Affix(fold(form), least) for form in sorted(row.list("forms"), key=len, reverse=True))


def _known(lexicon: Lexicon) -> frozenset[str]:
    """Return the folded words that the lexicon knows; of longer names the first, which no particle begins."""
    words = [word for row in lexicon.rows("ar/stems.toml", "whole") for word in row.list("words")]
    words += [word for row in lexicon.rows("ar/ordinary.toml", "head") for word in row.list("words")]
    for file in ("shared/parties.tsv", "shared/places.tsv"):
        for row in lexicon.rows(file):
            words += [name.split()[0] for field in _NAMES for name in row.list(field)]
    return frozenset(map(fold, words))


_NAMES = ("names", "weak", "demonyms", "capitals", "seats")
