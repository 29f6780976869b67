"""What is asked about an article to know its kind: signals, each a weight and a question; the sum decides.

One sign alone can stand in any report: the name of a statement in a headline, an honorific in a local paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mahdar.lexicon.layout import Layout, Mark
from mahdar.lexicon.phrases import PhraseTable
from mahdar.page.lines import Line

__all__ = ["ENOUGH", "Piece", "Signal", "colon_inside", "framed", "hits", "holds", "share", "total"]


ENOUGH = 3
"""The sum that decides."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is asked about an article to know its kind."""

    titles: tuple[Line, ...]
    body: tuple[Line, ...]
    marks: tuple[Mark, ...]
    """Of the noise in and around it."""
    table: Layout

    @property
    def paragraphs(self) -> tuple[Line, ...]:
        """Its sentences: paragraphs, and list items long enough for one."""
        return tuple(line for line in self.body if line.prose or (line.bulleted and line.words >= 8))

    @property
    def opening(self) -> tuple[str, ...]:
        """The first words of its first paragraph."""
        return next((line.lead for line in self.body if line.prose), ())


Signal = tuple[int, Callable[[Piece], bool]]
"""What it adds, and whether it is there."""


def total(signals: tuple[Signal, ...], piece: Piece) -> int:
    """Add the weights of the signals that are there; where those for are too few, none against is asked."""
    speaking = sum(weight for weight, there in signals if weight > 0 and there(piece))
    if speaking < ENOUGH:
        return speaking
    return speaking + sum(weight for weight, there in signals if weight < 0 and there(piece))


def hits(lead: tuple[str, ...], words: PhraseTable[bool], within: int = 30) -> Iterator[int]:
    """Yield where phrases of a set begin among the first words."""
    heads = words.by_head
    return (i for i, word in enumerate(lead[:within]) if word in heads and words.at(lead, i) is not None)


def holds(line: Line, words: PhraseTable[bool], within: int = 30) -> bool:
    """Say whether a line holds a phrase of a set among its first words."""
    lead, heads = line.lead, words.by_head
    return any(word in heads and words.at(lead, i) is not None for i, word in enumerate(lead[:within]))


def share(piece: Piece, there: Callable[[Line], bool]) -> float:
    """Return the part of the paragraphs of which something is true."""
    paragraphs = piece.paragraphs
    return sum(map(there, paragraphs)) / len(paragraphs) if paragraphs else 0.0


def framed(piece: Piece) -> bool:
    """A paragraph speaks about the statement."""
    return share(piece, lambda line: holds(line, piece.table.sets["report_frame"])) > 0


def colon_inside(piece: Piece) -> bool:
    """The headline has a colon with words on both sides."""
    before, colon, after = piece.titles[0].text.partition(":") if piece.titles else ("", "", "")
    return bool(colon) and len(after.split()) >= 3 and len(before.split()) >= 1
