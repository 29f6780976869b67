"""What is carried in other words: clauses that share roots and named things, or are near in meaning.

Limits: by words alone a clause must share half of the lighter one's weight; with a model two clauses that
share next to nothing can meet, so both measures are asked for together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mahdar.linking.compare_blocks import HEADINGS
from mahdar.linking.compare_passages import Carried, Sides
from mahdar.linking.compare_pieces import Laid
from mahdar.linking.meaning import Meaning

__all__ = ["carried_in_other_words"]

_OPEN = 0.5
"""How much of a clause may be in passages already, for it to be looked at."""
_NAMED = frozenset({"person", "amount"})
_ALL, _DRAWN = 0.9, 1.8
_SHARED, _ENOUGH, _BOTH, _SOME = 1.3, 0.5, 0.3, 0.8
_NEAR, _MARGIN = ((0.57, 0.38), (0.7, 0.25)), 0.05
"""How near in meaning two clauses must be and what share of their words they must have in common, the nearer
the less; and how much nearer than the next sentence. Measured on the pairs in tests/linking/pairs."""


_MONTH = len("date:2022-11")


class _Clause(NamedTuple):
    sentence: int
    run: range
    """Its pieces."""
    roots: dict[str, float]
    weight: float
    named: frozenset[str]
    """Roots that stand for a person or an amount."""


@dataclass(frozen=True, slots=True)
class _Pair:
    report: int
    statement: int
    score: float
    near: float


def carried_in_other_words(
    sides: Sides, found: Sequence[Carried], meaning: Meaning | None = None
) -> list[Carried]:
    """Return passages for the report's clauses of which no passage holds the most."""
    mine, theirs = _clauses(sides, sides.report), _clauses(sides, sides.statement)
    open_ = [i for i, one in enumerate(mine) if _held(one, found, 0) < _OPEN]
    pairs = [*_by_roots(mine, theirs, open_), *_by_meaning(sides, (mine, theirs), open_, meaning)]
    pairs = [*pairs, *_by_sentence(mine, theirs, open_)]
    pairs = [
        pair
        for pair in pairs
        if not _clash(sides, mine[pair.report], theirs[pair.statement])
        and not _known(found, mine[pair.report], theirs[pair.statement])
    ]
    held = [_held(one, found, 1) for one in theirs]
    pairs.sort(key=lambda pair: -pair.score * (1 - 0.25 * held[pair.statement]))
    return [_passage(mine[pair.report], theirs[pair.statement], pair) for pair in _first_of_each(pairs)]


def _known(found: Iterable[Carried], mine: _Clause, theirs: _Clause) -> bool:
    """Say whether a passage ties these clauses already."""
    return any(
        one.report == mine.sentence
        and one.statement == theirs.sentence
        and not set(one.mine).isdisjoint(mine.run)
        and not set(one.theirs).isdisjoint(theirs.run)
        for one in found
    )


def _clash(sides: Sides, mine: _Clause, theirs: _Clause) -> bool:
    """Say whether the report's sentence tells of an earlier time that the statement's does not name."""
    own = (sides.statement.side.day or "")[:7]
    dates = {piece.term for piece in sides.report.pieces[mine.sentence] if piece.kind == "date"}
    earlier = {date for date in dates if len(date) >= _MONTH and "/" not in date and date[5:] < own}
    return bool(earlier) and earlier.isdisjoint(p.term for p in sides.statement.pieces[theirs.sentence])


def _clauses(sides: Sides, laid: Laid) -> list[_Clause]:
    """Return the clauses that say something, with their roots."""
    made: list[_Clause] = []
    for number, pieces in enumerate(laid.pieces):
        if laid.wording.sentences[number].block in HEADINGS:
            continue
        runs: dict[int, list[int]] = defaultdict(list)
        for at, piece in enumerate(pieces):
            runs[laid.clause_of(piece.first).first].append(at)
        for run in runs.values():
            roots = {pieces[at].root: sides.weigh[pieces[at].term] for at in run}
            weight = sum(roots.values())
            named = frozenset(pieces[at].root for at in run if pieces[at].kind in _NAMED)
            if weight >= _SHARED or named:
                made.append(_Clause(number, range(run[0], run[-1] + 1), roots, weight, named))
    return made


def _held(clause: _Clause, found: Iterable[Carried], side: int) -> float:
    """Return how much of a clause stands in passages."""
    runs = [(one.statement, one.theirs) if side else (one.report, one.mine) for one in found]
    inside = {at for sentence, run in runs if sentence == clause.sentence for at in run}
    return len(inside.intersection(clause.run)) / len(clause.run)


def _by_roots(mine: Sequence[_Clause], theirs: Sequence[_Clause], open_: Iterable[int]) -> list[_Pair]:
    """Pair clauses that share most of what the lighter one says."""
    index = _index(theirs)
    return [
        _Pair(number, other, sum(shared) / min(mine[number].weight, theirs[other].weight), 0.0)
        for number in open_
        for other, shared in _shared(mine[number], index).items()
        if _meets(mine[number], theirs[other], shared)
    ]


