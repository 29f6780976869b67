# ruff: noqa: E501  (a sentence stays on its line)
"""Lists of texts behind a colon: each is signed with what stands before it."""

from __future__ import annotations

import pytest

from mahdar.model.entries import Instrument
from mahdar.pipeline.library import read_text

VISIT = "قام رئيس وزراء ماليزيا أنور إبراهيم بزيارة رسمية إلى كازاخستان يومي 15 و16 مايو 2023.\n"

LISTS = {
    "a line each": (
        "وفي ختام المباحثات جرى التوقيع على الوثائق التالية:\n- اتفاقية للتعاون القضائي\n- مذكرة تفاهم بشأن الأمن السيبراني\n",
        [("agreement", "signed"), ("mou", "signed")],
    ),
    "numbered lines, and the kinds before them": (
        "ورحب الجانبان بتوقيع عدد من الاتفاقيات ومذكرات التفاهم، وهي:\n1. مذكرة تفاهم في مجال النقل الجوي.\n2. اتفاقية بشأن الإعفاء من التأشيرات.\n",
        [("mou", "signed"), ("agreement", "signed")],
    ),
    "all in one sentence": (
        "ووقع الجانبان ثلاث وثائق هي: مذكرة تفاهم في مجال النقل، واتفاقية بشأن التأشيرات، وبرنامج تنفيذي للتبادل الثقافي.\n",
        [("mou", "signed"), ("agreement", "signed"), ("programme", "signed")],
    ),
    "counted, and nothing that announces them": (
        "ووقع الجانبان بهذه المناسبة على ثلاث وثائق: مذكرة تفاهم في مجال النقل، واتفاقية بشأن التأشيرات، وبرنامج تنفيذي للتبادل الثقافي.\n",
        [("mou", "signed"), ("agreement", "signed"), ("programme", "signed")],
    ),
}


def instruments(text: str) -> list[Instrument]:
    return [p.entry for p in read_text(VISIT + text).entries if isinstance(p.entry, Instrument)]


@pytest.mark.parametrize("name", LISTS)
def test_each_text_of_a_list_is_signed_by_the_pair(name: str) -> None:
    text, expected = LISTS[name]
    found = instruments(text)
    assert [(i.kind, i.action) for i in found] == expected
    assert all(i.parties == ("KAZ", "MYS") for i in found)


def test_words_that_somebody_says_behind_a_colon_are_no_list() -> None:
    found = instruments("ووقع الوزيران العقد. وقال الوزير: إن مذكرة التفاهم في مجال النقل قديمة.\n")
    assert "signed" not in [i.action for i in found if i.kind == "mou"]


def test_a_list_without_a_colon() -> None:
    found = instruments(
        "وجرى خلال الزيارة التوقيع على سبع مذكرات تفاهم، منها مذكرة تفاهم بشأن إدارة المياه، وبروتوكول تعاون في مجال السياحة.\n"
    )
    assert [(i.kind, i.action) for i in found] == [("mou", "signed"), ("agreement", "signed")]


def test_who_made_it_with_the_one_that_is_named() -> None:
    text = "قال وزير الخارجية الصومالي أحمد معلم فقي إن بلاده ماضية في تنفيذ اتفاقية الدفاع الموقعة مع أنقرة في فبراير 2024."
    (found,) = (p.entry for p in read_text(text).entries if isinstance(p.entry, Instrument))
    assert (found.parties, found.date) == (("SOM", "TUR"), "2024-02")


def test_a_construct_of_bare_nouns_is_a_name() -> None:
    text = "رحب الوزيران الهندي والكيني باتفاق إعادة فتح معبر الحدود."
    (found,) = (p.entry for p in read_text(text).entries if isinstance(p.entry, Instrument))
    assert found.name.cut(text) == "اتفاق إعادة فتح معبر الحدود"
