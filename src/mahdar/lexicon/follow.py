"""Words by which a later text is told to take up an earlier one.

Source: lexicon/data/ar/follow.toml
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.store import Lexicon

__all__ = ["FollowWords", "follow_words"]


@dataclass(frozen=True, slots=True, eq=False)
class FollowWords:
    """Folded words by what they tell."""

    empty: frozenset[str]
    """They say nothing about what a thing is."""
    common: frozenset[str]
    """They stand in every communiqué."""
    field: frozenset[str]
    """They name a field of talks."""
    back: PhraseTable[bool]
    """Behind them stands what the sentence rests on."""
    so_comes: PhraseTable[bool]
    """They open a sentence about the one before."""
    again: frozenset[str]
    """Said before, said again."""
    done: frozenset[str]
    """What was to be done is done."""
    begun: PhraseTable[bool]
    """A part of what was to be done is done."""
    denied: frozenset[str]
    """What comes next is not so."""
    yet: frozenset[str]
    """Behind a denial: it is not so yet."""
    wished: frozenset[str]
    """What comes next is wanted or needed."""
    put_off: frozenset[str]
    """What was to be done is late, put off or given up."""
    prepares: frozenset[str]
    """A meeting is to prepare another."""
    next: frozenset[str]
    """A meeting is the one behind that which the text is about."""
    in_force: frozenset[str]
    """A text is at work."""
    amends: frozenset[str]
    """An instrument is changed."""
    concluded: frozenset[str]
    """A text is there already."""
    goes_on: frozenset[str]
    """What is there goes on."""
    talks: frozenset[str]
    """The meetings of the two sides themselves."""


def follow_words(lexicon: Lexicon) -> FollowWords:
    """Return the compiled table."""
    return lexicon.table("follow", _build)


def _build(lexicon: Lexicon) -> FollowWords:
    """Compile the file."""
    lists = {row.text("id"): row.list("words") for row in lexicon.rows("ar/follow.toml", "words")}
    return FollowWords(
        empty=_folded(lists["empty"]),
        common=_folded(lists["common"]),
        field=_folded(lists["field"]),
        back=PhraseTable((phrase, True) for phrase in lists["back"]),
        so_comes=PhraseTable((phrase, True) for phrase in lists["so_comes"]),
        again=_folded(lists["again"]),
        done=_folded(lists["done"]),
        begun=PhraseTable((phrase, True) for phrase in lists["begun"]),
        denied=_folded(lists["denied"]),
        yet=_folded(lists["yet"]),
        wished=_folded(lists["wished"]),
        put_off=_folded(lists["put_off"]),
        prepares=_folded(lists["prepares"]),
        next=_folded(lists["next"]),
        in_force=_folded(lists["in_force"]),
        amends=_folded(lists["amends"]),
        concluded=_folded(lists["concluded"]),
        goes_on=_folded(lists["goes_on"]),
        talks=_folded(lists["talks"]),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
