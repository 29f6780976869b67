# ruff: noqa: E501  (a sentence stays on its line)
"""Where and when an occasion took place, where its own words say little, and words that name no occasion."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import plain, read

NONE = [
    # a press conference taken up, one's own committee, a talk before students
    "قال الوزير النرويجي في مؤتمر صحافي إن الصيد مهم. وأضاف في المؤتمر الذي عقد في العاصمة الكينية نيروبي أن الشاي مهم.",
    "أشاد الاتحاد الأفريقي عقب اجتماع للجنته التنفيذية برئاسة الوزير الكيني في نيروبي بموقف الهند.",
    "أشار الوزير الكيني في لقاء مع طلاب الأكاديمية البحرية في مومباسا إلى العلاقات مع الهند.",
    # only asked for; several at once; one who goes home
    "طالبت الوزيرة النرويجية السابقة بقمة عاجلة بين كينيا والهند.",
    "زار الرئيس الكيني الهند ثلاث مرات.",
    "سيتوجه المبعوث الخاص للأمم المتحدة الثلاثاء إلى نيويورك.",
    "طالب الوزير النرويجي بوصول المساعدات إلى كينيا.",
]  # fmt: skip

FIELDS = [
    # a building stands in a city
    ("استقبل الملك السعودي وزير الخارجية الهندي [في قصر اليمامة بالرياض].", {"place": "Riyadh"}),
    ("استقبل الملك السعودي وزير الخارجية الهندي [في قصر اليمامة].", {"place": "Al-Yamamah Palace"}),
    # a meeting is called after its city; two capitals are its sides
    ("رحب الجانبان الكيني والهندي بنتائج [اجتماع كمبالا] المنعقد في 14 آذار 2018.", {"place": "Kampala"}),
    ("[محادثات بكين ونيروبي] عقدت أمس في كمبالا.", {"place": "Kampala", "parties": ("CHN", "KEN")}),
    # where both met the press
    ("بحث الوزير الكيني خلال [لقائه مع نظيره الهندي] الشاي. وأشار في مؤتمر صحفي مشترك عقده مع نظيره الهندي في نيودلهي إلى الصيد.", {"place": "New Delhi"}),
    ("بحث الوزير الكيني خلال [لقائه مع نظيره الهندي] الشاي. وأشار في مؤتمر صحفي عقده مع نظيره النرويجي في أوسلو إلى الصيد.", {"place": None}),
    # arriving, with and without a preposition; put off
    ("قال وزير الخارجية الكيني [لدى وصوله القاهرة] إن الشاي مهم.", {"kind": "visit", "parties": ("EGY", "KEN"), "place": "Cairo"}),
    ("من المنتظر [وصول وزير الخارجية الكيني] الأحد إلى القاهرة.", {"kind": "visit", "parties": ("EGY", "KEN")}),
    ("تم تأجيل [زيارة وزير الخارجية الكيني] إلى الهند.", {"status": "planned"}),
    # the nearest date is its own, though nothing tells which day it is; a date of something else
    ("[توجه وزير الدفاع الكيني إلى الهند] مع تدهور العلاقات عقب ثورة 12 مايو 2013.", {"date": None}),
    # what is said there is no word of its own
    ("قال الوزير الكيني خلال [لقاء مع نظيره الهندي] في كمبالا ان بلاده ستنطلق في معركتها.", {"status": "held"}),
    # honorifics part nobody from «مع»; who speaks of it is one side
    ("أعلن الوزير الكيني جوما في مؤتمر صحفي مع الوزير النرويجي عقب [عقد الاجتماع] المشترك مع أصحاب المعالي وزراء الزراعة في دول مجلس التعاون الخليجي أن الحوار كان مثمراً.", {"parties": ("GCC", "KEN")}),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_occasion(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("marked", "fields"), FIELDS, ids=[m[:40] for m, _ in FIELDS])
def test_place_and_day(marked: str, fields: dict[str, object]) -> None:
    text, _ = plain(marked)
    found = read(text)
    assert {name: getattr(found[0], name) for name in fields} == fields


def test_a_meeting_of_another_year_was_not_on_the_visit() -> None:
    text = "زار الوزير الكيني موسكو في يوليو 2007، ثم التقى الرئيس بوتين في سبتمبر 2008."
    assert [(m.kind, m.place) for m in read(text)] == [("visit", "Moscow"), ("meeting", None)]
