"""How surely a later thing takes up an earlier one: what they share, who does them, on which tracks."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Final

from mahdar.linking.follow_meaning import Sense
from mahdar.linking.follow_pairs import ALONE, Beside, Pair
from mahdar.linking.follow_rules import Relation
from mahdar.linking.follow_terms import party_term, root_term
from mahdar.linking.follow_view import Thing
from mahdar.linking.follow_weights import NOTHING, Likeness

__all__ = ["LEAST", "Found", "judged", "sure"]

LEAST: Final = 0.1
"""Least evidence of a link; below it more were wrong than right."""

_BASE: Final = -2.6
_WORTH: Final = 1.5
_ENOUGH: Final = 2.2
"""Likeness beyond this makes nothing surer."""
_SAME_DOERS: Final = 0.5
_TRACKS: Final = 0.9
_BROAD: Final = frozenset({"regional", "bilateral"})
_VAGUE: Final = 0.5
"""Tracks on which everything can stand count half."""
_AGAIN: Final = 0.8
_SAME_NAME: Final = 0.6
_NAMED: Final = 0.6
"""Two texts have one name where they share so much of it."""
_TITLES: Final = 1.5
"""Against a link between two texts whose titles share only what every title has («للتعاون في مجال»)."""
_OTHERS: Final = 1.0
"""Against a link between what is said of one state and of another: like words of like conflicts."""
_LOOKS_BACK: Final = 0.8
"""Between accounts of two sessions; measured on dialogues over years."""
_LEAD: Final = 1.0
"""Of two that share more than either with anything else."""
_SOLE: Final = 0.5
_NEARER: Final = 6.0
_FAR: Final = 0.25
"""Of two that mean the same: a lead beyond this makes nothing surer."""
_NEAR: Final = 1.0
_USUAL: Final = 0.6
"""So much nearer than to all else are two that take each other up: less speaks against it."""
_STEEP: Final = 0.8
_EVEN: Final = 0.55
"""The share of links with the least evidence that were found right in news; in dialogues nearly all are."""
_RANK: Final = 0.15


@dataclass(frozen=True, slots=True)
class Found:
    """A link that may be: between whom, of what kind, on what evidence."""

    later: Thing
    earlier: Thing
    kind: str
    evidence: float
    likeness: Likeness = NOTHING
    why: str = ""

    @property
    def score(self) -> float:
        """How sure it is, 0..1."""
        return sure(self.evidence)

    @property
    def told(self) -> str:
        """What it rests on, in a few words."""
        return self.why or _shared_words(self)

    @property
    def order(self) -> float:
        """Where it stands among others: what speaks first of an occasion goes before what reports it."""
        return self.evidence - _RANK * (self.later.scene.rank + self.earlier.scene.rank)


def judged(pair: Pair, standing: Beside = ALONE, sense: Sense | None = None) -> Found:
    """Return a link with its evidence.

    Args:
        pair: what may take up what, and what they share.
        standing: how they stand among all pairs of their articles.
        sense: how they lie to each other in meaning, where that was asked.
    """
    later, earlier, relation, likeness = pair.later, pair.earlier, pair.relation, pair.likeness
    evidence = _BASE + _WORTH * min(likeness.worth, _ENOUGH) + relation.ease
    evidence += _SAME_DOERS * (bool(later.doers) and later.doers == earlier.doers)
    both = later.tracks & earlier.tracks
    evidence += _TRACKS * _shared(later.tracks, earlier.tracks) * (1.0 if both - _BROAD else _VAGUE)
    evidence -= _TITLES * (_text(later) and _text(earlier) and not likeness.telling)
    named = later.type == earlier.type == "instrument" and likeness.share >= _NAMED
    evidence += _SAME_NAME * named + _AGAIN * _said_again(later, earlier, relation, likeness)
    evidence -= _OTHERS * _of_others(later, earlier)
    evidence += _LOOKS_BACK * pair.looks_back + _LEAD * min(standing.lead, 1.0) + _SOLE * standing.sole
    if sense is not None:
        evidence += _NEARER * min(sense.lead, _FAR) + _NEAR * (sense.above - _USUAL)
    return Found(later, earlier, relation.kind, evidence, likeness)


def sure(evidence: float) -> float:
    """Return the share of links of so much evidence that are right, from the judged ones.

    >>> sure(LEAST) < sure(1.0) < sure(9.0) <= 0.99
    True
    """
    odds = exp(_STEEP * (evidence - LEAST)) * _EVEN / (1 - _EVEN)
    return round(min(0.99, odds / (1 + odds)), 2)


def _said_again(later: Thing, earlier: Thing, relation: Relation, likeness: Likeness) -> bool:
    """Say whether a thing says itself that it was said before, and this can be what is meant."""
    if not later.again or relation.kind != "restates":
        return False
    return likeness.telling or (later.what == earlier.what and bool(likeness.terms))


def _text(thing: Thing) -> bool:
    """Say whether a thing is a text, or its signing."""
    return thing.type == "instrument" or thing.what == "sign"


def _of_others(later: Thing, earlier: Thing) -> bool:
    """Say whether two things are about third states, and none of them is in both."""
    mine, theirs = (
        {term for part in one.parts for term in part.terms if party_term(term)} for one in (later, earlier)
    )
    return bool(mine and theirs) and not mine & theirs


def _shared_words(one: Found) -> str:
    """Return the heaviest terms that both ends have."""
    words = [term for term in one.likeness.terms if not root_term(term)]
    pairs = [term for term in words if " " in term]
    single = [term for term in words if " " not in term and not any(term in p for p in pairs)]
    said = ", ".join(term.removeprefix("@") for term in (*pairs, *single)[:_WORDS])
    if said:
        return f"both: {said}"
    roots = ", ".join(term.removeprefix("*") for term in one.likeness.terms[:_WORDS])
    return f"words of one root: {roots}" if roots else f"the same {one.later.what} by the same"


_WORDS = 3


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Return how much of two sets is in both."""
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
