"""A text as pieces to lay beside another's: words, and named things as one piece each.

«الولايات المتحدة الأمريكية» and «الأمريكي» are one piece with one term; so are «5 مارس 2024» and «الثلاثاء»
where the reader knows which Tuesday. What only frames the report («وأضاف البيان أن», «وفق البيان») is no
piece at all. Each term has a weight: nothing for grammar and courtesy, little for what stands everywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from mahdar.language.quotation import find_quotations
from mahdar.language.stems import skeleton
from mahdar.lexicon.compare import CompareTable
from mahdar.linking.compare_records import Fact, Side
from mahdar.linking.words import Compared, Unit, Wording, clauses, wording
from mahdar.model.spans import Span

__all__ = ["Laid", "Piece", "laid", "weights"]

_GENERIC = 0.2
"""What a word weighs that points at a party named before, and a title."""
_LEAST = 0.25
_FRAME, _LONG_FRAME = 8, 15
"""How far from its noun the «that» of a frame can stand; farther behind a verb of reporting."""


class Piece(NamedTuple):
    """A word, or the words that name one thing."""

    first: int
    last: int
    """Indexes into the wording's words; `last` exclusive."""
    term: str
    root: str
    """The term, freed of its pattern: «تعديل» and «عدلت» share it."""
    kind: str
    """`word`, `light`, `courtesy`, `generic`, or a fact's kind."""


