"""Documents → pairs of passages that cannot both be true, by named rules over what they claim.

Every document is read once and leaves a few claims; rules compare claims that lie together in a group: one
occasion, one edition, one instrument, one thing with an amount. No winner is chosen.

Limits: what is not read as an entry is not compared. A rule is silent where a generous reading of the words
lets both be true, and says `hard: false` where that reading is a strained one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from mahdar.lexicon import Lexicon
from mahdar.lexicon.contradictions import ClashTable, clash_table
from mahdar.linking.contradictions import deeds, occasions, sums
from mahdar.linking.contradictions.claims import OccasionClaim, occasion_claims
from mahdar.linking.contradictions.dossier import Dossier
from mahdar.linking.contradictions.shelf import shelve
from mahdar.linking.contradictions.weekdays import wrong_weekdays
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.links import Tie

__all__ = ["OCCASION_RULES", "Claims", "find_contradictions", "gather"]

OCCASION_RULES = (
    occasions.dates,
    occasions.editions,
    occasions.order,
    occasions.places,
    occasions.chairs,
    occasions.plans,
)
"""What is asked of the claims about occasions."""


@dataclass(slots=True)
class Claims:
    """All that documents claim, as far as rules compare it."""

    occasions: list[OccasionClaim] = field(default_factory=list)
    instruments: list[deeds.InstrumentClaim] = field(default_factory=list)
    amounts: list[sums.AmountClaim] = field(default_factory=list)
    found: list[Contradiction] = field(default_factory=list)
    """What needs no other passage to be seen."""


def gather(claims: Claims, dossier: Dossier, ties: Mapping[str, Tie], lexicon: Lexicon) -> None:
    """Put what one document claims among the claims.

    Args:
        claims: what other documents claim.
        dossier: the document.
        ties: of its meetings, by entry.
        lexicon: what is known of the language.
    """
    table = clash_table(lexicon)
    claims.occasions += occasion_claims(dossier, ties, lexicon)
    claims.instruments += deeds.instrument_claims(dossier, table)
    claims.amounts += sums.amount_claims(dossier, table)
    claims.found += wrong_weekdays(dossier, table)


def find_contradictions(claims: Claims, lexicon: Lexicon) -> tuple[Contradiction, ...]:
    """Return what cannot both be true, the hard ones first, then by the documents' words."""
    table = clash_table(lexicon)
    found: Iterable[Contradiction] = (
        *claims.found,
        *_of_occasions(claims, table),
        *deeds.days_of_deeds(claims.instruments, claims.occasions),
        *deeds.rungs(claims.instruments),
        *sums.differing_amounts(claims.amounts),
    )
    ordered = sorted(found, key=lambda one: (not one.hard, one.a, one.b, one.what))
    return tuple(_once(ordered))


def _once(found: Iterable[Contradiction]) -> Iterator[Contradiction]:
    """Yield contradictions, those left out that say of the same two passages what was said before."""
    seen: defaultdict[tuple[str, str], list[Contradiction]] = defaultdict(list)
    for one in found:
        pair = (min(one.a.document, one.b.document), max(one.a.document, one.b.document))
        if not any(_same_passages(one, other) for other in seen[pair]):
            seen[pair].append(one)
            yield one


def _same_passages(one: Contradiction, other: Contradiction) -> bool:
    """Say whether two contradictions are of the same passages and both of time, or of the same matter."""
    if one.what != other.what and not {one.what, other.what} <= _OF_TIME:
        return False
    ends = ((one.a, one.b), (one.b, one.a))
    return any(_meets(mine, other.a) and _meets(theirs, other.b) for mine, theirs in ends)


_OF_TIME = frozenset({"day", "date"})


def _meets(one: Quoted, other: Quoted) -> bool:
    return one.document == other.document and one.span.overlap(other.span) > 0


def _of_occasions(claims: Claims, table: ClashTable) -> Iterable[Contradiction]:
    shelf = shelve(claims.occasions)
    return [one for rule in OCCASION_RULES for one in rule(shelf, table)]
