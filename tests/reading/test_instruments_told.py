"""Instruments told in running news: who initials, what a place gives its name to, all there are of two."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import holds, plain, read

NONE = [
    "الدفاع عن سلامة الاتفاقيات المبرمة بين الجانبين الكيني والهندي.",
    "حررت الشرطة محضرا بالحادث.",
    "يجري العمل على وثيقة سفر جديدة للهند وكينيا.",
    "أكدت كينيا والهند علاقتهما الوثيقة.",
    "يذهب الناس من كينيا إلى الهند لتوقيع العقود.",
    "أصدرت الحكومة الكينية بيانا في ختام زيارة الوزير الهندي.",
]

ONE = [
    # one instrument, and what is said of it
    (
        "أشاد الوزير الكيني [بإعلان القاهرة] الصادر في 6 يونيو 2018.",
        {"kind": "joint_statement", "date": "2018-06-06"},
    ),
    (
        "ويسعى الوزير إلى تنفيذ النقاط التي تضمنتها [وثيقة جنيف].",
        {"kind": "joint_statement", "action": "referenced"},
    ),
    (
        "أثارت [الوثيقة الإطارية] التي وقعتها كينيا وأوغندا في 5 مارس 2018 جدلا واسعا.",
        {"kind": "agreement", "action": "signed", "parties": ("KEN", "UGA")},
    ),
    (
        "وقع الوزيران الكيني والهندي [محضر اجتماع اللجنة] المشتركة الثالثة.",
        {"kind": "other", "action": "signed", "parties": ("IND", "KEN")},
    ),
    (
        "وسيتم توقيع [اتفاق قرض بين كينيا وأوغندا] في الخريف.",
        {"kind": "agreement", "action": "to_be_signed", "parties": ("KEN", "UGA")},
    ),
    (
        "حضر الوزيران الكيني والهندي مراسم تبادل أربع [مذكرات تفاهم بين كينيا والهند].",
        {"kind": "mou", "action": "signed", "parties": ("IND", "KEN")},
    ),
    (
        "أشار الوزيران الكيني والهندي إلى [اتفاق العام 2002] بين البلدين.",
        {"kind": "agreement", "action": "referenced", "date": "2002", "parties": ("IND", "KEN")},
    ),
    (
        "عرض الجانب الكيني حصيلة تطبيق [بروتوكول 5 مايو 2016] مع الهند.",
        {"kind": "agreement", "date": "2016-05-05", "parties": ("IND", "KEN")},
    ),
    (
        "قال السفير الكيني إن [اتفاق 12 آذار 2004] على حاله مع الهند.",
        {"kind": "agreement", "action": "referenced", "date": "2004-03-12"},
    ),
    (
        "وقع رئيسا الوفدين الكيني والهندي [محضر الاجتماع] في ختام أعمال اللجنة.",
        {"kind": "other", "action": "signed", "parties": ("IND", "KEN")},
    ),
    (
        "شدد الوزيران على تنفيذ [مذكرتي التفاهم البحرية] الموقعتين بين كينيا والهند عام 2019.",
        {"kind": "mou", "action": "signed", "date": "2019", "parties": ("IND", "KEN")},
    ),
    (
        "أعلنت كينيا والهند [وثيقة تخص إدارة المياه] بين البلدين.",
        {"kind": "agreement", "action": "announced", "parties": ("IND", "KEN")},
    ),
    (
        "أصدر الوزيران الكيني والهندي [بيانا في ختام المباحثات] أكدا فيه دعمهما للسلام.",
        {"kind": "joint_statement", "action": "announced", "parties": ("IND", "KEN")},
    ),
    (
        "تبادل وزيرا خارجية كينيا والهند وثائق التصديق على [اتفاقية الصيد].",
        {"kind": "agreement", "action": "signed", "parties": ("IND", "KEN")},
    ),
    (
        "انضمت كينيا إلى [اتفاقية حظر الأسلحة الكيميائية].",
        {"kind": "agreement", "action": "referenced", "parties": ()},
    ),
    (
        "وقع وزيرا كينيا والهند [محضرا] يتضمن ما اتفق عليه.",
        {"kind": "other", "action": "signed", "parties": ("IND", "KEN")},
    ),
    (
        "أرجأت كينيا والهند توقيع [عقد محطة مومباسا] إلى الصيف.",
        {"kind": "contract", "action": "to_be_signed", "parties": ("IND", "KEN")},
    ),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_none_in_particular_is_no_instrument(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("marked", "fields"), ONE, ids=[m[:40] for m, _ in ONE])
def test_what_is_told_of_one_is_read(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    (found,) = read(text)
    assert holds(found, spans[0])
    assert {name: getattr(found, name) for name in fields} == fields


def test_a_weekday_tells_not_which_it_is() -> None:
    (found,) = read("وقعت كينيا والهند اتفاقية الصيد في أوسلو.\nوصادق مجلس الأمن على الاتفاقية الثلاثاء.")
    assert found.parties == ("IND", "KEN")


def test_two_named_before_initial_it() -> None:
    text = (
        "عقد الوزيران الكيني والهندي مباحثات في نيروبي.\n"
        "كما وقعا بالأحرف الأولى اتفاقا يعفي المسافرين من التأشيرة."
    )
    assert [(i.kind, i.parties) for i in read(text)] == [("agreement", ("IND", "KEN"))]


def test_a_second_text_behind_a_repeated_preposition_is_one_of_its_own() -> None:
    text = "نوه الوزيران الكيني والهندي بالتوقيع على مذكرة تفاهم بشأن الصيد وعلى خارطة طريق للملاحة."
    assert [(i.kind, i.action) for i in read(text)] == [("mou", "signed"), ("plan", "signed")]


def test_one_called_by_its_year_is_the_one_signed_in_it() -> None:
    text = (
        "التزم الجانبان الكيني والهندي بما نصت عليه اتفاقية عام 1987.\n"
        "يشار إلى أن اتفاقية استثمار مياه البحيرة أبرمت بين البلدين في أيلول من العام 1987."
    )
    assert [(i.action, i.date) for i in read(text)] == [("signed", "1987-09")]


def test_another_thing_done_ends_the_name() -> None:
    text = "رحب الوزيران باعتماد خارطة طريق للتعاون بين كينيا والهند والتوقيع على إعلان نوايا."
    assert [(i.kind, i.action) for i in read(text)] == [
        ("plan", "announced"),
        ("letter_of_intent", "signed"),
    ]
    (several,) = read("تكللت زيارة الرئيس الكيني إلى الهند بإبرام ست اتفاقيات وإصدار بيان مشترك.")
    assert several.subject is None
