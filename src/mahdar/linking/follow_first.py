"""Of what several accounts of one occasion tell, what speaks first: a statement goes before its reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mahdar.linking.follow_score import Found
from mahdar.linking.follow_view import Thing
from mahdar.linking.follow_weights import Weights

__all__ = ["first_hand", "reports"]

_REPORTED = 0.5
"""The share of their words in which two accounts of one occasion tell one thing."""


def first_hand(found: Iterable[Found], things: Iterable[Thing], weights: Weights) -> list[Found]:
    """Return links with each end moved to where the same thing is told first-hand.

    Args:
        found: links, of which many may be between reports of the same two things.
        things: all of them.
        weights: knows how rare terms are.
    """
    told: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in things:
        told[thing.scene.occasion, thing.what].append(thing)
    known: dict[int, Thing] = {}

    def moved(one: Found) -> Found:
        later, earlier = (_first(end, told, known, weights) for end in (one.later, one.earlier))
        if later is one.later and earlier is one.earlier:
            return one
        return replace(one, later=later, earlier=earlier, likeness=weights.likeness(later, earlier))

    return [moved(one) for one in found]


def reports(one: Thing, other: Thing, weights: Weights) -> bool:
    """Say whether two accounts of one occasion tell the same thing."""
    if one.scene.occasion != other.scene.occasion or one.what != other.what:
        return False
    return weights.likeness(one, other).share >= _REPORTED


def _first(
    end: Thing,
    told: Mapping[tuple[str, str], Sequence[Thing]],
    known: dict[int, Thing],
    weights: Weights,
) -> Thing:
    """Return the same thing as the account of least rank tells it."""
    if id(end) not in known:
        others = [one for one in told[end.scene.occasion, end.what] if one.scene.rank < end.scene.rank]
        same = [one for one in others if reports(end, one, weights)]
        known[id(end)] = min(
            same, key=lambda one: (one.scene.rank, -weights.likeness(end, one).share), default=end
        )
    return known[id(end)]
