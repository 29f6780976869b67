"""Every place as a phrase: the places of the lexicon and the capitals of states.

Source: lexicon/data/shared/{places,parties}.tsv, ar/organs.toml
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.store import Lexicon

__all__ = ["PlaceName", "place_table"]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What a phrase says about a place."""

    name: str
    """English."""
    party: str | None
    """The state that it lies in; None where it lies in no one state."""


def place_table(lexicon: Lexicon) -> PhraseTable[PlaceName]:
    """Return the compiled table."""
    return lexicon.table("places", _build)


def _build(lexicon: Lexicon) -> PhraseTable[PlaceName]:
    """Compile the files."""
    return PhraseTable(_phrases(lexicon))


def _phrases(lexicon: Lexicon) -> Iterator[tuple[str, PlaceName]]:
    """Yield every phrase; of two places of one name the first; a capital also with the word for capital."""
    capitals = {fold(n) for row in lexicon.rows("shared/parties.tsv") for n in row.list("capitals")}
    heads = lexicon.rows("ar/organs.toml", "head")
    words = [word for row in heads if row.text("role") == "capital" for word in row.list("words")]
    for row in lexicon.rows("shared/places.tsv"):
        place = PlaceName(row.text("name"), row.text("party") or None)
        for name in row.list("names"):
            yield name, place
            if fold(name) in capitals:
                yield from ((f"{word} {name}", place) for word in words)
                yield from ((f"{name} {word}", place) for word in words)
