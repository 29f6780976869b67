"""A stretch of a document's text → words that compare with those of another document.

What never counts: quotation marks and all other punctuation, vowel marks, tatweel, spellings that fold into
one, an attached «and» or «so». Every word keeps its offsets, so that whatever is found can be cut out of the
text. Noise is left out, because articles' blocks hold none.

A *unit* is a run of words that is said in one breath: a sentence, or a clause of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from mahdar.language.sentences import parse_prose
from mahdar.language.stems import stem, without_conjunction
from mahdar.language.words import split_words
from mahdar.model.document import Block
from mahdar.model.prose import Word
from mahdar.model.spans import Span
from mahdar.model.units import Offset

__all__ = ["Compared", "Unit", "Wording", "clauses", "compared_words", "wording"]

_CUTS: Final = frozenset("\N{ARABIC COMMA}\N{ARABIC SEMICOLON},;:\N{EN DASH}\N{EM DASH}")
"""Marks behind which a new clause can begin."""
_SHORTEST: Final = 3
"""A run between two marks that has fewer words belongs to what stands before it."""


class Compared(NamedTuple):
    """A word to compare."""

    start: Offset
    end: Offset
    key: str
    """Folded, without an attached conjunction."""
    stem: str
    """What its inflections share."""
    gap: str
    """The punctuation before it."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Unit(NamedTuple):
    """A sentence or a clause, as indexes into its wording's words."""

    first: int
    last: int
    """One past its last word."""
    block: str
    """The kind of the block that it stands in; `prose` where that is not known."""
    sentence: int
    """Index of its sentence in the wording."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of text as comparable words."""

    words: tuple[Compared, ...]
    sentences: tuple[Unit, ...]

    def span(self, first: int, last: int) -> Span:
        """Return where a run of words stands, from its first letter to its last."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def of(self, unit: Unit) -> tuple[Compared, ...]:
        """Return a unit's words."""
        return self.words[unit.first : unit.last]


def compared_words(text: str, spans: Iterable[Span]) -> tuple[Compared, ...]:
    """Return the comparable words of some spans of a text, such as an entry's evidence.

    >>> [w.key for w in compared_words("و«أكّدتا» التزامهمـا", [Span(0, 20)])]
    ['اكدتا', 'التزامهما']
    """
    return tuple(_compared(word for span in spans for word in split_words(text, span.start, span.end)))


def wording(text: str, blocks: Iterable[Block]) -> Wording:
    """Return an article's blocks as comparable words and sentences.

    Cost: linear in the blocks' length.
    """
    prose = parse_prose(text, blocks)
    words: list[Compared] = []
    sentences: list[Unit] = []
    for one in prose.sentences:
        first = len(words)
        words += _compared(prose.words[one.first : one.last])
        if first < len(words):
            sentences.append(Unit(first, len(words), one.block, len(sentences)))
    return Wording(tuple(words), tuple(sentences))


def clauses(given: Wording, heads: Iterable[Offset] = ()) -> tuple[Unit, ...]:
    """Cut a wording's sentences into clauses.

    Args:
        given: the wording.
        heads: offsets of words that head a clause of their own (the triggers of acts); a clause begins at
            each, and behind every comma that leaves runs of some length on both sides.

    Returns:
        All clauses in text order; together they hold every word of every sentence.
    """
    begins = frozenset(heads)
    return tuple(clause for sentence in given.sentences for clause in _clauses(given.words, sentence, begins))


def _clauses(words: Sequence[Compared], sentence: Unit, heads: frozenset[Offset]) -> list[Unit]:
    """Cut one sentence."""
    marks = [at for at in range(sentence.first + 1, sentence.last) if not _CUTS.isdisjoint(words[at].gap)]
    cuts = [sentence.first]
    for at in sorted(
        {*marks, *(a for a in range(sentence.first + 1, sentence.last) if words[a].start in heads)}
    ):
        headed = words[at].start in heads
        least = 2 if headed else _SHORTEST
        if at - cuts[-1] >= least and (headed or not _beside_aside(at, marks, sentence.last)):
            cuts.append(at)
    if len(cuts) > 1 and sentence.last - cuts[-1] < _SHORTEST and words[cuts[-1]].start not in heads:
        cuts.pop()
    return [Unit(a, b, sentence.block, sentence.sentence) for a, b in pairwise([*cuts, sentence.last])]


def _beside_aside(at: int, marks: Sequence[int], last: int) -> bool:
    """Say whether a mark opens or closes an insertion of one or two words («, الأربعاء,»)."""
    i = marks.index(at)
    after = (marks[i + 1] if i + 1 < len(marks) else last) - at
    before = at - marks[i - 1] if i else _SHORTEST
    return min(after, before) < _SHORTEST


def _compared(words: Iterable[Word]) -> Iterator[Compared]:
    """Yield comparable words; a conjunction that a quotation mark cuts off from its word is none."""
    for word in words:
        if len(word.fold) > 1 or not word.fold.isalpha():
            key = without_conjunction(word.fold)
            yield Compared(word.start, word.end, key, stem(word.fold), word.gap)
