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
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mahdar.linking.alignment import align
from mahdar.linking.sessions import Item, Weights, likeness_of
from mahdar.linking.strength import Change, changed
from mahdar.linking.words import Compared
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId

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
class Standing:
    """A sentence of a session, which may hold an item of the other outside all items of its own."""

    document: DocumentId
    span: Span
    words: tuple[Compared, ...]
    named: frozenset[str]


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
    echo_a, echo_b = _echoes(earlier, weights), _echoes(later, weights)
    wide_a, wide_b = _echoes(earlier, weights, positions=True), _echoes(later, weights, positions=True)
    told = frozenset({(a, b) for a in wide_a for b in wide_b if a in echo_a or b in echo_b})
    pairs = _matched(earlier, later, weights, meant, told)
    found = [_pair(earlier[a], later[b], score) for a, b, score in pairs]
    done_a, done_b = echo_a | {a for a, _, _ in pairs}, echo_b | {b for _, b, _ in pairs}
    after, before = _Places(later, standing[1]), _Places(earlier, standing[0])
    dropped = []
    for one in _without(earlier, done_a):
        held = after.holding(one, weights)
        if held is None:
            dropped.append(_alone("dropped", one))
        else:
            found.append(_still(one, *held))
    found += [_alone("new", one) for one in _without(later, done_b) if before.holding(one, weights) is None]
    found.sort(key=lambda one: _place_of(one.later))
    return SessionComparison(tuple(found + dropped), tuple(_tracks(earlier, later)))


def _place_of(later: Item | Standing | None) -> tuple[str, int]:
    return ("", 0) if later is None else (later.document, later.span.start)


# Who is matched with whom

_ENOUGH = 0.3
"""The least likeness of a pair."""


def _matched(
    earlier: Sequence[Item],
    later: Sequence[Item],
    weights: Weights,
    meant: Mapping[tuple[int, int], float],
    told: Collection[tuple[int, int]],
) -> list[tuple[int, int, float]]:
    """Return pairs of indexes with their likeness: the likest first, each item once.

    Pairs of which both are told by their instruments are left out.
    """
    candidates = (_candidates(earlier, later, weights) | meant.keys()) - set(told)
    scored = [
        (likeness_of(earlier[a], later[b], weights, meant.get((a, b), 0.0)), a, b) for a, b in candidates
    ]
    found: list[tuple[int, int, float]] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for score, a, b in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= _ENOUGH and a not in used_a and b not in used_b:
            found.append((a, b, score))
            used_a.add(a)
            used_b.add(b)
    return found


def _candidates(earlier: Sequence[Item], later: Sequence[Item], weights: Weights) -> set[tuple[int, int]]:
    """Return pairs that share a telling stem."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for b, item in enumerate(later):
        for stem in weights.telling(item):
            by_stem[stem].append(b)
    return {(a, b) for a, item in enumerate(earlier) for stem in weights.telling(item) for b in by_stem[stem]}


_HELD = 0.62
"""The least share of an item's stems, by weight, that must stand in one sentence for it to be said there."""


class _Places:
    """Where stems stand in a session: in its items and in its sentences."""

    def __init__(self, items: Sequence[Item], standing: Sequence[Standing]) -> None:
        self._all: tuple[Item | Standing, ...] = (*items, *standing)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(self._all):
            for stem in one.named:
                self._by_stem[stem].append(n)

    def holding(self, one: Item, weights: Weights) -> tuple[Item | Standing, float] | None:
        """Return what holds most of an item's words, if it holds enough; an item before a sentence."""
        asked = one.named if one.kind == "instrument" else one.core
        own, least = weights.sum(asked), _HELD if len(asked) >= _FEWEST else 1.0
        near = {n for stem in weights.telling(one) for n in self._by_stem.get(stem, ())}
        held = [(weights.sum(asked & self._all[n].named) / own, -n) for n in near if self._fits(one, n)]
        share, n = max(held, default=(0.0, 1))
        return (self._all[-n], share) if n <= 0 and share >= least else None

    def _fits(self, one: Item, n: int) -> bool:
        other = self._all[n]
        return isinstance(other, Standing) or (one.kind == "instrument") == (other.kind == "instrument")


_FEWEST = 3
"""Stems; of fewer all must stand there."""


def _without(items: Sequence[Item], gone: Collection[int]) -> Iterator[Item]:
    """Yield the items that are left."""
    yield from (item for n, item in enumerate(items) if n not in gone)


def _echoes(items: Sequence[Item], weights: Weights, *, positions: bool = False) -> set[int]:
    """Return the items that say again what another says: an instrument's signing, a deed inside a welcome."""
    return {
        n
        for n, item in enumerate(items)
        if any(
            _echoes_it(item, other, weights, positions=positions) for m, other in enumerate(items) if m != n
        )
    }


def _echoes_it(item: Item, other: Item, weights: Weights, *, positions: bool) -> bool:
    """Say whether an item only says again what another does."""
    if item.kind == "instrument" or item.document != other.document:
        return False
    if other.kind == "instrument":
        if not any(item.span.overlap(one) for one in other.entry.evidence):
            return False
        if item.label == "sign":
            return True
        counts = positions or item.kind != "position"
        return counts and weights.sum(item.stems & other.named) >= _SAME * weights.sum(item.stems)
    return item.span != other.span and other.span.holds(item.span)


_SAME = 0.6
"""The least share of an act's stems that must be an instrument's for the act to be about it alone."""


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
