"""What a rule of the grammar of dates returns, and the small questions that all rules ask of a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from mahdar.lexicon.dates import Term
from mahdar.mentions.calendar import Stated
from mahdar.mentions.dates_line import Line

__all__ = [
    "ARTICLE",
    "DASHES",
    "WAW",
    "Found",
    "Rule",
    "can_move",
    "first_of",
    "is_definite",
    "is_quoted",
    "step_over_of",
    "unit_at",
]

ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
WAW = "\N{ARABIC LETTER WAW}"
DASHES = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}", "/"})
_QUOTES = frozenset(
    {
        '"',
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
        "\N{LEFT DOUBLE QUOTATION MARK}",
        "\N{RIGHT DOUBLE QUOTATION MARK}",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read."""

    stated: Stated
    next: int
    """The word behind it."""


Rule: TypeAlias = Callable[[Line, int], Found | None]
"""A rule sees a line and the word that it must begin at."""


def first_of(line: Line, i: int, rules: tuple[Rule, ...]) -> Found | None:
    """Return what the first rule that fits reads."""
    return next((found for rule in rules if (found := rule(line, i))), None)


def step_over_of(line: Line, i: int) -> int:
    """Step over «of»."""
    return i + 1 if line.word(i, "range", "from") and line.gap(i) in {"", ")"} else i


def unit_at(line: Line, i: int, value: str, *, attached: bool = False) -> tuple[Term, int] | None:
    """Return the unit word of this name."""
    found = line.term(i, "unit", attached=attached)
    return found if found and found[0].value == value else None


def is_definite(line: Line, i: int, value: str) -> bool:
    """Say whether the unit of this name stands here with its article."""
    found = unit_at(line, i, value)
    return bool(found and found[0].definite)


def can_move(term: Term, fold: str) -> bool:
    """Say whether a unit or season is one that a direction can follow: definite and countable."""
    if term.kind == "season":
        return fold[len(term.taken) :].startswith(ARTICLE) or fold.startswith(term.taken + ARTICLE[1:])
    return (term.definite and term.value in {"week", "month", "year"}) or term.value == "school_year"


def is_quoted(line: Line, i: int, at: int) -> bool:
    """Say whether a word stands alone between quotation marks."""
    return line.gap(i)[-1:] in _QUOTES and line.gap(at)[:1] in _QUOTES
