"""Words where they stand: a passage of a text cut where marked words begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from mahdar.model.document import Article, Page
from mahdar.model.spans import Span

__all__ = ["around", "pieces"]

_WHOLE: Final = 8_000
"""Characters of an article that is shown whole."""
_BESIDE: Final = 1_500
"""Characters on each side of the words, of a longer one."""


def around(page: Page, chars: int, span: Span) -> Span:
    """Return the passage to show words in: their article where it is short, else what stands around them."""
    whole = next((one for one in map(_whole, page.articles) if one.overlap(span)), Span(0, chars))
    if whole.end - whole.start <= _WHOLE:
        return whole
    return Span(max(whole.start, span.start - _BESIDE), min(whole.end, span.end + _BESIDE))


def pieces(text: str, passage: Span, marked: Sequence[Span]) -> list[dict[str, Any]]:
    """Return a passage in pieces, each with how many of the marked runs hold it.

    >>> [(one["words"], one["marks"]) for one in pieces("abcdef", Span(0, 6), [Span(1, 4), Span(3, 4)])]
    [('a', 0), ('bc', 1), ('d', 2), ('ef', 0)]
    """
    inside = [one for one in marked if one.overlap(passage)]
    cuts = {passage.start, passage.end}
    for one in inside:
        cuts |= {max(one.start, passage.start), min(one.end, passage.end)}
    order = sorted(cuts)
    spans = [Span(start, end) for start, end in pairwise(order)]
    return [{"words": one.cut(text), "marks": sum(mark.holds(one) for mark in inside)} for one in spans]


def _whole(article: Article) -> Span:
    """Return an article with its title."""
    title = article.title or Span(article.start, article.end)
    return Span(min(title.start, article.start), max(title.end, article.end))
