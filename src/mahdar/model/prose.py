"""An article's prose as words and sentences: views over the document's untouched text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mahdar.model.units import Offset

__all__ = ["Prose", "Sentence", "Word"]


class Word(NamedTuple):
    """A run of letters or digits.

    A named tuple and no dataclass: one is made for each word of a document, in a third of the time.
    """

    start: Offset
    end: Offset
    text: str
    """As it stands in the document."""
    fold: str
    """The matching key: no vowel marks, one alef, one ya, ta marbuta as ha, ASCII digits."""
    gap: str
    """What stands between the word before and this one, without white space: punctuation or nothing.
    The first word of a sentence has the marks that open it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of words that ends at a full stop, a question mark or its block's end."""

    start: Offset
    """First code point of its first word, opening marks included."""
    end: Offset
    """After its closing mark."""
    first: int
    """Index of its first word in `Prose.words`."""
    last: int
    """One past its last word."""
    block: str
    """The kind of the block that it stands in."""
    number: int
    """Index of that block in the article."""


@dataclass(frozen=True, slots=True)
class Prose:
    """All words and sentences of an article, its title included, in text order."""

    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
