"""The parties that the lexicon knows, for a user who looks up a code; what places are called in Arabic.

Source: lexicon/data/shared/{parties,organisations,places}.tsv
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.parties import ALPHA_2, codes_named
from mahdar.lexicon.store import Lexicon

__all__ = ["Party", "arabic_places", "parties_known"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party as a user looks it up."""

    code: str
    kind: str
    """`state`, `bloc`, `organisation`, `group`; `agency`, `company`… for what acts in its own name."""
    name: str
    """English."""
    name_ar: str
    names: tuple[str, ...]
    """Every Arabic name, the first included."""


def parties_known(lexicon: Lexicon, word: str = "") -> tuple[Party, ...]:
    """Return the parties that the lexicon knows, in its order.

    Args:
        lexicon: its parties and organisations.
        word: only those whose code, English name or one of whose Arabic names holds all these words.
    """
    parties = lexicon.table("parties_known", _parties)
    wanted = fold(word).casefold().split()
    return tuple(one for one in parties if _is_called(one, wanted, lexicon)) if wanted else parties


def _parties(lexicon: Lexicon) -> tuple[Party, ...]:
    files = ("shared/parties.tsv", "shared/organisations.tsv")
    return tuple(_party(row) for file in files for row in lexicon.rows(file))


def _party(row: Row) -> Party:
    names = row.list("names") or row.list("weak")
    return Party(
        row.text("code"), row.text("kind"), row.text("name"), names[0] if names else "", tuple(names)
    )


def _is_called(party: Party, words: list[str], lexicon: Lexicon) -> bool:
    """Say whether one name of a party holds all words, or they are its code of two letters."""
    names = (party.code, party.name, *party.names)
    if any(all(word in fold(name).casefold() for word in words) for name in names):
        return True
    return len(words[0]) == ALPHA_2 and party.code in codes_named(words[0], lexicon)


def arabic_places(lexicon: Lexicon) -> Mapping[str, str]:
    """Return places and states: English name → the first Arabic one."""
    return lexicon.table("arabic_places", _places)


def _places(lexicon: Lexicon) -> dict[str, str]:
    rows = [row for file in ("shared/parties.tsv", "shared/places.tsv") for row in lexicon.rows(file)]
    return {row.text("name"): next(iter(row.list("names")), "") for row in rows}
