"""A report and its statement → what is carried, left out, added and altered.

Order: passages in the statement's wording, then clauses in other words, then what neither holds; alterations
are looked for inside the passages. Two texts that have nothing to do with each other have no passages.

Limits: without a model, what shares no word is not found. Two texts of 2,000 words take some 0.3 s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mahdar.lexicon.compare import CompareTable
from mahdar.linking.compare_changes import Change, changes
from mahdar.linking.compare_paraphrase import carried_in_other_words
from mahdar.linking.compare_passages import Carried, Sides, carried_in_wording, joins
from mahdar.linking.compare_pieces import Laid, Piece, laid, weights
from mahdar.linking.compare_records import Alteration, Comparison, Passage, Side, TrackShare
from mahdar.linking.compare_rest import Run, added, left_out
from mahdar.linking.meaning import Meaning
from mahdar.model.labels import Note
from mahdar.model.spans import Span

__all__ = ["compare"]

_NEAR = 0.6
"""How alike a passage's words are for it to be near and no paraphrase."""


def compare(statement: Side, report: Side, table: CompareTable, meaning: Meaning | None = None) -> Comparison:
    """Lay a report beside the statement that it reports.

    Args:
        statement: an article.
        report: another.
        table: the words that carry nothing, point back or frame.
        meaning: what says how near two clauses are in meaning; None where there is no model.
    """
    mine, theirs = laid(report, table), laid(statement, table)
    sides = Sides(theirs, mine, weights((theirs, mine)))
    worded = carried_in_wording(sides)
    for one in worded:
        _rate(sides, one)
    found = [*worded, *carried_in_other_words(sides, worded, meaning)]
    out = left_out(sides, found, table)
    altered = [
        _altered(sides, one, change)
        for one in found
        for change in changes(sides, one, table)
        if not _told_elsewhere(one, change, found)
    ]
    altered += _narrowed(sides, found, out)
    return Comparison(
        carried=_carried(theirs, found),
        tracks=tuple(_by_track(theirs, found)),
        aligned=tuple(sorted(_passage(sides, one) for one in found)),
        left_out=tuple(_span(theirs, run) for run in out),
        added=tuple(_span(mine, run) for run in added(sides, found, table)),
        altered=tuple(_once(altered)),
        by_meaning=meaning is not None,
    )


def _told_elsewhere(one: Carried, change: Change, found: Iterable[Carried]) -> bool:
    """Say whether what a passage leaves out is carried by another: a headline names one member of a list."""
    if change.what != "scope":
        return False
    left = set(change.theirs) - set(one.theirs)
    others = (each for each in found if each is not one and each.statement == one.statement)
    return bool(left) and left <= {i for each in others for i in each.theirs}


def _span(side: Laid, run: Run) -> Span:
    """Return where a run of pieces stands."""
    pieces = side.pieces[run[0]]
    return side.wording.span(pieces[run[1].start].first, pieces[run[1].stop - 1].last)


def _passage(sides: Sides, one: Carried) -> Passage:
    """Return a passage with its place in both texts."""
    spans = _span(sides.report, (one.report, one.mine)), _span(sides.statement, (one.statement, one.theirs))
    return Passage(*spans, one.how, round(one.score, 3))


def _rate(sides: Sides, one: Carried) -> None:
    """Say how alike the words of a passage are."""
    mine, theirs = sides.report.pieces[one.report], sides.statement.pieces[one.statement]
    met = sum(sides.weigh[mine[a].term] for a, _ in one.pairs)
    whole = [
        sum(sides.weigh[p.term] for p in side) for side in (_of(mine, one.mine), _of(theirs, one.theirs))
    ]
    alike = 2 * met / (sum(whole) or 1)
    one.how = "verbatim" if _same_words(sides, one) else "near" if alike >= _NEAR else "paraphrase"
    one.score = 1.0 if one.how == "verbatim" else min(alike, 0.999)


def _of(pieces: Sequence[Piece], run: range) -> Sequence[Piece]:
    return pieces[run.start : run.stop]


def _same_words(sides: Sides, one: Carried) -> bool:
    """Say whether both sides of a passage have the same words in the same order."""
    keys = [
        [word.key for piece in _of(laid_.pieces[number], run) for word in laid_.words(piece)]
        for laid_, number, run in (
            (sides.report, one.report, one.mine),
            (sides.statement, one.statement, one.theirs),
        )
    ]
    return keys[0] == keys[1]


def _altered(sides: Sides, one: Carried, change: Change) -> Alteration:
    return Alteration(
        _span(sides.report, (one.report, change.mine)),
        _span(sides.statement, (one.statement, change.theirs)),
        change.what,
        change.note,
    )


def _narrowed(sides: Sides, found: Iterable[Carried], out: Iterable[Run]) -> Iterator[Alteration]:
    """Yield one alteration for each passage whose list the report tells without some of its members."""
    for number, run in out:
        beside = [one for one in found if one.statement == number and one.pairs]
        held = {i for one in beside for i in one.theirs}
        if not _member(sides.statement, number, run, inside=run.stop in held):
            continue
        before = [one for one in beside if one.theirs.start < run.start]
        if before:
            one = max(before, key=lambda each: each.theirs.stop)
            span = _span(sides.statement, (number, range(one.theirs.start, max(one.theirs.stop, run.stop))))
            mine = _span(sides.report, (one.report, one.mine))
            yield Alteration(mine, span, "scope", Note.of("member_left_out"))


def _once(altered: Iterable[Alteration]) -> Iterator[Alteration]:
    """Yield alterations by place; of several of one kind in one place the one that shows the most."""
    kept: list[Alteration] = []
    for one in sorted(altered, key=lambda each: each.statement.start - each.statement.end):
        same = (k for k in kept if k.what == one.what and k.report.overlap(one.report))
        if not any(other.statement.overlap(one.statement) for other in same):
            kept.append(one)
    yield from sorted(kept)


def _member(side: Laid, number: int, run: range, *, inside: bool) -> bool:
    """Say whether what is left out is a member of a list, and no clause with an act of its own."""
    first = side.pieces[number][run.start]
    last = inside and joins(side, side.pieces[number][run.stop])
    heads = {act.head for act in side.side.acts}
    return (last or joins(side, first)) and not any(
        word.start in heads for word in side.wording.words[first.first : first.first + 2]
    )


def _carried(side: Laid, found: Iterable[Carried]) -> float:
    """Return how much of the statement's words stands in passages."""
    held = _held_words(side, found)
    whole = [word for pieces in side.pieces for piece in pieces for word in range(piece.first, piece.last)]
    return round(len(held) / len(whole), 3) if whole else 0.0


def _held_words(side: Laid, found: Iterable[Carried]) -> set[int]:
    """Return the statement's words that passages hold."""
    return {
        word
        for one in found
        for piece in _of(side.pieces[one.statement], one.theirs)
        for word in range(piece.first, piece.last)
    }


def _by_track(side: Laid, found: Iterable[Carried]) -> Iterator[TrackShare]:
    """Yield how much of the acts on each topic is carried, most acts first."""
    held = _held_words(side, found)
    shares: dict[str, list[float]] = defaultdict(list)
    for act in side.side.acts:
        inside = [
            number
            for number, word in enumerate(side.wording.words)
            if act.span.start <= word.start and word.end <= act.span.end
        ]
        for track in act.tracks:
            shares[track].append(len(held.intersection(inside)) / max(1, len(inside)))
    for track, of in sorted(shares.items(), key=lambda item: (-len(item[1]), item[0])):
        yield TrackShare(track, len(of), round(sum(of) / len(of), 3))
