"""What begins at a word, for all tables at once; words that a person's name cannot hold.

`kinds` lets the finders pass over the most words with one look: a bit for each table that has a phrase with
this head.

Source: lexicon/data/ar/{titles,organs}.toml, ar/names.tsv, shared/{parties,organisations,places,people}.tsv
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.names import name_table
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.people import people_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import place_table
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.titles import title_table

__all__ = ["HONORIFIC", "NAME", "PARTY", "PLACE", "SHORT", "SPEECH", "TITLE", "StopTable", "stop_table"]

PARTY, PLACE, TITLE, HONORIFIC, NAME, SHORT, SPEECH = 1, 2, 4, 8, 16, 32, 64
"""Bits of `StopTable.kinds`."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StopTable:
    """What ends a name or makes it a thing's."""

    stops: frozenset[str]
    """Folded words that end a name."""
    things: frozenset[str]
    """Nouns behind which a person's name is the name of a thing («مطار», «جائزة»)."""
    kinds: dict[str, int]
    """Folded head of any phrase → which finders know it."""


def stop_table(lexicon: Lexicon) -> StopTable:
    """Return the compiled table."""
    return lexicon.table("stops", _build)


def _build(lexicon: Lexicon) -> StopTable:
    """Compile the files."""
    rows = lexicon.rows("ar/organs.toml", "head")
    things = frozenset(fold(w) for row in rows if row.text("role") == "named" for w in row.list("words"))
    named = _single(party_table(lexicon).names) | _single(place_table(lexicon))
    sides = (fold(w) for r in lexicon.rows("ar/roles.toml", "role") for w in _forms(r) if _several(r, w))
    return StopTable(named | title_table(lexicon).heads | {*sides}, things, _kinds(lexicon))


def _forms(row: Row) -> tuple[str, ...]:
    """Return the words of a role."""
    return (row.text("word"), *row.list("variants"))


def _several(row: Row, word: str) -> bool:
    """Say whether a single word means two or more who act («الجانبين»): nobody is called so."""
    return row.text("number") in {"dual", "plural"} and " " not in word


def _kinds(lexicon: Lexicon) -> dict[str, int]:
    """Return for each head the bits of the tables that have it."""
    parties, titles = party_table(lexicon), title_table(lexicon)
    heads: list[tuple[int, Iterable[str]]] = [
        (PARTY, parties.names.by_head),
        (PARTY, parties.organs.by_head),
        (PLACE, place_table(lexicon).by_head),
        (TITLE, titles.titles.by_head),
        (TITLE, titles.pairs.by_head),
        (TITLE, titles.roles.by_head),
        (HONORIFIC, titles.honorifics.by_head),
        (NAME, people_table(lexicon).full.by_head),
        (NAME, name_table(lexicon).given),
        (NAME, (name_table(lexicon).servant,)),
        (NAME, name_table(lexicon).kunya),
        (SPEECH, name_table(lexicon).speech),
        (SHORT, people_table(lexicon).short.by_head),
        (NAME, (head for head, rests in people_table(lexicon).short.by_head.items() if rests[0][0])),
    ]
    kinds: dict[str, int] = {}
    for bit, words in heads:
        for word in words:
            kinds[word] = kinds.get(word, 0) | bit
    return kinds


def _single(table: PhraseTable[T]) -> frozenset[str]:
    """Return the phrases of one word."""
    return frozenset(head for head, rests in table.by_head.items() if any(not rest for rest, _ in rests))
