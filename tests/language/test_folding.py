"""Folding: spellings that count as one, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.language.texts import quick, texts

from mahdar.language import FoldedView
from mahdar.lexicon.fold import fold

SAME = [
    ("مُحَمَّدٌ", "محمد"),
    ("قطــر", "قطر"),
    ("أكّد", "اكد"),
    ("إيران", "ايران"),
    ("آسيا", "اسيا"),
    ("على", "علي"),
    ("مسؤول", "مسوول"),
    ("هيئة", "هييه"),
    ("کویت", "كويت"),
    ("٢٠٢٤", "2024"),
]

FOUND = [
    ("قالتْ قَطَر", "قطر", "قَطَر"),
    ("أعلنت الكُوَيْتُ أمس", "الكويت", "الكُوَيْتُ"),
    ("في عام ٢٠٢٤م", "2024", "٢٠٢٤"),
]


@pytest.mark.parametrize(("written", "folded"), SAME)
def test_spellings_become_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(("text", "word", "written"), FOUND)
def test_what_is_found_folded_is_cut_as_written(text: str, word: str, written: str) -> None:
    view = FoldedView.of(text)
    at = view.folded.index(word)
    assert view.span(at, at + len(word)).cut(text) == written


@quick
@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@quick
@given(texts)
def test_every_folded_character_finds_its_way_back(text: str) -> None:
    view = FoldedView.of(text)
    assert view.folded == fold(text)
    assert len(view.origins) == len(view.folded) + 1
    for i, folded in enumerate(view.folded):
        span = view.span(i, i + 1)
        assert fold(span.cut(text)) == folded
        assert view.offset(span.start) == i
    assert view.offset(len(text)) == len(view.folded)
