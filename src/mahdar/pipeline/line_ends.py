"""A text with every line end as LF, as most programs see it, and where its runs stand then."""

from __future__ import annotations

import re
from bisect import bisect_left

from mahdar.model.spans import Span

__all__ = ["LfText"]


class LfText:
    r"""A text whose line ends are LF, whatever they were.

    Args:
        text: as it was read.

    >>> found = LfText("one\r\ntwo")
    >>> found.plain, found.span(Span(5, 8))
    ('one\ntwo', Span(start=4, end=7))
    """

    def __init__(self, text: str) -> None:
        self.plain = text.replace("\r\n", "\n").replace("\r", "\n")
        self._ends = [one.start() for one in re.finditer("\r\n", text)]

    def span(self, one: Span) -> Span:
        """Return where a run of the text as it was read stands here."""
        return Span(self.at(one.start), self.at(one.end))

    def at(self, offset: int) -> int:
        """Return where an offset of the text as it was read is here."""
        return offset - bisect_left(self._ends, offset)