@dataclass(frozen=True, slots=True)
class Laid:
    """One side, cut into pieces."""

    side: Side
    wording: Wording
    clauses: tuple[Unit, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    """Sentence by sentence."""
    hidden: frozenset[int]
    """Words that frame the report."""
    quoted: tuple[Span, ...]
    """What stands between quotation marks, by start."""

    def words(self, piece: Piece) -> tuple[Compared, ...]:
        """Return a piece's words."""
        return self.wording.words[piece.first : piece.last]

    def clause_of(self, word: int) -> Unit:
        """Return the clause that a word stands in."""
        return self.clauses[bisect_right(self.clauses, word, key=lambda one: one.first) - 1]

    def quotation(self, start: int, end: int) -> Span | None:
        """Return the quotation that holds a stretch of the text."""
        return next((one for one in self.quoted if one.start <= start and end <= one.end), None)


def laid(side: Side, table: CompareTable) -> Laid:
    """Cut a side into pieces.

    Cost: linear in its length.
    """
    said = wording(side.text, side.blocks)
    heads = _heads(said, side)
    asides = frozenset(at for unit in said.sentences for at in _asides(said.words, unit, table))
    hidden = asides | {at for unit in said.sentences for at in _frames(said.words, unit, table)}
    facts = _by_word(said.words, side.facts)
    pieces = tuple(tuple(_pieces(said.words, unit, facts, hidden, table)) for unit in said.sentences)
    quoted = tuple(q for block in side.blocks for q in find_quotations(side.text, block.start, block.end))
    cut = tuple(_without_asides(clauses(said, heads), said.words, set(heads), asides))
    return Laid(side, said, cut, pieces, hidden, quoted)


def _without_asides(
    cut: Iterable[Unit], words: Sequence[Compared], heads: Collection[int], hidden: Collection[int]
) -> Iterator[Unit]:
    """Join clauses that only an aside of the report's cuts apart («أعرب، وفق البيان، عن»)."""
    held: Unit | None = None
    for clause in cut:
        beside = clause.first in hidden or clause.first - 1 in hidden
        joined = (
            held and held.sentence == clause.sentence and beside and words[clause.first].start not in heads
        )
        if held and joined:
            held = held._replace(last=clause.last)
            continue
        if held:
            yield held
        held = clause
    if held:
        yield held


def weights(sides: Iterable[Laid]) -> dict[str, float]:
    """Return what each term weighs: less, the more sentences of both texts have it."""
    counts: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    sentences = 1
    for side in sides:
        for pieces in side.pieces:
            sentences += 1
            counts.update({piece.term for piece in pieces})
            kinds.update((piece.term, piece.kind) for piece in pieces)
    return {term: _weight(kinds[term], count, sentences) for term, count in counts.items()}


def _weight(kind: str, count: int, sentences: int) -> float:
    if kind in {"light", "courtesy"}:
        return 0.0
    return (
        _GENERIC
        if kind in {"generic", "office"}
        else _LEAST + (1 - _LEAST) * (1 - log(count) / log(sentences + 1))
    )


def _heads(said: Wording, side: Side) -> list[int]:
    """Return the heads of acts at which a clause begins: those that are joined to what goes before."""
    acts = {act.head for act in side.acts}
    return [w.start for w in said.words if w.start in acts and not side.text.startswith(w.key[:1], w.start)]


def _asides(words: Sequence[Compared], unit: Unit, table: CompareTable) -> Iterator[int]:
    """Yield the words of asides that name the reported text («، وفق البيان،»)."""
    for at in range(unit.first, unit.last - 1):
        if words[at].key in table.according and words[at + 1].key in table.source:
            yield from range(at, _aside_end(words, at, unit))


def _frames(words: Sequence[Compared], unit: Unit, table: CompareTable) -> Iterator[int]:
    """Yield the words of frames that say who reports («وأضاف البيان أن»)."""
    for at in range(unit.first, unit.last):
        if words[at].key in table.source or words[at].key in table.report:
            yield from _frame(words, at, unit, table)


def _aside_end(words: Sequence[Compared], at: int, unit: Unit) -> int:
    """Return where an aside ends: at the next mark, after five words at most."""
    stop = at + 2
    while stop < min(unit.last, at + 7) and not words[stop].gap:
        stop += 1
    return stop if stop < unit.last and words[stop].gap else at + 2


def _frame(words: Sequence[Compared], at: int, unit: Unit, table: CompareTable) -> range:
    """Return the words of a frame («وأضاف البيان أن», «لكنه قال إن»); none where this is no frame."""
    told = at > unit.first and words[at].key in table.source and words[at - 1].key in table.report
    near = range(at + 1, min(unit.last, at + (_LONG_FRAME if told else _FRAME)))
    close = next((i for i in near if words[i].key in table.that), None)
    begin = at
    while begin > unit.first and at - begin < 3 and not words[begin].gap:
        begin -= 1
    if close is None or (words[at].key in table.report and close > at + 1):
        return range(0)
    framed = words[at].key in table.source or begin == at or words[begin].key in table.light
    return range(begin, close + 1) if framed else range(0)


def _by_word(words: Sequence[Compared], facts: Iterable[Fact]) -> Mapping[int, tuple[int, Fact]]:
    """Return for the first word of each fact the index behind its last word, and the fact."""
    starts = [word.start for word in words]
    found: dict[int, tuple[int, Fact]] = {}
    for fact in facts:
        first = bisect_right(starts, fact.start) - 1
        last = bisect_right(starts, fact.end - 1)
        if first >= 0 and fact.start < words[first].end:
            found.setdefault(first, (last, fact))
    return found


def _pieces(
    words: Sequence[Compared],
    unit: Unit,
    facts: Mapping[int, tuple[int, Fact]],
    hidden: frozenset[int],
    table: CompareTable,
) -> Iterator[Piece]:
    """Yield a sentence's pieces."""
    at = unit.first
    while at < unit.last:
        last, fact = facts.get(at, (at + 1, None))
        last = min(last, unit.last)
        if at in hidden:
            last = at + 1
        elif fact is not None:
            yield Piece(at, last, f"{fact.kind}:{fact.value}", f"{fact.kind}:{fact.value}", fact.kind)
        else:
            word = words[at]
            yield Piece(at, last, word.stem, skeleton(word.stem), _kind(word, table))
        at = last


def _kind(word: Compared, table: CompareTable) -> str:
    if word.key in table.light:
        return "light"
    if word.key in table.courtesy:
        return "courtesy"
    return "generic" if word.key in table.generic else "word"
