"""What is counted, as Arabic says it behind a number; two of a thing have a form of their own.

Source: lexicon/data/shared/counted.tsv
"""

from __future__ import annotations

from typing import Final

from mahdar.lexicon.load import Row
from mahdar.lexicon.store import Lexicon

__all__ = ["counted", "pair"]

_FEW: Final = range(3, 11)
_MANY: Final = range(11, 100)


def counted(lexicon: Lexicon, unit: str, number: float) -> str:
    """Return the Arabic noun of a unit behind a number; the unit itself where it has none.

    Args:
        lexicon: has the nouns.
        unit: as an amount has it: the English plural.
        number: decides the form.

    >>> from mahdar.lexicon import default_lexicon
    >>> [counted(default_lexicon(), "ships", number) for number in (4, 100)]
    ['سفن', 'سفينة']
    """
    row = lexicon.table("counted", _build).get(unit)
    if row is None:
        return unit
    last = number % 100
    if last in _FEW:
        return row.text("few")
    return (row.text("many") if last in _MANY else "") or row.text("one")


def pair(lexicon: Lexicon, unit: str) -> str:
    """Return the Arabic dual of a unit, which says «two» by itself; empty where it has none.

    >>> from mahdar.lexicon import default_lexicon
    >>> pair(default_lexicon(), "ships")
    'سفينتان'
    """
    row = lexicon.table("counted", _build).get(unit)
    return row.text("two") if row else ""


def _build(lexicon: Lexicon) -> dict[str, Row]:
    return {row.text("code"): row for row in lexicon.rows("shared/counted.tsv")}
