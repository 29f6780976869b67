"""Two passages side by side: which words stand in both, and what differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.linking.alignment import Alignment, align
from mahdar.linking.words import Compared, compared_words
from mahdar.model.spans import Span


def words(text: str) -> tuple[Compared, ...]:
    return compared_words(text, [Span(0, len(text))])


def laid(one: str, other: str) -> Alignment:
    return align(words(one), words(other))


def test_the_same_words_are_wholly_alike() -> None:
    found = laid("وأكدتا التزامهما بأمن الملاحة", "«أكّدتا التزامهما» بأمن الملاحة")
    assert found.score == found.held == 1
    assert [run.how for run in found.runs] == ["same"]
    assert not found.changes


def test_another_word_is_a_change_on_both_sides() -> None:
    one, other = "تعقد الدورة المقبلة في تونس", "تعقد الدورة المقبلة في الرباط"
    (change,) = laid(one, other).changes
    assert (words(one)[change.left].key, words(other)[change.right].key) == ("تونس", "الرباط")


def test_dropped_and_inserted_words() -> None:
    found = laid("قدمت تونس الشكر العميق للمغرب", "قدمت تونس، أمس، الشكر للمغرب")
    assert [(one.left_end - one.left, one.right_end - one.right) for one in found.changes] == [(0, 1), (1, 0)]
    assert found.score == pytest.approx(0.8)


def test_moved_words_and_other_endings_count_a_little_less() -> None:
    moved = laid("عززت الحكومتان تعاونهما الأمني", "الحكومتان عززتا تعاونهما الأمني")
    assert {run.how for run in moved.runs} == {"same", "moved", "like"}
    assert 0.8 < moved.score < 1


def test_what_has_nothing_in_common() -> None:
    assert laid("وصل الوفد مساء", "ارتفعت أسعار القمح").score == 0


def test_the_pairs_are_words_of_the_texts() -> None:
    one, other = "وناقش الوفدان: «الأمن المائي»", "ناقش الوفدان أيضا الأمن المائي"
    spans = laid(one, other).pairs(words(one), words(other))
    assert [(a.cut(one), b.cut(other)) for a, b in spans] == [
        ("وناقش الوفدان", "ناقش الوفدان"),
        ("الأمن المائي", "الأمن المائي"),
    ]


VOCABULARY = ["وصل", "الوفد", "القطري", "والوفود", "إلى", "مدينة", "صلالة", "لبحث", "البحث", "عن", "مدن"]
texts = st.lists(st.sampled_from(VOCABULARY), max_size=15).map(" ".join)


@given(texts, texts)
def test_every_word_is_met_at_most_once(one: str, other: str) -> None:
    found = laid(one, other)
    for side in (0, 1):
        met = [run[side] + i for run in found.runs for i in range(run.length)]
        assert len(met) == len(set(met))
    left, right = words(one), words(other)
    for a, b, length, _ in found.runs:
        assert [w.stem for w in left[a : a + length]] == [w.stem for w in right[b : b + length]]
    assert 0 <= found.score <= 1
    assert 0 <= found.held <= 1
