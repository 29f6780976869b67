"""Long lists, a part at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

__all__ = ["ROWS", "Part", "cut"]

T = TypeVar("T")
ROWS: Final = 50
"""Rows on a page."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A part of a list."""

    rows: Sequence[T]
    total: int
    """How long the list is."""
    page: int
    """Counted from 1."""
    pages: int


def cut(items: Sequence[T], page: int, most: int = ROWS) -> Part[T]:
    """Return a part of a list; behind its end the last one.

    >>> cut("abcde", 2, most=2)
    Part(rows='cd', total=5, page=2, pages=3)
    """
    pages = max(1, -(-len(items) // most))
    page = min(max(1, page), pages)
    return Part(items[(page - 1) * most : page * most], len(items), page, pages)