def _index(clauses: Iterable[_Clause]) -> dict[str, set[int]]:
    """Return by root which clauses have it."""
    index: dict[str, set[int]] = defaultdict(set)
    for number, clause in enumerate(clauses):
        for root in clause.roots:
            index[root].add(number)
    return index


def _shared(clause: _Clause, index: Mapping[str, set[int]]) -> dict[int, list[float]]:
    """Return what the roots weigh that a clause shares with others."""
    shared: dict[int, list[float]] = defaultdict(list)
    for root, weight in clause.roots.items():
        for other in index.get(root, ()) if weight else ():
            shared[other].append(weight)
    return shared


def _meets(mine: _Clause, theirs: _Clause, shared: Sequence[float]) -> bool:
    """Say whether what two clauses share is enough to say that one carries the other."""
    less, more = sorted((mine.weight, theirs.weight))
    score = sum(shared) / less
    worded = len(shared) > 1 and sum(shared) >= max(_SHARED, _BOTH * more) and score >= _ENOUGH
    return worded or (score >= _ALL and bool(mine.named & theirs.named))


def _by_sentence(mine: Sequence[_Clause], theirs: list[_Clause], open_: Iterable[int]) -> list[_Pair]:
    """Pair clauses with what is said over several clauses of one sentence: a report draws them together.

    The run of clauses is put behind the others in `theirs`.
    """
    sentences: dict[int, list[_Clause]] = defaultdict(list)
    for clause in theirs:
        sentences[clause.sentence].append(clause)
    whole = [_over(clauses, None) for clauses in sentences.values()]
    index = _index(whole)
    found: list[_Pair] = []
    for number in open_:
        for other, shared in _shared(mine[number], index).items():
            people = len(mine[number].named & whole[other].named) > 1
            if sum(shared) >= max(0.0 if people else _DRAWN, _ENOUGH * mine[number].weight):
                found.append(_Pair(number, len(theirs), 0.9 * sum(shared) / mine[number].weight, 0.0))
                theirs.append(_over(sentences[whole[other].sentence], mine[number].roots))
    return found


def _over(clauses: Sequence[_Clause], roots: Mapping[str, float] | None) -> _Clause:
    """Return the run of clauses in which these roots weigh something; of all where None."""
    with_some = [
        one
        for one in clauses
        if roots is None or sum(w for r, w in one.roots.items() if r in roots) >= _SOME / 2
    ] or clauses
    chosen = [one for one in clauses if with_some[0].run[0] <= one.run[0] <= with_some[-1].run[0]]
    merged = {root: weight for one in chosen for root, weight in one.roots.items()}
    named = frozenset(root for one in chosen for root in one.named)
    run = range(chosen[0].run[0], chosen[-1].run[-1] + 1)
    return _Clause(chosen[0].sentence, run, merged, sum(merged.values()), named)


def _by_meaning(
    sides: Sides,
    clauses: tuple[Sequence[_Clause], Sequence[_Clause]],
    open_: Sequence[int],
    meaning: Meaning | None,
) -> list[_Pair]:
    """Pair clauses that are nearer in meaning than all others, and share some words."""
    if meaning is None or not open_:
        return []
    mine, theirs = clauses
    left = [_text(sides.report, mine[i]) for i in open_]
    nearness = meaning.nearness(left, [_text(sides.statement, one) for one in theirs])
    pairs = (_nearest(number, row, mine, theirs) for number, row in zip(open_, nearness, strict=True))
    return [pair for pair in pairs if pair is not None]


def _nearest(
    number: int, row: Sequence[float], mine: Sequence[_Clause], theirs: Sequence[_Clause]
) -> _Pair | None:
    """Return a clause's pair with the nearest one; None where that is not near, or no nearer than others."""
    best = max(range(len(row)), key=row.__getitem__, default=None)
    if best is None:
        return None
    others = (row[i] for i in range(len(row)) if theirs[i].sentence != theirs[best].sentence)
    shared = sum(weight for root, weight in mine[number].roots.items() if root in theirs[best].roots)
    hint = shared / min(mine[number].weight, theirs[best].weight)
    near = any(row[best] >= least and hint >= words for least, words in _NEAR)
    if not near or shared < _SOME or row[best] - max(others, default=0.0) < _MARGIN:
        return None
    return _Pair(number, best, row[best] * 0.5 + min(hint, 1) * 0.5, row[best])


def _text(laid: Laid, clause: _Clause) -> str:
    pieces = laid.pieces[clause.sentence]
    words = [word for at in clause.run for word in laid.words(pieces[at])]
    return laid.side.text[words[0].start : words[-1].end]


def _first_of_each(pairs: Iterable[_Pair]) -> list[_Pair]:
    """Return the best pair of each of the report's clauses."""
    seen: dict[int, _Pair] = {}
    for pair in pairs:
        seen.setdefault(pair.report, pair)
    return list(seen.values())


def _passage(mine: _Clause, theirs: _Clause, pair: _Pair) -> Carried:
    score = min(1.0, max(pair.score, pair.near))
    return Carried(mine.sentence, theirs.sentence, [], mine.run, theirs.run, "paraphrase", score)
