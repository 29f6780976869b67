"""Two sessions of a dialogue → what is new, kept, dropped, strengthened and softened.

Items of the earlier session (`sessions`) are matched with those of the later one, the likest first, one with
one. What is left of the earlier session and yet stands in the later one's text, inside another item or
outside all, is kept; the rest has been dropped: it is the list of what is passed over in silence. A matched
pair is stronger or weaker by the scales of `strength`, else by its deadline, else kept.

Candidates share a telling stem, or are near in meaning; nothing is compared with everything.

Limits: a theme that one session spreads over many sentences and the other puts in one is matched with the
sentence that is most like it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mahdar.linking.alignment import align
from mahdar.linking.sessions import Item, Weights
from mahdar.linking.sessions_matched import Places, Standing, Told, left, matched
from mahdar.linking.strength import Change, changed
from mahdar.linking.words import Compared
from mahdar.model.spans import Span

__all__ = [
    "FINDINGS", "Finding", "Piece", "SessionComparison", "Standing", "TrackFinding", "compare_sessions",
    "wording_diff",
]  # fmt: skip

FINDINGS = ("strengthened", "softened", "new", "dropped", "kept")
"""What can become of an item. Order: as they are shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a wording diff."""

    how: str
    """`same`, `changed`, `removed` (in the earlier one alone) or `inserted` (in the later one alone)."""
    earlier: Span | None
    later: Span | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of an item."""

    what: str
    """One of `FINDINGS`."""
    kind: str
    """As in `Item`: the later one's, else the earlier one's."""
    track: str | None
    """Its first topic."""
    earlier: Item | None
    later: Item | Standing | None
    score: float
    """How sure it is that both are about the same thing; 0 where there is one alone."""
    change: Change | None = None
    """Their places on a scale, where both stand on one."""
    notes: tuple[str, ...] = ()
    """What else changed: `deadline dropped`, `deadline set`, `deadline moved`, `parties`."""
    diff: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackFinding:
    """What became of a topic."""

    track: str
    what: str
    """`new`, `kept` or `dropped`."""
    earlier: int
    """How many items speak of it."""
    later: int


@dataclass(frozen=True, slots=True)
class SessionComparison:
    """Two sessions side by side."""

    findings: tuple[Finding, ...]
    """Order: as the later session has them, what was dropped last, as the earlier one has it."""
    tracks: tuple[TrackFinding, ...]
    """Order: by how many items speak of it."""


Nearness = Callable[[Sequence[Item], Sequence[Item]], Mapping[tuple[int, int], float]]
"""Gives for pairs of items, by their indexes, how near they are in meaning, where that is near at all."""


def compare_sessions(
    earlier: Sequence[Item],
    later: Sequence[Item],
    standing: tuple[Sequence[Standing], Sequence[Standing]] = ((), ()),
    nearness: Nearness | None = None,
) -> SessionComparison:
    """Lay two sessions side by side.

    Args:
        earlier: items of the earlier session.
        later: items of the later one.
        standing: the sentences of both, for what no item holds.
        nearness: how near items are in meaning; None where nobody can look.
    """
    weights = Weights([*earlier, *later])
    meant = nearness(earlier, later) if nearness else {}
    told_a, told_b = Told.of(earlier, weights), Told.of(later, weights)
    pairs = matched((earlier, later), (told_a, told_b), weights, meant)
    found = [_pair(earlier[a], later[b], score) for a, b, score in pairs]
    found = [one for one in found if not any(_only_cited(one, other) for other in found)]
    done_a = told_a.done(earlier, {a for a, _, _ in pairs})
    done_b = told_b.done(later, {b for _, b, _ in pairs})
    after, before = Places(later, standing[1]), Places(earlier, standing[0])
    dropped = []
    for one in left(earlier, done_a):
        held = after.holding(one, weights)
        if held is None:
            dropped.append(_alone("dropped", one))
        else:
            found.append(_still(one, *held))
    found += [_alone("new", one) for one in left(later, done_b) if before.holding(one, weights) is None]
    found.sort(key=lambda one: _place_of(one.later))
    return SessionComparison(tuple(found + dropped), tuple(_tracks(earlier, later)))


