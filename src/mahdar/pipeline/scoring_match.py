"""Two accounts of one text, thing by thing: how far two agree, and which belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final, TypeAlias

from mahdar.model.spans import Span
from mahdar.model.units import DocumentId

__all__ = [
    "Account", "Match", "Pair", "Paired", "Thing", "agreement", "is_same_person", "name_words", "paired",
    "shared", "words_in",
]  # fmt: skip

_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^a-z]+")
_NO_NAMES: Final = frozenset({"al", "el", "bin", "ben", "ibn", "sheikh", "dr"})
"""Particles and titles: spellings differ in whether they write them."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that an account holds of a text."""

    spans: tuple[Span, ...]
    """The words that it rests on, at least one run."""
    fields: Mapping[str, Any]
    """Spans among them as `Span`."""


@dataclass(frozen=True, slots=True)
class Account:
    """What an annotation or a register says of one text."""

    name: str
    """Of the document."""
    layers: Mapping[str, Sequence[Thing]]
    document: DocumentId | None = None
    """Hash of the text; None where it is not known."""


Match: TypeAlias = Callable[[Thing, Thing], float]
"""The annotation's thing, the register's → how well they match; 0: not at all."""
Pair: TypeAlias = tuple[Thing, Thing]


@dataclass(frozen=True, slots=True)
class Paired:
    """What of two accounts belongs together."""

    pairs: tuple[Pair, ...]
    """The best match first."""
    missed: tuple[Thing, ...]
    extra: tuple[Thing, ...]


def paired(gold: Sequence[Thing], found: Sequence[Thing], match: Match) -> Paired:
    """Pair things one to one, the best match first; of equal ones the first.

    Args:
        gold: what the annotation has.
        found: what the register has.
        match: how well two match.
    """
    scored = ((match(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found))
    left, right, pairs = set(range(len(gold))), set(range(len(found))), []
    for _, i, j in sorted((one for one in scored if one[0] > 0), key=lambda one: (-one[0], one[1], one[2])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((gold[i], found[j]))
    missed = tuple(gold[i] for i in sorted(left))
    return Paired(tuple(pairs), missed, tuple(found[j] for j in sorted(right)))


def shared(one: Span, other: Span) -> float:
    """Return the share of two runs that both hold: intersection over union.

    >>> shared(Span(0, 4), Span(2, 6))
    0.3333333333333333
    """
    both = one.overlap(other)
    return both / (one.end - one.start + other.end - other.start - both) if both else 0.0


def agreement(one: Collection[Any], other: Collection[Any]) -> float:
    """Return how far two sets agree: F1; 1 where both are empty.

    >>> agreement({"KWT", "USA"}, {"KWT"}), agreement((), ())
    (0.6666666666666666, 1.0)
    """
    mine, theirs = set(one), set(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 1.0


def words_in(text: str, span: Span | None) -> set[int]:
    """Return where the words begin that lie wholly in a span."""
    if span is None:
        return set()
    words = takewhile(lambda one: one.end() <= span.end, _WORD.finditer(text, span.start))
    starts = {one.start() for one in words}
    is_cut = span.start > 0 and _WORD.match(text, span.start - 1) is not None
    return starts - {span.start} if is_cut else starts


def name_words(name: str | None) -> frozenset[str]:
    """Return a Latin name as words that any spelling has: no case, marks, hyphens, particles, titles.

    >>> sorted(name_words("Sheikh Tamim bin Hamad Al-Thani"))
    ['hamad', 'tamim', 'thani']
    """
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return frozenset(one for one in _LETTERS.split(plain) if len(one) > 1 and one not in _NO_NAMES)


def is_same_person(one: str | None, other: str | None) -> bool:
    """Say whether two Latin names can be one person's: they share a word, or neither names anybody."""
    if not one and not other:
        return True
    mine, theirs = name_words(one), name_words(other)
    return bool(mine & theirs) if mine and theirs else one == other
