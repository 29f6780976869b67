# ruff: noqa: E501  (a sentence stays on its line)
"""Signings that nobody is the subject of: witnessed, held as a ceremony, or what a committee's works end in."""

from __future__ import annotations

import pytest

from mahdar.model.entries import Act
from mahdar.pipeline.library import read_text

OPENING = (
    "كاتماندو 4 مايو 2021 - عقدت اللجنة المشتركة بين نيبال وبنغلاديش دورتها الثالثة "
    "برئاسة وزيري خارجية البلدين.\n"
)

SIGNED = [
    "شهد معالي نائب رئيس الوزراء في بنغلاديش ووزير الخارجية في نيبال أمس [توقيع] نحو 30 اتفاقية.",
    "وشهد رئيس نيبال ونظيره البنغلاديشي مراسم [توقيع] اتفاقية للنقل الجوي.",
    "وأشرف الوزيران على مراسم [إمضاء] اتفاقية للنقل البري.",
    "وتوجت أعمال اللجنة [بالتوقيع] على اتفاق للصيد.",
    "واختتمت أمس أعمال اللجنة برئاسة الوزيرين، [بالتوقيع] على سبع وثائق.",
    "وأسفرت اجتماعات اللجنة عن [توقيع] عدد من مذكرات التفاهم.",
]


@pytest.mark.parametrize("marked", SIGNED)
def test_both_sides_sign(marked: str) -> None:
    trigger = marked[marked.index("[") + 1 : marked.index("]")]
    text = OPENING + marked.replace("[", "").replace("]", "")
    acts = [p.entry for p in read_text(text).entries if isinstance(p.entry, Act)]
    signs = [(a.trigger.cut(text), a.actors) for a in acts if a.act_class == "sign"]
    assert signs == [(trigger, ("BGD", "NPL"))]


NOT_SIGNED = [
    "ودعا الوزيران إلى الإسراع في توقيع اتفاقية للصيد.",
    "وشهد الوزير عرضا للخيول، وناقش مع نظيره مشروع توقيع اتفاقية.",
]


@pytest.mark.parametrize("text", NOT_SIGNED)
def test_nothing_is_signed(text: str) -> None:
    acts = [p.entry for p in read_text(OPENING + text).entries if isinstance(p.entry, Act)]
    assert not [a for a in acts if a.act_class == "sign"]
