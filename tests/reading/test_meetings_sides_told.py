# ruff: noqa: E501  (a sentence stays on its line)
"""Who took part in an occasion and whether it was held, where its own phrase does not say so."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import plain, read

NONE = [
    "سيتحدث الخبير الكيني في الندوة عبر تقنية الاتصال المرئي.",
    "ورأى الكاتب أن القرار يدعو إلى عقد مؤتمر دولي للمياه في الشرق الأوسط.",
]

FIELDS = [
    # to come: by a verb in the future, by the copula, by an intention of several
    ("سيعرض الرئيس الكيني المبادرة خلال [لقائه نظيره الأوغندي] في كمبالا.", {"status": "planned"}),
    ("[وستكون زيارة الرئيس الكيني] إلى مسقط الأولى من نوعها.", {"status": "planned"}),
    ("وسيلي الحفل [اجتماع في وزارة الخارجية الكندية] بين وزير الخارجية جون بيرد ونظيره المكسيكي.", {"status": "planned", "parties": ("CAN", "MEX")}),
    ("أعلن مسؤولون نرويجيون عزمهم على [زيارة نيروبي].", {"status": "planned", "parties": ("KEN", "NOR")}),
    # held: the verb in the future is of something else
    ("ستنفذ الحكومتان الاتفاق الذي وقع خلال [زيارة الرئيس الكيني] إلى الهند.", {"status": "held"}),
    ("أعلن وزير الخارجية الكيني أن بلاده ستبدأ تدريب الجنود، خلال [لقاء مع نظيره الأوغندي] في نيروبي.", {"status": "held"}),
    # both sides chair it
    ("ترأس وزير المالية الكويتي ونظيره التركي [أعمال الدورة الثالثة] للجنة المشتركة التي عقدت في أنقرة في 12 فبراير 2019.", {"parties": ("KWT", "TUR"), "edition": 3}),
    ("عقد في مسقط [اجتماع اللجنة المشتركة]، ترأس الجانب العماني وزير التجارة، فيما ترأس الجانب الهندي وزير الصناعة.", {"parties": ("IND", "OMN")}),
    # others take part besides
    ("عقد وزراء خارجية كينيا وأوغندا ورواندا [اجتماعا في نيروبي]. وشارك في الاجتماع وزير الخارجية البوروندي.", {"parties": ("BDI", "KEN", "RWA", "UGA")}),
    # who only lends the place is no side
    ("استضافت الدوحة [جولة جديدة من المباحثات] بين وفدي الحكومة التشادية والحركات المسلحة في مارس 2022.", {"parties": ("TCD",), "place": "Doha"}),
    # blocs by their adjectives, bodies as hosts
    ("اختتمت [القمة العربية الأفريقية] أعمالها أمس في مالابو.", {"parties": ("AU", "LAS")}),
    ("سيجتمع قادة تركيا وأذربيجان وباكستان في [قمة ثلاثية] تستضيفها مدينة لاتشين في 28 مايو 2025.", {"kind": "summit", "parties": ("AZE", "PAK", "TUR")}),
    ("تكلم المحلل على هامش [قمة اقتصادية] عن التعدين تستضيفها رابطة آسيان.", {"kind": "summit", "parties": ("ASEAN",)}),
    # the place of what is talked about is not the place of the talks
    ("[بحث وزير الخارجية الكيني مع نظيره الهندي] الأوضاع في اليمن.", {"place": None}),
    # the seat of a bloc is where it is held
    ("عقد وزراء دفاع الناتو [اجتماعا في بروكسل] أمس.", {"parties": ("NATO",)}),
    ("تعود [آخر زيارة لرئيس تركي] إلى بغداد إلى عام 2012.", {"kind": "visit", "parties": ("IRQ", "TUR")}),
]  # fmt: skip

SECOND = [
    # the second occasion of a passage
    ("التقى الرئيس الكيني وليام روتو رئيس الوزراء الهندي ناريندرا مودي أثناء زيارتهما روسيا.", {"kind": "visit", "parties": ("IND", "KEN", "RUS")}),
    ("اجتمع الرئيس الأوغندي مع وزير الدفاع النرويجي توره ساندفيك الذي وصل كمبالا أمس بعد زيارة لكينيا.", {"kind": "visit", "parties": ("KEN", "NOR")}),
    ("وصل وزير الدفاع النرويجي إلى نيروبي. وبعد لقاء جمعه أمس مع نظيره الكيني عدن دعالي في العاصمة، أشاد رئيس أوغندا بالزيارة.", {"kind": "meeting", "parties": ("KEN", "NOR"), "status": "held"}),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_occasion(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("marked", "fields"), FIELDS, ids=[m[:40] for m, _ in FIELDS])
def test_sides_and_status(marked: str, fields: dict[str, object]) -> None:
    text, _ = plain(marked)
    found = read(text)
    assert {name: getattr(found[0], name) for name in fields} == fields


@pytest.mark.parametrize(("text", "fields"), SECOND, ids=[t[:40] for t, _ in SECOND])
def test_sides_of_the_second_occasion(text: str, fields: dict[str, object]) -> None:
    found = read(text)
    assert {name: getattr(found[1], name) for name in fields} == fields


def test_an_aside_parts_who_meets_from_whom() -> None:
    text = "التقى وزير خارجية باكستان شاه محمود قريشي، على هامش أعمال مجلس وزراء خارجية منظمة التعاون الإسلامي، نظيره الصيني وانغ يي."
    assert read(text)[0].parties == ("CHN", "PAK")
