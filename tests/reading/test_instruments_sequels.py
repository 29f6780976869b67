# ruff: noqa: E501  (a sentence stays on its line)
"""Instruments: one more of a kind without its noun, what talks yielded, and what is not in force yet."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import read

ROWS = [
    # text, the names in order
    ("وقع وزيرا العدل الكيني والهندي اتفاقية لتسليم المطلوبين وأخرى للمساعدة القضائية.", ["اتفاقية لتسليم المطلوبين", "أخرى للمساعدة القضائية"]),
    ("وقعت غانا وكينيا مذكرة تفاهم في مجال المطارات، وأخرى في الأرشيف، وثالثة حول المناجم.", ["مذكرة تفاهم في مجال المطارات", "أخرى في الأرشيف", "ثالثة حول المناجم"]),
    ("وقعت غانا وكينيا مذكرتي تفاهم، الأولى تتعلق بالمراعي والثانية تخص الملاحة.", ["الأولى تتعلق بالمراعي", "الثانية تخص الملاحة"]),
    ("أثمرت زيارة الوزير الغاني إلى كينيا اتفاقيتين إحداهما حول الأدوية والأخرى في الرعاية الصحية.", ["إحداهما حول الأدوية", "الأخرى في الرعاية الصحية"]),
    ("اختتمت الدورة بين غانا وكينيا بالتوقيع على بروتوكول الدورة وعلى خمس مذكرات تفاهم.", ["بروتوكول الدورة", "مذكرات تفاهم"]),
    ("تشمل الوثائق بين غانا وكينيا اتفاقية الإعفاء من التأشيرة واتفاقية النقل البحري المبرمة سنة 2009.", ["اتفاقية الإعفاء من التأشيرة", "اتفاقية النقل البحري"]),
    # none more
    ("وقعت غانا وكينيا اتفاقية للتنقيب مع شركة ألمانية وأخرى نرويجية.", ["اتفاقية للتنقيب مع شركة ألمانية وأخرى نرويجية"]),
    ("وقعت غانا وكينيا اتفاقية مع دول أخرى بشأن المناخ.", ["اتفاقية مع دول أخرى بشأن المناخ"]),
    ("وقعت غانا وكينيا اتفاقية لبناء مدرسة في مومباسا وأخرى في أكرا.", ["اتفاقية لبناء مدرسة في مومباسا وأخرى"]),
]  # fmt: skip

RUNGS = [
    ("لم تدخل اتفاقية المراعي بين غانا وكينيا حيز النفاذ.", "referenced"),
    ("ستدخل اتفاقية المراعي بين غانا وكينيا حيز النفاذ في الصيف.", "referenced"),
    ("يعول الوزيران على التعجيل بدخول اتفاقية المراعي بين غانا وكينيا حيز التنفيذ.", "referenced"),
    ("رحب الوزيران بدخول اتفاقية المراعي بين غانا وكينيا حيز التنفيذ.", "in_force"),
    ("أسفرت المباحثات بين غانا وكينيا عن مسودة اتفاق للمراعي.", "proposed"),
    ("توصلت غانا وكينيا إلى صيغة نهائية لاتفاقية المراعي.", "to_be_signed"),
    ("أفضت جلسة العمل بين وزيري الصحة الغاني والكيني إلى بروتوكول صحي موحد.", "signed"),
    ("خلصت لقاءات السفير الغاني في كينيا إلى تفاهم على استئناف العمل في المحطة.", "signed"),
    ("نوه الوزيران بمصادقة البرلمان الغاني على اتفاقية المراعي مع كينيا.", "signed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ROWS, ids=[t[:40] for t, _ in ROWS])
def test_one_more_of_a_kind_is_an_instrument_of_its_own(text: str, names: list[str]) -> None:
    assert [text[i.name.start : i.name.end] for i in read(text)] == names


@pytest.mark.parametrize(("text", "action"), RUNGS, ids=[t[:40] for t, _ in RUNGS])
def test_how_far_it_has_got(text: str, action: str) -> None:
    (found,) = read(text)
    assert (found.action, found.parties) == (action, ("GHA", "KEN"))


@pytest.mark.parametrize(
    "how", ["بمذكرة التفاهم الموقعة مع كل من غانا وكينيا", "باتفاقية المراعي بين كل من غانا وكينيا"]
)
def test_who_are_counted_one_by_one_are_makers(how: str) -> None:
    (found,) = read(f"أشاد الوزير {how}.")
    assert found.parties == ("GHA", "KEN")


def test_his_country_is_a_maker() -> None:
    (found,) = read("قال وزير الخارجية الغاني إن بلاده ستوقع قريبا مع كينيا مذكرة تفاهم حول المياه.")
    assert (found.action, found.parties) == ("to_be_signed", ("GHA", "KEN"))


def test_a_short_word_tells_which_convention_it_is() -> None:
    (found,) = read("أكد الوزير الغاني التزامه بالاتفاقية الدولية لقمع تمويل الإرهاب.")
    assert found.action == "referenced"
