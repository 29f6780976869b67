"""Passages that are nearly alike, found without comparing each with each.

A passage's pairs of neighbouring stems are hashed to a MinHash, whose rows are cut into bands; each band is
one integer key. Two passages that share a key are candidates, to be laid side by side by `alignment`. Keys
are the same in every process and on every machine, so a table can hold them.

Limits: with 16 bands of 3 rows a pair that shares half of its word pairs is found in 88 of 100 cases, one
that shares three quarters in practically all, one that shares a fifth in 12. A passage of one word has none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Final, Generic, TypeVar

from rensa import RMinHash

from mahdar.linking.words import Compared

__all__ = ["LikenessIndex", "likeness_keys"]

_BANDS, _ROWS, _SEED = 16, 3, 20
_FEWEST: Final = 3
"""Word pairs; with fewer anything is like anything."""
_CROWD: Final = 200
"""A key that more passages share is a formula, and says nothing about which of them belong together."""

T = TypeVar("T", bound=Hashable)


def likeness_keys(passages: Sequence[Sequence[Compared]]) -> tuple[tuple[int, ...], ...]:
    """Return the keys of each passage, as integers of 63 bits; none for one of fewer than four words.

    Cost: some 10 microseconds a passage.
    """
    shingles = [_shingles(words) for words in passages]
    digests: list[list[int]] = RMinHash.digests_from_token_sets(shingles, _BANDS * _ROWS, _SEED)
    return tuple(
        tuple(_bands(digest)) if len(pairs) >= _FEWEST else ()
        for pairs, digest in zip(shingles, digests, strict=True)
    )


def _shingles(words: Iterable[Compared]) -> list[str]:
    """Return the pairs of neighbouring stems."""
    return [f"{one.stem} {other.stem}" for one, other in pairwise(words)]


def _bands(digest: Sequence[int]) -> Iterator[int]:
    """Hash the rows of each band to one integer."""
    for band in range(_BANDS):
        rows = digest[band * _ROWS : (band + 1) * _ROWS]
        packed = b"".join(value.to_bytes(8, "big") for value in (band, *rows))
        yield int.from_bytes(blake2b(packed, digest_size=8).digest(), "big") >> 1


class LikenessIndex(Generic[T]):
    """Passages by their keys, in memory."""

    def __init__(self) -> None:
        self._held: dict[int, list[T]] = defaultdict(list)

    def add(self, name: T, keys: Iterable[int]) -> None:
        """Put a passage in; one beyond what a key may hold is not found by that key."""
        for key in keys:
            if len(self._held[key]) < _CROWD:
                self._held[key].append(name)

    def candidates(self, keys: Iterable[int]) -> list[tuple[T, int]]:
        """Return who shares keys and how many, most first."""
        found: Counter[T] = Counter()
        for key in keys:
            names = self._held.get(key, ())
            if len(names) < _CROWD:
                found.update(names)
        return found.most_common()
