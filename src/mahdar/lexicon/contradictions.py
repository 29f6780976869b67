"""Words that decide whether two statements of fact clash, compiled.

Source: lexicon/data/ar/{contradictions,dates,names,numbers,titles}, shared/{places,parties}.tsv
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.numbers import number_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.titles import title_table

__all__ = ["ClashTable", "clash_table", "weekday_names"]

_WHOLE = frozenset({"city", "venue", "country"})
"""Kinds of place of which two different ones cannot be one; a region may hold a city."""


@dataclass(frozen=True, slots=True)
class ClashTable:
    """What a statement's words say about how firm it is and what it is about."""

    phrases: dict[str, PhraseTable[str]]
    """Kind of head → its phrases."""
    words: dict[str, frozenset[str]]
    """Kind of head → its single words, folded."""
    weekdays: dict[str, int]
    """Folded name of a weekday → 0 Monday … 6 Sunday."""
    places: dict[str, tuple[str | None, str]]
    """English name of a place or state → the state that it lies in, and the place's kind."""
    offices: frozenset[str]
    """English titles of offices that one person holds at a time."""
    numbers: dict[str, int]
    """Folded number word → its value; those of one word that mean no multiple of thousands."""

    joining: frozenset[str]
    """Particles of names: folded in Arabic, and in Latin letters without capitals."""

    def telling(self, name: Iterable[str]) -> frozenset[str]:
        """Return the words of a name that tell one person from another: «bin» stands in every second one."""
        return frozenset(word for word in name if word.casefold() not in self.joining)

    def apart(self, one: str, other: str) -> bool:
        """Say whether two places cannot be one: neither lies in the other, as far as is known."""
        mine, theirs = self.places.get(one), self.places.get(other)
        if one == other or mine is None or theirs is None:
            return False
        if not {mine[1], theirs[1]} <= _WHOLE or mine[0] is None or theirs[0] is None:
            return False
        return mine[0] != theirs[0] or {mine[1], theirs[1]} == {"city"}


def clash_table(lexicon: Lexicon) -> ClashTable:
    """Return the compiled table."""
    return lexicon.table("contradictions", _build)


def _build(lexicon: Lexicon) -> ClashTable:
    """Compile the files."""
    by_kind: dict[str, list[str]] = {}
    for row in lexicon.rows("ar/contradictions.toml", "head"):
        by_kind.setdefault(row.text("kind"), []).extend(row.list("words"))
    return ClashTable(
        {kind: PhraseTable((word, kind) for word in words) for kind, words in by_kind.items()},
        {kind: frozenset(fold(w) for w in words if " " not in w) for kind, words in by_kind.items()},
        weekday_names(lexicon),
        _places(lexicon),
        _offices(by_kind["sole"], lexicon),
        _numbers(lexicon),
        _joining(lexicon),
    )


def _offices(words: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the English titles, those of single parties too, that words for offices stand for."""
    titles = title_table(lexicon).titles
    found = (titles.at(folds, 0, folds[0]) for folds in (fold(word).split() for word in words))
    meant = [one[1] for one in found if one]
    return frozenset(title for one in meant for title in (one.title, *(name for _, name in one.title_for)))


def _joining(lexicon: Lexicon) -> frozenset[str]:
    """Return the particles of names in both scripts."""
    rows = [row for row in lexicon.rows("ar/names.tsv") if row.text("kind") == "particle"]
    latin = {word.casefold() for row in rows for word in row.list("latin")}
    return frozenset(latin | {fold(row.text("arabic")) for row in rows})


def _numbers(lexicon: Lexicon) -> dict[str, int]:
    terms = number_table(lexicon).terms.items()
    return {
        word: int(one.value)
        for word, its in terms
        for one in its
        if one.kind == "cardinal" and not one.rest and not one.taken
    }


def weekday_names(lexicon: Lexicon) -> dict[str, int]:
    """Return the folded names of weekdays: 0 Monday … 6 Sunday."""
    rows = (row for row in lexicon.rows("ar/dates.toml", "head") if row.text("kind") == "weekday")
    return {fold(word): int(row.values["value"]) for row in rows for word in row.list("words")}


def _places(lexicon: Lexicon) -> dict[str, tuple[str | None, str]]:
    """Read which state each place lies in; a state lies in itself."""
    states = {
        row.text("name"): (row.text("code"), "country")
        for row in lexicon.rows("shared/parties.tsv")
        if row.text("kind") == "state"
    }
    places = {
        row.text("name"): (row.text("party") or None, row.text("kind"))
        for row in lexicon.rows("shared/places.tsv")
    }
    return {**places, **states}
