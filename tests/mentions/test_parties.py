"""Parties in sentences: `{words=CODE}`, `/form` where the form matters. What is not marked must not fire."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.language import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions import name_everything
from mahdar.model.document import Block
from mahdar.model.mentions import Mentions

_MARK = re.compile(r"\{([^=}]+)=([^/}]+)(?:/(\w+))?\}")


def read(text: str) -> Mentions:
    """Read one paragraph."""
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    (mentions,), _ = name_everything([prose], default_lexicon(), [None])
    return mentions


def check(marked: str) -> None:
    """Compare what was read with the marks."""
    text = _MARK.sub(r"\1", marked)
    found = read(text).parties
    wanted = [(m[1], m[2], m[3]) for m in _MARK.finditer(marked)]
    got = [(text[p.start : p.end], p.code, p.form) for p in found]
    assert [(w, c, f or form) for (w, c, f), (_, _, form) in zip(wanted, got, strict=False)] == got
    assert len(wanted) == len(got)


NAMES = [
    "عاد وفد فني من {كينيا=KEN/name} أمس",
    "بحث الجانبان مستقبل التعاون بين {البرتغال=PRT} و{اليابان=JPN}",
    "قدمت بعثة من {الولايات المتحدة الأمريكية=USA} دعماً",
    "ل{قطر=QAT} دور في الوساطة",
    "شكرت الجمعية {بريطانيا=GBR} و{فرنسا=FRA}",
    "انتقلت البعثة إلى {جمهورية كوريا=KOR/name}",
    "تنسق {كوريا الشمالية=PRK} مع {الصين=CHN}",
    "انضمت {جنوب أفريقيا=ZAF} إلى المبادرة",
    "أقر {الاتحاد الأوروبي=EU/name} الحزمة",
    "دعا {مجلس الأمن الدولي=UN/organisation} إلى جلسة",
    "نددت {حركة حماس=HAMAS/name} بالقصف",
    "رحب {المجتمع الدولي=INTL} بالهدنة",
    "وقّعت {سوريا=SYR} و{لبنان=LBN} الوثيقة",
    "اجتمعت {غينيا الاستوائية=GNQ} و{غينيا=GIN}",
    "{النيجر=NER} و{نيجيريا=NGA} جارتان",
    "طمأن الوزير {الدول الخليجية=GCC} و{دول الخليج=GCC}",
    "بدأت {مجموعة 5+1=P5+1} ودول ( {5+1=P5+1} ) جولة",
    "فاز الفريق 5-1 في الجولة",
    "أعلنت {الدفاع الروسية=RUS/ministry} ذلك، لا أنظمة الدفاع {الروسية=RUS/demonym}",
    "قدمت المؤسسة مليون دولار ل{لأردن=JOR}",
    "تعهد {بريكس بلس=BRICS} بالتوسع",
]

DEMONYMS = [
    "التقى المسؤولون {القطريون=QAT/demonym} و{الأمريكيون=USA/demonym}",
    "اجتمع خبراء من البلدين {القطريين=QAT} و{الأمريكيين=USA}",
    "الشراكة {القطرية=QAT/demonym}-{الأمريكية=USA/demonym} متينة",
    "زارت وزيرتان {كينيتان=KEN/demonym} المعرض",
    "فازت شركتان {إيطاليتان=ITA} بالعقد",
    "وصل رجال أعمال {يابانيون=JPN}",
    "العلاقات {الكورية الجنوبية=KOR/demonym} تتطور",
    "الموقف {الجنوب أفريقي=ZAF/demonym} واضح",
    "الشعبان {المغربي=MAR} و{التونسي=TUN} شقيقان",
    "مجلس الأعمال {السعودي=SAU}-{المالطي=MLT}",
]

ORGANS = [
    "أعلنت {وزارة الطاقة الجزائرية=DZA/ministry} الموعد",
    "أكدت {الحكومة السعودية=SAU/ministry} و{حكومة جمهورية مالطا=MLT/ministry} الاتفاق",
    "قدّم {الجانب الكيني=KEN/ministry} مقترحاً",
    "اتفق {الجانبان التشيكي=CZE/ministry} و{السلوفاكي=SVK/demonym}",
    "قالت {الخارجية الإيرانية=IRN/ministry} إن الموعد قريب",
    "وفق بيان ل{لخارجية البولندية=POL/ministry}",
    "صوّت {مجلس النواب الأردني=JOR/ministry} على القانون",
    "نظمت {سفارة جمهورية كوريا=KOR/ministry} حفلاً",
    "استضافت {وزارة الصحة في الأردن=JOR/ministry} الورشة",
    "شاركت {وزارة الداخلية بدولة قطر=QAT/ministry} في التمرين",
    "زار مقر {وزارة خارجية السويد=SWE/ministry}",
    "أعلنت {وزارة التعليم العالي والبحث العلمي العراقية=IRQ/ministry} المنح",
    "تدرب {الجيش الفنلندي=FIN/ministry} شمالاً",
    "أوقفت {السلطات البرتغالية=PRT/ministry} مشتبهاً به",
    "ترى {الإدارة الأميركية=USA/ministry} غير ذلك",
    "ساهم {مكتب التحقيقات الفيدرالي الأمريكي=ORG:FBI/organisation} في التحقيق",
    "السياسة الخارجية {الهندية=IND/demonym} ثابتة",
    "وصل وزير الخارجية {السويدي=SWE/demonym} صباحاً",
    "انتشر الجيش في الشوارع",
    "عرضت الوزارة خطتها على الحكومة",
]

METONYMS = [
    "أبلغت {واشنطن=USA/capital} حلفاءها",
    "ترفض {طهران=IRN/capital} الشروط",
    "أعلن {البيت الأبيض=USA/seat} الخبر",
    "نفى {الكرملين=RUS/seat} ذلك",
    "وصل الوفد إلى {تونس=TUN/name} ثم إلى {الجزائر=DZA/name}",
    "يُعقد اللقاء في {الكويت=KWT/name}",
]

WEAK = [
    "حصل المشروع على دعم مالي من المصرف",
    "تعاني {باماكو=MLI/capital} من الجفاف، و{جمهورية مالي=MLI/name} تطلب العون، وتشكر {مالي=MLI/weak} الكل",
    "عاد الوزير من {سلطنة عمان=OMN/name}، وكانت {عمان=OMN/weak} محطته الأولى",
    "زار {الأردن=JOR/name} ثم غادر {عمان=JOR/weak}",
    "تسلّم {الأردنيون=JOR/demonym} الرسالة، وردت {المملكة=JOR/weak} عليها",
    "ناقشت {السعودية=SAU} الملف، وأكدت {المملكة=SAU/weak} موقفها",
    "أعلن {حزب الله=HEZBOLLAH} موقفه، ورد الحزب الجمهوري عليه، وسكت {الحزب=HEZBOLLAH/weak}",
    (
        "زار {الكوريون=KOR/demonym} المعرض، ووقع الوزير {الكوري=KOR/demonym} والمندوب {الكوري=KOR/demonym} "
        "والسفير {الكوري=KOR/demonym}، وبحثوا ملف {كوريا الشمالية=PRK/name}، وشكرت {كوريا=KOR/weak} مضيفيها"
    ),
    "بقيت المملكة على موقفها",
]

HOMOGRAPHS = [
    "أبحرت السفن في خليج عمان وبحر العرب",
    "تُدرّس اللغة الفرنسية هنا، ويكتب بالإنجليزية",
    "ارتفع سعر الدولار الأمريكي والريال القطري",
    "نُظم الإفطار بعد صلاة المغرب",
    "يقع الفندق في شارع فلسطين",
    "كان اللاعبون يتحدثون باللغة الإسبانية",
    "انتشر المرض في الأوسط من الأقاليم",
    "عُقد المؤتمر في منطقة المحيط الهندي",
]


@pytest.mark.parametrize("marked", NAMES)
def test_finds_parties_by_name(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", DEMONYMS)
def test_finds_demonyms_in_every_form(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", ORGANS)
def test_takes_an_organ_and_its_state_as_one(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", METONYMS)
def test_reads_capitals_and_seats(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", WEAK)
def test_keeps_weak_names_only_where_the_party_is_named(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", HOMOGRAPHS)
def test_leaves_homographs_alone(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("اختتمت الجولة في العاصمة واشنطن", [("العاصمة واشنطن", "Washington, DC", "USA")]),
        ("تُعقد الدورة في واشنطن العاصمة", [("واشنطن العاصمة", "Washington, DC", "USA")]),
        ("تستضيف الدوحة الجولة المقبلة", [("الدوحة", "Doha", "QAT")]),
        ("زار سلطنة عمان", []),
        ("زار الأردن وأقام في عمان", [("عمان", "Amman", "JOR")]),
        ("تدهور الوضع في قطاع غزة", [("قطاع غزة", "Gaza Strip", "PSE")]),
    ],
)
def test_finds_places(text: str, places: list[tuple[str, str, str | None]]) -> None:
    assert [(text[p.start : p.end], p.name, p.party) for p in read(text).places] == places


TEXT = """
وللولايات المتحدة الأمريكية وزارة الخارجية القطرية، محمد بن سلمان، السفير علي بن راشد
لدى المغرب قال وأكد الرئيس جون كيري.
وزيرا خارجية مصر والأردن نظيره الياباني في عمان العاصمة واشنطن مالي آل ثاني و د . « » على
"""
WORDS = st.sampled_from(TEXT.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_every_mention_is_cut_at_whole_words(words: list[str]) -> None:
    text = " ".join(words) or "نص"
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    (found,), people = name_everything([prose], default_lexicon(), [None])
    for kind in (found.parties, found.people, found.offices, found.places):
        assert all(a.last <= b.first for a, b in pairwise(kind))
        for m in kind:
            first, last = prose.words[m.first], prose.words[m.last - 1]
            assert first.start <= m.start < first.end
            assert m.end == last.end
            assert text[m.start : m.end].strip()
    assert sorted(m.start for p in people for m in p.mentions) == [m.start for m in found.people]


@pytest.mark.parametrize("name", ["shared/parties.tsv", "shared/organisations.tsv"])
def test_examples_of_the_lexicon_fire(name: str) -> None:
    rows = default_lexicon().rows(name)[::5]
    missed = [
        (row.place, text)
        for row in rows
        for text in row.list("yes")
        if row.text("code") not in {party.code for party in read(text).parties}
    ]
    assert len(missed) <= len(rows) // 50, missed


def test_examples_of_places_fire() -> None:
    rows = default_lexicon().rows("shared/places.tsv")[::5]
    missed = [
        (row.place, text)
        for row in rows
        for text in row.list("yes")
        if row.text("name") not in {place.name for place in read(text).places}
    ]
    assert missed == []
