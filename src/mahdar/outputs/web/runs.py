"""A text cut wherever words of an entry begin or end: each run of it knows the entries that it belongs to.

Entries overlap and lie in one another: an act in a quote, a date in an act. No element of a page can hold the
one without cutting the other, so the text is cut at every boundary, and a run carries a line for each entry.
A line has a lane, the same along an entry's words, that no entry beside it takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mahdar.model.spans import Span
from mahdar.model.units import Offset

__all__ = ["LANES", "Marked", "Run", "cut_runs", "joined"]

LANES: Final = 5
"""Lines below one another; what lies deeper shares the last."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of an entry in a text."""

    id: str
    type: str
    spans: tuple[Span, ...]
    """In any order; they may overlap."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in which no entry begins or ends."""

    start: Offset
    end: Offset
    text: str
    marks: tuple[int, ...] = ()
    """Places in the list of `Marked`, the shortest words first: the first is whom a click means."""
    lines: tuple[tuple[str, int], ...] = ()
    """Type and lane of each, as `marks`."""
    opens: tuple[int, ...] = ()
    """Whose words begin here for the first time."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of one entry without a gap."""

    mark: int
    type: str
    span: Span
    lane: int


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the same words as spans that do not touch, in text order.

    >>> joined([Span(4, 9), Span(0, 5), Span(12, 13)])
    [Span(start=0, end=9), Span(start=12, end=13)]
    """
    found: list[Span] = []
    for one in sorted(Span(one.start, one.end) for one in spans):
        if found and one.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return found


def cut_runs(text: str, marked: Sequence[Marked], cuts: Iterable[Offset] = ()) -> Iterator[Run]:
    """Yield the runs of a text, in order; together they are the text.

    Args:
        text: whole.
        marked: entries with words in it.
        cuts: where it is cut as well.
    """
    stretches = sorted(_stretches(marked), key=lambda one: one.span.start)
    bounds = {0, len(text), *cuts}
    bounds.update(end for one in marked for span in one.spans for end in (span.start, span.end))
    order = sorted(one for one in bounds if 0 <= one <= len(text))
    seen: set[int] = set()
    here: list[_Stretch] = []
    coming = 0
    for start, end in pairwise(order):
        here = [one for one in here if one.span.end > start]
        while coming < len(stretches) and stretches[coming].span.start <= start:
            here.append(stretches[coming])
            coming += 1
        inner = sorted(here, key=lambda one: (one.span.end - one.span.start, one.mark))
        marks = tuple(one.mark for one in inner)
        opens = tuple(one for one in marks if one not in seen)
        seen.update(opens)
        yield Run(start, end, text[start:end], marks, tuple((one.type, one.lane) for one in inner), opens)


def _stretches(marked: Sequence[Marked]) -> Iterator[_Stretch]:
    """Yield the words of entries, each with the lowest lane that is free all along."""
    spans = [(span, place) for place, one in enumerate(marked) for span in joined(one.spans)]
    busy: list[Offset] = []
    for span, place in sorted(spans, key=lambda one: (one[0].start, -one[0].end, one[1])):
        lane = next((lane for lane, end in enumerate(busy) if end <= span.start), len(busy))
        busy[lane : lane + 1] = [span.end]
        yield _Stretch(place, marked[place].type, span, min(lane, LANES - 1))
