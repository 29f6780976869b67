"""Words that a person gives → where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mahdar.model.spans import Span
from mahdar.model.units import Offset

__all__ = ["standing"]

_BLANKS = re.compile(r"\s+")


def standing(text: str, words: str, near: Offset = 0) -> Span | None:
    r"""Return where words stand in a text: the place nearest to an offset; None where they stand nowhere.

    Blanks may differ: a form writes line ends in its own way, and a copied line is broken elsewhere.

    >>> standing("one two one", "one"), standing("one two one", "one", 7)
    (Span(start=0, end=3), Span(start=8, end=11))
    >>> standing("one\ntwo", " one  two ", 0), standing("one", "two"), standing("one", " ")
    (Span(start=0, end=7), None, None)
    """
    found = sorted(_places(text, words.strip()), key=lambda span: (abs(span.start - near), span.start))
    return found[0] if found else None


def _places(text: str, words: str) -> Iterator[Span]:
    """Yield every place at which words stand."""
    if words:
        pattern = r"\s+".join(re.escape(word) for word in _BLANKS.split(words))
        yield from (Span(*one.span()) for one in re.finditer(pattern, text))
