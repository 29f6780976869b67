"""What no passage holds: sentences and list members that the report leaves out, and what it adds.

A clause that depends on the one before («الذين …», «بما في ذلك …») shares its fate. Headings are not left
out, and what only turns to a topic («وعلى الصعيد …») is not added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from mahdar.lexicon.compare import CompareTable
from mahdar.linking.compare_blocks import HEADINGS
from mahdar.linking.compare_passages import Carried, Sides, joins
from mahdar.linking.compare_pieces import Laid, Piece

__all__ = ["Run", "added", "left_out"]

Run = tuple[int, range]
"""A sentence, and a run of its pieces."""

_OPEN = 0.4
"""How much of a clause may be held, by weight, for it to count as left out or added."""
_LEAST_CLAUSE, _LEAST_MEMBER, _LEAST_TAIL = 0.8, 1.5, 2.2
_MEMBERS = 3
_TURN = 5
"""Pieces of a clause that only turns to a topic, at most."""


def left_out(sides: Sides, found: Sequence[Carried], table: CompareTable) -> list[Run]:
    """Return the statement's sentences, clauses and list members of which the report carries nothing."""
    laid = sides.statement
    known = {p.root for pieces in sides.report.pieces for p in pieces if sides.weigh[p.term]}
    return [
        (number, run)
        for number, pieces in enumerate(laid.pieces)
        if pieces and laid.wording.sentences[number].block not in HEADINGS and not _is_number(laid, pieces)
        for run in _left_out_of(sides, number, _held(found, number, 1), table, known)
    ]


def _is_number(laid: Laid, pieces: Sequence[Piece]) -> bool:
    """Say whether a sentence is but the number of a point («3.»)."""
    return all(word.key.isdigit() for piece in pieces for word in laid.words(piece))


def _left_out_of(
    sides: Sides, number: int, held: set[int], table: CompareTable, known: set[str]
) -> Iterator[range]:
    """Yield what is left out of one sentence."""
    laid, pieces = sides.statement, sides.statement.pieces[number]
    if not held:
        members = _agenda(laid, pieces, table)
        carried = [run for run in members if any(pieces[i].root in known for i in run)]
        if 2 * len(carried) >= max(1, len(members)):
            yield from (run for run in members if run not in carried)
        elif sides_weight(sides, pieces, range(len(pieces))) >= _LEAST_CLAUSE:
            yield range(len(pieces))
        return
    runs = [run for run in _clauses(laid, pieces) if _is_out(sides, pieces, run, held, table)]
    yield from _joined([*runs, *_gaps(sides, laid, pieces, held)])


def sides_weight(sides: Sides, pieces: Sequence[Piece], run: Iterable[int]) -> float:
    """Return what a run of pieces weighs."""
    return sum(sides.weigh[pieces[i].term] for i in run)


def _held(found: Iterable[Carried], number: int, side: int) -> set[int]:
    """Return the pieces of a sentence that passages hold."""
    if side:
        return {i for one in found if one.statement == number for i in one.theirs}
    return {i for one in found if one.report == number for i in one.mine}


def _clauses(laid: Laid, pieces: Sequence[Piece]) -> list[range]:
    """Return a sentence's clauses as runs of pieces."""
    groups = groupby(range(len(pieces)), key=lambda i: laid.clause_of(pieces[i].first).first)
    runs = [tuple(group) for _, group in groups]
    return [range(run[0], run[-1] + 1) for run in runs]


def _is_out(sides: Sides, pieces: Sequence[Piece], run: range, held: set[int], table: CompareTable) -> bool:
    """Say whether a clause of a sentence that is carried in part is left out."""
    laid = sides.statement
    weight = sides_weight(sides, pieces, run)
    if weight < _LEAST_CLAUSE or sides_weight(sides, pieces, held.intersection(run)) > _OPEN * weight:
        return False
    if _turns(laid, pieces, run, table):
        return False
    depends = laid.words(pieces[run[0]])[0].key in table.dependent
    return not (depends and run[0] - 1 in held) and (joins(laid, pieces[run[0]]) or not depends)


def _gaps(sides: Sides, laid: Laid, pieces: Sequence[Piece], held: set[int]) -> Iterator[range]:
    """Yield members of a list that lie between members which are carried."""
    at = 0
    while at < len(pieces):
        stop = at
        while stop < len(pieces) and stop not in held:
            stop += 1
        if at < stop and _is_member(laid, pieces, at, stop):
            run = range(at, _clause_end(laid, pieces, at, stop))
            if sides_weight(sides, pieces, run) >= _LEAST_MEMBER + (not joins(laid, pieces[at])):
                yield run
        at = stop + 1


