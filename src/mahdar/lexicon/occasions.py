"""What tells occasions apart, compiled: words that say nothing of a subject, words that end a name.

Source: lexicon/data/ar/occasions.toml, ar/numbers.tsv, shared/{months.tsv,places.tsv,parties.tsv}
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.particles import attached_forms, tokens
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.word_terms import word_sets

__all__ = ["OccasionTable", "occasion_table"]


@dataclass(frozen=True, slots=True)
class OccasionTable:
    """All lookups that accounts of occasions are compared by."""

    passing: frozenset[str]
    """Folded words that say nothing about a subject."""
    closing: frozenset[str]
    """Folded words before which the name of an occasion ends."""
    numbers: frozenset[str]
    """Folded words of numbers and of ordinals, with what may be attached before them."""
    months: dict[str, int]
    """Folded name of a month of the civil calendar, with what may be attached before it → 1 to 12."""
    lands: dict[str, str]
    """English name of a place → the state that it lies in; states are not in it."""
    states: dict[str, str]
    """English name of a state → its code."""


def occasion_table(lexicon: Lexicon) -> OccasionTable:
    """Return the compiled words."""
    return lexicon.table("occasions", _build)


def _build(lexicon: Lexicon) -> OccasionTable:
    """Compile the files."""
    words = word_sets(lexicon.rows("ar/occasions.toml"))
    places = [row for row in lexicon.rows("shared/places.tsv") if row.text("party")]
    states = [row for row in lexicon.rows("shared/parties.tsv") if row.text("kind") == "state"]
    return OccasionTable(
        words["passing"],
        words["closing"],
        _numbers(lexicon),
        _months(lexicon),
        {row.text("name"): row.text("party") for row in places},
        {row.text("name"): row.text("code") for row in states},
    )


def _numbers(lexicon: Lexicon) -> frozenset[str]:
    """Return every word that stands in a number."""
    names = {
        token for row in lexicon.rows("ar/numbers.tsv") for n in row.list("names") for token in tokens(n)
    }
    return frozenset(form for name in names for _, form in attached_forms(name))


def _months(lexicon: Lexicon) -> dict[str, int]:
    """Return the months of the civil calendar that one word names and nothing else is called by."""
    found: dict[str, int] = {}
    for row in lexicon.rows("shared/months.tsv"):
        weak = {fold(name) for name in row.list("weak")}
        for name in row.list("names"):
            if row.text("family") != "hijri" and len(tokens(name)) == 1 and fold(name) not in weak:
                found.update({form: int(row.text("month")) for _, form in attached_forms(fold(name))})
    return found
