"""What words are names, how they are spelt in Latin letters, and which words are never part of one.

Source: lexicon/data/ar/names.tsv, ar/letters.tsv, ar/ordinary.toml, shared/people.tsv
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.phrases import fold_words
from mahdar.lexicon.store import Lexicon

__all__ = ["NameTable", "name_table", "servant_prefix"]

_SERVANT = "Abd"


@dataclass(frozen=True, slots=True)
class NameTable:
    """All lookups of the name grammar."""

    given: dict[str, str]
    """Folded given name → Latin spelling; empty where only the lexicon of people has it."""
    family: dict[str, str]
    particles: dict[str, str]
    """Words that bind the next one into a name (son of, family of, father of, von)."""
    sons: frozenset[str]
    """Particles that stand between a name and the father's."""
    servant: str
    """The folded prefix of servant-of names."""
    ordinary: frozenset[str]
    """Words that are part of no name, folded, without article."""
    letters: dict[str, str]
    """Letter → Latin letters, for names that no table has."""


def name_table(lexicon: Lexicon) -> NameTable:
    """Return the compiled table."""
    return lexicon.table("names", _build)


def servant_prefix(lexicon: Lexicon) -> str:
    """Return the folded prefix of servant-of names."""
    rows = lexicon.rows("ar/names.tsv")
    return next(fold(r.text("arabic")) for r in rows if r.text("latin") == _SERVANT)


def _build(lexicon: Lexicon) -> NameTable:
    """Compile the files; the people of the lexicon lend their first and last names."""
    servant = servant_prefix(lexicon)
    ordinary = frozenset(fold(w) for row in lexicon.rows("ar/ordinary.toml", "head") for w in row.list("words"))
    particles = _of_kind(lexicon, "particle", servant)
    known = tuple(_known_names(lexicon, servant))
    return NameTable(
        given=_of_kind(lexicon, "given", servant) | {},
        family=_of_kind(lexicon, "family", servant),
        particles=particles,
        sons=frozenset(p for p, latin in particles.items() if latin.lower() in _SONS),
        servant=servant,
        ordinary=ordinary,
        letters={row.text("arabic"): row.text("latin") for row in lexicon.rows("ar/letters.tsv")},
    )


_SONS = frozenset({"bin", "ibn", "ben", "bint", "ould", "wuld"})


def _of_kind(lexicon: Lexicon, kind: str, servant: str) -> dict[str, str]:
    """Return the names of a kind, servant-of names joined; the first Latin spelling of a name stays."""
    found: dict[str, str] = {}
    for row in lexicon.rows("ar/names.tsv"):
        if row.text("kind") == kind:
            name = "".join(fold_words(row.text("arabic")))
            found.setdefault(name, row.list("latin")[0])
    return found


def _known_names(lexicon: Lexicon, servant: str) -> Iterator[tuple[str, str]]:
    """Yield the first and the last word of each known person's names."""
    for row in lexicon.rows("shared/people.tsv"):
        for name in row.list("names"):
            words = fold_words(name)
            if len(words) > 1:
                yield words[0], words[-1]


def _missing(names: Iterable[str], found: dict[str, str], ordinary: frozenset[str]) -> dict[str, str]:
    """Return names that a table lacks and that are no ordinary words."""
    return {name: "" for name in names if len(name) > 2 and name not in found and name not in ordinary}
