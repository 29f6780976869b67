"""An article's words with every reading of their attached particles, made once and used by every finder.

A *run* is a stretch of words with no sentence end, comma, colon or bracket between them: no name or title
reaches over its end. Indexes are those of `Prose.words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from mahdar.language.clitics import proclitic_length, readings, slot
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.stops import SPEECH, stop_table
from mahdar.lexicon.store import Lexicon
from mahdar.model.prose import Prose, Word

__all__ = ["Match", "WordKinds", "Wording", "word_kinds"]

T = TypeVar("T")

_BREAKS = frozenset(
    ",;:!?()[]{}|/"
    "\N{ARABIC COMMA}\N{ARABIC SEMICOLON}\N{ARABIC QUESTION MARK}\N{HORIZONTAL ELLIPSIS}\N{BULLET}"
)


class Match(NamedTuple, Generic[T]):
    """A phrase of a table found in an article."""

    taken: str
    """The particles of the first word that do not belong to the phrase."""
    head: str
    """The first word without them, folded."""
    size: int
    """Words."""
    value: T


class WordKinds(dict[str, int]):
    """Folded word → which tables have a phrase that can begin at it, as bits of `lexicon.stops`.

    Words repeat: what their particles leave is looked up once a word, not once a place.

    Args:
        heads: head of a phrase → the tables that have it (`StopTable.kinds`).
    """

    def __init__(self, heads: dict[str, int]) -> None:
        super().__init__()
        self.heads = heads

    def __missing__(self, fold: str) -> int:
        """Work a word out and remember it."""
        bits = 0
        for _, head in readings(fold):
            bits |= self.heads.get(head, 0)
        self[fold] = bits
        return bits


@lru_cache(maxsize=4)
def word_kinds(lexicon: Lexicon) -> WordKinds:
    """Return the kinds of a lexicon's words: one table for all its documents."""
    return WordKinds(stop_table(lexicon).kinds)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article, ready for lookups."""

    words: tuple[Word, ...]
    folds: tuple[str, ...]
    readings: tuple[tuple[tuple[str, str], ...], ...]
    """For each word: what can be taken off its front, and what is left."""
    ends: tuple[int, ...]
    """For each word: one past the last word of its run."""
    kinds: tuple[int, ...]
    """For each word: which tables have a phrase that can begin here, as bits of `lexicon.stops`."""
    voiced: frozenset[str]
    """Words that stand right behind a verb of speech somewhere in the article: who speaks, if names."""

    @classmethod
    def of(cls, prose: Prose, kinds: WordKinds) -> Wording:
        """Read an article's words.

        Args:
            prose: the article.
            kinds: which tables have a phrase that begins with a word.

        Cost: linear in words.
        """
        folds = tuple(word.fold for word in prose.words)
        read = tuple(map(readings, folds))
        ends, at = _run_ends(prose), tuple(map(kinds.__getitem__, folds))
        behind = (i for i in range(1, len(folds)) if at[i - 1] & SPEECH and ends[i - 1] > i)
        return cls(prose.words, folds, read, ends, at, frozenset(folds[i] for i in behind))

    def where(self, kind: int) -> Iterator[int]:
        """Yield the words at which a phrase of a kind can begin."""
        return (i for i, kinds in enumerate(self.kinds) if kinds & kind)

    def match(self, table: PhraseTable[T], i: int) -> Match[T] | None:
        """Return the longest phrase of a table at a word; of two as long, the one that takes least off."""
        best: Match[T] | None = None
        heads = table.by_head
        for taken, head in self.readings[i]:
            if head in heads:
                hit = table.at(self.folds, i, head)
                if hit and i + hit[0] <= self.ends[i] and (best is None or hit[0] > best.size):
                    best = Match(taken, head, hit[0], hit[1])
        return best

    def start(self, i: int, taken: str) -> int:
        """Return the offset of a word behind the particles taken off it."""
        word = self.words[i]
        return word.start + proclitic_length(word.text, taken) if taken else word.start

    def definite(self, i: int) -> bool:
        """Say whether a word may have the article, behind a particle or not («إلى» is too short for it)."""
        article = slot("article")[0]
        return any(rest.startswith(article) and len(rest) > 4 for _, rest in self.readings[i])

    def follows(self, i: int) -> bool:
        """Say whether a word stands in the same run as the word before it."""
        return 0 < i < len(self.words) and self.ends[i - 1] > i


def _run_ends(prose: Prose) -> tuple[int, ...]:
    """Return for each word where its run ends."""
    words = prose.words
    ends = [0] * len(words)
    for sentence in prose.sentences:
        end = sentence.last
        for i in range(sentence.last - 1, sentence.first - 1, -1):
            ends[i] = end
            if words[i].gap and not _BREAKS.isdisjoint(words[i].gap):
                end = i
    return tuple(ends)
