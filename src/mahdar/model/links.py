"""What ties entries together: links between two, and the occasion and series of a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.document import short_hash
from mahdar.model.spans import Span
from mahdar.model.units import EntryId

__all__ = ["Link", "Tie"]


@dataclass(frozen=True, slots=True)
class Link:
    """One entry says something about another: repeats it, takes it up, carries it out, contradicts it."""

    kind: str
    """One of `values.LINKS`."""
    source: EntryId
    """The later one; `from` in the export."""
    target: EntryId
    """The earlier one; `to` in the export."""
    score: float
    """0..1: how sure the link is."""
    why: str
    """What it rests on, in a few words."""
    pairs: tuple[tuple[Span, Span], ...] = ()
    """Words that stand in both: where in the source's document, where in the target's."""

    @property
    def id(self) -> str:
        """The same for the same kind between the same entries."""
        return short_hash("link", self.kind, self.source, self.target)


@dataclass(frozen=True, slots=True)
class Tie:
    """Where a meeting belongs."""

    entry: EntryId
    occasion: str
    """One id for all mentions of one occasion, across documents."""
    series: str | None
    """One id for all occasions of one dialogue; None where the meeting belongs to no series."""
    edition: int | None = None
    """Which of its series it is: read from the text, or implied by its neighbours."""
    inferred: bool = False
    """True where no text gives the edition."""
