"""Which event of the PLOVER ontology an entry is, and what its topics add to the context.

Source: lexicon/data/shared/{plover,places,parties}.tsv
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final

from mahdar.lexicon.load import Row
from mahdar.lexicon.store import Lexicon

__all__ = ["NONE", "QUADS", "Coding", "PloverTable", "coding_of", "plover_table"]

NONE: Final = "none"
"""What stands for no event."""

QUADS: Final = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""The four kinds of event. Source: PLOVER manual 2021."""


@dataclass(frozen=True, slots=True)
class Coding:
    """One row: what an entry must be, and which event it is then."""

    id: str
    heads: frozenset[str]
    """Lexicon rows of verbs, one of which made the act; empty for any."""
    where: str
    """What must be there too: `target`, `money`, `humanitarian`; empty for nothing."""
    event: str
    mode: str
    context: str


@dataclass(frozen=True, slots=True)
class PloverTable:
    """The whole mapping."""

    codings: dict[tuple[str, str], tuple[Coding, ...]]
    """Type of entry and class, kind or action → rows in the file's order."""
    contexts: dict[str, str]
    """Track → context."""
    homes: dict[str, str]
    """English name of a place or a state → the state."""


def plover_table(lexicon: Lexicon) -> PloverTable:
    """Return the compiled table."""
    return lexicon.table("plover", _build)


def coding_of(
    table: PloverTable, kind: tuple[str, str], heads: Collection[str], there: Callable[[str], bool]
) -> Coding | None:
    """Return the first row that fits an entry; None where none does.

    Args:
        table: the mapping.
        kind: the entry's type, and its class, kind or action.
        heads: lexicon rows that made it.
        there: says whether a `where` holds.
    """
    for coding in table.codings.get(kind, ()):
        if (not coding.heads or not coding.heads.isdisjoint(heads)) and (
            not coding.where or there(coding.where)
        ):
            return coding
    return None


def _build(lexicon: Lexicon) -> PloverTable:
    codings: dict[tuple[str, str], tuple[Coding, ...]] = {}
    contexts: dict[str, str] = {}
    for row in lexicon.rows("shared/plover.tsv"):
        for value in row.list("value"):
            if row.text("entry") == "track":
                contexts[value] = row.text("context")
            else:
                key = (row.text("entry"), value)
                codings[key] = (*codings.get(key, ()), _coding(row))
    return PloverTable(codings, contexts, dict(_homes(lexicon)))


def _homes(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield places with their states, then states, which go before."""
    for row in lexicon.rows("shared/places.tsv"):
        if row.text("party"):
            yield row.text("name"), row.text("party")
    for row in lexicon.rows("shared/parties.tsv"):
        if row.text("kind") == "state":
            yield row.text("name"), row.text("code")


def _coding(row: Row) -> Coding:
    heads = frozenset(row.list("heads"))
    return Coding(
        row.text("id"), heads, row.text("where"), row.text("event"), row.text("mode"), row.text("context")
    )
