"""Patterns by which a word is traced to its root.

Source: lexicon/data/ar/roots.toml, and the weak letters of ar/stems.toml
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.stems import stem_table
from mahdar.lexicon.store import Lexicon

__all__ = ["RootTable", "root_table"]


@dataclass(frozen=True, slots=True, eq=False)
class RootTable:
    """Patterns of words, by their length."""

    patterns: dict[int, tuple[re.Pattern[str], ...]]
    """Each with a group for each of a root's letters, what is tried first first."""
    weak: frozenset[str]
    """Letters that count as one in a root."""

    def root(self, word: str) -> str:
        """Return the root of the first pattern that a folded word fits; empty where it fits none."""
        letters = word if len(word) == _LETTERS else self._fitting(word)
        return "".join(_WEAK if letter in self.weak else letter for letter in letters)

    def _fitting(self, word: str) -> str:
        found = (pattern.fullmatch(word) for pattern in self.patterns.get(len(word), ()))
        return next(("".join(match.groups()) for match in found if match), "")


_LETTERS = 3
"""Of a root."""
_WEAK = "\N{ARABIC LETTER WAW}"


def root_table(lexicon: Lexicon) -> RootTable:
    """Return the compiled table."""
    return lexicon.table("roots", _build)


def _build(lexicon: Lexicon) -> RootTable:
    """Compile the files."""
    by_length: dict[int, list[re.Pattern[str]]] = {}
    for row in lexicon.rows("ar/roots.toml", "pattern"):
        for form in map(fold, row.list("forms")):
            by_length.setdefault(len(form), []).append(re.compile(re.sub(r"\d", "(.)", form)))
    stems = stem_table(lexicon)
    weak = stems.weak | stems.glide | {"\N{ARABIC LETTER HAMZA}"}
    return RootTable({length: tuple(its) for length, its in by_length.items()}, weak)
