"""An article's sentences that hold no entry: what is told of without anybody doing or saying it.

«سُلّمت ستة زوارق» or «أُرجئ الخط البحري» names no party, so it is no act; it still tells what became of a
promise. Such a sentence is never an entry of the register, only a step that following can show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.language.sentences import parse_prose
from mahdar.linking.follow_scenes import Told
from mahdar.model.spans import Span

__all__ = ["bare_lines"]

_SPOKEN = frozenset({"act", "instrument", "meeting", "quote"})
_PROSE = frozenset({"prose", "bullet"})
_FEWEST = 4
"""Words of a sentence that are enough to say something."""


def bare_lines(told: Told, text: str) -> Iterator[Span]:
    """Yield the sentences of an article's prose in which nothing was read, in text order.

    Args:
        told: the article and its entries, of whatever type.
        text: the document's.
    """
    taken = [one.span for entry in told.entries if entry.type in _SPOKEN for one in entry.evidence]
    blocks = [one for one in told.article.blocks if one.kind in _PROSE]
    for sentence in parse_prose(text, blocks).sentences:
        span = Span(sentence.start, sentence.end)
        if sentence.last - sentence.first >= _FEWEST and not _touches(taken, span):
            yield span


def _touches(taken: Sequence[Span], span: Span) -> bool:
    return any(one.overlap(span) for one in taken)
