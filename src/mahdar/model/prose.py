"""An article's prose as words and sentences: views over the document's untouched text."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.units import Offset

__all__ = ["Prose", "Sentence", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters or digits."""

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
