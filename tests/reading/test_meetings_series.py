# ruff: noqa: E501  (a sentence stays on its line)
"""Meetings of a series, in passing, to come, and who takes part: marked texts, entries in text order."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import holds, plain, read

ONE = [
    # text with one occasion, and what is said of it
    ("تلقى الرئيس الكيني دعوة من الملك المغربي [لزيارة الرباط] في 12 مارس 2019.",
     {"kind": "visit", "parties": ("KEN", "MAR"), "place": "Rabat", "status": "planned"}),
    ("استضافت الأردن في يناير 2018 [المؤتمر الدولي للمانحين].",
     {"kind": "meeting", "parties": ("JOR",), "place": "Jordan", "date": "2018-01", "status": "held"}),
    ("كانت استضافة الأردن في يناير 2018 [المؤتمر الدولي للمانحين] خطوة مهمة.",
     {"kind": "meeting", "parties": ("JOR",), "place": "Jordan", "date": "2018-01"}),
    ("احتضنت تونس عام 2017 [المؤتمر الوزاري] حول الهجرة.",
     {"kind": "meeting", "parties": ("TUN",), "date": "2017"}),
    ("وقعت الهند وكينيا اتفاقية للصيد، على أن [تبدأ الجولة الأولى من المفاوضات] بين البلدين قبل نهاية يونيو 2019.",
     {"kind": "meeting", "parties": ("IND", "KEN"), "edition": 1, "status": "planned"}),
    ("كانت أولى [جولات التفاوض] بين الهند وكينيا قد عقدت في نيروبي في مايو 2015.",
     {"kind": "meeting", "edition": 1, "date": "2015-05", "place": "Nairobi", "status": "held"}),
    ("يعتزم الجانبان النرويجي والكيني [عقد اجتماع] لمجلس الأعمال المشترك خلال العام المقبل.",
     {"kind": "meeting", "parties": ("KEN", "NOR"), "status": "planned", "date": "2020"}),
    ("من المؤمل أن [يلتقي الرئيس الكيني نظيره الأوغندي] في كمبالا.",
     {"kind": "meeting", "parties": ("KEN", "UGA"), "status": "planned", "place": "Kampala"}),
    ("من المفترض أن [يجتمع وزير الدفاع الإيطالي مع نظيره الليبي] في روما.",
     {"kind": "meeting", "parties": ("ITA", "LBY"), "status": "planned"}),
    ("أعرب الوزير الكيني عن تطلعه إلى [لقاء نظيره الأوغندي] في كمبالا.",
     {"kind": "meeting", "parties": ("KEN", "UGA"), "status": "planned"}),
    ("[اجتمع فريق الخبراء النرويجي الكيني للمرة الأولى] في أوسلو في مايو 2018.",
     {"kind": "working_group", "parties": ("KEN", "NOR"), "edition": 1, "place": "Oslo", "date": "2018-05"}),
    ("فريق الخبراء بين الهند وكينيا [سيجتمع في مومباسا] في مايو المقبل.",
     {"kind": "working_group", "parties": ("IND", "KEN"), "status": "planned", "place": "Mombasa"}),
    ("[وصل وزير الدفاع الإيطالي إلى طرابلس] أمس.",
     {"kind": "visit", "parties": ("ITA", "LBY"), "place": "Tripoli", "date": "2019-03-04"}),
    ("[سافر وزير الخارجية النرويجي إلى كولومبو] الأسبوع الماضي.",
     {"kind": "visit", "parties": ("LKA", "NOR"), "place": "Colombo"}),
    ("[توجه الرئيس السنغالي إلى باماكو] أمس.", {"kind": "visit", "parties": ("MLI", "SEN")}),
    ("جاء ذلك عقب [استقبال الرئيس التونسي وزير الخارجية الهندي] أمس.",
     {"kind": "meeting", "parties": ("IND", "TUN"), "date": "2019-03-04"}),
    ("أطلقت الهند واليابان [الحوار الاستراتيجي] بينهما في 3 مارس 2019.",
     {"kind": "strategic_dialogue", "parties": ("IND", "JPN"), "edition": 1, "date": "2019-03-03"}),
    ("استأنفت تونس وكندا [الحوار الاستراتيجي] بعد انقطاع دام سنوات.",
     {"kind": "strategic_dialogue", "parties": ("CAN", "TUN")}),
    ("التقى وزير الخارجية الكيني موساليا مودافادي وزير الخارجية النرويجي إسبن بارث إيدي في أوسلو، [وترأسا الحوار الاستراتيجي الثاني] بين البلدين.",
     {"kind": "strategic_dialogue", "parties": ("KEN", "NOR"), "edition": 2, "place": "Oslo"}),
    ("تحدث السفير الهندي بعد [المباحثات التي أجراها وزير الخارجية الكيني] في نيودلهي مع نظيره الهندي في 4 مارس 2018.",
     {"kind": "meeting", "parties": ("IND", "KEN"), "place": "New Delhi", "date": "2018-03-04"}),
    ("أكد الوزير الكيني أن بلاده تعمل من أجل الأمن في شمال الصومال، خلال [لقاء مع نظيره النرويجي] إسبن بارث إيدي في أوسلو.",
     {"kind": "meeting", "parties": ("KEN", "NOR"), "place": "Oslo"}),
    ("[التقى وزير الخارجية الكيني نظيره الأوغندي] بشأن سوريا في كمبالا.", {"kind": "meeting", "parties": ("KEN", "UGA")}),
    ("[استقبل أمير الكويت] في قصر بيان، صباح أمس الاثنين، الرئيس الباكستاني.", {"parties": ("KWT", "PAK")}),
    ("[التقى الرئيس المصري نظيره اليوناني] في أثينا خلال أعمال لجنة تابعة للاتحاد الأوروبي.", {"parties": ("EGY", "GRC")}),
    ("بحث وزير الخارجية التركي خلال [لقاء مع نظيره الكندي] الأزمة السورية.", {"parties": ("CAN", "TUR")}),
]  # fmt: skip

SERIES = [
    ("عقدت الهند وكينيا [الحوار الاستراتيجي الثالث] في نيروبي في مايو 2017. واستضافت نيودلهي [الدورة الثانية] في مارس 2016.",
     [("strategic_dialogue", 3, "2017-05"), ("strategic_dialogue", 2, "2016-03")]),
    ("# الهند وكينيا تختتمان [الحوار الاستراتيجي]\nومن المقرر أن تعقد [الدورة الرابعة] في نيودلهي العام المقبل.",
     [("strategic_dialogue", None, None), ("strategic_dialogue", 4, "2020")]),
    ("عقدت الهند وكينيا [الحوار الاستراتيجي الثالث] في نيروبي. [وستجتمع فرق العمل] في مطلع عام 2020.",
     [("strategic_dialogue", 3, None), ("working_group", None, "2020")]),
    ("عقدت الهند وكينيا [الحوار الاستراتيجي الثالث] في نيروبي. وتناولت [الجلسة الاقتصادية] رسوم الشحن.",
     [("strategic_dialogue", 3, None), ("session", None, None)]),
    ("عقدت الهند وكينيا [الحوار الاستراتيجي الثالث] في نيروبي. ونوقشت المياه في [جلسة مستقلة].",
     [("strategic_dialogue", 3, None), ("session", None, None)]),
    ("عقد الجانبان الهندي والكيني [الدورة الثالثة] من [الحوار الاستراتيجي الذي انطلق في مايو 2014].",
     [("strategic_dialogue", 3, None), ("strategic_dialogue", None, "2014-05")]),
    ("كان آخر [لقاء بين الرئيس الكيني] ونظيره الأوغندي في 2009. [والتقى الرئيسان] أمس في كمبالا.",
     [("meeting", None, "2009"), ("meeting", None, "2019-03-04")]),
    ("على هامش [الاجتماع الوزاري الثالث بين مصر واليونان] في أثينا، [التقى الوزير المصري نظيره القبرصي].",
     [("meeting", 3, None), ("meeting", None, None)]),
    ("وقعت الهند وكينيا خطابا، على أن [تبدأ الجولة الأولى من المفاوضات] قبل نهاية يونيو 2021. ويعتزم الجانبان [عقد اجتماع] لمجلس الأعمال المنبثق عن الاتفاقية خلال العام المقبل.",
     [("meeting", 1, "2021-06"), ("meeting", None, "2020")]),
    ("[زار الرئيس الكيني الرباط] في مايو 2017، [وزار ملك المغرب نيروبي] في يونيو 2018.",
     [("visit", None, "2017-05"), ("visit", None, "2018-06")]),
    ("عقدت اللجنة المشتركة الهندية الكينية [دورتها السادسة] في نيروبي. وراجع الطرفان توصيات [الدورة الخامسة] (نيودلهي، 2016).",
     [("meeting", 6, None), ("meeting", 5, "2016")]),
    ("التأمت بقصر المؤتمرات بنيروبي [الدورة الثانية للجنة المشتركة الكينية الهندية]. وسبق الدورة [اجتماع للخبراء] يومي 2 و3 مارس 2019.",
     [("meeting", 2, None), ("meeting", None, "2019-03-02/2019-03-03")]),
]  # fmt: skip

NONE = [
    "يلتقي الوزيران المصري واليوناني مرة كل عام.",
    "توجه الوزير الكندي بالشكر إلى تونس.",
    "وصل عدد السياح الهنود إلى مليون في مصر.",
    "تجتمع الحكومة الكينية غدا لبحث الموازنة.",
    "شكر الوزير الكيني النرويج على حفاوة الاستقبال.",
    "حضر الحفل وفد من رجال الأعمال الكينيين والهنود.",
    "قال القائم بأعمال السفارة الهندية في نيروبي إن المعرض نجح.",
    "عقد الوزيران الهندي والكيني مؤتمراً صحفياً مشتركاً في نيروبي.",
    "وصلت الخلافات بين الهند وباكستان إلى قمتها عام 2002.",
]

INTERVIEW = "# وزير الخارجية النرويجي إسبن بارث إيدي: ندعم كينيا\nقال وزير الخارجية النرويجي إسبن بارث إيدي: التقينا وزير الخارجية الكيني في أوسلو أمس."


@pytest.mark.parametrize(("marked", "fields"), ONE, ids=[m[:40] for m, _ in ONE])
def test_an_occasion_told_in_passing_is_read(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if holds(m, spans[0])]
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(("marked", "expected"), SERIES, ids=[m[:40] for m, _ in SERIES])
def test_each_occasion_of_a_series_is_its_own(marked: str, expected: list[tuple[object, ...]]) -> None:
    text, spans = plain(marked)
    found = sorted(read(text), key=lambda m: m.evidence[0].start)
    assert [(m.kind, m.edition, m.date) for m in found] == expected
    assert all(holds(m, span) for m, span in zip(found, spans, strict=True))
    assert all(len(m.parties) > 1 for m in found)


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_occasion_is_made_up(text: str) -> None:
    assert read(text) == ()


def test_we_who_met_are_the_speakers_side() -> None:
    (found,) = read(INTERVIEW, "interview")
    assert (found.kind, found.parties) == ("meeting", ("KEN", "NOR"))


def test_the_two_ministers_are_the_last_two_named() -> None:
    found = read(
        "وصل وزير الخارجية النرويجي إسبن بارث إيدي مع نظيره الكيني موساليا مودافادي إلى القاعة. "
        "وقال متحدث إن داعش تراجع في سوريا. والتقى الوزيران في فندق في روما."
    )
    assert [m.parties for m in found if m.kind == "meeting"] == [("KEN", "NOR")]
