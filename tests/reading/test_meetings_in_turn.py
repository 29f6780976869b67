# ruff: noqa: E501  (a sentence stays on its line)
"""Several meetings told by one word, of two or of many; what else goes with how they are told."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import read

EACH = [
    # text, and the parties of each occasion
    ("وأجرى الرئيس الكيني لقاءين مع كل من رئيس الوزراء الهندي والرئيس النرويجي.", [("IND", "KEN"), ("KEN", "NOR")]),
    ("عقد وزير الخارجية الكيني لقاءات ثنائية مع نظرائه من الهند والنرويج وغانا على هامش المؤتمر.", [("IND", "KEN"), ("KEN", "NOR"), ("GHA", "KEN")]),
    ("أجرى وزير الخارجية الكيني سلسلة لقاءات مع وزراء خارجية الهند والنرويج وغانا.", [("IND", "KEN"), ("KEN", "NOR"), ("GHA", "KEN")]),
    ("عقد الجانبان الكيني والهندي اجتماعين في نيروبي ناقشا خلالهما الصيد.", [("IND", "KEN")]),
    ("وكان وزير الدفاع الكيني عقد أمس اجتماعين مع وزير الدفاع الهندي ومع وزير الخارجية الهندي.", [("IND", "KEN")]),
    ("من المقرر أن يعقد الوزير الكيني لقاءين مع نظيره الهندي.", [("IND", "KEN")]),
    ("عقد وزير الخارجية الكيني اجتماعا مع نظيريه الهندي والنرويجي.", [("IND", "KEN", "NOR")]),
    ("عقد وزير الخارجية الكيني اجتماعا مع نظرائه من الهند والنرويج وغانا.", [("GHA", "IND", "KEN", "NOR")]),
]  # fmt: skip

GOES_ON = [
    # text, and the parties of each occasion in text order: who goes on is not named again
    ("التقى وزير الخارجية الكيني في أنقرة نظيره التركي. كما عقد لقاءات مع وزيري خارجية غانا وأوغندا. واجتمع أيضا بالأمين العام للأمم المتحدة، وأجرى محادثات مع وزير الخارجية النرويجي.",
     [("KEN", "TUR"), ("GHA", "KEN"), ("KEN", "UGA"), ("KEN", "UN"), ("KEN", "NOR")]),
    ("شارك وزير الخارجية الكيني موساليا مودافادي في المنتدى. والتقى مودافادي على هامش المنتدى المبعوث الأممي، كما أجرى محادثات ثنائية مع وزيري خارجية الهند وغانا كل على حدة.",
     [("KEN", "UN"), ("IND", "KEN"), ("GHA", "KEN")]),
    ("استقبل الرئيس الكيني السفير النرويجي. واستقبل كذلك وزير الخارجية الأوغندي، ثم اجتمع مع وفد من الاتحاد الأوروبي.",
     [("KEN", "NOR"), ("KEN", "UGA"), ("EU", "KEN")]),
    ("التقى الرئيس الكيني وليام روتو نظيره الأوغندي في كمبالا. والتقى قبل ذلك بيوم في كيغالي الرئيس الرواندي.", [("KEN", "UGA"), ("KEN", "RWA")]),
    ("أجرى وزير الخارجية الكيني اتصالا هاتفيا مع نظيره الهندي. وتلقى اتصالا من وزيرة خارجية كندا.", [("IND", "KEN"), ("CAN", "KEN")]),
    ("عقدت وزيرة الخارجية الكندية لقاء مع نظيرها الهندي. كما التقت وزير خارجية غانا. وأجرت لاحقا مباحثات مع رئيس الوزراء النرويجي.",
     [("CAN", "IND"), ("CAN", "GHA"), ("CAN", "NOR")]),
    ("اجتمع وزير المالية الكيني اليوم مع نائب رئيس البنك الدولي. وحضر الاجتماع السفير النرويجي.", [("KEN", "WB")]),
    ("وزار رئيس الوزراء الكيني نيودلهي. وترأس الجانبان خلال الزيارة الدورة الثالثة للجنة المشتركة الكينية الهندية.", [("IND", "KEN"), ("IND", "KEN")]),
    # who is named right before or behind the verb is its subject
    ("قال الوزير الهندي إن الشاي مهم، والوزير الكيني التقى نظيره النرويجي.", [("KEN", "NOR")]),
    ("التقى الرئيس الكيني نظيره الهندي. وعقد وزير الخارجية الأوغندي اجتماعا مع نظيره النرويجي.", [("IND", "KEN"), ("NOR", "UGA")]),
]  # fmt: skip

TOLD = [
    # text with one occasion, and what is said of it
    ("سيتحول وزير الداخلية النرويجي الأسبوع القادم إلى نيروبي في زيارة عمل.", {"kind": "visit", "status": "planned", "place": "Nairobi"}),
    ("تحول الرئيس الكيني صباح اليوم إلى نيودلهي على رأس وفد وزاري.", {"kind": "visit", "status": "held", "place": "New Delhi"}),
    ("عقد الوزيران الكيني والهندي محادثات حضرها كبار المسؤولين من البلدين في نيروبي.", {"kind": "meeting", "parties": ("IND", "KEN"), "place": "Nairobi"}),
    ("عقدت كينيا وتونس اجتماعا بجزيرة جربة يوم 3 مايو 2019.", {"place": "Djerba"}),
    ("سيشارك الرئيس الكيني مع نظيره الهندي في اجتماع يعقد في نيروبي.", {"kind": "meeting", "status": "planned"}),
    ("سيشارك الرئيس الكيني في أعمال القمة الأفريقية التي تستضيفها نيروبي.", {"kind": "summit", "status": "planned"}),
    ("ومن المنتظر أن يشارك الوزير الكيني في الاجتماع الثلاثي الذي يضم كينيا وأوغندا ورواندا في كمبالا.", {"parties": ("KEN", "RWA", "UGA"), "status": "planned"}),
    ("شارك وزير الخارجية الكيني في الاجتماع الوزاري للجنة الاتصال الذي استضافته القاهرة أمس، وضم وزراء خارجية أوغندا ورواندا.", {"parties": ("KEN", "RWA", "UGA"), "place": "Cairo"}),
    ("وعلى هامش الدورة عقد اجتماع تنسيقي ضم وزراء خارجية رابطة آسيان التي تضم عشر دول.", {"parties": ("ASEAN",)}),
    ("قالت الوزيرة الهندية: «سنوقع الاتفاق في الخريف المقبل، حين يزور الوزير الكيني نيودلهي».", {"kind": "visit", "status": "planned"}),
    ("وقالت الوزيرة الهندية: «هذه أول زيارة لي إلى كينيا منذ تعييني».", {"kind": "visit", "parties": ("IND", "KEN"), "place": "Kenya"}),
    ("أطلع الرئيس الكيني وليام روتو المجلس على نتائج زيارته. وأشار إلى الاتصال الهاتفي الذي تلقاه من الرئيس الأوغندي.", {"kind": "call", "parties": ("KEN", "UGA")}),
    ("عقد وزيرا الدفاع الكيني والهندي اجتماعا بالعاصمة الماليزية كوالالمبور.", {"parties": ("IND", "KEN"), "place": "Kuala Lumpur"}),
    ("وقال السفير الكيني: «خلال لقائي مع وزير المالية العماني بحثنا الشاي».", {"kind": "meeting", "parties": ("KEN", "OMN")}),
    ("الرئيسان الكيني والهندي قد عقدا قمة ثنائية في مومباسا.", {"kind": "summit", "parties": ("IND", "KEN")}),
]  # fmt: skip

MARGIN = "واتفق الوزيران الهندي والروسي على اللقاء في أستانا الشهر القادم على هامش قمة منظمة شنغهاي للتعاون."
VISIT = "زار الرئيس الكيني وليام روتو جاكرتا في يونيو 2018، وعقد مباحثات مع الرئيس الإندونيسي جوكو ويدودو."

NONE = [
    "تحول الوزير الكيني إلى المعارضة.",
    "احتضنت نيروبي أمس ملتقى الإبداع الكيني الهندي.",
    "عقد في لندن المؤتمر التاسع للطلبة الكينيين يومي 20 و21 يناير 2016.",
    "ألقى الرئيس الإيراني خطابا خلال زيارة لإقليم كردستان الإيراني.",
    "وأشار إلى محاولة الدفع باتجاه عقد المؤتمر الإقليمي لنزع الأسلحة النووية في الشرق الأوسط.",
    "تحولت كينيا إلى مركز إقليمي للشاي الهندي.",
]


@pytest.mark.parametrize(("text", "expected"), EACH, ids=[t[:60] for t, _ in EACH])
def test_each_who_was_met_is_an_occasion(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [m.parties for m in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), GOES_ON, ids=[t[:60] for t, _ in GOES_ON])
def test_who_goes_on_is_a_side_of_the_next(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [m.parties for m in read(text)] == expected


@pytest.mark.parametrize(("text", "fields"), TOLD, ids=[t[:60] for t, _ in TOLD])
def test_what_is_told_of_it(text: str, fields: dict[str, object]) -> None:
    (found,) = read(text)
    assert {k: getattr(found, k) for k in fields} == fields


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read(text) == ()


def test_what_is_to_come_is_on_the_margins_of_what_is_to_come() -> None:
    assert [(m.kind, m.status) for m in read(MARGIN)] == [("meeting", "planned"), ("summit", "planned")]


def test_talks_on_a_visit_are_of_its_month() -> None:
    assert [(m.kind, m.date, m.place) for m in read(VISIT)] == [
        ("visit", "2018-06", "Jakarta"),
        ("meeting", "2018-06", "Jakarta"),
    ]
