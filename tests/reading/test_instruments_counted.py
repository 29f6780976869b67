# ruff: noqa: E501  (a sentence stays on its line)
"""Texts that are counted, that follow on «أبرز», or that name one another: which are entries, and what is told of each."""

from __future__ import annotations

import pytest

from mahdar.model.entries import Instrument
from mahdar.pipeline.library import read_text

PAIR = ("BGD", "NPL")


def instruments(text: str) -> list[Instrument]:
    return [p.entry for p in read_text(text).entries if isinstance(p.entry, Instrument)]


TOLD = {
    "about so many": (
        "شهد وزير خارجية نيبال ووزير خارجية بنغلاديش أمس توقيع نحو 30 اتفاقية بين مؤسسات البلدين.",
        [("agreement", "signed")],
    ),
    "the foremost of them": (
        "وقعت نيبال وبنغلاديش عددا من الوثائق. ومن أبرز الاتفاقيات الموقعة اتفاقية لتبادل الكهرباء، ومذكرة تفاهم بشأن البذور.",
        [("agreement", "signed"), ("mou", "signed")],
    ),
    "the first and the second of several": (
        "وقعت نيبال وبنغلاديش مذكرتي تفاهم. وتتعلق مذكرة التفاهم الأولى بصيانة الجسور، فيما تختص مذكرة التفاهم الثانية بالمنح الدراسية.",
        [("mou", "signed"), ("mou", "signed"), ("mou", "signed")],
    ),
    "a programme signed by both sides": (
        "وقع الجانبان النيبالي والبنغلاديشي اتفاقية لتبادل الكهرباء، وبرنامجا تنفيذيا لصيانة الجسور.",
        [("agreement", "signed"), ("programme", "signed")],
    ),
    "an annex": (
        "وقعت نيبال وبنغلاديش ملحقا لمذكرة التفاهم في مجال الأرصاد الجوية.",
        [("agreement", "signed"), ("mou", "referenced")],
    ),
    "a contract with somebody": (
        "وقع السفير النيبالي عقدا مع حكومة بنغلاديش لتأهيل مدرسة ريفية.",
        [("contract", "signed")],
    ),
    "a memorandum told by its makers": (
        "رحب وزير الطاقة بتوقيع المذكرة الثنائية الخاصة بخط الربط بين نيبال وبنغلاديش.",
        [("mou", "signed")],
    ),
    "one that is only urged": (
        "أوصى الجانبان النيبالي والبنغلاديشي بالإسراع في إبرام اتفاقية لتبادل السجناء.",
        [("agreement", "proposed")],
    ),
    "an amendment that is only studied": (
        "تدرس نيبال وبنغلاديش تعديل اتفاقية العبور.",
        [("amendment", "proposed")],
    ),
    "a commitment that is renewed amends nothing": (
        "جدد الجانبان النيبالي والبنغلاديشي التزامهما باتفاقية العبور بينهما.",
        [("agreement", "referenced")],
    ),
    "what goes on working is amended": (
        "مددت نيبال وبنغلاديش العمل باتفاقية العبور.",
        [("amendment", "amended")],
    ),
    "an initiative called after a state": (
        "رحب وزير الخارجية في بنغلاديش بالمبادرة النيبالية لحماية الجبال.",
        [("plan", "referenced")],
    ),
    "one more of several": (
        "وقعت نيبال وبنغلاديش ثلاث اتفاقيات. وتنص اتفاقية ثالثة على حماية الأنهار.",
        [("agreement", "signed"), ("agreement", "signed")],
    ),
    "several in general, where each is told": (
        "شهد وزيرا نيبال وبنغلاديش التوقيع على عدد من الاتفاقيات.\nووقع الجانبان مذكرة تفاهم في مجال الأرصاد، واتفاقية لتبادل الكهرباء.",
        [("mou", "signed"), ("agreement", "signed")],
    ),
    "memoranda in one field each": (
        "أقرت نيبال مذكرة التفاهم في مجال الشباب مع بنغلاديش. وكانت قد أقرت مذكرة التفاهم في مجال الطيران بين البلدين.",
        [("mou", "announced"), ("mou", "announced")],
    ),
    "what the matter is": (
        "تم إمضاء ثلاث اتفاقيات بين نيبال وبنغلاديش. ويتعلق الأمر باتفاق في مجال الطاقة، وبمذكرة تفاهم حول الخبرات، وباتفاقية توأمة بين مدينتين.",
        [("agreement", "signed"), ("agreement", "signed"), ("mou", "signed"), ("agreement", "signed")],
    ),
    "a convention of many": (
        "انضمت نيبال إلى الاتفاقية الدولية لمكافحة تلوث الأنهار.",
        [("agreement", "referenced")],
    ),
    "a plan with a name of its own": (
        "أشاد الوزير النيبالي بما قدمته بنغلاديش في إطار «خطة سونار».",
        [("plan", "referenced")],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told_of_each_text(name: str) -> None:
    text, expected = TOLD[name]
    assert [(i.kind, i.action) for i in instruments(text)] == expected


NONE = {
    "an initiative in general": "أطلقت مدرسة في نيبال مبادرة للقراءة مع بنغلاديش.",
    "all that there are": "ليصل عدد الوثائق الموقعة بين نيبال وبنغلاديش إلى نحو 30 اتفاقية.",
    "praise": "قالت نيبال إن الخطوة مع بنغلاديش هي الاتفاقية الأولى من نوعها.",
    "words in quotation marks": "عمل الجانبان النيبالي والبنغلاديشي من أجل «رؤية جديدة للجوار».",
}


@pytest.mark.parametrize("name", NONE)
def test_no_text_in_particular(name: str) -> None:
    assert instruments(NONE[name]) == []


def test_a_bullet_that_ends_in_a_colon_leads_to_the_bullets_behind_it() -> None:
    text = (
        "بيان مشترك بين نيبال وبنغلاديش\nكاتماندو، 4 أبريل 2022\n"
        "1. تباحث الجانبان في سبل تعزيز التعاون بينهما.\n"
        "2. وتوجت أعمال اللجنة بالتوقيع على الاتفاقيات التالية:\n"
        "- اتفاق تعاون في مجال الكهرباء؛\n- بروتوكول اتفاق حول صيانة الجسور؛\n"
        "3. واتفق الجانبان على عقد الدورة المقبلة في دكا.\n"
    )
    found = [i for i in instruments(text) if i.kind == "agreement"]
    assert [(i.action, i.parties) for i in found] == [("signed", PAIR)] * 2


def test_a_day_belongs_to_the_text_that_it_stands_with() -> None:
    text = "وقع الجانبان النيبالي والبنغلاديشي بروتوكولا لاتفاقية العبور الموقعة عام 1994، وبرنامجا تنفيذيا لصيانة الجسور."
    told = {(i.kind, i.date) for i in instruments(text)}
    assert told == {("agreement", None), ("agreement", "1994"), ("programme", None)}


def test_one_of_the_two_is_named_as_the_other_maker() -> None:
    text = "قطع المشروع شوطا بموجب الاتفاق المبرم مع نيبال، وفق وزير الطاقة في بنغلاديش."
    assert [(i.kind, i.parties) for i in instruments(text)] == [("agreement", PAIR)]
