"""Light stems: inflections of one word meet, other words stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.stems import stem, without_conjunction
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.fold import fold

ROWS = [row for table in ("head", "whole") for row in default_lexicon().rows("ar/stems.toml", table)]
SAME = [
    "الشراكة والشراكة لشراكتهما شراكتهما بالشراكة للشراكة",
    "اتفاقية الاتفاقية اتفاقيات للاتفاقيات والاتفاقيتان اتفاقيتها",
    "الوزيران الوزيرين وزير ووزير الوزير",
    "الحكومتان حكومتي الحكومتين حكومة لحكومتي",
    "بطولة البطولة للبطولة وبطولات",
    "التزامهما الالتزام التزام والتزامات",
    "لبنان اللبناني اللبنانيين ولبنان",
    "ناقش ناقشا وناقشا ناقشت",
    "توقيع بتوقيع لتوقيع والتوقيع",
    "بيان البيان بيانا وبيانات",
    "أدان وأدان ادان",
    "التزمت والتزمت التزما",
]
APART = ["وزير زير", "قطر قطار", "لجنة جنة", "واشنطن نواشط", "وفد فد"]


@pytest.mark.parametrize("line", SAME)
def test_inflections_meet(line: str) -> None:
    assert len({stem(fold(word)) for word in line.split()}) == 1


@pytest.mark.parametrize("line", APART)
def test_other_words_stay_apart(line: str) -> None:
    one, other = line.split()
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text("id"))
def test_the_lexicons_examples(row) -> None:
    for field, wanted in (("yes", True), ("no", False)):
        for line in row.list(field):
            word, _, left = line.partition(" = ")
            assert (stem(fold(word)) == fold(left)) is wanted, line


@pytest.mark.parametrize(
    ("word", "left"), [("وأكدتا", "اكدتا"), ("وزارة", "وزاره"), ("فقط", "فقط"), ("و", "و"), ("وفي", "في")]
)
def test_an_attached_conjunction_is_left_off(word: str, left: str) -> None:
    assert without_conjunction(fold(word)) == left


@given(st.text(alphabet="ابتكلموهيةقرعند", min_size=1, max_size=12))
def test_a_stem_is_a_part_of_the_word_and_never_empty(word: str) -> None:
    folded = fold(word)
    assert stem(folded) in folded
    assert stem(folded)
