"""Claims about occasions, grouped so that those of one occasion, one edition or one series lie together.

One pass over the claims and a dictionary: what is compared is one claim for each value, never all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from mahdar.linking.contradictions.claims import OccasionClaim

__all__ = ["SHORT_KINDS", "Shelf", "by_value", "facing", "same_field", "shelve"]

SHORT_KINDS = frozenset({"strategic_dialogue", "session", "summit", "meeting", "call", "working_group"})
"""Kinds of occasion that are over in a day or two; a visit has many days and places."""

T = TypeVar("T")
V = TypeVar("V", bound=Hashable)

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The claims about occasions, by what makes two of them speak of one thing."""

    same: tuple[tuple[OccasionClaim, ...], ...]
    """Claims about one occasion or one edition."""
    days: tuple[tuple[OccasionClaim, ...], ...]
    """Claims about dialogues of the same parties on one day."""
    series: tuple[tuple[OccasionClaim, ...], ...]
    """Claims about dialogues of the same parties."""


def shelve(claims: Iterable[OccasionClaim]) -> Shelf:
    """Group claims."""
    same: defaultdict[Key, list[OccasionClaim]] = defaultdict(list)
    days: defaultdict[Key, list[OccasionClaim]] = defaultdict(list)
    series: defaultdict[Key, list[OccasionClaim]] = defaultdict(list)
    for claim in claims:
        if claim.kind not in SHORT_KINDS:
            continue
        dialogue = (claim.kind, claim.parties, claim.fields)
        numbered = claim.kind == "strategic_dialogue" and len(claim.parties) > 1
        if claim.tie is not None:
            same["occasion", claim.tie.occasion].append(claim)
        if claim.tie is not None and claim.tie.series is not None:
            series["tied", claim.tie.series, claim.fields].append(claim)
        elif numbered:
            series[dialogue].append(claim)
        if numbered and claim.edition is not None:
            same["edition", *dialogue, claim.edition].append(claim)
        if numbered and claim.when is not None and claim.when.spell.one_day and claim.held:
            days[*dialogue, claim.when.value].append(claim)
    return Shelf(_several(same), _several(days), tuple(map(tuple, series.values())))


def _several(groups: dict[Key, list[OccasionClaim]]) -> tuple[tuple[OccasionClaim, ...], ...]:
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def same_field(one: OccasionClaim, other: OccasionClaim) -> bool:
    """Say whether two dialogues can be one: neither names a field that the other does not."""
    return one.fields == other.fields


def by_value(
    claims: Iterable[OccasionClaim], value: Callable[[OccasionClaim], V | None]
) -> dict[V, list[OccasionClaim]]:
    """Sort claims by a value, those without one left out; the closest to the occasion first."""
    found: defaultdict[V, list[OccasionClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (one.rank, one.document, one.quoted)):
        its = value(claim)
        if its is not None:
            found[its].append(claim)
    return found


def facing(groups: dict[V, list[OccasionClaim]]) -> Iterator[tuple[OccasionClaim, OccasionClaim]]:
    """Yield for each two values the claims to show: one of each, of one document where there is such."""
    for mine, theirs in combinations(list(groups.values())[:_VALUES], 2):
        documents = {claim.document: claim for claim in reversed(theirs)}
        here = next((claim for claim in mine if claim.document in documents), None)
        yield (here, documents[here.document]) if here else (mine[0], theirs[0])


_VALUES = 6
"""Values of one thing that are compared; more of them tell of a wrong group, not of contradictions."""