def _is_member(laid: Laid, pieces: Sequence[Piece], at: int, stop: int) -> bool:
    """Say whether a run behind a member that is carried is a member too: one joined to it, or to the next."""
    heads = {act.head for act in laid.side.acts}
    opening = laid.wording.words[pieces[at].first : pieces[at].first + 2]
    if at == 0 or any(word.start in heads for word in opening):
        return False
    return joins(laid, pieces[at]) or (stop < len(pieces) and joins(laid, pieces[stop]))


def _clause_end(laid: Laid, pieces: Sequence[Piece], at: int, stop: int) -> int:
    """Return where the clause of a piece ends, a run's end at most."""
    last = laid.clause_of(pieces[at].first).last
    return next((i for i in range(at, stop) if pieces[i].first >= last), stop)


def _agenda(laid: Laid, pieces: Sequence[Piece], table: CompareTable) -> list[range]:
    """Return the members of a list that a sentence tells one by one; none where it is no list."""
    opened = next((i for i, p in enumerate(pieces) if laid.words(p)[0].key in table.list), None)
    if opened is None:
        return []
    starts = [i for i in range(opened + 1, len(pieces)) if joins(laid, pieces[i])]
    ends = [*starts[1:], len(pieces)] if starts else []
    members = [range(a, b) for a, b in zip(starts, ends, strict=True)]
    return members if len(members) >= _MEMBERS and all(len(run) <= 4 for run in members) else []


def added(sides: Sides, found: Sequence[Carried], table: CompareTable) -> list[Run]:
    """Return the report's sentences and clauses that have nothing of the statement."""
    laid = sides.report
    return [
        (number, run)
        for number, pieces in enumerate(laid.pieces)
        if pieces and laid.wording.sentences[number].block not in HEADINGS and not _is_number(laid, pieces)
        for run in _added_of(sides, number, found, table)
    ]


def _added_of(sides: Sides, number: int, found: Sequence[Carried], table: CompareTable) -> list[range]:
    """Return what one sentence adds."""
    laid, pieces = sides.report, sides.report.pieces[number]
    held = _held(found, number, 0)
    partners = {one.statement for one in found if one.report == number}
    known = {piece.root for partner in partners for piece in sides.statement.pieces[partner]}
    runs: list[range] = []
    for run in _clauses(laid, pieces):
        mine = held.intersection(run)
        weight = sides_weight(sides, pieces, run)
        if not mine or sides_weight(sides, pieces, mine) <= _OPEN * weight:
            if mine:
                runs += _tail(sides, pieces, _beyond(run, mine), known)
            elif weight >= _LEAST_CLAUSE and not _turns(laid, pieces, run, table):
                runs.append(run)
        else:
            runs += _tail(sides, pieces, range(max(mine) + 1, run[-1] + 1), known)
    return _joined(runs)


def _beyond(run: range, held: set[int]) -> range:
    """Return the longest part of a clause that no passage holds."""
    spots = [run[0] - 1, *sorted(held), run[-1] + 1]
    first, last = max(pairwise(spots), key=lambda gap: gap[1] - gap[0])
    return range(first + 1, last)


def _new_weight(sides: Sides, pieces: Sequence[Piece], run: range, known: set[str]) -> float:
    """Return what a run weighs beside what the statement's own sentence has."""
    return sum(sides.weigh[pieces[i].term] for i in run if pieces[i].root not in known)


def _turns(laid: Laid, pieces: Sequence[Piece], run: range, table: CompareTable) -> bool:
    """Say whether a clause only turns to a topic, and the sentence goes on behind it."""
    goes_on = run[-1] + 1 < len(pieces)
    return goes_on and len(run) <= _TURN and laid.words(pieces[run[0]])[0].key in table.topic


def _tail(sides: Sides, pieces: Sequence[Piece], tail: range, known: set[str]) -> list[range]:
    """Return what a clause that is carried says beyond it, where that names something or weighs enough."""
    told = {piece.term for those in sides.statement.pieces for piece in those}
    told |= {f"date:{day}" for day in sides.statement.side.days}
    named = any(pieces[i].kind in _NAMING and not _told(pieces[i].term, told) for i in tail)
    weight = _new_weight(sides, pieces, tail, known)
    return [tail] if weight >= _LEAST_TAIL or (named and weight >= _LEAST_CLAUSE / 2) else []


_NAMING = frozenset({"date", "amount", "person"})


def _told(term: str, told: set[str]) -> bool:
    """Say whether the statement names a thing: a date also where it is told more or less exactly."""
    return term in told or (term.startswith("date:") and any(other.startswith(term) for other in told))


def _joined(runs: Iterable[range]) -> list[range]:
    """Join runs that meet."""
    joined: list[range] = []
    for run in sorted(runs, key=lambda one: (one[0], one[-1])):
        if joined and run[0] <= joined[-1][-1] + 1:
            joined[-1] = range(joined[-1][0], max(joined[-1][-1], run[-1]) + 1)
        else:
            joined.append(run)
    return joined
