"""Roots: words of one family share one."""

from __future__ import annotations

import pytest

from mahdar.language.roots import root
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.fold import fold

ROWS = default_lexicon().rows("ar/roots.toml", "pattern")
WEAK = str.maketrans("اي", "وو")
"""Weak letters count as one."""


def cases(name: str) -> list[tuple[str, str]]:
    """Return the pairs of word and root that the lexicon's rows give."""
    pairs = (one.partition(" = ") for row in ROWS for one in row.list(name))
    return [(word, its) for word, _, its in pairs]


@pytest.mark.parametrize(("word", "its"), cases("yes"))
def test_a_word_is_traced_to_its_root(word: str, its: str) -> None:
    assert root(fold(word)) == fold(its).translate(WEAK)


@pytest.mark.parametrize(("word", "its"), cases("no"))
def test_a_word_that_is_no_pattern_is_not(word: str, its: str) -> None:
    assert root(fold(word)) != its


def test_a_word_of_no_pattern_has_no_root() -> None:
    assert root(fold("استراتيجية")) == ""


def test_a_particle_is_left_off_where_three_letters_are_left() -> None:
    assert root(fold("بقرض")) == root(fold("القرض")) == root(fold("قروض"))
