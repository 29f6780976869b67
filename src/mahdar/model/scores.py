"""How well a register says what an annotation says, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["LayerScore", "Miss", "Score"]


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that only one side holds."""

    document: str
    """Its name."""
    start: int
    """Where it begins: code points."""
    words: str
    """The words that it rests on."""
    what: Mapping[str, Any]
    """Its fields."""


@dataclass(frozen=True, slots=True)
class LayerScore:
    """One layer; counts are summed over the documents."""

    name: str
    n: int
    """How many things the annotation has; of noise, how many characters."""
    precision: float
    """Share of what was found that is right: 0..1; 0 where nothing was found."""
    recall: float
    """Share of what there is that was found: 0..1."""
    f1: float
    """The harmonic mean of both."""
    fields: Mapping[str, float]
    """Of what was found: share of each field that is right, or how far it overlaps; `trigger` of acts is an
    F1 of its own, whatever the class."""
    missed: tuple[Miss, ...]
    """What the annotation has and the register has not. Order: by document, then as the annotation has it."""
    extra: tuple[Miss, ...]
    """What the register has and the annotation has not."""


@dataclass(frozen=True, slots=True)
class Score:
    """All layers."""

    layers: tuple[LayerScore, ...]
    f1: float
    """Mean F1 of the layers that the annotation has."""
    documents: int
    """How many annotated documents were scored."""
    problems: tuple[str, ...]
    """What of the annotation could not be used, and which documents the register does not hold."""

    def layer(self, name: str) -> LayerScore:
        """Return a layer by its name."""
        return next(one for one in self.layers if one.name == name)
