# ruff: noqa: E501  (a sentence stays on its line)
"""Whose an instrument is where its own phrase names nobody, or somebody who did not make it."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import read

CASES = [
    ("وقع مذكرة التفاهم بشأن الصيد عن الجانب الكيني وزير الصيد، وعن الجانب الهندي سفير الهند.", {"parties": ("IND", "KEN"), "action": "signed"}),
    ("اتفق الوزيران على خطة عمل مشتركة للأعوام 2023-2026 في مجال التعليم العالي بين كينيا وجمهورية التشيك.", {"parties": ("CZE", "KEN"), "kind": "plan"}),
    ("تدرس أثينا ونيقوسيا إبرام اتفاق لترسيم الحدود البحرية مع القاهرة.", {"parties": ("CYP", "EGY", "GRC"), "action": "proposed"}),
    ("عدّل الجانبان الصربي والليبي البروتوكول الموقع بينهما عام 1978 بشأن النقل الجوي.", {"kind": "amendment", "action": "amended", "parties": ("LBY", "SRB")}),
    ("بموجب المذكرة التي وقعها وزير التعليم المصري والسفير الياباني، تقدم طوكيو الدعم لمئة مدرسة.", {"kind": "mou", "action": "signed", "parties": ("EGY", "JPN")}),
    ("سلم السفير خطاب نوايا بشأن إنشاء مصنع بين شركة سابك السعودية وحكومة كينيا.", {"parties": ("KEN", "ORG:SABIC")}),
    ("رأى نواب أوغنديون أن الاتفاق مع كينيا أضعف موقف رواندا.", {"parties": ("KEN",)}),
    ("دعت لجنة برلمانية في كينيا إلى تفعيل اتفاقية الدفاع العربي المشترك.", {"parties": ("LAS",)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), CASES, ids=[t[:40] for t, _ in CASES])
def test_sides(text: str, fields: dict[str, object]) -> None:
    (found,) = read(text)
    assert {name: getattr(found, name) for name in fields} == fields


def test_a_memorandum_taken_up_is_none_of_its_own() -> None:
    assert read("وأشار الوزير الكيني إلى المذكرة التي تنظم الصيد.") == ()
