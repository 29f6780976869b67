"""Sets of words by which a report is laid beside the statement that it reports.

Source: lexicon/data/ar/compare.toml, ar/numbers.tsv
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.lexicon.contradictions import weekday_names
from mahdar.lexicon.fold import fold
from mahdar.lexicon.numbers import number_table
from mahdar.lexicon.store import Lexicon

__all__ = ["CompareTable", "compare_table"]


@dataclass(frozen=True, slots=True)
class CompareTable:
    """Folded words; each field is the set of that name in the file."""

    light: frozenset[str]
    """Grammar: says nothing of its own."""
    courtesy: frozenset[str]
    source: frozenset[str]
    """What a report calls the text that it reports."""
    according: frozenset[str]
    """Opens an aside that names the source."""
    that: frozenset[str]
    """Opens reported speech."""
    report: frozenset[str]
    """Frames reported speech."""
    topic: frozenset[str]
    """Names what the text turns to."""
    generic: frozenset[str]
    """Points at a party named before."""
    pointing: frozenset[str]
    about: frozenset[str]
    """Makes a number larger, smaller or rough."""
    negation: frozenset[str]
    dependent: frozenset[str]
    """Opens a clause that belongs to the one before."""
    list: frozenset[str]
    """Opens a list whose members are told one by one."""
    numerals: frozenset[str]
    """Numbers and fractions in words."""
    weekdays: frozenset[str]


def compare_table(lexicon: Lexicon) -> CompareTable:
    """Return the compiled table."""
    return lexicon.table("compare", _build)


def _build(lexicon: Lexicon) -> CompareTable:
    """Compile the file."""
    rows = lexicon.rows("ar/compare.toml", "words")
    sets = {row.text("id").rpartition(".")[2]: frozenset(map(fold, row.list("words"))) for row in rows}
    named = {name: sets.get(name, frozenset()) for name in CompareTable.__slots__}
    numerals, weekdays = frozenset(number_table(lexicon).terms), frozenset(weekday_names(lexicon))
    return CompareTable(**named | {"numerals": numerals, "weekdays": weekdays})
