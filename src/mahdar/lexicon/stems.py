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
    joined: frozenset[str]
    """Short words from which a conjunction is left off all the same."""
    weak: frozenset[str]
    """Letters that are no part of a root's skeleton, but for its first."""
    glide: frozenset[str]
    """Letters that are none behind its second."""
    soft: frozenset[str]
    """Letters that are no part of it even in front."""
    lead: frozenset[str]
    """Letters that a pattern puts in front of a root."""
    own: frozenset[str]
    """Words whose first letter is their own in every inflection."""
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
    rows = lexicon.rows(_FILE, "head")
    articles = tuple(a for row in rows if row.text("slot") == "article" for a in _affixes(row))
    fronts = tuple(_affixes(row) for row in rows if row.text("slot") == "front")
    endings = tuple(_affixes(row) for row in rows if row.text("slot") == "ending")
    endings += tuple(_affixes(row) for row in rows if row.text("slot") == "again") * 2
    first = frozenset(affix.form[0] for group in (*fronts, articles) for affix in group)
    definite = tuple(affix.form for affix in articles)
    names = {word for word in _names(lexicon) if not word.startswith(definite)}
    known = {word for word in _known(lexicon) | names if word[:1] in first}
    whole = frozenset(known | {without_endings(word, endings) for word in known})
    letters = {row.text("id"): frozenset(row.list("letters")) for row in lexicon.rows(_FILE, "letters")}
    joined = frozenset(fold(w) for row in lexicon.rows(_FILE, "joined") for w in row.list("words"))
    weak, glide, soft, lead = (letters[f"ar.stem.{name}"] for name in ("weak", "glide", "soft", "lead"))
    own = frozenset(fold(w) for row in lexicon.rows(_FILE, "whole") for w in row.list("words"))
    return StemTable(fronts, articles, endings, joined, weak, glide, soft, lead, own, whole)


def _affixes(row: Row) -> tuple[Affix, ...]:
    """Return a row's affixes, longest first."""
    least = int(row.values["least"])
    return tuple(Affix(fold(form), least) for form in sorted(row.list("forms"), key=len, reverse=True))


def _known(lexicon: Lexicon) -> frozenset[str]:
    """Return the folded words that the lexicon knows as ordinary."""
    rows = (*lexicon.rows(_FILE, "whole"), *lexicon.rows("ar/ordinary.toml", "head"))
    return frozenset(fold(word) for row in rows for word in row.list("words"))


def _names(lexicon: Lexicon) -> frozenset[str]:
    """Return the folded names of parties and places; of longer ones the first word: no particle begins it."""
    rows = (*lexicon.rows("shared/parties.tsv"), *lexicon.rows("shared/places.tsv"))
    return frozenset(fold(name.split()[0]) for row in rows for field in _NAMES for name in row.list(field))


_FILE = "ar/stems.toml"
_NAMES = ("names", "weak", "demonyms", "capitals", "seats")
