# ruff: noqa: E501  (a sentence stays on its line)
"""Meetings as ministries, courts and agencies publish them: who chairs, who calls, what is another occasion."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import holds, plain, read

CHAIRS = [
    # text, who chairs the occasion marked
    ("وصل وزير الخارجية الكيني موساليا مودافادي ووزير الخارجية النرويجي إسبن بارث إيدي إلى مومباسا. وترأس الوزيران أمس [أعمال الدورة الثالثة للجنة الكينية النرويجية المشتركة].",
     [("Musalia Mudavadi", "KEN"), ("Espen Barth Eide", "NOR")]),
    ("قال وزير الخارجية الكيني موساليا مودافادي إن الشاي مهم. وترأس مع نظيره النرويجي إسبن بارث إيدي [الاجتماع الثالث للجنة الكينية النرويجية المشتركة] في مومباسا.",
     [("Musalia Mudavadi", "KEN"), ("Espen Barth Eide", "NOR")]),
    ("[عقدت في مومباسا الجولة الثانية من المشاورات السياسية] بين كينيا والنرويج. ورأس الجانب الكيني معالي الوزير موساليا مودافادي، ومن الجانب النرويجي معالي الوزير إسبن بارث إيدي.",
     [("Musalia Mudavadi", "KEN"), ("Espen Barth Eide", "NOR")]),
    ("عقد [الاجتماع الثالث بين كينيا والنرويج] في مومباسا برئاسة موساليا مودافادي وزير الخارجية الكيني، رئيس الدورة الحالية للمجلس الوزاري، وإسبن بارث إيدي وزير الخارجية النرويجي، وبحضور وفدي البلدين.",
     [("Musalia Mudavadi", "KEN"), ("Espen Barth Eide", "NOR")]),
    ("عقد وزيرا خارجية كينيا والنرويج [لقاء ثنائيا] في مومباسا، فيما ترأس الوزير موساليا مودافادي مع نظيره الهندي اجتماعا خصص للصيد.", []),
]  # fmt: skip

PARTED = [
    # text and its occasions in text order: kind, parties
    ("تحدث وزير الخارجية الكيني موساليا مودافادي ونظيره النرويجي إسبن بارث إيدي هاتفيا، أول من أمس.", [("call", ("KEN", "NOR"))]),
    ("تحدث وزير الخارجية الكيني هاتفيا مع نظيره الهندي، ومع وزير الخارجية النرويجي إسبن بارث إيدي.", [("call", ("IND", "KEN")), ("call", ("KEN", "NOR"))]),
    ("أجرى وزير الخارجية الكيني اتصالين هاتفيين مع نظيريه الهندي والنرويجي.", [("call", ("IND", "KEN")), ("call", ("KEN", "NOR"))]),
    ("تلقى وزير الخارجية الكيني اتصالا من نظيره النرويجي إسبن بارث إيدي جرى خلاله عرض التطورات.", [("call", ("KEN", "NOR"))]),
    ("التقى وزير الخارجية الكيني في نيويورك كلا من وزير الخارجية الهندي ونظيرته الأوغندية في لقاءين منفصلين.", [("meeting", ("IND", "KEN")), ("meeting", ("KEN", "UGA"))]),
    ("وقع الوزيران الكيني والنرويجي مذكرة تفاهم بشأن إجراء المشاورات السياسية بين وزارتي الخارجية في البلدين.", []),
    ("حالت الأحوال الجوية دون قيام الوزير الكيني بزيارة إلى نيودلهي.", []),
    ("عقدت في مومباسا أشغال الدورة الثالثة للجنة الكينية النرويجية المشتركة. وعلى هامش أشغال اللجنة، أجرى الوزيران الكيني والنرويجي مباحثات على انفراد.", [("meeting", ("KEN", "NOR")), ("meeting", ("KEN", "NOR"))]),
    ("عقدت أمس في مومباسا أشغال الدورة الثالثة للجنة الكينية النرويجية المشتركة. كما استقبل الرئيس الكيني وزير الخارجية النرويجي والوفد المرافق له.", [("meeting", ("KEN", "NOR")), ("meeting", ("KEN", "NOR"))]),
    ("عقدت أمس في مومباسا الدورة الثالثة للجنة الكينية النرويجية المشتركة، وسبقها اجتماع للخبراء من كينيا والنرويج في نيروبي.", [("meeting", ("KEN", "NOR")), ("meeting", ("KEN", "NOR"))]),
    ("أعرب وزير الخارجية الكيني، خلال الزيارة التي أداها الرئيس النرويجي إلى نيروبي، عن تقديره.", [("visit", ("KEN", "NOR"))]),
    (("عقدت المكسيك وتركيا الاجتماع الثالث في أنقرة. وقررتا عقد اجتماع للجنة المختلطة للنقل في ربيع 2019. واتفقتا على "
      "عقد الاجتماع الرابع في المكسيك عام 2020."),
     [("meeting", ("MEX", "TUR"))] * 3),
]  # fmt: skip

TOLD = [
    # text with the occasion marked and what is said of it
    ("عقدت في مومباسا الدورة الثالثة للجنة الكينية النرويجية المشتركة. وكانت [الدورة السابقة] قد عقدت في أوسلو في مايو 2014.",
     {"parties": ("KEN", "NOR"), "place": "Oslo", "date": "2014-05", "edition": None}),
    ("عقدت في مومباسا الدورة الثالثة للجنة الكينية النرويجية المشتركة. وتعود آخر [دورة للجنة] إلى مايو 2014 في أوسلو.",
     {"parties": ("KEN", "NOR"), "place": "Oslo", "date": "2014-05"}),
    ("عقد في مومباسا الاجتماع الوزاري المشترك الثالث للحوار الاستراتيجي بين كينيا والنرويج. واتفق الوزراء على عقد [الاجتماع الوزاري المشترك الرابع] في أوسلو في عام 2020.",
     {"kind": "strategic_dialogue", "parties": ("KEN", "NOR"), "place": "Oslo", "edition": 4, "status": "planned"}),
    ("سلم السفير الكيني دعوة للمشاركة في [القمة الاستثنائية للاتحاد الأفريقي] حول الصيد، المزمع عقدها بكمبالا في مايو 2020.",
     {"kind": "summit", "place": "Kampala", "date": "2020-05", "status": "planned"}),
    ("شهدت نيروبي [القمة الثانية لمجموعة العشرين] أمس.", {"kind": "summit", "edition": 2}),
    ("تستضيف العاصمة النرويجية أوسلو، الثلاثاء المقبل، [أعمال القمة الثلاثية التي تجمع بين كينيا] والنرويج والهند.",
     {"kind": "summit", "parties": ("IND", "KEN", "NOR"), "place": "Oslo", "status": "planned"}),
    ("يقوم الرئيس الكيني غدا بزيارة رسمية إلى النرويج، [يجري خلالها مباحثات] مع نظيره النرويجي في أوسلو.", {"status": "planned"}),
    ("سبق للوزيرين الكيني والنرويجي أن [التقيا] في أوسلو في مايو 2017.", {"parties": ("KEN", "NOR"), "place": "Oslo", "status": "held"}),
    ("اجتمع وزير الخارجية الكيني، أمس الاثنين، [مع نظيره النرويجي إسبن بارث إيدي] على هامش اجتماع الاتحاد الأفريقي.", {"parties": ("KEN", "NOR")}),
    ("قال وزير الخارجية الكيني إن بلاده تقدر استضافة النرويج [القمة السادسة للمناخ] في أكتوبر 2016.", {"status": "held"}),
    ("شارك وزير الخارجية الكيني أمس في [اجتماع وزاري ضم وزراء خارجية الهند والنرويج].", {"parties": ("IND", "KEN", "NOR")}),
    ("اتفق الوزيران الكيني والنرويجي على [عقد اللجنة الاقتصادية المشتركة] في نوفمبر المقبل في أوسلو.",
     {"kind": "meeting", "parties": ("KEN", "NOR"), "place": "Oslo", "status": "planned"}),
    ("عقد وزير الخارجية الكيني موساليا مودافادي ونظيره النرويجي إسبن بارث إيدي مؤتمرا صحافيا، إثر [محادثات] تناولا فيها الصيد.",
     {"kind": "meeting", "parties": ("KEN", "NOR"), "status": "held"}),
    ("وجه الرئيس الكيني الدعوة لنظيره النرويجي [لزيارة كينيا]، وقد وعد بتلبيتها في أقرب فرصة.",
     {"kind": "visit", "parties": ("KEN", "NOR"), "status": "planned"}),
    ("أشاد المغرب وكينيا بما تحقق خلال [الزيارة الملكية] لنيروبي في فبراير 2018.",
     {"kind": "visit", "place": "Nairobi", "date": "2018-02"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "chairs"), CHAIRS, ids=[c[0][:50] for c in CHAIRS])
def test_who_chairs_is_named_behind_before_or_a_sentence_ago(
    marked: str, chairs: list[tuple[str, str]]
) -> None:
    text, spans = plain(marked)
    found = next(m for m in read(text) if m.kind == "meeting" and holds(m, spans[0]))
    assert sorted((c.name, c.party) for c in found.chairs) == sorted(chairs)


@pytest.mark.parametrize(("text", "found"), PARTED, ids=[c[0][:50] for c in PARTED])
def test_what_is_told_of_several_is_parted(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(m.kind, m.parties) for m in read(text)] == found


@pytest.mark.parametrize(("marked", "fields"), TOLD, ids=[c[0][:50] for c in TOLD])
def test_what_is_said_of_an_occasion(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    found = next(m for m in read(text) if holds(m, spans[0]))
    assert {name: getattr(found, name) for name in fields} == fields
