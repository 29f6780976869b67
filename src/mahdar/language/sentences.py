"""An article's blocks → its words and sentences.

A sentence ends at a full stop, question or exclamation mark, dots, or its block's end. No full stop: the one
after a single letter (an initial, an abbreviated title; the letter behind a year is none) or inside a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mahdar.language.words import split_words
from mahdar.model.document import Block
from mahdar.model.prose import Prose, Sentence, Word

__all__ = ["parse_prose"]

_STOPS = frozenset(".!?\N{ARABIC QUESTION MARK}\N{HORIZONTAL ELLIPSIS}\N{ARABIC FULL STOP}")
_CLOSERS = frozenset("\"'\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK})]")


def parse_prose(text: str, blocks: Iterable[Block]) -> Prose:
    """Split an article's blocks into words and sentences.

    >>> prose = parse_prose("وصل الوزير. وغادر.", [Block("prose", 0, 18)])
    >>> [(s.start, s.end, s.first, s.last) for s in prose.sentences]
    [(0, 11, 0, 2), (12, 18, 2, 3)]
    """
    words: list[Word] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        first = len(words)
        words += split_words(text, block.start, block.end)
        sentences += _sentences(text, words, first, block, number)
    return Prose(tuple(words), tuple(sentences))


def _sentences(text: str, words: Sequence[Word], first: int, block: Block, number: int) -> list[Sentence]:
    """Cut a block's words into sentences."""
    found: list[Sentence] = []
    begin, start = first, block.start
    for i in range(first + 1, len(words) + 1):
        last = i == len(words)
        if not last and not (words[i].gap and _ends(words, i)):
            continue
        end = block.end if last else _closing(text, words[i - 1].end, words[i].start)
        found.append(Sentence(_skip(text, start), _trim(text, end), begin, i, block.kind, number))
        begin, start = i, end
    return found


def _ends(words: Sequence[Word], i: int) -> bool:
    """Say whether a sentence ends before a word: not behind an initial, but behind the letter of an era."""
    before, after = words[i - 1], words[i]
    gap = after.gap
    if _STOPS.isdisjoint(gap):
        return False
    initial = len(before.fold) == 1 and not before.fold.isdigit() and not _of_an_era(words, i - 1)
    glued = after.start - before.end == 1 and before.fold.isdigit() and after.fold.isdigit()
    return not (initial and gap.startswith(".")) and not (glued and gap == ".")


def _of_an_era(words: Sequence[Word], i: int) -> bool:
    """Say whether a letter stands behind a year («2022م», «1444 هـ»)."""
    return i > 0 and len(words[i - 1].fold) == _YEAR and words[i - 1].fold.isdigit() and not words[i].gap


_YEAR = 4
"""Digits of a year."""


def _closing(text: str, at: int, stop: int) -> int:
    """Return the offset behind the last closing mark of a sentence."""
    while at < stop and text[at] not in _STOPS:
        at += 1
    while at < stop and (text[at] in _STOPS or text[at] in _CLOSERS):
        at += 1
    return at


def _skip(text: str, at: int) -> int:
    """Return the first offset from here that is not white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _trim(text: str, end: int) -> int:
    """Return the end without trailing white space."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
