# ruff: noqa: E501  (a sentence stays on its line)
"""Who takes part in an occasion, and when it was: marked texts, one occasion each, and texts that hold none."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import holds, plain, read

TALKS = [
    # talks told without their noun
    ("[بحث وزير النقل الكيني أمس مع نظيره الأوغندي] فتح معبر جديد.",
     {"kind": "meeting", "parties": ("KEN", "UGA"), "date": "2019-03-04", "status": "held"}),
    ("[ناقش وزير الدفاع النرويجي مع نظيره الكيني] في مومباسا تدريب خفر السواحل.",
     {"kind": "meeting", "parties": ("KEN", "NOR"), "place": "Mombasa"}),
    ("[استعرض وزير الصحة الهندي مع السفير النرويجي] برامج التلقيح.", {"parties": ("IND", "NOR")}),
    ("وقال الوزير الكيني إنه [تباحث في نيودلهي مع وزيرة التجارة الهندية] في رسوم الشاي.", {"parties": ("IND", "KEN")}),
    ("جاء ذلك بعد [لقائه نظيره النرويجي] في أوسلو، كما قال وزير الخارجية الكيني موساليا مودافادي.",
     {"kind": "meeting", "place": "Oslo"}),
]  # fmt: skip

SIDES = [
    # who takes part
    ("[استقبل الرئيس الكيني وفداً من النرويج] برئاسة وزيرة التجارة.", ("KEN", "NOR")),
    ("[التقى وزير التجارة الكيني مسؤولين من الهند] في نيروبي.", ("IND", "KEN")),
    ("[اجتمع وزير الخارجية الكيني مع نظرائه في جامعة الدول العربية] أمس.", ("KEN", "LAS")),
    ("[التقى الوزير الكيني نظيريه الهندي والنرويجي] في أوسلو.", ("IND", "KEN", "NOR")),
    ("عقدت النرويج [اجتماعاً ثلاثياً بين ممثلين كينيين وأوغنديين] في أوسلو.", ("KEN", "NOR", "UGA")),
    ("عقد وزير الخارجية الكيني [اجتماعا مع نظيره الهندي] بحضور وزيرة التجارة النرويجية.", ("IND", "KEN", "NOR")),
    ("اختتمت في كمبالا [الجولة الأولى من المحادثات] رفيعة المستوى، بمشاركة ممثلين عن جمهورية كينيا والنرويج.", ("KEN", "NOR")),
    ("[التقى الرئيس الكيني في مقر الأمم المتحدة رئيس وزراء النرويج].", ("KEN", "NOR")),
    ("ستجري الوزيرة النرويجية اليوم [محادثات في نيروبي].", ("KEN", "NOR")),
    ("[اجتماع وزير الخارجية الكيني مع نظيره الأوغندي] الذي سيشارك فيه وزير الخارجية الهندي سيركز على المياه.", ("IND", "KEN", "UGA")),
    ("شارك الوزير الكيني ونظيره الأوغندي في [اجتماع لمنظمة التعاون الإسلامي] في جدة.", ("KEN", "OIC", "UGA")),
    ("وقبيل [اجتماعه مع نظيره النرويجي]، أكد وزير الخارجية الكيني موساليا مودافادي أهمية المصايد.", ("KEN", "NOR")),
    ("[التقى وزير الخارجية الكيني عائلات البحارة المحتجزين].", ("KEN",)),
    ("عقد في أوسلو، أمس، [الاجتماع الثالث للجنة التشاور السياسي]، بين كينيا والنرويج، على مستوى كبار المسؤولين.", ("KEN", "NOR")),
    ("وقع وزير الخارجية الكيني موساليا مودافادي مع نظيره الهندي اتفاقية للصيد خلال [لقاء جمعهما] على هامش القمة.", ("IND", "KEN")),
    ("أجرى وزير الخارجية الكيني [اتصالاً هاتفياً مع الوزير المسؤول] عن الشؤون الخارجية في سلطنة عمان.", ("KEN", "OMN")),
    ("ذكر المتحدث أن هناك [اتصالا بين الرئيس الكيني ورئيس وزراء النرويج].", ("KEN", "NOR")),
]  # fmt: skip

VISITS = [
    # who visits, and where
    ("جاء ذلك خلال [زيارة وزير الخارجية الكيني ووزير الخارجية الهندي إلى النرويج] في مايو 2018.", ("IND", "KEN", "NOR")),
    ("سيلتقي الوزير الكيني رئيس وزراء الهند في نيودلهي اليوم قبل أن [يتوجه إلى النرويج].", ("KEN", "NOR")),
    ("سعى وزير الدفاع النرويجي خلال [زيارة إلى كينيا] إلى طمأنة البحارة من خطر القرصنة مع الصومال.", ("KEN", "NOR")),
    ("أجرى وزير الخارجية الكيني، وهو أيضا عضو المكتب السياسي للحزب، [زيارة إلى النرويج] يوم 4 مارس 2019.", ("KEN", "NOR")),
    ("وزير الخارجية الكيني [يصل النرويج] لبحث المصايد.", ("KEN", "NOR")),
    ("[يزور وزير التجارة الهندي كينيا] لإجراء محادثات مع دول الاتحاد الأوروبي.", ("IND", "KEN")),
    ("وفي ختام [زيارة للهند] استمرت يومين، أكد الوزير الكيني موساليا مودافادي أن الشاي مهم.", ("IND", "KEN")),
]  # fmt: skip

STATUS = [
    # held or to come
    ("[التقى الرئيس الكيني نظيره الأوغندي] مرتين، إحداهما على هامش القمة المقبلة في كمبالا.", "held"),
    ("قال الوزير إن بلاده ستبدأ قريبا بحماية المصايد، خلال [لقاء مع نظيره الهندي] في نيروبي.", "held"),
    ("وكانت [الجولة الثالثة من المحادثات بين الهند وكينيا] قد عقدت في مومباسا.", "held"),
    ("من المقرر أن [يجتمع الوزير الكيني مع نظيره الهندي] في نيروبي.", "planned"),
    ("اتفق وزير الخارجية الكيني موساليا مودافادي، أمس، مع نظيره الهندي على [عقد لقاء] بينهما.", "planned"),
    ("[ستستمر المحادثات بين الهند وكينيا] في نيروبي.", "planned"),
]  # fmt: skip

ONE = [
    # said twice, still one
    "# [اجتماع ثنائي يجمع الوزير الكيني والوزير الهندي] في كمبالا\n[يلتقي وزير الخارجية الكيني نظيره الهندي] على هامش مؤتمر إقليمي في كمبالا.",
    "# الوزير الكيني [يجتمع مع نظيره الهندي]\n[اجتمع وزير الخارجية الكيني موساليا مودافادي مع وزير الخارجية الهندي] أمس.",
    "[بحث وزير النقل الكيني مع نظيره الأوغندي] فتح معبر جديد. وحضر [اللقاء] السفير الأوغندي.",
]

NONE = [
    "بحث مجلس النواب الكيني الموازنة مع الخبراء.",
    "ناقش الخبراء التقرير عن المصايد في كينيا.",
    "أدلى الوزير الكيني برأيه هاتفيا لمحطة محلية.",
    "كانت تصريحاته تدخلا سافرا في شؤون كينيا قاد إلى أزمة.",
    "مثل الصحافي ثلاث مرات في جلسات مغلقة أمام محكمة في نيروبي.",
    "إذا ما عقد مؤتمر دولي للسلام في كينيا فسيشارك فيه الوزير.",
    "دعا إلى ضرورة عقد مؤتمر دولي في كينيا.",
    "آمل أن أبقى قريباً من زملائي في كينيا والهند.",
    "التقى وزير المالية الكيني وزير الصحة الكيني في نيروبي.",
    "اجتمعت وفود من مختلف أنحاء العالم في نيروبي.",
    "فاز حزب المؤتمر الشعبي في كينيا.",
]


@pytest.mark.parametrize(("marked", "fields"), TALKS, ids=[m[:40] for m, _ in TALKS])
def test_talks_are_told_by_a_verb_and_with_whom(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if holds(m, spans[0])]
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(("marked", "parties"), SIDES, ids=[m[:40] for m, _ in SIDES])
def test_all_who_take_part_are_sides_and_nobody_else(marked: str, parties: tuple[str, ...]) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if holds(m, spans[0])]
    assert found.parties == parties


@pytest.mark.parametrize(("marked", "parties"), VISITS, ids=[m[:40] for m, _ in VISITS])
def test_a_visit_is_of_the_visitor_and_its_hosts(marked: str, parties: tuple[str, ...]) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if holds(m, spans[0]) and m.kind == "visit"]
    assert found.parties == parties


@pytest.mark.parametrize(("marked", "status"), STATUS, ids=[m[:40] for m, _ in STATUS])
def test_the_verb_says_whether_it_was_held(marked: str, status: str) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if holds(m, spans[0])]
    assert found.status == status


@pytest.mark.parametrize("marked", ONE, ids=[m[:40] for m in ONE])
def test_an_occasion_told_twice_is_one(marked: str) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if m.kind == "meeting" and len(m.parties) > 1 and holds(m, spans[0])]
    assert all(holds(found, span) for span in spans)


def test_a_committee_and_the_talks_of_two_ministers_are_two() -> None:
    found = read(
        "عقد وزير الخارجية الكيني مباحثات مع نظيره الهندي في نيروبي أمس. "
        "وشارك الوزيران في الاجتماع الخامس للجنة الكينية الهندية المشتركة."
    )
    assert sorted((m.edition or 0, m.parties) for m in found) == [(0, ("IND", "KEN")), (5, ("IND", "KEN"))]


def test_a_date_behind_since_is_of_what_came_before() -> None:
    (found,) = read("سيكون هذا أول لقاء بين الوزيرين الكيني والهندي منذ توقيع الاتفاق في 10 مارس 2018.")
    assert found.date is None


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_occasion_is_made_up(text: str) -> None:
    assert read(text) == ()
