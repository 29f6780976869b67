"""Candidates for near copies: found by shared keys, the same in every run."""

from __future__ import annotations

from mahdar.linking.likeness import LikenessIndex, likeness_keys
from mahdar.linking.words import Compared, compared_words
from mahdar.model.spans import Span

FIRST = "أكد الجانبان التزامهما بدعم جهود الأمم المتحدة للتوصل إلى حل سياسي شامل للأزمة في ليبيا"
NEAR = "وأكد الطرفان التزامهما بدعم جهود الأمم المتحدة للتوصل إلى حل سياسي شامل للأزمة الليبية"
OTHER = "بحث الوفدان الاستعدادات لاستضافة المعرض الدولي للكتاب في الربيع المقبل بمشاركة دور نشر عربية"


def words(text: str) -> tuple[Compared, ...]:
    return compared_words(text, [Span(0, len(text))])


def test_a_near_copy_shares_keys_and_another_text_none() -> None:
    first, near, other = likeness_keys([words(FIRST), words(NEAR), words(OTHER)])
    index: LikenessIndex[str] = LikenessIndex()
    index.add("first", first)
    assert index.candidates(near)[0][0] == "first"
    assert not index.candidates(other)


def test_keys_are_integers_that_a_table_can_hold_and_stay_the_same() -> None:
    (keys,) = likeness_keys([words(FIRST)])
    assert len(keys) == 16
    assert all(0 <= key < 1 << 63 for key in keys)
    assert keys[0] == 8_089_629_124_961_851_644


def test_a_passage_too_short_to_tell_has_none() -> None:
    assert likeness_keys([words("أكد الجانبان التزامهما")]) == ((),)


def test_a_formula_that_everybody_uses_names_nobody() -> None:
    (keys,) = likeness_keys([words(FIRST)])
    index: LikenessIndex[int] = LikenessIndex()
    for name in range(500):
        index.add(name, keys)
    assert not index.candidates(keys)
