"""What stands between the words that meet in a passage and in the report of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mahdar.linking.compare_passages import Carried, Sides
from mahdar.linking.compare_pieces import Piece

__all__ = ["Gap", "gaps"]

_CLOSE = 0.7


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two words that meet: the pieces of both sides, and what is left of them."""

    mine: range
    theirs: range
    said: tuple[Piece, ...]
    """The report's pieces that say something."""
    meant: tuple[Piece, ...]
    """The statement's."""
    quoted: bool
    """True where it lies inside one quotation of the report."""
    close: bool
    """True where most of the passage's words meet."""


def gaps(sides: Sides, one: Carried) -> Iterator[Gap]:
    """Yield the gaps of a passage, its ends included."""
    report, statement = sides.report.pieces[one.report], sides.statement.pieces[one.statement]
    ends = ((one.mine.start - 1, one.theirs.start - 1), (one.mine.stop, one.theirs.stop))
    spots = [ends[0], *one.pairs, ends[1]] if one.pairs else list(ends)
    mine_left, theirs_left = _unmet(one, report, statement)
    for (a, b), (c, d) in pairwise(spots):
        mine, theirs = range(a + 1, c), range(b + 1, d)
        if not mine and not theirs:
            continue
        said = tuple(report[i] for i in mine if report[i].root not in theirs_left)
        meant = tuple(statement[i] for i in theirs if statement[i].root not in mine_left)
        yield Gap(mine, theirs, said, meant, _in_quotes(sides, one, mine), one.score >= _CLOSE)


def _unmet(
    one: Carried, report: Sequence[Piece], statement: Sequence[Piece]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the roots of the pieces on either side that meet nothing in order."""
    met_mine, met_theirs = {a for a, _ in one.pairs}, {b for _, b in one.pairs}
    return (
        frozenset(report[i].root for i in one.mine if i not in met_mine),
        frozenset(statement[i].root for i in one.theirs if i not in met_theirs),
    )


def _in_quotes(sides: Sides, one: Carried, mine: range) -> bool:
    """Say whether a gap lies inside one quotation: the words on both its sides do."""
    pieces = sides.report.pieces[one.report]
    around = [i for i in (mine.start - 1, mine.stop) if one.mine.start <= i < one.mine.stop]
    if len(around) < 2:
        return False
    words = sides.report.wording.words
    start, end = words[pieces[around[0]].first].start, words[pieces[around[1]].last - 1].end
    return sides.report.quotation(start, end) is not None
