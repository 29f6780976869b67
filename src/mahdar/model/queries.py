"""A search as a user writes it, taken apart: words, phrases, and filters by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["FILTERS", "SIGNS", "Filter", "Query", "Words"]

FILTERS: Final = (
    "type", "class", "kind", "party", "track", "speaker", "document", "review", "before", "after", "from",
    "until", "in", "due", "money",
)  # fmt: skip
"""The fields that a search can be narrowed by, in the order in which they are explained."""

SIGNS: Final = ("<=", ">=", ":", "<", ">")
"""What can stand between a field and its value; longer ones first."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or words in quotation marks."""

    text: str
    """As written, blanks between words as single spaces."""
    phrase: bool = False
    """Whether the words must follow one another."""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and what it must be."""

    name: str
    """One of `FILTERS`."""
    values: tuple[str, ...]
    """Any of these, as written; at least one."""
    sign: str = ":"
    """One of `SIGNS`."""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search: everything in it must hold."""

    words: tuple[Words, ...] = ()
    filters: tuple[Filter, ...] = ()
