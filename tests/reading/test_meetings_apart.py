# ruff: noqa: E501  (a sentence stays on its line)
"""Occasions of the same parties told apart: one more, on whose margins, some of those who met, by number."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import read

APART = [
    # text, and of each occasion (kind, parties, edition, place)
    ("تلقى الرئيس الكيني اتصالا هاتفيا من نظيره الهندي. وفي اتصال آخر مع نظيره النرويجي بحث الرئيس الكيني الصيد.",
     [("call", ("IND", "KEN"), None, None), ("call", ("KEN", "NOR"), None, None)]),
    ("عقد وزير الخارجية الكيني اجتماعا مع نظيره الهندي في نيروبي. وعقد وزير التجارة الكيني اجتماعا منفصلا مع نظيره الهندي في نيروبي.",
     [("meeting", ("IND", "KEN"), None, "Nairobi"), ("meeting", ("IND", "KEN"), None, "Nairobi")]),
    ("عقد وزراء خارجية كينيا وأوغندا ورواندا اجتماعا في كمبالا. وسبقه لقاء ثنائي جمع وزيري خارجية كينيا ورواندا.",
     [("meeting", ("KEN", "RWA", "UGA"), None, "Kampala"), ("meeting", ("KEN", "RWA"), None, None)]),
    ("كينيا والهند تجريان مشاورات حول الشاي. والتقى وزير التجارة الكيني نظيره الهندي على هامش انعقاد الاجتماع الخامس للجنة المشتركة بين كينيا والهند في مومباسا.",
     [("meeting", ("IND", "KEN"), 5, "Mombasa"), ("meeting", ("IND", "KEN"), None, "Mombasa")]),
    ("اجتمع الوزير الكيني بنظيره الهندي في نيروبي. وعقدت الدورة الثامنة للجنة المشتركة بين كينيا والهند في مومباسا.",
     [("meeting", ("IND", "KEN"), None, "Nairobi"), ("meeting", ("IND", "KEN"), 8, "Mombasa")]),
    ("أجرى وزير الخارجية الكيني مكالمة مع نظيره الهندي. وتحدث الوزير الكيني عبر الهاتف مع نظيره النرويجي.",
     [("call", ("IND", "KEN"), None, None), ("call", ("KEN", "NOR"), None, None)]),
    ("التقى وزير الخارجية الكيني نظيره الهندي في نيودلهي. وسيتوجه الوزير غدا إلى باريس.",
     [("meeting", ("IND", "KEN"), None, "New Delhi"), ("visit", ("FRA", "KEN"), None, "Paris")]),
    ("عقدت كينيا والهند الجولة الأولى من المشاورات السياسية في لشبونة.", [("meeting", ("IND", "KEN"), 1, "Lisbon")]),
]  # fmt: skip

NUMBERED = [
    # text, and of each occasion (edition, place, date, status)
    ("عقدت الدورة التاسعة للجنة الكينية الهندية المشتركة في نيروبي. وعقدت الثامنة في مومباسا عام 2017.",
     [(9, "Nairobi", None, "held"), (8, "Mombasa", "2017", "held")]),
    ("عقدت القمة الثالثة بين كينيا والهند وأوغندا في نيروبي. وكانت الأولى قد انعقدت في كمبالا، والثانية في نيودلهي عام 2017.",
     [(3, "Nairobi", None, "held"), (2, "New Delhi", "2017", "held")]),
    ("عقد وزراء خارجية كينيا والهند وأوغندا اجتماعهم الثالث في نيروبي. وستحتضن كمبالا الرابع في العام المقبل.",
     [(3, "Nairobi", None, "held"), (4, "Kampala", "2020", "planned")]),
    ("اختتمت أعمال الجولة الخامسة من المشاورات السياسية بين كينيا والهند في مومباسا، على أن تعقد السادسة في نيودلهي.",
     [(5, "Mombasa", None, "held"), (6, "New Delhi", None, "planned")]),
    ("عقدت الدورة الثانية للجنة الكينية الهندية المشتركة في نيروبي. وجرى في الثالث من مايو 2018 توقيع الاتفاق.",
     [(2, "Nairobi", None, "held")]),
    ("عقدت الدورة الثانية للجنة الكينية الهندية المشتركة في نيروبي. وكان الوزير الثالث في القائمة.",
     [(2, "Nairobi", None, "held")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), APART, ids=[t[:60] for t, _ in APART])
def test_each_occasion_is_its_own(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(m.kind, m.parties, m.edition, m.place) for m in read(text)]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


@pytest.mark.parametrize(("text", "expected"), NUMBERED, ids=[t[-60:] for t, _ in NUMBERED])
def test_a_number_alone_tells_an_edition(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(m.edition, m.place, m.date, m.status) for m in read(text)]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


TOLD = [
    # text with one occasion, and what is said of it
    ("زار السفير الهندي في نيروبي وزير الصحة الكيني وبحث معه الشاي.", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("زار وزير الخارجية الكيني موسى ويتانغولا رئيس الجمهورية الهندي رام كوفيند.", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("زار وزير الخارجية الكيني نظيره الهندي في نيودلهي.", {"parties": ("IND", "KEN")}),
    ("زار وزير الخارجية الكيني الهند والتقى رئيس الوزراء.", {"kind": "visit", "parties": ("IND", "KEN")}),
    ("ولم يستبعد الوزير الكيني أن يزور وزير الخارجية الهندي نيروبي في ديسمبر المقبل.", {"kind": "visit", "status": "planned"}),
    ("عقد في مومباسا أمس اجتماع ضم السيد توم أوكيلو عن وزارة الثقافة الكينية، والسيد راجيف سينغ عن وزارة الثقافة الهندية، والسيد ينس هانسن وزير الثقافة النرويجي.",
     {"parties": ("IND", "KEN", "NOR"), "place": "Mombasa"}),
    ("كان لسفير كينيا في نيودلهي صباح أمس لقاء مع وزير التجارة الهندي.", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("وكانت لوزيرة الصحة الكينية محادثات مع نظيرها الهندي في نيروبي.", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("وأكد وزير الخارجية الكيني في اتصال مع نظيره الهندي أن الشاي مهم.", {"kind": "call", "parties": ("IND", "KEN")}),
    ("اجتمع الوزير الكيني بنظيره الهندي. وقال الرئيس الكيني وليام روتو: «عقدنا مع رئيس الوزراء الهندي محادثات بناءة».", {"parties": ("IND", "KEN")}),
]  # fmt: skip

SPLIT = [
    # text, and of each occasion (date, place, status)
    ("التقى السفير الهندي وزير التجارة الكيني في نيروبي. وتطرق الحديث إلى اجتماع اللجنة الاقتصادية المشتركة بين كينيا والهند. وأوضح السفير أن الاجتماع سيلتئم في مومباسا يومي 22 و23 مايو 2019.",
     [(None, "Nairobi", "held"), ("2019-05-22/2019-05-23", "Mombasa", "planned")]),
    ("تنفيذا لما اتفق عليه الرئيسان الكيني والهندي خلال لقائهما بنيروبي في فبراير 2018، انعقدت الدورة الثالثة للجنة الكينية الهندية المشتركة في مومباسا.",
     [("2018-02", "Nairobi", "held"), (None, "Mombasa", "held")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), TOLD, ids=[t[:60] for t, _ in TOLD])
def test_one_occasion_is_told(text: str, fields: dict[str, object]) -> None:
    found = read(text)[0]
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(("text", "expected"), SPLIT, ids=[t[:60] for t, _ in SPLIT])
def test_each_has_its_own_day(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(m.date, m.place, m.status) for m in read(text)]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


@pytest.mark.parametrize(
    "text",
    [
        "ولم يكن للوزير الكيني لقاء مع نظيره الهندي.",
        "وقال الوزير الكيني إن بلاده على اتصال مع الوزير الهندي.",
        "وقال وزير الخارجية الكيني في اتصال مع صحيفة هندية إن الشاي مهم.",
    ],
)
def test_no_meeting_is_none(text: str) -> None:
    assert read(text) == ()


def test_a_round_of_other_things_is_none() -> None:
    text = "عقدت كينيا والهند الحوار الاستراتيجي في نيروبي. وتطرح كينيا الجولة الأولى من تراخيص التنقيب قبل نهاية العام."
    (found,) = read(text)
    assert found.edition is None
