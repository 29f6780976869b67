# ruff: noqa: E501  (a sentence stays on its line)
"""Occasions in running news: what is denied, wished or of one's own is none, and what stands beside is its own."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import holds, plain, read

NONE = [
    # told, but not held and not to come
    "نفى سفير كينيا لدى الاتحاد الأفريقي، إجراء أي مسؤول كيني زيارة للعاصمة الهندية نيودلهي.",
    "استبعد مسؤول هندي لقاء رئيس الوزراء الهندي نظيره النرويجي في أوسلو.",
    "من المستبعد أن يلتقي الرئيس الكيني نظيره الأوغندي هذا العام.",
    "وجه الرئيس الكيني دعوة إلى رئيس وزراء النرويج لزيارة نيروبي.",
    "تدعو الهند منذ سنوات إلى عقد مؤتمر دولي للمياه.",
    "نقلت الصحيفة معلومات حول إمكان عقد لقاء بين وزراء خارجية الهند وكينيا.",
    "اتفق الوزراء على آلية لاستقبال 40 ألف لاجئ في النرويج والسويد.",
    "ستستقبل النرويج 900 شخص وصلوا إلى إيطاليا.",
    "وتترأس كينيا الدورة الحالية للاتحاد الأفريقي.",
    "استقبل أمير منطقة القصيم في مكتبه أمس عضو المجلس البلدي سعيد الحربي.",
    "اتفق البلدان على عقد اجتماعات تشاورية تناوبية بين كينيا والهند.",
]

ONE = [
    # one occasion, and what is said of it
    ("قال الوزير الكيني عشية [محادثات يجريها] مع نظيره الهندي في نيودلهي إن الشاي مهم.", {"status": "planned", "parties": ("IND", "KEN")}),
    ("تلقى الرئيس الكيني دعوة من الملك المغربي [لزيارة الرباط] في 12 مارس 2019.", {"status": "planned", "date": "2019-03-12"}),
    ("عقد وزير الخارجية الكيني [اجتماعا] للمرة الثانية مع نظيره الهندي في أوسلو.", {"edition": None}),
    ("اختتمت أمس [المفاوضات النووية بين إيران ودول مجموعة] (5 + 1) في فيينا.", {"edition": None}),
    ("اختتمت أمس [قمة الاتحاد الأفريقي] في كمبالا.", {"kind": "summit", "parties": ("AU",)}),
    ("استضافت النرويج [قمة مصغرة مع قادة كينيا والهند].", {"kind": "summit"}),
    ("أكد المتحدث باسم رئاسة الجمهورية سامح رضوان عقد [اجتماع بين الرئيسين الكيني والأوغندي] في كمبالا.", {"chairs": ()}),
    ("[وصل وزير الخارجية الكيني إلى الدوحة] اليوم. وكان في استقبال معاليه في مطار حمد الدولي وزير الخارجية القطري.", {"kind": "visit", "parties": ("KEN", "QAT")}),
    ("يبحث الوزير الكيني [مع نظيره الهندي تداعيات الاتفاق النرويجي] على الصيد.", {"parties": ("IND", "KEN")}),
    ("[يلتقي وزير الخارجية الكيني بنظرائه الخليجيين] في الدوحة اليوم.", {"parties": ("GCC", "KEN")}),
    ("هذا هو [اللقاء] الأول الذي يجمع وزير الخارجية الكيني بنظيره الهندي منذ الاتفاق بين النرويج والسويد.", {"parties": ("IND", "KEN")}),
    ("قال وزير الدفاع الكيني قبيل [توجهه إلى نيودلهي] لتوقيع الصفقة في فبراير الماضي إن الشاي مهم.", {"status": "held"}),
    ("ساعد الوزير الكيني في إطلاق أول [محادثات جرت مع الهند] في أوسلو.", {"edition": None}),
    ("تجري ماريا كوستا منسقة السياسة الخارجية في الاتحاد الأوروبي [محادثات مع الرئيس الكيني] في نيروبي بعد الاتفاق بين الهند والنرويج.", {"parties": ("EU", "KEN")}),
]  # fmt: skip

APART = [
    # a mere mention of talks is not of the occasion told before, nor is its date
    (
        "[اجتمع وزير الخارجية الكيني مع نظيره الهندي] في أوسلو.\nوبلغت التجارة في عام 2014 ذروتها مع تقدم المفاوضات النووية.",
        None,
    ),
    ("بدأ الرئيس الكيني [زيارة إلى الهند].\nوتعثرت في عام 2009 المحادثات بين الخبراء.", None),
]

TWO = [
    # two occasions
    ("كيفن أوتيانو وزير الخارجية الكيني [التقى وزير الخارجية الهندي] سوبرامانيام جايشانكار.\nكما [التقى كيفن أوتيانو رئيس الوزراء الهندي] ناريندرا مودي.", ("meeting", "meeting")),
    ("[اجتمع وزير الخارجية الكيني مع نظيره الهندي] في أوسلو.\nوعقد لاحقا [اجتماعا ثلاثيا مع نظيريه الهندي والنرويجي] في أوسلو.", ("meeting", "meeting")),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_what_is_not_held_is_no_occasion(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("marked", "fields"), ONE, ids=[m[:40] for m, _ in ONE])
def test_what_stands_beside_an_occasion_is_its_own(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    (found,) = read(text)
    assert holds(found, spans[0])
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(("marked", "date"), APART, ids=[m[:40] for m, _ in APART])
def test_a_mere_mention_gives_no_date(marked: str, date: str | None) -> None:
    text, spans = plain(marked)
    (found,) = read(text)
    assert holds(found, spans[0])
    assert found.date == date


@pytest.mark.parametrize(("marked", "kinds"), TWO, ids=[m[:40] for m, _ in TWO])
def test_two_occasions_stay_two(marked: str, kinds: tuple[str, ...]) -> None:
    text, spans = plain(marked)
    found = read(text)
    assert tuple(m.kind for m in found) == kinds
    assert all(holds(m, s) for m, s in zip(found, spans, strict=True))
