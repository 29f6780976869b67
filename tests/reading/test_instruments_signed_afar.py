# ruff: noqa: E501  (a sentence stays on its line)
"""Texts that are signed at a distance from the verb, exchanged, listed, talked of, or still to be in force."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import read

ONE = [
    # text, kind, parties, action
    ("وكانت مذكرة تفاهم في مجال المشاورات السياسية قد وقعت بين وزارتي خارجية كينيا والهند سنة 2018.", "mou", ("IND", "KEN"), "signed"),
    ("اتفاقية الصيد بين كينيا والهند قد وقعت عام 2017 في نيروبي.", "agreement", ("IND", "KEN"), "signed"),
    ("أبرمت الهند في يوليو 2018 مع الشركة ذاتها اتفاقا بقيمة 27 مليار دولار.", "agreement", ("IND",), "signed"),
    ("تبادلت الهند وسريلانكا أمس سبع مذكرات تفاهم شملت الطاقة والصحة.", "mou", ("IND", "LKA"), "signed"),
    ("شهد الرئيسان الكيني والهندي تبادل ثلاث اتفاقيات في مجالات الزراعة والتعليم.", "agreement", ("IND", "KEN"), "signed"),
    ("وأضاف الوزير الكيني أن مشروع اتفاق مع الهند بشأن الهجرة جاهز للتوقيع.", "agreement", ("IND", "KEN"), "to_be_signed"),
    ("وتدخل اتفاقية التجارة بين كينيا والهند حيز التنفيذ بعد أن يصادق عليها البرلمان.", "agreement", ("IND", "KEN"), "referenced"),
    ("دخلت اتفاقية التجارة بين كينيا والهند حيز التنفيذ بعد أن صادق عليها البرلمان.", "agreement", ("IND", "KEN"), "in_force"),
    ("جرى التوقيع بالأحرف الأولى بين كينيا والهند على اتفاقية لحماية الاستثمارات.", "agreement", ("IND", "KEN"), "to_be_signed"),
    ("تم أمس في نيروبي التوقيع بين كينيا والهند على اتفاقية للنقل البحري.", "agreement", ("IND", "KEN"), "signed"),
    ("تبحث كينيا مع الهند إبرام اتفاقية للتجارة الحرة.", "agreement", ("IND", "KEN"), "proposed"),
    ("بحث الوزيران الكيني والهندي التعاون عقب توقيع اتفاقية للتجارة الحرة.", "agreement", ("IND", "KEN"), "signed"),
    ("وقدم الوزير الهندي مسودة اتفاق للتعاون القضائي إلى نظيره الكيني.", "agreement", ("IND", "KEN"), "proposed"),
    ("توجت الزيارة بالتوقيع على إعلان شراكة بين كينيا والهند.", "joint_statement", ("IND", "KEN"), "signed"),
    ("وقع الرئيسان الكيني والهندي إعلان شراكة استراتيجية شاملة.", "joint_statement", ("IND", "KEN"), "signed"),
    ("وستختتم أشغال اللجنة الكينية الهندية مساء غد بتوقيع مذكرة تفاهم حول التعاون العسكري.", "mou", ("IND", "KEN"), "to_be_signed"),
    ("تتفاوض الهند على معاهدة مماثلة مع كينيا.", "agreement", ("IND", "KEN"), "proposed"),
    ("واشترطت الهند تعديل الدستور قبل توقيع اتفاق السلام مع كينيا.", "agreement", ("IND", "KEN"), "to_be_signed"),
    ("وقعت كينيا والهند اتفاقية لتأسيس شركة مشتركة.", "agreement", ("IND", "KEN"), "signed"),
]  # fmt: skip

NONE = [
    "تبادل الوزيران الكيني والهندي وجهات النظر حول اتفاقيات الصيد.",
    "رحب الوزيران الكيني والهندي بإعلان وقف إطلاق النار.",
    "وقع وزير الخارجية الكيني على إعلان ترشح بلاده لعضوية المجلس.",
]

LIST = "وتضمنت قائمة الوثائق الموقعة بين كينيا والهند: اتفاقية في مجال الطيران المدني، ومذكرة تفاهم في الصحة، وبرنامج تنفيذي في السياحة."


@pytest.mark.parametrize(("text", "kind", "parties", "action"), ONE, ids=[c[0][:60] for c in ONE])
def test_what_is_told_of_a_text(text: str, kind: str, parties: tuple[str, ...], action: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.parties, found.action) == (kind, parties, action)


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_what_is_only_spoken_of_is_none(text: str) -> None:
    assert read(text) == ()


LINE = "2012: وقعت كينيا والهند مذكرة تفاهم بشأن مبادرة الحزام والطريق."


def test_a_line_begins_with_its_year_and_what_a_text_is_about_is_not_signed() -> None:
    found = [(i.kind, i.action, i.date) for i in read(LINE)]
    assert found == [("mou", "signed", "2012"), ("plan", "referenced", "2012")]


def test_what_the_words_before_a_colon_call_signed() -> None:
    found = [(i.kind, i.parties, i.action) for i in read(LIST)]
    assert found == [(kind, ("IND", "KEN"), "signed") for kind in ("agreement", "mou", "programme")]
