"""What the words of a clause say of how far a thing is: done, begun, not yet."""

from __future__ import annotations

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.follow import follow_words
from mahdar.linking.follow_cues import cues_in
from mahdar.model.spans import Span

HOW_FAR = frozenset({"done", "begun", "put_off", "in_force"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استُكمل ترميم القلعة في آذار", {"done"}),
        ("جرى تدشين محطة المعالجة", {"done"}),
        ("أوفت أوسلو بما وعدت به", {"done"}),
        ("دخلت المعاهدة حيز النفاذ", {"done", "in_force"}),
        ("لم يبدأ العمل في المحطة بعد", {"put_off"}),
        ("لم تدخل المعاهدة حيز النفاذ", set()),
        ("لم يحضر الوزير الحفل، وافتُتح الجسر", {"done"}),
        ("ولم تُسلَّم بعد قطعة الأرض", {"put_off"}),
        ("أكد الوزيران أهمية إنجاز السد", set()),
        ("شدد على ضرورة الإسراع في استكمال الطريق", set()),
        ("تسلم خفر السواحل أربعة زوارق من أصل ستة", {"done", "begun"}),
        ("بلغت نسبة إنجاز الميناء سبعين بالمئة", {"done", "begun"}),
        ("ما زالت الدراسة قيد الإعداد", {"begun"}),
        ("أُرجئ افتتاح الخط إلى العام المقبل", {"put_off", "done"}),
        ("بعد زيارة الوفد", set()),
    ],
)
def test_words_say_how_far_a_thing_is(text: str, expected: set[str]) -> None:
    found = cues_in(follow_words(default_lexicon()), text, Span(0, len(text)))
    assert found & HOW_FAR == expected
