"""Blocks → passages, clause by clause: from where the report takes up the statement to where it leaves it.

A block is cut where a clause with an act of its own begins, and widened to its clause's ends where little is
between. What is carried in other words is looked for last, among clauses of which no block holds the most:
by roots and by named things that both clauses share, and by meaning where a model is at hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from mahdar.linking.compare_blocks import Block, blocks
from mahdar.linking.compare_pieces import Laid, Piece
from mahdar.linking.words import Unit

__all__ = ["Carried", "Sides", "carried_in_wording", "joins"]

_STRAY, _HALF, _END = 0.8, 0.5, 0.3
_GAP = 2
_TAIL_WEIGHT, _HEAD_WEIGHT, _TAIL_SHARE, _TAIL = 1.4, 2.2, 0.5, 6
"""How much more of its clause, unmatched, a passage may take in at either end."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Both texts, and what their terms weigh."""

    statement: Laid
    report: Laid
    weigh: Mapping[str, float]


@dataclass(slots=True)
class Carried:
    """A passage in the making, as runs of pieces of one sentence on either side."""

    report: int
    statement: int
    """Sentences."""
    pairs: list[tuple[int, int]]
    """Pieces that meet, in order."""
    mine: range = field(default=range(0))
    """Pieces of the report's sentence that the passage holds."""
    theirs: range = field(default=range(0))
    how: str = ""
    score: float = 0.0


def carried_in_wording(sides: Sides) -> list[Carried]:
    """Return what the report carries in the statement's wording, by place in the report.

    What the first round leaves over is laid beside the statement once more: a report moves parts about.
    """
    found: list[Carried] = []
    for _ in range(2):
        taken = {(one.report, a) for one in found for a, _ in one.pairs}
        found += [
            p
            for block in blocks(sides.statement, sides.report, sides.weigh, taken)
            for p in _cut(sides, block)
        ]
    found.sort(key=lambda one: (one.report, one.pairs[0], one.statement))
    _widen(sides, found)
    return found


def _cut(sides: Sides, block: Block) -> Iterator[Carried]:
    """Cut a block into passages: where an act begins behind another one, or where a segment does not stay."""
    parts = _segments(sides, block)
    joined: list[list[tuple[int, int]]] = []
    open_, acts = False, False
    for number, part in enumerate(parts):
        if not _stays(sides, block, part, stray=_stray(parts, number)):
            open_ = False
            continue
        headed = _headed(sides, block, part)
        if open_ and not (headed and acts):
            joined[-1] += part
        else:
            joined.append(list(part))
            acts = False
        open_, acts = True, acts or headed
    for pairs in joined:
        yield Carried(block.report, block.statement, pairs)


def _segments(sides: Sides, block: Block) -> list[list[tuple[int, int]]]:
    """Group a block's pairs by the clauses that they stand in."""
    groups: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    mine, theirs = sides.report.pieces[block.report], sides.statement.pieces[block.statement]
    for a, b in block.pairs:
        key = (
            sides.report.clause_of(mine[a].first).first,
            sides.statement.clause_of(theirs[b].first).first,
        )
        groups[key].append((a, b))
    return sorted(groups.values())


def _stray(parts: Sequence[Sequence[tuple[int, int]]], number: int) -> bool:
    """Say whether a segment stands at an end of its block, and a gap lies between it and the rest."""
    if len(parts) == 1 or 0 < number < len(parts) - 1:
        return False
    one, other = (parts[0], parts[1]) if number == 0 else (parts[-2], parts[-1])
    return any(other[0][side] - one[-1][side] > _GAP for side in (0, 1))


