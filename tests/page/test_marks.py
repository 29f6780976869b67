from __future__ import annotations

import pytest

from mahdar.lexicon.layout import layout_table
from mahdar.lexicon.load import Row
from mahdar.lexicon.store import default_lexicon
from mahdar.page.agencies import is_credit
from mahdar.page.cuts import cut_line
from mahdar.page.lines import Line
from mahdar.page.marks import mark_line

LEXICON = default_lexicon()
TABLE = layout_table(LEXICON)
HEADS = [row for name in ("ar/layout.toml", "en/layout.toml") for row in LEXICON.rows(name, "head")]


def line(text: str) -> Line:
    return Line(0, len(text), text, 0)


def found(text: str) -> set[str]:
    mark = mark_line(line(text), TABLE)
    return {mark.id} if mark else {m.id for _, m in cut_line(line(text), text, TABLE) if m}


@pytest.mark.parametrize("head", HEADS, ids=lambda row: row.text("id"))
def test_examples_of_the_lexicon(head: Row) -> None:
    for example in head.list("yes"):
        assert head.text("id") in found(example), example
    for example in head.list("no"):
        assert head.text("id") not in found(example), example


PROSE = [
    "وقال الوزير إن المصدر ذاته أكد صحة الخبر: لا تغيير في الموقف.",
    "الرئيسية هنا أن يلتقي الطرفان.",
    "كتب الوزير على حسابه أن اللقاء كان مثمرا.",
    "وشارك في الاجتماع سفراء عشر دول.",
    "وأعلن الجانبان في 5 مارس 2024 اتفاقهما على الخطة.",
    "وقالت (رويترز) إن المحادثات تأجلت إلى الأسبوع المقبل.",
    "ويضيف المتحدث لـ«الشرق الأوسط»: لن نغير موقفنا من الأزمة.",
    "تعليقات الوزير على القرار أثارت جدلا في الصحف.",
    "ونقلت وكالة رويترز - في خبر لها - أن الوفد وصل.",
    "مواضيع كثيرة بحثها الوزيران في مسقط.",
    "أولاً: التعاون السياسي",
    "كأس العالم 2022",
    "التعاون الدفاعي - الأمني",
    "البيان المشترك",
    "سياسة اليمن الخارجية",
    "انتهى الاجتماع باتفاق الطرفين على موعد جديد.",
    "إعلان الجزائر",
    "قمة الرياض",
    "في صورة لم تتغير منذ سنوات، يعود الخلاف إلى الواجهة كلما اقترب موعد التجديد للبعثة في مجلس الأمن.",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_and_headings_are_no_noise(text: str) -> None:
    assert found(text) == set()


CREDITS = ["مسقط - رويترز", "رويترز – دبي", "الخرطوم/ سونا", "أحمد علي - سبق - جدة", "عواصم - وكالات"]


@pytest.mark.parametrize("text", CREDITS)
def test_credits_name_an_agency(text: str) -> None:
    assert is_credit(text, TABLE) is not None


@pytest.mark.parametrize("text", ["الأمن - الاقتصاد", "مسقط", "رويترز", "وكالة رويترز تنشر الخبر - عاجل"])
def test_other_dashes_are_no_credits(text: str) -> None:
    assert is_credit(text, TABLE) is None


CUTS = {
    "اقتصادي / وزير النقل يصل صنعاء": "وزير النقل يصل صنعاء",
    "الدوحة في 03 مايو /قنا/ استقبل الوزير ضيفه.": "استقبل الوزير ضيفه.",
    "باريس (أ ف ب) - أعلنت الوزارة موقفها.": "أعلنت الوزارة موقفها.",
    "سبق- أبها: دعا الأمير إلى المؤتمر.": "دعا الأمير إلى المؤتمر.",
    "وغادر الوفد صنعاء . // يتبع // 10:20 ت م": "وغادر الوفد صنعاء .",
    "وانتهى اللقاء. سمات الأردن اليمن": "وانتهى اللقاء.",
    "الرياض 3 محرم 1440 هـ الموافق 13 سبتمبر 2018 م واس استقبل الوزير ضيفه.": "استقبل الوزير ضيفه.",
    "وقال: لن نقبل بذلك.": "وقال: لن نقبل بذلك.",
    "دولي - محلي: مقارنة بين السوقين": "دولي - محلي: مقارنة بين السوقين",
    "عقد الاجتماع في (واشنطن) وتناول الطاقة.": "عقد الاجتماع في (واشنطن) وتناول الطاقة.",
    "ما انتهى إليه الاجتماع مهم.": "ما انتهى إليه الاجتماع مهم.",
    "أبوظبي في ٧ مايو ٢٠١٩/ بحث الوزير مع ضيفه ملفات عدة.": "بحث الوزير مع ضيفه ملفات عدة.",
    "ليلة 23 - 24 يوليو شهدت المدينة احتفالا بالعيد.": "ليلة 23 - 24 يوليو شهدت المدينة احتفالا بالعيد.",
}


@pytest.mark.parametrize(("text", "left"), CUTS.items())
def test_what_stands_before_and_behind_a_sentence_is_cut_off(text: str, left: str) -> None:
    assert [part.text for part, mark in cut_line(line(text), text, TABLE) if mark is None] == [left]
