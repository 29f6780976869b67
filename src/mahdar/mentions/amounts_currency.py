"""Which of the currencies that share a name an article means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mahdar.language.clitics import readings
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.units import unit_table
from mahdar.model.prose import Prose

__all__ = ["open_code"]


def open_code(codes: Sequence[str], prose: Prose, lexicon: Lexicon) -> str | None:
    """Choose the currency whose issuer the prose names most; None where it names none of them.

    Args:
        codes: ISO 4217 codes that share the name.
        prose: the article's.
        lexicon: names parties and currencies.
    """
    issuers = unit_table(lexicon).parties
    wanted = {issuers[code]: code for code in reversed(codes) if code in issuers}
    names = party_table(lexicon).names.by_head
    named: Counter[str] = Counter()
    for word in prose.words:
        heads = (names.get(head, ()) for _, head in readings(word.fold))
        meant = {n.codes[0] for forms in heads for rest, n in forms if not rest and len(n.codes) == 1}
        named.update(meant & wanted.keys())
    best = named.most_common(1)
    return wanted[best[0][0]] if best else None
