"""National news agencies: the marks of their datelines and signatures → the state whose agency it is.

Source: lexicon/data/ar/agencies.toml
"""

from __future__ import annotations

from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.store import Lexicon

__all__ = ["agency_table"]


def agency_table(lexicon: Lexicon) -> PhraseTable[str]:
    """Return the compiled table: phrase → code of a state."""
    return lexicon.table("agencies", _build)


def _build(lexicon: Lexicon) -> PhraseTable[str]:
    """Compile the file."""
    rows = lexicon.rows("ar/agencies.toml", "head")
    return PhraseTable((word, row.text("party")) for row in rows for word in row.list("words"))
