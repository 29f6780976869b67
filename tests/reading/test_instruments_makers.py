# ruff: noqa: E501  (a sentence stays on its line)
"""Whose an instrument is, and instruments told in other words: marked texts."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import holds, plain, read

ONE = [
    # text with one instrument, and what is said of it
    ("أشاد السفير الهندي [باتفاق باريس للمناخ].", {"kind": "agreement", "action": "referenced", "parties": ()}),
    ("وقعت مصر وكينيا في نيروبي [اتفاق نيروبي للنقل] عام 2012.",
     {"kind": "agreement", "action": "signed", "parties": ("EGY", "KEN")}),
    ("وقعت الهند في طوكيو [اتفاقية للتعليم المهني مع اليابان].", {"parties": ("IND", "JPN"), "action": "signed"}),
    ("رحب وزيرا خارجية اليونان ومصر [باتفاق وقف القتال في السودان] الموقع في جدة في 20 مايو 2018.",
     {"kind": "agreement", "action": "signed", "parties": (), "date": "2018-05-20"}),
    ("[اتفاقية] وقعها البنك الأفريقي للتنمية مع كينيا عام 2016.", {"parties": ("AFDB", "KEN"), "action": "signed"}),
    ("توصلت إيران والقوى الكبرى إلى [اتفاق فيينا النووي].", {"parties": ("IRN", "P5+1"), "action": "signed"}),
    ("انتقد وزير الدفاع الإسرائيلي [الاتفاق النووي] المبرم بين إيران والقوى الكبرى.", {"parties": ("IRN", "P5+1")}),
    ("ناقش الوزير الألماني [الاتفاق النووي] الذي أبرمته إيران مع مجموعة 5+1.", {"parties": ("IRN", "P5+1")}),
    ("قال الوزير إن [الاتفاق] الذي توصلت إليه كينيا مع أوغندا أمس قد يغضب الصومال.", {"parties": ("KEN", "UGA")}),
    ("وقع الجانبان الهندي والكيني [الشراكة الزراعية] في مايو 2017.",
     {"kind": "agreement", "action": "signed", "parties": ("IND", "KEN"), "date": "2017-05"}),
    ("أشار الوزير إلى [الشراكة الزراعية] الموقعة في مايو 2017 بين الهند وكينيا.",
     {"kind": "agreement", "action": "signed", "parties": ("IND", "KEN")}),
    ("أصدر الجانبان الهندي والكيني [بلاغاً مشتركاً] في نيروبي.",
     {"kind": "joint_statement", "action": "announced", "parties": ("IND", "KEN")}),
    ("تندرج المشاريع ضمن [رؤية «الأردن المتجدد 2025»].", {"kind": "plan", "action": "referenced"}),
    ("استعرض الجانبان الأردني والكندي [أولويات الشراكة للأعوام 2018-2020].", {"kind": "plan"}),
    ("أعد الجانبان الكيني والهندي [مسودة وثيقة] للشراكة.",
     {"kind": "other", "action": "proposed", "parties": ("IND", "KEN")}),
    ("ناقش الوزيران النرويجي والكيني مسودة [اتفاق للصيد] بين البلدين.", {"kind": "agreement", "action": "proposed"}),
    ("استند الوزير إلى [البيان الرئاسي] الذي أصدره مجلس الأمن في مايو 2018.", {"kind": "other", "parties": ("UN",)}),
    ("وقعت مصر والسودان [إعلان مبادئ] بشأن المياه.", {"kind": "agreement", "action": "signed", "parties": ("EGY", "SDN")}),
    ("دعا الوزير النرويجي الطرفين إلى إتمام [صفقة التبادل].", {"kind": "agreement"}),
    ("أقرت الأردن وكندا [خطة عمل مشتركة].", {"kind": "plan", "action": "announced"}),
    ("رحب الوزيران بـ[اتفاقية الصيد] التي وقعتها الهند وكينيا وتنزانيا في مومباسا.", {"parties": ("IND", "KEN", "TZA")}),
]  # fmt: skip

NONE = [
    "هي من أقدم ما أبرمته الهند وكينيا من معاهدات.",
    "تجمع الهند وكينيا شراكة واسعة.",
    "شركات كينيا والهند تبحث عن شراكة.",
    "قال بيان رئاسي كيني إن الرئيس بخير.",
]


@pytest.mark.parametrize(("marked", "fields"), ONE, ids=[m[:40] for m, _ in ONE])
def test_an_instrument_is_its_makers(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    (found,) = read(text)
    assert holds(found, spans[0])
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_instrument_is_made_up(text: str) -> None:
    assert read(text) == ()


def test_the_day_of_what_is_to_follow_is_not_the_day_of_signing() -> None:
    (found,) = read("وقعت الهند وكينيا خطاب نوايا للتفاوض، على أن تبدأ المفاوضات قبل نهاية يونيو 2021.")
    assert (found.action, found.date) == ("signed", None)


def test_a_headline_and_its_story_speak_of_one_memorandum() -> None:
    (found,) = read(
        "# الهند وكينيا توقعان مذكرة تفاهم زراعية\n"
        "وقعت الهند وكينيا مذكرة تفاهم للتعاون الزراعي بين البنك الأفريقي للتنمية وكينيا."
    )
    assert found.parties == ("AFDB", "KEN")


def test_between_the_two_is_between_those_named_last() -> None:
    found = read("تعمل كينيا مع البنك الأفريقي للتنمية، تنفيذا لمذكرة التفاهم الموقعة بينهما في 2018.")
    assert [i.parties for i in found] == [("AFDB", "KEN")]
