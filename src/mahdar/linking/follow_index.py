"""Which earlier things a thing may take up: looked up by what both hold, never by going through all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from mahdar.linking.follow_view import Thing
from mahdar.linking.follow_weights import Weights

__all__ = ["Index"]

_TELLING = 0.3
"""Terms of less weight lead to nobody."""
_BEST = 24
"""So many of a thing's terms are looked up, the heaviest."""
_MOST = 60
"""So many things are looked at for each key, the latest first."""


@dataclass(slots=True)
class Index:
    """Things by their terms, and by who does what to whom on which track."""

    weights: Weights
    _held: dict[str, list[Thing]] = field(default_factory=lambda: defaultdict(list))

    def add(self, thing: Thing) -> None:
        """Add a thing; in order of time."""
        for key in self._keys(thing):
            self._held[key].append(thing)

    def candidates(self, thing: Thing) -> Iterator[Thing]:
        """Yield what was added before and shares a key, each once, the latest first for each key."""
        seen: set[int] = set()
        for key in self._keys(thing):
            for other in islice(reversed(self._held.get(key, ())), _MOST):
                if id(other) not in seen:
                    seen.add(id(other))
                    yield other

    def _keys(self, thing: Thing) -> Iterator[str]:
        terms = {term for part in thing.parts for term in part.terms}
        heavy = sorted(filter(self._leads, terms), key=self._order)
        yield from heavy[:_BEST]
        if thing.type == "act" and thing.what != "discuss":
            for track in sorted(thing.tracks):
                yield f"{thing.what} {'+'.join(sorted(thing.doers))} {track}"

    def _leads(self, term: str) -> bool:
        """Say whether a term leads anywhere: others hold it, and few."""
        return self.weights.counts[term] > 1 and self.weights.of(term) >= _TELLING

    def _order(self, term: str) -> tuple[float, str]:
        return -self.weights.of(term), term
