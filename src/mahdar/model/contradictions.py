"""Two passages that cannot both be true, side by side; who is right is for a person to say."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.document import short_hash
from mahdar.model.labels import Note
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId

__all__ = ["Closing", "Contradiction", "Quoted"]


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """Words of a document."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements of fact of which at least one is wrong."""

    what: str
    """What they differ in: one of `values.CLASHES`."""
    hard: bool
    """False where a generous reading reconciles the two, or a plan was not kept."""
    a: Quoted
    b: Quoted
    note: Note
    """Says both values."""

    @property
    def id(self) -> str:
        """The same for the same two passages in the same texts, whichever comes first."""
        ends = sorted((self.a, self.b))
        flat = [part for one in ends for part in (one.document, one.span.start, one.span.end)]
        return short_hash("contradiction", self.what, *flat)


@dataclass(frozen=True, slots=True)
class Closing:
    """A person's word that a contradiction needs no more attention."""

    contradiction: str
    """Its id."""
    who: str
    at: str
    """ISO 8601, UTC."""
    why: str
