"""What of a text is compared, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.linking.words import clauses, compared_words, wording
from mahdar.model.document import Block
from mahdar.model.spans import Span

TEXT = (
    "بحث الوزيران في مسقط سبل تعزيز التجارة، وأكدا أهمية النقل البحري، واتفقا على لقاء قريب. "
    "وفي ختام اللقاء شكر الوزير مضيفه."
)


def keys(text: str) -> list[str]:
    return [word.key for word in compared_words(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وأكّد «الجانبان» أهمية الأمن", "أكد الجانبـان أهميه الأمن"),
        ('ناقشا "التعليم" والصحة', "ناقشا التعليم، الصحة"),
        ("و«رحّبا» بالاتفاق", "رحبا بالاتفاق"),
        ("وزير الخارجية", "ووزير الخارجية"),
    ],
)
def test_marks_and_attached_conjunctions_never_count(one: str, other: str) -> None:
    assert keys(one) == keys(other)


def test_sentences_and_clauses() -> None:
    said = wording(TEXT, [Block("prose", 0, len(TEXT))])
    assert [said.span(one.first, one.last).cut(TEXT)[:10] for one in said.sentences] == [
        "بحث الوزير",
        "وفي ختام ا",
    ]
    cut = [said.span(one.first, one.last).cut(TEXT) for one in clauses(said)]
    assert cut[1:3] == ["وأكدا أهمية النقل البحري", "واتفقا على لقاء قريب"]


def test_a_clause_begins_at_the_head_of_an_act() -> None:
    text = "سلط الجانبان الضوء على التجارة بينهما وناقشا مجالات الاستثمار"
    said = wording(text, [Block("prose", 0, len(text))])
    cut = clauses(said, [text.index("وناقشا")])
    assert said.span(cut[1].first, cut[1].last).cut(text) == "وناقشا مجالات الاستثمار"


def test_noise_between_blocks_is_left_out() -> None:
    text = "قال الوزير نعم\nشارك الخبر\nثم غادر المدينة"
    blocks = [Block("prose", 0, 14), Block("prose", 26, len(text))]
    assert "شارك" not in {word.key for word in wording(text, blocks).words}


@given(st.lists(st.sampled_from([*TEXT.split(), "«", "،", ".", "و", "12"]), min_size=1, max_size=40))
def test_words_stand_where_they_say_and_clauses_hold_each_once(parts: list[str]) -> None:
    text = " ".join(parts)
    said = wording(text, [Block("prose", 0, len(text))])
    assert all(word.span.cut(text)[-1].isalnum() for word in said.words)
    held = [at for one in clauses(said) for at in range(one.first, one.last)]
    assert held == list(range(len(said.words)))