def _only_cited(one: Finding, other: Finding) -> bool:
    """Say whether an instrument is merely cited, both times in what another finding shows."""
    if one.kind != "instrument" or other.kind == "instrument" or one.change is not None:
        return False
    pairs = (one.earlier, other.earlier), (one.later, other.later)
    return all(a and b and a.document == b.document and a.span.overlap(b.span) for a, b in pairs)


def _place_of(later: Item | Standing | None) -> tuple[str, int]:
    return ("", 0) if later is None else (later.document, later.span.start)


# What became of them


def _pair(earlier: Item, later: Item, score: float) -> Finding:
    """Say what became of an item that the later session takes up."""
    change = changed(earlier.places, later.places)
    notes = tuple(_notes(earlier, later))
    diff = wording_diff(earlier.words, later.words)
    what = _became(change, notes) if score >= _SURELY else "kept"
    return Finding(what, later.kind, _track(later, earlier), earlier, later, score, change, notes, diff)


_SURELY = 0.42
"""The least likeness of a pair of which it may be said that it is stronger or weaker."""


def _became(change: Change | None, notes: Sequence[str]) -> str:
    """Name what became of an item."""
    if change is not None and change.what != "same":
        return "strengthened" if change.what == "stronger" else "softened"
    if "deadline dropped" in notes:
        return "softened"
    return "strengthened" if "deadline set" in notes else "kept"


def _notes(earlier: Item, later: Item) -> Iterator[str]:
    """Yield what else changed."""
    if earlier.due != later.due and earlier.kind == later.kind == "commitment":
        yield f"deadline {'dropped' if not later.due else 'set' if not earlier.due else 'moved'}"
    if earlier.parties and later.parties and earlier.parties != later.parties:
        yield "parties"


def _still(earlier: Item, later: Item | Standing, score: float) -> Finding:
    """Say that an item's words stand in the later session."""
    diff = wording_diff(earlier.words, later.words)
    return Finding(
        "kept", earlier.kind, _track(earlier), earlier, later, score, None, ("said elsewhere",), diff
    )


def _alone(what: str, item: Item) -> Finding:
    earlier, later = (item, None) if what == "dropped" else (None, item)
    return Finding(what, item.kind, _track(item), earlier, later, 0.0)


def _track(*items: Item) -> str | None:
    """Return the first topic of the first item that has one."""
    return next((item.tracks[0] for item in items if item.tracks), None)


def wording_diff(earlier: Sequence[Compared], later: Sequence[Compared]) -> tuple[Piece, ...]:
    """Return two wordings as one run of pieces: what both have, and what either has alone.

    Order: as a reader would write it down; every word of either stands in exactly one piece.
    """
    found = align(earlier, later)
    pieces: list[Piece] = []
    a = b = 0
    for change in found.changes:
        pieces += _same(earlier[a : change.left], later[b : change.right])
        pieces += _differs(earlier[change.left : change.left_end], later[change.right : change.right_end])
        a, b = change.left_end, change.right_end
    return (*pieces, *_same(earlier[a:], later[b:]))


def _same(earlier: Sequence[Compared], later: Sequence[Compared]) -> Iterator[Piece]:
    """Yield words that both have, side by side; another ending is a change."""
    begin = 0
    alike = [one.key == other.key for one, other in zip(earlier, later, strict=True)]
    for i in range(1, len(alike) + 1):
        if i == len(alike) or alike[i] != alike[begin]:
            how = "same" if alike[begin] else "changed"
            yield Piece(how, _span(earlier[begin:i]), _span(later[begin:i]))
            begin = i


def _differs(earlier: Sequence[Compared], later: Sequence[Compared]) -> Iterator[Piece]:
    """Yield words that stand at one place and differ."""
    how = "changed" if earlier and later else "removed" if earlier else "inserted"
    yield Piece(how, _span(earlier), _span(later))


def _span(words: Sequence[Compared]) -> Span | None:
    return Span(words[0].start, words[-1].end) if words else None


def _tracks(earlier: Sequence[Item], later: Sequence[Item]) -> list[TrackFinding]:
    """Say which topics are new, kept and dropped."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for side, items in enumerate((earlier, later)):
        for item in items:
            for track in item.tracks:
                counts[track][side] += 1
    found = [
        TrackFinding(track, "kept" if a and b else "dropped" if a else "new", a, b)
        for track, (a, b) in counts.items()
    ]
    return sorted(found, key=lambda one: (-(one.earlier + one.later), one.track))
