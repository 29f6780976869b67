"""A folded view of a text that knows the way back to the text's own offsets."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mahdar.lexicon.fold import fold, folding_table
from mahdar.model.spans import Span

__all__ = ["FoldedView"]


@dataclass(frozen=True, slots=True)
class FoldedView:
    """A text folded for comparison, and where each folded character came from.

    >>> view = FoldedView.of("قالتْ قَطَر")
    >>> at = view.folded.index("قطر")
    >>> view.span(at, at + 3)
    Span(start=6, end=11)
    """

    folded: str
    origins: tuple[int, ...]
    """For each folded character its offset in the text; one more at the end: the text's length."""

    @classmethod
    def of(cls, text: str) -> FoldedView:
        """Fold a text. Cost: linear in its length."""
        table = folding_table()
        kept = [i for i, c in enumerate(text) for _ in table.get(ord(c), c) or ""]
        return cls(fold(text), (*kept, len(text)))

    def span(self, start: int, end: int) -> Span:
        """Return the offsets in the text of a run of the folded text, trailing marks included."""
        if start == end:
            return Span(self.origins[start], self.origins[start])
        return Span(self.origins[start], self.origins[end])

    def offset(self, at: int) -> int:
        """Return where the folded text stands at an offset of the text."""
        return bisect_left(self.origins, at)
