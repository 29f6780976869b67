"""What reviewers said of the same entries → how far they agree, type by type.

Krippendorff's alpha for names of things (nominal data): one less the disagreement that there is over the
disagreement that chance would make of the same answers. 1 is agreement in everything, 0 what chance gives,
below 0 is worse than chance. It takes any number of reviewers and minds no answers that are missing.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011; the tests hold its examples.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from mahdar.model.codec import FIELDS
from mahdar.model.reviews import Word
from mahdar.register import Register

__all__ = ["Agreement", "Measured", "agreement", "alpha"]

_NONE: Final = "rejected"
"""What a reviewer who rejects an entry takes its class for: there is none."""
_KINDS: Final = ("meeting", "instrument", "act")
"""Types with a class or kind."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How far reviewers agree on one question."""

    type: str | None
    """Of the entries; None: all types."""
    question: str
    """`verdict`: accepted, corrected or rejected. `kind`: the class or kind that each stands for."""
    entries: int
    """That two reviewers or more judged."""
    judgements: int
    """Of these entries, by all reviewers."""
    same: float | None
    """Share of pairs of reviewers of one entry that said the same; None where there is no pair."""
    alpha: float | None
    """None where nothing was judged twice, or where everybody said one and the same of everything: nothing
    then tells agreement from habit."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the reviewers of a register agree."""

    measured: tuple[Measured, ...]
    """Order: all types, then each type that was judged twice; verdicts before kinds."""
    reviewers: tuple[tuple[str, int], ...]
    """Who judged, and how many entries. Order: by name."""
    pairs: tuple[tuple[str, str, Measured], ...]
    """Every two reviewers who judged the same entries, and how far these two agree on the verdicts."""


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha for nominal data.

    Args:
        units: what was said of each thing, one value a reviewer who judged it; things with less than two
            values do not count.

    Returns:
        At most 1; None where nothing has two values or there is only one value in all.

    >>> alpha([["a", "a"], ["b", "b"], ["a", "a"]]), alpha([["a", "a"], ["a", "a"]])
    (1.0, None)
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    totals: Counter[Hashable] = Counter()
    for one in paired:
        totals.update(one)
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    if not expected:
        return None
    observed = sum(_unlike(one) / (one.total() - 1) for one in paired)
    return 1 - (n - 1) * observed / expected


def agreement(register: Register, *, alone: bool = False) -> Agreement:
    """Measure how far the reviewers of a register agree.

    Args:
        register: whose reviewers said what they said last of each entry.
        alone: count only what was said without having seen what others said.
    """
    words = [one for one in register.reviews.words() if one.alone or not alone]
    types = [kind for kind in FIELDS if any(one.type == kind for one in words)]
    measured = [_measured(words, None, "verdict")] + [
        _measured([one for one in words if one.type == kind], kind, question)
        for kind in types
        for question in ("verdict", *(("kind",) if kind in _KINDS else ()))
    ]
    said = Counter(one.who for one in words)
    kept = tuple(one for one in measured if one.entries or one.type is None)
    return Agreement(kept, tuple(sorted(said.items())), tuple(_pairs(words, sorted(said))))


def _measured(words: Iterable[Word], kind: str | None, question: str) -> Measured:
    """Measure one question over some words."""
    answer = _ANSWERS[question]
    units: dict[str, list[str]] = defaultdict(list)
    for one in words:
        units[one.entry].append(answer(one))
    judged = [values for values in units.values() if len(values) > 1]
    pairs = sum(len(values) * (len(values) - 1) for values in judged)
    unlike = sum(_unlike(Counter(values)) for values in judged)
    same = 1 - unlike / pairs if pairs else None
    return Measured(kind, question, len(judged), sum(map(len, judged)), same, alpha(judged))


def _pairs(words: Sequence[Word], reviewers: Sequence[str]) -> Iterable[tuple[str, str, Measured]]:
    """Yield how far every two reviewers agree."""
    for one, other in combinations(reviewers, 2):
        measured = _measured([word for word in words if word.who in {one, other}], None, "verdict")
        if measured.entries:
            yield one, other, measured


def _unlike(values: Counter[Hashable]) -> int:
    """Return how many ordered pairs of one thing's values differ."""
    return values.total() ** 2 - sum(count * count for count in values.values())


def _kind(word: Word) -> str:
    return _NONE if word.verdict == "rejected" else word.kind or ""


_ANSWERS: Final[dict[str, Callable[[Word], str]]] = {"verdict": lambda word: word.verdict, "kind": _kind}
