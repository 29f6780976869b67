"""How much two things have in common: the shared terms of their nearest parts, rare ones counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum, log, sqrt

from mahdar.lexicon.follow import FollowWords
from mahdar.linking.follow_sessions import is_account
from mahdar.linking.follow_terms import keys_of, party_term, root_of, root_term, roots_of
from mahdar.linking.follow_view import Part, Thing
from mahdar.model.spans import Span

__all__ = ["NOTHING", "Likeness", "Weights"]

_COMMON = 0.25
_FIELD = 0.5
_PAIR = 0.8
_NAMED = 0.6
_FAMILY = 0.5
"""A root may be shared by chance."""
_IDLE = 0.4
"""Words of every communiqué alone say little, however many they are; so does a field of talks."""
_MANY = 3
"""Fields of talks that two lists have in common tell something; fewer are on every agenda."""
_FEW = 300
"""A register of fewer things counts as one of so many: rare means little where all is little."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two things share, in their two parts that are nearest to each other."""

    shared: float = 0.0
    """Sum of the weights of shared terms."""
    share: float = 0.0
    """Shared weight against the weight of the two parts: 1 where they are the same."""
    terms: tuple[str, ...] = ()
    """The heaviest first."""
    telling: bool = False
    """True where a term is shared that does not stand in every communiqué."""
    mine: Span | None = None
    theirs: Span | None = None

    @property
    def worth(self) -> float:
        """One number to order by."""
        return self.shared * sqrt(self.share)


NOTHING = Likeness()
"""Nothing is shared."""


@dataclass(slots=True)
class Weights:
    """Weights of terms from how many things hold them."""

    words: FollowWords
    counts: Counter[str] = field(default_factory=Counter)
    total: int = 0
    _facts: dict[str, tuple[float, bool, bool]] = field(default_factory=dict)
    """Term → its weight, whether it is a party, whether it tells anything."""
    _totals: dict[int, tuple[float, Part]] = field(default_factory=dict)
    """Part, by its address → its weight; the part is held so that the address stays its own."""

    @property
    def _common(self) -> frozenset[str]:
        return _terms(self.words.common)

    @property
    def _field(self) -> frozenset[str]:
        return _terms(self.words.field)

    def count(self, things: Iterable[Thing]) -> None:
        """Count the terms of things."""
        for thing in things:
            self.total += 1
            self.counts.update(set().union(*(part.terms for part in thing.parts)))
            if is_account(thing.scene):  # roots are compared between accounts alone
                self.counts.update(set().union(*(part.roots for part in thing.parts)))
        self._facts.clear()
        self._totals.clear()

    def of(self, term: str) -> float:
        """Return a term's weight: 1 for one that stands in one thing, less the more hold it."""
        return (self._facts.get(term) or self._learn(term))[0]

    def _weigh(self, term: str) -> float:
        size = max(self.total, _FEW) + 2
        rare = max(0.0, log(size / (self.counts[term] + 1)) / log(size))
        if party_term(term):
            return rare * _NAMED
        if root_term(term):
            return rare * _FAMILY * self._share(term)
        shares = [self._share(word) for word in term.split()]
        return rare * (shares[0] if len(shares) == 1 else _PAIR * sum(shares) / 2)

    def _share(self, word: str) -> float:
        """Return how much of its weight a word keeps for what it says at all."""
        if word in self._common:
            return _COMMON
        return _FIELD if word in self._field else 1.0

    def likeness(self, mine: Thing, theirs: Thing, *, families: bool = False) -> Likeness:
        """Return what two things share.

        Args:
            mine: one.
            theirs: the other.
            families: count roots that words share, too.
        """
        found = self._nearest(mine, theirs, families=families)
        if found is None:
            return NOTHING
        _, weight, share, telling, one, other = found
        kin = self._kin(one, other) if families else frozenset()
        terms = tuple(sorted((one.terms & other.terms) | kin, key=lambda term: (-self.of(term), term)))
        return Likeness(weight, share, terms, telling, one.span, other.span)

    def measure(self, mine: Thing, theirs: Thing) -> tuple[float, float]:
        """Return `shared` and `share` of what two things share, and no more than that."""
        found = self._nearest(mine, theirs)
        return (found[1], found[2]) if found else (0.0, 0.0)

    def _nearest(self, mine: Thing, theirs: Thing, *, families: bool = False) -> _Near | None:
        """Return the two parts that are nearest to each other, the first of equals."""
        best: _Near | None = None
        for one in mine.parts:
            for other in theirs.parts:
                shared = one.terms & other.terms
                if families:
                    shared |= self._kin(one, other)
                if shared:
                    weight, telling = self._sum(shared)
                    weight *= _IDLE if self._agenda(shared) else 1.0
                    whole = sqrt(self._total(one) * self._total(other))
                    share = weight / whole if whole else 0.0
                    worth = weight * sqrt(share)
                    if worth > (best[0] if best else 0.0):
                        best = worth, weight, share, telling, one, other
        return best

    def _kin(self, one: Part, other: Part) -> frozenset[str]:
        """Return the roots that two parts share in different words."""
        shared = one.roots & other.roots
        return shared - {root_of(term) for term in one.terms & other.terms} if shared else shared

    def _says(self, term: str) -> bool:
        """Say whether a term has a word that does not stand in every communiqué."""
        return not self._common.issuperset(term.split())

    def _agenda(self, terms: frozenset[str]) -> bool:
        """Say whether terms are on every agenda: words of every communiqué, and a field or two of talks."""
        common = self._common
        single = [term for term in terms if " " not in term and term not in common]
        return len(single) < _MANY and self._field.issuperset(single)

    def _total(self, part: Part) -> float:
        found = self._totals.get(id(part))
        if found is None:
            found = self._totals[id(part)] = self._sum(part.terms)[0], part
        return found[0]

    def _sum(self, terms: Iterable[str]) -> tuple[float, bool]:
        """Add weights up, and say whether any term tells something.

        Of parties only the rarest counts, for news name many in one breath. The sum is exact, so that it is
        the same in whatever order a set gives its terms.
        """
        parties, weights, telling = 0.0, [], False
        for term in terms:
            weight, is_party, says = self._facts.get(term) or self._learn(term)
            telling = telling or says
            if is_party:
                parties = max(parties, weight)
            else:
                weights.append(weight)
        return fsum(weights) + parties, telling

    def _learn(self, term: str) -> tuple[float, bool, bool]:
        found = self._facts[term] = self._weigh(term), party_term(term), self._says(term)
        return found


_Near = tuple[float, float, float, bool, Part, Part]
"""Worth, shared weight and share of two parts, whether they share anything telling, and the parts."""


@lru_cache(maxsize=8)
def _terms(words: frozenset[str]) -> frozenset[str]:
    """Return words as terms, and their roots."""
    return keys_of(words) | roots_of(words)
