# ruff: noqa: E501  (a sentence stays on its line)
"""Occasions told without their usual verb: by who talked, by «I», by a place that comes before its guest."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import holds, plain, read

NONE = [
    "بحث وزير الخارجية الكيني التقرير ووزير الدفاع الهندي غائب.",
    "وأشار الرئيس الكيني في لقاء مع قناة هندية إلى أن الشاي مهم.",
    "وقال الرئيس الكيني: «الصمت أفضل ما نقابل به الشائعات الهندية».",
    "وجه الرئيس الكيني دعوة إلى المستثمرين لزيارة نيروبي.",
    "دعت وزارة الخارجية الكينية مواطنيها إلى زيارة موقعها الإلكتروني.",
    "وقال الوزير الكيني إنه لم تكن هناك زيارة رسمية للرئيس الهندي إلى نيروبي.",
    "تعثرت المحادثات بين كينيا والهند.",
    "شكر الوزير الكيني الهند على حسن استقباله.",
]

ONE = [
    # one occasion, and what is said of it
    ("[قابل وزير الخارجية الكيني نظيره الهندي] في نيروبي.", {"parties": ("IND", "KEN"), "place": "Nairobi"}),
    ("يسعى الرئيس الكيني وليام روتو إلى الانفتاح. وقال عقب [اتصال هاتفي مع رئيس الوزراء الهندي] إن التجارة مهمة.", {"kind": "call", "parties": ("IND", "KEN")}),
    ("أعلن وزير الخارجية النمساوي كورتس أنه ينوي [زيارة كينيا] في سبتمبر المقبل.", {"status": "planned", "parties": ("AUT", "KEN")}),
    ("[استعرض وزير الخارجية الكيني ونظيره الهندي] في نيروبي أمس برامج التلقيح.", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("وأضاف أن [محادثات الوزير الكيني مع نظيره الهندي] ستركز على الشاي.", {"parties": ("IND", "KEN"), "status": "planned"}),
    ("[وصل إلى نيروبي أمس وزير الخارجية الهندي].", {"kind": "visit", "parties": ("IND", "KEN")}),
    ("ومن المرتقب أن [يصل إلى نيروبي وفد من الحكومة الهندية] برئاسة وزير التجارة.", {"kind": "visit", "parties": ("IND", "KEN"), "status": "planned"}),
    ("تعقد لجنة المتابعة غداً [اجتماعاً طارئاً على مستوى وزراء الخارجية] برئاسة وزير الخارجية الكيني ومشاركة الرئيس الأوغندي.", {"parties": ("KEN", "UGA")}),
    ("وأشاد الوزير [بالاجتماع، الذي جمع بين الرئيس الكيني]، ورئيس الوزراء الهندي ناريندرا مودي.", {"parties": ("IND", "KEN")}),
    ("وقال على هامش [الاجتماعات السنوية لرابطة آسيان] إن الشاي مهم.", {"parties": ("ASEAN",)}),
    ("وأضاف الوزير الكيني: «[سأزور نيودلهي] في أبريل المقبل».", {"kind": "visit", "parties": ("IND", "KEN"), "status": "planned"}),
    ("وأشار إلى أن الوضع تغير منذ [القمة الأفريقية الأخيرة].", {"kind": "summit"}),
    ("وصلت وزيرة الخارجية النرويجية أمس، وسلمت الرئيس الكيني دعوة من نظيره [لزيارة أوسلو].", {"kind": "visit", "parties": ("KEN", "NOR"), "status": "planned"}),
    ("تسلم الرئيس الكيني دعوة من رئيس الوزراء الهندي للقيام [بزيارة رسمية إلى نيودلهي].", {"kind": "visit", "parties": ("IND", "KEN"), "status": "planned"}),
    ("ونقل السفير إلى الوزير الكيني دعوة نظيره الهندي [لزيارة الهند].", {"kind": "visit", "place": "India", "status": "planned"}),
    ("وجه الرئيس الكيني إلى نظيره الهندي دعوة [لزيارة نيروبي] قبلها بامتنان.", {"kind": "visit", "status": "planned"}),
    ("[التقى رئيس الوزراء الكيني اليوم وزير الدفاع الهندي] راجناث سينغ، الذي يزور نيروبي حاليا.", {"kind": "meeting", "place": "Nairobi"}),
    ("دعا وزير الخارجية الكيني إلى [عقد قمة أفريقية] طارئة في نيروبي.", {"kind": "summit", "status": "planned"}),
    ("دعا الوزير إلى ضبط النفس خلال [عقد قمة أفريقية] في نيروبي أمس.", {"kind": "summit", "status": "held"}),
    ("[ويتوجه وزير الخارجية الكيني اليوم إلى نيودلهي].", {"kind": "visit", "status": "planned"}),
    ("تسلم وزير الخارجية الكيني رسالة خطية. جاء ذلك خلال [استقباله سفير الهند لدى كينيا].", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("عبر الوزير عن أمله في [لقاء قريب بين الرئيسين الكيني والهندي].", {"status": "planned"}),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("marked", "fields"), ONE, ids=[m[:40] for m, _ in ONE])
def test_it_is_told_by_who_took_part(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    (found,) = read(text)
    assert holds(found, spans[0])
    assert {name: getattr(found, name) for name in fields} == fields
