"""Words that a person's name cannot hold: titles, parties, places; and nouns that make a name a thing's.

Source: lexicon/data/ar/{titles,organs}.toml, shared/{parties,organisations,places}.tsv
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from mahdar.lexicon.fold import fold
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import place_table
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.titles import title_table

__all__ = ["StopTable", "stop_table"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StopTable:
    """What ends a name or makes it a thing's."""

    stops: frozenset[str]
    """Folded words that end a name."""
    things: frozenset[str]
    """Nouns behind which a person's name is the name of a thing («مطار», «جائزة»)."""


def stop_table(lexicon: Lexicon) -> StopTable:
    """Return the compiled table."""
    return lexicon.table("stops", _build)


def _build(lexicon: Lexicon) -> StopTable:
    """Compile the files."""
    rows = lexicon.rows("ar/organs.toml", "head")
    things = frozenset(fold(w) for row in rows if row.text("role") == "named" for w in row.list("words"))
    named = _single(party_table(lexicon).names) | _single(place_table(lexicon))
    return StopTable(named | title_table(lexicon).heads, things)


def _single(table: PhraseTable[T]) -> frozenset[str]:
    """Return the phrases of one word."""
    return frozenset(head for head, rests in table.by_head.items() if any(not rest for rest, _ in rests))
