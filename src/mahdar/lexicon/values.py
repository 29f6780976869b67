"""The words that a field of the register may hold, with an Arabic label and what each means.

Source: lexicon/data/shared/values.toml
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.lexicon.store import Lexicon

__all__ = ["Value", "values_of"]


@dataclass(frozen=True, slots=True)
class Value:
    """One word of a closed set."""

    name: str
    label: str
    """Arabic."""
    meaning: str
    """One English sentence."""


def values_of(lexicon: Lexicon, kind: str) -> tuple[Value, ...]:
    """Return the words of a set, in the lexicon's order.

    >>> from mahdar.lexicon import default_lexicon
    >>> [value.name for value in values_of(default_lexicon(), "tracks")][:2]
    ['defence', 'security']
    """
    rows = lexicon.rows("shared/values.toml", "value")
    return tuple(
        Value(row.text("name"), row.text("ar"), row.text("meaning"))
        for row in rows
        if row.text("set") == kind
    )
