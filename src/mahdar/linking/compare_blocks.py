"""Runs of pieces that stand in both texts, sentence against sentence.

Candidates come from an index of terms, so a long text costs no more than its own length times a few
sentences. Two sentences are laid side by side by their longest common subsequence; where it runs on without
a wide gap it makes a block. A block counts that carries weight of its own and most of a clause on one side.

Limits: one report sentence is laid beside at most six of the statement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from mahdar.linking.compare_pieces import Laid, Piece

__all__ = ["HEADINGS", "Block", "blocks"]

HEADINGS = frozenset({"title", "heading", "kicker"})
"""Blocks that say what the text is about, and nothing that could be left out."""

_CANDIDATES = 6
_WIDEST = 2.2
"""The unmatched weight, on one side, that ends a block."""
_FAR = 7
"""The unmatched pieces that end one."""
_WEIGHTY, _DENSE, _WHOLE = 1.4, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces of one sentence that stand in one sentence of the other text, in the same order."""

    report: int
    statement: int
    """Sentences, by index."""
    pairs: tuple[tuple[int, int], ...]
    """Pieces of the report's sentence, and of the statement's."""
    weight: float


def blocks(
    statement: Laid, report: Laid, weigh: Mapping[str, float], taken: Collection[tuple[int, int]] = ()
) -> list[Block]:
    """Find what the report has of the statement in its wording.

    Args:
        statement: in whose sentences to look.
        report: what may stand in them.
        weigh: what each term weighs.
        taken: sentences and pieces of the report that are accounted for; those beside them need less proof.

    Returns:
        The weightiest first; a piece of the report stands in one block at most.
    """
    index = _index(statement)
    found = [
        block
        for number, pieces in enumerate(report.pieces)
        for candidate in _candidates(_left(pieces, number, taken), index, weigh)
        for block in _counting(
            _between((number, candidate), (statement, report), weigh, taken), statement, report, weigh
        )
    ]
    found.sort(key=lambda one: (-_rank(one, statement), one.report, one.statement))
    return list(_disjoint(found))


def _left(pieces: Sequence[Piece], number: int, taken: Collection[tuple[int, int]]) -> list[Piece]:
    return [piece for at, piece in enumerate(pieces) if (number, at) not in taken]


def _rank(block: Block, statement: Laid) -> float:
    """Return what a block is worth: a heading's words stand in the prose below it as well."""
    heading = statement.wording.sentences[block.statement].block in HEADINGS
    return block.weight * (0.6 if heading else 1.0)


def _index(statement: Laid) -> dict[str, set[int]]:
    """Return in which sentences each term stands."""
    index: dict[str, set[int]] = defaultdict(set)
    for number, pieces in enumerate(statement.pieces):
        for piece in pieces:
            index[piece.term].add(number)
    return index


def _candidates(
    pieces: Sequence[Piece], index: Mapping[str, set[int]], weigh: Mapping[str, float]
) -> list[int]:
    """Return the sentences that share the most weight."""
    shared: Counter[int] = Counter()
    for term in {piece.term for piece in pieces if weigh[piece.term]}:
        for number in index.get(term, ()):
            shared[number] += weigh[term]  # type: ignore[assignment]  # a counter of weights
    return [number for number, weight in shared.most_common(_CANDIDATES) if weight >= _WEIGHTY]


def _between(
    where: tuple[int, int],
    sides: tuple[Laid, Laid],
    weigh: Mapping[str, float],
    taken: Collection[tuple[int, int]],
) -> list[Block]:
    """Return the blocks between a sentence of the report and one of the statement."""
    statement, report = sides[0].pieces[where[1]], sides[1].pieces[where[0]]
    mine = [f"\0{at}" if (where[0], at) in taken else piece.term for at, piece in enumerate(report)]
    theirs = [piece.term for piece in statement]
    kept = [
        (run.a + i, run.b + i)
        for run in LCSseq.opcodes(mine, theirs).as_matching_blocks()
        for i in range(run.size)
    ]
    values = [[weigh.get(term, 0.0) for term in terms] for terms in (mine, theirs)]
    runs = (_trimmed(run, values[0]) for run in _runs(kept, values))
    return [Block(*where, tuple(run), sum(values[0][a] for a, _ in run)) for run in runs if run]


def _runs(
    kept: Sequence[tuple[int, int]], values: Sequence[Sequence[float]]
) -> Iterator[list[tuple[int, int]]]:
    """Cut matched pieces where the gap on either side is wide."""
    run: list[tuple[int, int]] = []
    for pair in kept:
        if run and any(_wide(values[s][run[-1][s] + 1 : pair[s]]) for s in (0, 1)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _wide(gap: Sequence[float]) -> bool:
    return len(gap) > _FAR or sum(gap) > _WIDEST


def _trimmed(run: list[tuple[int, int]], values: Sequence[float]) -> list[tuple[int, int]]:
    """Leave off grammar at the ends that no gap-free run joins to the rest."""
    while run and not values[run[0][0]] and (len(run) == 1 or not _adjacent(run[0], run[1])):
        run = run[1:]
    while run and not values[run[-1][0]] and (len(run) == 1 or not _adjacent(run[-2], run[-1])):
        run = run[:-1]
    return run


def _adjacent(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] - one[0] == 1 and other[1] - one[1] == 1


def _counting(
    found: Sequence[Block], statement: Laid, report: Laid, weigh: Mapping[str, float]
) -> list[Block]:
    """Return the blocks between two sentences that are more than phrases which both happen to use."""
    dense = [one for one in found if one.weight >= _WEIGHTY and _dense(one, statement, report, weigh)]
    if not dense:
        return []
    heading = statement.wording.sentences[dense[0].statement].block in HEADINGS
    whole = _share(dense, report, weigh, 0)
    if not heading:
        whole = max(whole, _share(dense, statement, weigh, 1))
    return dense if whole >= _WHOLE else []


def _dense(block: Block, statement: Laid, report: Laid, weigh: Mapping[str, float]) -> bool:
    """Say whether most of what lies between a block's ends belongs to it."""
    (a, b), (c, d) = block.pairs[0], block.pairs[-1]
    mine, theirs = report.pieces[block.report][a : c + 1], statement.pieces[block.statement][b : d + 1]
    return block.weight >= _DENSE * max(_weight(mine, weigh), _weight(theirs, weigh))


def _share(found: Sequence[Block], laid: Laid, weigh: Mapping[str, float], side: int) -> float:
    """Return how much of the clause that they stand in most the blocks hold."""
    pieces = laid.pieces[(found[0].report, found[0].statement)[side]]
    held: dict[int, float] = defaultdict(float)
    for pair in (pair for block in found for pair in block.pairs):
        piece = pieces[pair[side]]
        held[laid.clause_of(piece.first).first] += weigh[piece.term]
    all_of: dict[int, float] = defaultdict(float)
    for piece in pieces:
        all_of[laid.clause_of(piece.first).first] += weigh[piece.term]
    return max((weight / all_of[clause] for clause, weight in held.items() if all_of[clause]), default=0.0)


def _weight(pieces: Sequence[Piece], weigh: Mapping[str, float]) -> float:
    return sum(weigh[piece.term] for piece in pieces)


def _disjoint(found: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks whose pieces of the report no weightier block has taken."""
    taken: set[tuple[int, int]] = set()
    for block in found:
        own = {(block.report, a) for a, _ in block.pairs}
        if len(own & taken) <= 0.3 * len(own):
            taken |= own
            yield block
