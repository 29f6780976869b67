"""Which earlier things a thing may take up: looked up by what both hold, never by going through all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mahdar.linking.follow_sessions import is_account
from mahdar.linking.follow_view import Thing
from mahdar.linking.follow_weights import Weights

__all__ = ["Index", "leading_terms"]

_TELLING = 0.3
"""Terms of less weight lead to nobody."""
_BEST = 24
"""So many of a thing's terms are looked up, the heaviest."""
_MOST = 60
"""So many things are looked at for each key, the latest first."""


@dataclass(slots=True)
class Index:
    """Things by their terms and by who does what on which track, in accounts by who and track alone."""

    weights: Weights
    _things: list[Thing] = field(default_factory=list)
    _held: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Key → where in the order of time the things that have it stand."""
    _last: tuple[Thing, tuple[str, ...]] | None = None

    def add(self, thing: Thing) -> None:
        """Add a thing; in order of time."""
        at = len(self._things)
        self._things.append(thing)
        for key in self._keys(thing):
            self._held[key].append(at)

    def candidates(self, thing: Thing) -> Iterator[Thing]:
        """Yield what was added before and shares a key, each once, the latest first for each key."""
        places = (place for key in self._keys(thing) for place in reversed(self._held.get(key, ())[-_MOST:]))
        return (self._things[place] for place in dict.fromkeys(places))

    def _keys(self, thing: Thing) -> tuple[str, ...]:
        """Return a thing's keys: asked for twice, by who asks for candidates and when it is added."""
        if self._last is None or self._last[0] is not thing:
            self._last = thing, tuple(self._made(thing))
        return self._last[1]

    def _made(self, thing: Thing) -> Iterator[str]:
        yield from leading_terms(thing, self.weights)
        if is_account(thing.scene):
            yield from _leading((root for part in thing.parts for root in part.roots), self.weights)
        if thing.type == "act" and thing.what != "discuss":
            who = "+".join(sorted(thing.doers))
            yield from (f"{thing.what} {who} {track}" for track in sorted(thing.tracks))
            if is_account(thing.scene):
                yield from (f"account {who} {track}" for track in sorted(thing.tracks))


def leading_terms(thing: Thing, weights: Weights) -> list[str]:
    """Return the terms of a thing that lead to others: those that few others hold, the rarest first."""
    return _leading((term for part in thing.parts for term in part.terms), weights)


def _leading(terms: Iterable[str], weights: Weights) -> list[str]:
    weighed = ((-weights.of(term), term) for term in set(terms) if weights.counts[term] > 1)
    return [term for weight, term in sorted(weighed) if -weight >= _TELLING][:_BEST]