def _stays(sides: Sides, block: Block, part: Sequence[tuple[int, int]], *, stray: bool) -> bool:
    """Say whether a segment is a part of its clauses and no chance meeting at the block's end."""
    mine, theirs = sides.report.pieces[block.report], sides.statement.pieces[block.statement]
    weight = sum(sides.weigh[mine[a].term] for a, _ in part)
    shares = (
        weight / (_clause_weight(sides.report, mine, part[0][0], sides.weigh) or 1),
        weight / (_clause_weight(sides.statement, theirs, part[0][1], sides.weigh) or 1),
    )
    if stray and min(shares) < _END:
        return False
    return not stray or (weight >= _STRAY and max(shares) >= _HALF) or min(shares) >= _HALF


def _clause_weight(laid: Laid, pieces: Sequence[Piece], at: int, weigh: Mapping[str, float]) -> float:
    clause = laid.clause_of(pieces[at].first)
    return sum(weigh[p.term] for p in pieces if clause.first <= p.first < clause.last)


def _headed(sides: Sides, block: Block, part: Sequence[tuple[int, int]]) -> bool:
    """Say whether a segment's clause begins with the head of an act, on either side."""
    mine, theirs = sides.report.pieces[block.report], sides.statement.pieces[block.statement]
    spots = ((sides.report, mine[part[0][0]]), (sides.statement, theirs[part[0][1]]))
    return any(_clause_has_head(laid, laid.clause_of(piece.first)) for laid, piece in spots)


def _clause_has_head(laid: Laid, clause: Unit) -> bool:
    """Say whether an act begins among the first three words of a clause."""
    first = {word.start for word in laid.wording.words[clause.first : min(clause.first + 3, clause.last)]}
    return any(act.head in first for act in laid.side.acts)


def _widen(sides: Sides, found: Sequence[Carried]) -> None:
    """Widen passages to the ends of their clauses where little lies between and nobody else holds it."""
    for side, laid in ((0, sides.report), (1, sides.statement)):
        taken: dict[int, set[int]] = defaultdict(set)
        for one in found:
            taken[_sentence(one, side)] |= {pair[side] for pair in one.pairs}
        for one in found:
            number = _sentence(one, side)
            run = _widened(sides, laid, number, (one.pairs[0][side], one.pairs[-1][side]), taken[number])
            taken[number] |= set(run)
            if side:
                one.theirs = run
            else:
                one.mine = run


def _sentence(one: Carried, side: int) -> int:
    return one.statement if side else one.report


def _widened(sides: Sides, laid: Laid, number: int, ends: tuple[int, int], taken: set[int]) -> range:
    """Return a run of pieces, widened at each end to its clause's or to what another passage holds."""
    pieces = laid.pieces[number]
    held = sum(sides.weigh[pieces[i].term] for i in range(ends[0], ends[1] + 1))
    most = max(_TAIL_WEIGHT, _TAIL_SHARE * held)
    first = laid.clause_of(pieces[ends[0]].first).first
    last = laid.clause_of(pieces[ends[1]].last - 1).last
    before = [i for i in range(ends[0]) if pieces[i].first >= first]
    behind = [i for i in range(ends[1] + 1, len(pieces)) if pieces[i].last <= last]
    left = _free(before[::-1], taken)
    right = _free(behind, taken)
    if right and laid is sides.statement and joins(laid, pieces[right[0]]):
        right = []
    limits = (max(most, _HEAD_WEIGHT), most)
    weights = [sum(sides.weigh[pieces[i].term] for i in run) for run in (left, right)]
    ends_ = [
        run if weight <= limit else []
        for run, weight, limit in zip((left, right), weights, limits, strict=True)
    ]
    return range(ends[0] - len(ends_[0]), ends[1] + len(ends_[1]) + 1)


def _free(run: Sequence[int], taken: set[int]) -> list[int]:
    """Return the pieces of a run up to the first that is taken, a few at most."""
    return list(takewhile(lambda i: i not in taken, run))[:_TAIL]


def joins(laid: Laid, piece: Piece) -> bool:
    """Say whether a piece begins with an attached conjunction."""
    word = laid.words(piece)[0]
    return not laid.side.text.startswith(word.key[:1], word.start) and word.end - word.start > len(word.key)
