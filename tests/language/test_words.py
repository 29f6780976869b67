"""Words: `|` stands between them in the marked texts; what no bar touches is gap."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.language.texts import quick, texts

from mahdar.language import split_words
from mahdar.lexicon.fold import fold

MARKED = [
    "|قال| |الوزير|",
    "|قال|: «|نعم|»، |وغادر|.",
    "|مُحَمَّدٌ| |رســول|",
    "|وزيرا| |خارجية| |قبرص|-|لبنان|",
    "|القرار| |2334| (|2016|)",
    "|بلغ| |1,5| |مليار|",
    "|بلغ| |١٬٢٠٠| |طن|",
    "|بنسبة| |3.25|%",
    "|المادة| |5|.|ب|",
    "|طائرة| |F|-|16|",
    "|كوفيد|-|19|",
    "|12|/|5|/|2022|",
    "|أ|.|ف|.|ب|",
    "|مجموعة| |5|+|1|",
    "؟! …",
    "",
]

GAPS = [
    ("قال: «نعم»", [("قال", ""), ("نعم", ":«")]),
    ("أكد  ،  ورحب", [("أكد", ""), ("ورحب", "،")]),
    ("سطر\nآخر", [("سطر", ""), ("آخر", "")]),
    ("«أول»-(ثان)", [("أول", "«"), ("ثان", "»-(")]),
]


@pytest.mark.parametrize("marked", MARKED)
def test_words_as_marked(marked: str) -> None:
    text = marked.replace("|", "")
    for word in reversed(list(split_words(text))):
        text = f"{text[: word.start]}|{text[word.start : word.end]}|{text[word.end :]}"
    assert text.replace("||", "|") == marked.replace("||", "|")


@pytest.mark.parametrize(("text", "found"), GAPS)
def test_a_gap_is_the_punctuation_before_a_word(text: str, found: list[tuple[str, str]]) -> None:
    assert [(w.text, w.gap) for w in split_words(text)] == found


def test_a_stretch_of_a_text_keeps_its_offsets() -> None:
    assert [(w.start, w.text) for w in split_words("قال الوزير الأردني", 4, 10)] == [(4, "الوزير")]


@quick
@given(texts)
def test_words_stand_in_order_and_apart_and_are_the_text_s_own(text: str) -> None:
    at = 0
    for word in split_words(text):
        assert at <= word.start < word.end <= len(text)
        assert word.text == text[word.start : word.end]
        assert word.fold == fold(word.text) != ""
        assert word.gap == "".join(text[at : word.start].split())
        at = word.end


@quick
@given(texts)
def test_no_letter_and_no_digit_is_lost(text: str) -> None:
    covered = {i for w in split_words(text) for i in range(w.start, w.end)}
    assert not [c for i, c in enumerate(text) if i not in covered and c.isalpha() and fold(c)]
