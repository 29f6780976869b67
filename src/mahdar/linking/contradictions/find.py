"""Documents → pairs of passages that cannot both be true, by named rules over what they claim.

Every document is read once and leaves a few claims; rules compare claims that lie together in a group: one
occasion, one edition, one instrument, one thing with an amount. No winner is chosen.

Limits: what is not read as an entry is not compared. A rule is silent where a generous reading of the words
lets both be true, and says `hard: false` where that reading is a strained one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mahdar.lexicon import Lexicon
from mahdar.lexicon.contradictions import ClashTable, clash_table
from mahdar.linking.contradictions import deeds, occasions, promises, sums, tallies
from mahdar.linking.contradictions.claims import OccasionClaim, occasion_claims
from mahdar.linking.contradictions.dossier import Dossier
from mahdar.linking.contradictions.shelf import shelve
from mahdar.linking.contradictions.weekdays import wrong_weekdays
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.links import Tie

__all__ = ["OCCASION_RULES", "Claims", "claims_of", "find_contradictions", "gathered"]

OCCASION_RULES = (
    occasions.dates,
    occasions.editions,
    occasions.order,
    occasions.places,
    occasions.chairs,
    occasions.plans,
)
"""What is asked of the claims about occasions."""


@dataclass(frozen=True, slots=True)
class Claims:
    """All that documents claim, as far as rules compare it."""

    occasions: tuple[OccasionClaim, ...] = ()
    instruments: tuple[deeds.InstrumentClaim, ...] = ()
    amounts: tuple[sums.AmountClaim, ...] = ()
    promises: tuple[promises.PromiseClaim, ...] = ()
    tallies: tuple[tallies.TallyClaim, ...] = ()
    found: tuple[Contradiction, ...] = ()
    """What needs no other passage to be seen."""


def claims_of(dossier: Dossier, lexicon: Lexicon) -> Claims:
    """Return what one document claims, its occasions not yet tied to those of others."""
    table = clash_table(lexicon)
    return Claims(
        tuple(occasion_claims(dossier, lexicon)),
        tuple(deeds.instrument_claims(dossier, table)),
        tuple(sums.amount_claims(dossier, table)),
        tuple(promises.promise_claims(dossier, table)),
        tuple(tallies.tally_claims(dossier, table)),
        (*wrong_weekdays(dossier, table), *tallies.short_lists(dossier, table)),
    )


def gathered(documents: Iterable[Claims], ties: Mapping[str, Tie]) -> Claims:
    """Return what many documents claim together.

    Args:
        documents: what each claims.
        ties: of their meetings, by entry.
    """
    every = tuple(documents)
    return Claims(
        tuple(replace(claim, tie=ties.get(claim.entry)) for one in every for claim in one.occasions),
        tuple(claim for one in every for claim in one.instruments),
        tuple(claim for one in every for claim in one.amounts),
        tuple(claim for one in every for claim in one.promises),
        tuple(claim for one in every for claim in one.tallies),
        tuple(found for one in every for found in one.found),
    )


def find_contradictions(
    claims: Claims, offices: Iterable[Contradiction], lexicon: Lexicon
) -> tuple[Contradiction, ...]:
    """Return what cannot both be true, the hard ones first, then by the documents' words.

    Args:
        claims: of all documents.
        offices: those that `two_holders` found among the register's people.
        lexicon: words that decide whether statements clash.
    """
    table = clash_table(lexicon)
    tied = {one.entry: one.tie.occasion for one in claims.occasions if one.tie}
    found: Iterable[Contradiction] = (
        *claims.found,
        *offices,
        *_of_occasions(claims, table),
        *deeds.days_of_deeds(claims.instruments, claims.occasions),
        *deeds.rungs(claims.instruments),
        *sums.differing_amounts(claims.amounts),
        *promises.differing_dues(claims.promises),
        *tallies.differing_tallies(claims.tallies, tied),
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
