"""Spans of a document's text, and evidence: a span together with the words it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.errors import EvidenceError
from mahdar.model.units import Offset

__all__ = ["Evidence", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of a document's text.

    >>> Span(0, 4).cut("قطر والعراق")
    'قطر '
    """

    start: Offset
    """First code point."""
    end: Offset
    """One past the last code point."""

    def cut(self, text: str) -> str:
        """Return the words of this span in `text`."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return how many code points both spans hold; 0 where they do not meet."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence(Span):
    """The words that an entry rests on; made by `Document.evidence` only.

    Raises:
        EvidenceError: the quotation is blank or its length is not the span's.
    """

    quote: str
    """The words, exactly as they stand in the document."""

    def __post_init__(self) -> None:
        if not self.quote.strip() or len(self.quote) != self.end - self.start:
            raise EvidenceError(f"«{self.quote}» is no evidence for {self.start}-{self.end}")

    @property
    def span(self) -> Span:
        """The offsets alone."""
        return Span(self.start, self.end)
