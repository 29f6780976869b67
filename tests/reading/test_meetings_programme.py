# ruff: noqa: E501  (a sentence stays on its line)
"""Occasions of two that an article is about: their rounds, their bodies, what a visit to come has in it."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import holds, plain, read

NONE = [
    "التقى وزير الخارجية الكيني نظيره الهندي في نيروبي. وتعثرت الجولة الثانية من المفاوضات النووية.",
    "استقبلت كينيا آنذاك قرابة 170 من اللاجئين الصوماليين.",
]

ONE = [
    # one occasion, and what is said of it
    ("تلقى الوزير الكيني اتصالا هاتفيا من نظيره الهندي. واستعرضا نتائج [الجولة الأولى من المشاورات السياسية التي احتضنتها مومباسا في مايو 2019].", {"parties": ("IND", "KEN"), "edition": 1, "place": "Mombasa", "date": "2019-05"}),
    ("تلقى الوزير الكيني اتصالا هاتفيا من نظيره الهندي. واتفقا على [عقد الجولة الثانية في نيودلهي].", {"parties": ("IND", "KEN"), "edition": 2, "status": "planned"}),
    ("زار الوزير الكيني نيودلهي. وكانت [الدورة الثانية للجنة قد التأمت بنيروبي في نوفمبر 2019].", {"parties": ("IND", "KEN"), "edition": 2, "place": "Nairobi", "date": "2019-11"}),
    ("زار رئيس الوزراء الهندي كينيا في مارس 2022، فيما يعود آخر [اجتماع للجنة الحكومية المشتركة إلى يونيو 2018 في نيروبي].", {"parties": ("IND", "KEN"), "date": "2018-06", "place": "Nairobi"}),
    ("[اجتمعت اللجنة الفنية المشتركة الكينية الهندية في دورتها الرابعة بنيروبي] يومي 20 و21 فبراير 2020.", {"edition": 4, "date": "2020-02-20/2020-02-21"}),
    ("عقدت اللجنة المشتركة الكينية الهندية دورتها الرابعة في نيروبي يوم 20 فبراير 2020. وسبق أشغال اللجنة [اجتماع لكبار المسؤولين] يوم 19 فبراير 2020.", {"parties": ("IND", "KEN"), "date": "2020-02-19"}),
    ("رحب الجانبان الكيني والهندي بانعقاد [المنتدى الاقتصادي الكيني الهندي في نيروبي في أكتوبر 2024].", {"parties": ("IND", "KEN"), "place": "Nairobi", "date": "2024-10"}),
    ("يبدأ رئيس الوزراء الكيني غدا زيارة رسمية إلى الهند. ويعقد في اليوم الأول [محادثات مع نظيره الهندي].", {"status": "planned"}),
    ("يبدأ رئيس الوزراء الكيني غدا زيارة رسمية إلى الهند. ومن المقرر أن [تستقبله الرئيسة الهندية] في القصر.", {"parties": ("IND", "KEN"), "status": "planned"}),
    ("وصل وزير الخارجية الكيني إلى نيودلهي. وقد [استقبله رئيس الوزراء الهندي] أمس.", {"parties": ("IND", "KEN")}),
    ("وصل الوزير الكيني إلى نيودلهي في زيارة رسمية. [وتتضمن الزيارة لقاء مع وزير الخارجية الهندي].", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("أعلن الناطق أن [الجولة الخامسة من المشاورات الكينية الهندية جرت عبر تقنية الاتصال المرئي] في يونيو 2020.", {"edition": 5, "date": "2020-06"}),
    ("[وصل الوزير الهندي إلى نيروبي] يوم الأربعاء.", {"kind": "visit", "parties": ("IND", "KEN"), "place": "Nairobi"}),
    ("كشف الناطق عن [زيارة يعتزم الرئيس الكيني القيام بها] إلى الهند.", {"kind": "visit", "parties": ("IND", "KEN"), "place": "India", "status": "planned"}),
    ("وأشار إلى [الزيارة التي ينوي رئيس الوزراء الكيني القيام بها] للهند.", {"kind": "visit", "parties": ("IND", "KEN"), "status": "planned"}),
    ("قال الرئيس الكيني في مؤتمر صحفي في نيودلهي، حيث كان في [زيارة رسمية]، إن الشاي مهم.", {"kind": "visit", "parties": ("IND", "KEN"), "place": "New Delhi"}),
    ("[استقبلت نيروبي أمس وزير الخارجية الهندي].", {"kind": "meeting", "parties": ("IND", "KEN")}),
    ("قال الوزير الكيني خلال [اللقاء بالرئيس الهندي] إن الشاي مهم.", {"parties": ("IND", "KEN")}),
    ("وأوضح الوزير الكيني أنه [عقد مع نظيره الهندي جلسة مشاورات معمقة] جرى خلالها استعراض أسعار الشاي.", {"parties": ("IND", "KEN"), "status": "held"}),
    ("وصل الرئيس الكيني إلى نيودلهي واستقبله الرئيس الهندي. وكان الرئيسان [عقدا لقاء مطولا] على هامش الاحتفالات.", {"parties": ("IND", "KEN")}),
    ("أعلن مصدر أن وزير الخارجية الكيني سيصل نيودلهي قريبا في [زيارة تستغرق أياما] يجري خلالها مباحثات مع المسؤولين.", {"kind": "visit", "parties": ("IND", "KEN"), "status": "planned"}),
    ("يلتقي الوزير الكيني نظيره الهندي في نيروبي، على أن يغادر إلى لندن [للقاء وزير التجارة البريطاني] يوم 5 مايو 2019.", {"parties": ("GBR", "KEN"), "place": "London"}),
]  # fmt: skip

TWO = [
    # two occasions and no more
    "عقد وزيرا خارجية كينيا والهند اجتماعا في نيروبي، فيما أجرى وزير المالية الكيني مباحثات مع وزير التجارة الهندي.",
    "توجه الوزير الكيني إلى نيقوسيا للقاء نظيره القبرصي، قبل أن يشارك في اجتماع وزاري ثلاثي يضم كينيا والهند وقبرص في 28 يناير 2021.",
]


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_rounds_of_others_and_crowds_are_none(text: str) -> None:
    assert len(read(text)) == text.count("التقى")


@pytest.mark.parametrize(("marked", "fields"), ONE, ids=[c[0][:60] for c in ONE])
def test_what_is_said_of_an_occasion(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    found = next(m for m in read(text) if holds(m, spans[0]))
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize("text", TWO, ids=[t[:40] for t in TWO])
def test_two_are_told_apart(text: str) -> None:
    assert len(read(text)) == _BOTH


_BOTH = 2


def test_what_a_headline_leaves_open_is_told_by_the_text() -> None:
    title = "# نيودلهي تستضيف الجولة السادسة من المشاورات الكينية الهندية"
    text = "أعلن الناطق أن نيودلهي ستحتضن الجولة السادسة من المشاورات السياسية بين كينيا والهند."
    (found,) = read(f"{title}\n{text}")
    assert (found.edition, found.status) == (6, "planned")
