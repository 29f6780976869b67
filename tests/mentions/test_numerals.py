"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from mahdar.language import split_words
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.numbers import number_table
from mahdar.mentions.numerals import Reader


def _number(text: str) -> tuple[float, int] | None:
    words = tuple(split_words(text))
    found = Reader(words, [w.fold for w in words], len(words), number_table(default_lexicon())).number(0)
    return (found.value, found.next) if found else None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("7", 7, 1),
        ("٧", 7, 1),
        ("1,5", 1.5, 1),
        ("1,500", 1500, 1),
        ("1.500", 1500, 1),
        ("1.50", 1.5, 1),
        ("0.125", 0.125, 1),
        ("1,234.56", 1234.56, 1),
        ("1.234,56", 1234.56, 1),
        ("١٢٫٥", 12.5, 1),
        ("20 000", 20000, 2),
        ("ثلاثة", 3, 1),
        ("أحد عشر", 11, 2),
        ("خمسة وعشرون", 25, 2),
        ("مئة", 100, 1),
        ("مئة وخمسة وعشرون", 125, 3),
        ("مئة وعشرة", 110, 2),
        ("خمسمئة", 500, 1),
        ("ألف", 1000, 1),
        ("ألفان", 2000, 1),
        ("ثلاثة آلاف", 3000, 2),
        ("ثلاثة آلاف وخمسمئة", 3500, 3),
        ("مئتا مليون", 200_000_000, 2),
        ("مليون ونصف المليون", 1_500_000, 3),
        ("مليون ونصف", 1_500_000, 2),
        ("خمسة ونصف مليار", 5_500_000_000, 3),
        ("3 ملايين و500 ألف", 3_500_000, 5),
        ("مليار ومئتا مليون", 1_200_000_000, 3),
        ("نصف مليون", 500_000, 2),
        ("مليوني", 2_000_000, 1),
        ("المليار", 1_000_000_000, 1),
        ("ألف مليون", 1_000_000_000, 2),
    ],
)
def test_reads_a_number_to_its_end(text: str, value: float, words: int) -> None:
    assert _number(text) == (pytest.approx(value), words)


@pytest.mark.parametrize("text", ["ملايين", "آلاف المواطنين", "نصف المبلغ", "الوزير", "ربع", "والتقى"])
def test_reads_no_number_where_there_is_none(text: str) -> None:
    assert _number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [("خمسة وزراء", 5, 1), ("5 قتلى و3 جرحى", 5, 1), ("مئة وزير", 100, 1), ("ثلاثة وأربعة", 3, 1)],
)
def test_stops_where_another_thing_begins(text: str, value: float, words: int) -> None:
    assert _number(text) == (value, words)
