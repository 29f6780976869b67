"""Pairs of sessions with what became of what, and how well that is found."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mahdar.linking.editions import Finding, SessionComparison
from mahdar.model.spans import Span
from mahdar.pipeline.editions import compare_in_register
from mahdar.pipeline.library import read_text
from mahdar.pipeline.sessions import session_of_document
from mahdar.register import Register

FOLDER = Path(__file__).parent / "sessions"


@dataclass(frozen=True)
class Expected:
    """What became of an item, by hand."""

    what: str
    kind: str
    earlier: Span | None
    later: Span | None


@dataclass(frozen=True)
class Pair:
    """Two sessions."""

    name: str
    texts: tuple[str, str]
    expected: tuple[Expected, ...]


def load(name: str) -> Pair:
    """Read a pair."""
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    first, second = data["first"], data["second"]
    expected = tuple(
        Expected(
            one["what"], one["kind"], _where(first, one.get("earlier")), _where(second, one.get("later"))
        )
        for one in data["finding"]
    )
    return Pair(name, (first, second), expected)


def _where(text: str, words: str | None) -> Span | None:
    """Return where words stand; they must stand there once."""
    if words is None:
        return None
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def found_in(pair: Pair) -> SessionComparison:
    """Read both sessions and compare them."""
    with Register.open(":memory:") as register:
        register.add(read_text(text, f"{n}.txt") for n, text in enumerate(pair.texts))
        sessions = [session_of_document(register, f"{n}.txt") for n in (0, 1)]
        return compare_in_register(register, *sessions).comparison


def _meets(expected: Span | None, found: object) -> bool:
    """Say whether an item is the one that was meant; where none was meant none may be there."""
    span = getattr(found, "span", None)
    if expected is None or span is None:
        return expected is span
    return bool(expected.overlap(span))


def agrees(expected: Expected, found: Finding) -> bool:
    """Say whether a finding is one that was expected; kinds of items may be read otherwise."""
    return (
        expected.what == found.what
        and (expected.kind == "instrument") == (found.kind == "instrument")
        and _meets(expected.earlier, found.earlier)
        and _meets(expected.later, found.later)
    )


def score(pair: Pair, comparison: SessionComparison) -> dict[str, tuple[int, int, int]]:
    """Return for each way how many were right, missed and too many."""
    left = list(comparison.findings)
    tally: dict[str, Counter[str]] = {}
    for one in pair.expected:
        hit = next((found for found in left if agrees(one, found)), None)
        tally.setdefault(one.what, Counter())["right" if hit else "missed"] += 1
        if hit:
            left.remove(hit)
    for found in left:
        tally.setdefault(found.what, Counter())["false"] += 1
    return {what: (its["right"], its["missed"], its["false"]) for what, its in sorted(tally.items())}
