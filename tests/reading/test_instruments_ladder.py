# ruff: noqa: E501  (a sentence stays on its line)
"""Instruments: how far each has got, who made it and who only stood by, and of what day it is."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import read

LADDER = [
    # text, action, parties
    ("ناقش وزيرا خارجية غانا وكينيا اتفاقية للنقل البحري بين البلدين.", "proposed", ("GHA", "KEN")),
    ("يجري التفاوض بين غانا وكينيا حول اتفاقية للنقل البحري.", "proposed", ("GHA", "KEN")),
    ("اقترحت غانا على كينيا إبرام اتفاقية للنقل البحري.", "proposed", ("GHA", "KEN")),
    ("أعلنت غانا وكينيا اتفاقية للنقل البحري.", "announced", ("GHA", "KEN")),
    ("وقعت غانا وكينيا بالأحرف الأولى اتفاقية للنقل البحري.", "to_be_signed", ("GHA", "KEN")),
    ("من المتوقع أن توقع غانا وكينيا اتفاقية للنقل البحري.", "to_be_signed", ("GHA", "KEN")),
    ("صادقت الحكومة الغانية على مشروع اتفاقية النقل البحري مع كينيا.", "to_be_signed", ("GHA", "KEN")),
    ("وقعت غانا وكينيا اتفاقية للنقل البحري.", "signed", ("GHA", "KEN")),
    ("صادق البرلمان الغاني على اتفاقية النقل البحري مع كينيا.", "signed", ("GHA", "KEN")),
    ("استمر الخلاف إلى أن توصلت غانا وكينيا إلى اتفاقية حدود.", "signed", ("GHA", "KEN")),
    ("دخلت اتفاقية النقل البحري بين غانا وكينيا حيز التنفيذ.", "in_force", ("GHA", "KEN")),
    ("مددت غانا وكينيا اتفاقية النقل البحري.", "amended", ("GHA", "KEN")),
    ("ألغت غانا اتفاقية النقل البحري مع كينيا.", "referenced", ("GHA", "KEN")),
    ("أشاد الجانبان الغاني والكيني باتفاقية النقل البحري بين البلدين.", "referenced", ("GHA", "KEN")),
    ("لم توقع غانا وكينيا اتفاقية النقل البحري.", "proposed", ("GHA", "KEN")),
    ("رفضت غانا توقيع اتفاقية النقل البحري مع كينيا.", "proposed", ("GHA", "KEN")),
    ("إذا توصلت غانا وكينيا إلى اتفاق فستفتح الحدود.", "proposed", ("GHA", "KEN")),
    ("أعلن الجانبان الغاني والكيني تأييدهما لاتفاقية الصيد بين تشاد والسودان.", "referenced", ("SDN", "TCD")),
]  # fmt: skip

MAKERS = [
    ("وقع وزيرا خارجية غانا وكينيا، بحضور رئيس وزراء إثيوبيا، اتفاقية للحدود.", ("GHA", "KEN")),
    ("وقعت غانا وكينيا في جنيف برعاية الأمم المتحدة اتفاقا لوقف إطلاق النار.", ("GHA", "KEN")),
    ("وقعت غانا وكينيا اتفاقا لوقف إطلاق النار بوساطة قطرية.", ("GHA", "KEN")),
    ("أكدت ألمانيا دعمها للاتفاق الموقع بين أذربيجان وأرمينيا بوساطة روسية.", ("ARM", "AZE")),
    ("وقع الوزير الغاني ونظيره الكيني اتفاقية لترسيم الحدود المجاورة لإثيوبيا.", ("GHA", "KEN")),
    ("أعلنت الخارجية الهندية أن نيودلهي وقعت مع بكين اتفاقا لخفض التوتر على حدود نيبال.", ("CHN", "IND")),
    ("وقعت الأمم المتحدة وتركيا اتفاقا مع روسيا وأوكرانيا لتصدير الحبوب.", ("RUS", "TUR", "UKR", "UN")),
    ("أبرمت غانا وكينيا وتشاد والسودان اتفاقا مع إثيوبيا بشأن المياه.", ("ETH", "GHA", "KEN", "SDN", "TCD")),
    ("وقعت شركة أرامكو السعودية اتفاقية مع شركة توتال الفرنسية لبناء مصفاة.", ("ORG:Aramco", "ORG:TotalEnergies")),
    ("رحبت فرنسا باتفاق المصالحة بين السودان وتشاد.", ("SDN", "TCD")),
    ("رحبت اليابان بالاتفاقات المؤقتة الموقعة بين الكينيين والغانيين.", ("GHA", "KEN")),
]  # fmt: skip

DAYS = [
    ("وقعت غانا وكينيا اتفاقية للصيد في 3 مارس 2018.", "2018-03-03"),
    ("في مارس 2018 وقعت غانا وكينيا اتفاقية للصيد.", "2018-03"),
    ("اجتمع الوزيران الغاني والكيني بموجب اتفاقية الصيد لعام 2004.", "2004"),
    ("دخلت اتفاقية الصيد بين غانا وكينيا حيز التنفيذ منذ عام 2006.", "2006"),
    ("تذكر الوزير ما جرى عام 1990 في بلاد بعيدة عن ساحل المحيط ثم وقعت غانا وكينيا اتفاقية للصيد.", None),
    ("لا حاجة إلى سياج، كما قيل عام 2009، إذا تم توقيع اتفاقية للصيد بين غانا وكينيا.", None),
]  # fmt: skip

NONE = [
    "أنهى مسؤول البروتوكول ترتيبات الاستقبال في القصر.",
    "هذا أفضل اتفاق ممكن بين غانا وكينيا.",
    "ناقش الوزيران ترتيبات الزيارة.",
]


@pytest.mark.parametrize(("text", "action", "parties"), LADDER, ids=[t[0][:40] for t in LADDER])
def test_an_instrument_stands_on_its_rung(text: str, action: str, parties: tuple[str, ...]) -> None:
    (found,) = read(text)
    assert (found.action, found.parties) == (action, parties)


@pytest.mark.parametrize(("text", "parties"), MAKERS, ids=[t[0][:40] for t in MAKERS])
def test_who_stands_by_is_no_maker(text: str, parties: tuple[str, ...]) -> None:
    (found,) = read(text)
    assert found.parties == parties


@pytest.mark.parametrize(("text", "date"), DAYS, ids=[t[0][:40] for t in DAYS])
def test_its_day_is_that_of_the_doing(text: str, date: str | None) -> None:
    (found,) = read(text)
    assert found.date == date


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_none_is_made_up(text: str) -> None:
    assert read(text) == ()


def test_what_another_rests_on_is_not_signed_with_it() -> None:
    new, old = read(
        "وقعت غانا وكينيا اتفاقية للصيد بعد انتهاء اتفاقية الصيد الموقعة عام 2004 بين كينيا وتشاد."
    )
    assert (new.action, new.date) == ("signed", None)
    assert (old.action, old.date, old.parties) == ("signed", "2004", ("KEN", "TCD"))


def test_mediators_speak_of_the_instrument_of_others() -> None:
    text = (
        "# بيان مشترك صادر عن غانا وكينيا بشأن السودان\n"
        "عقدت محادثات في إطار مذكرة التفاهم الموقعة في نيروبي، بمشاركة ممثلين عن تشاد وأوغندا، "
        "إلى جانب الدولتين الوسيطتين، غانا وكينيا."
    )
    mou = next(e for e in read(text, "joint_statement") if e.kind == "mou")
    assert mou.parties == ("TCD", "UGA")


def test_several_in_one_sentence_are_taken_apart() -> None:
    found = read(
        "وقع الجانبان الغاني والكيني اتفاقية لتجنب الازدواج الضريبي، ومذكرة تفاهم في مجال الطاقة، "
        "وبروتوكولا للتعاون القضائي، وترتيبا إداريا بشأن تبادل البيانات."
    )
    assert [e.kind for e in found] == ["agreement", "mou", "agreement", "understanding"]
    assert {(e.action, e.parties) for e in found} == {("signed", ("GHA", "KEN"))}
