"""Amounts in running text, as marked sentences: `[words=value unit]`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions.amounts import find_amounts
from mahdar.mentions.dates import find_dates
from mahdar.model.document import Block
from mahdar.model.mentions import AmountMention

_MARK = re.compile(r"\[([^\]=]+)=[^\]]+\]")
_LEXICON = default_lexicon()

MONEY = """
ارتفعت الإيرادات 5% إلى [13.1 مليار دولار=13100000000 USD]
بلغ الدعم [8ر15 مليون دولار=15800000 USD] سنويا
بمبلغ ([5) ملايين دولار=5000000 USD] سنويا
تعهدت النرويج بتقديم [100 مليون دولار=100000000 USD] للسودان
بلغت الصادرات [1 مليار دولار=1000000000 USD]
صفقة بقيمة [ملياري دولار=2000000000 USD] مع الشركة
صفقة بقيمة [مليار دولار=1000000000 USD] مع الشركة
منحة قدرها [مليونا دولار=2000000 USD] للمستشفى
منحة قدرها [مليوني يورو=2000000 EUR] للمستشفى
بلغ الدعم [ثلاثة ملايين دولار=3000000 USD]
بلغ الدعم [خمسمئة ألف دولار=500000 USD]
بلغ الدعم [مئتا مليون دولار=200000000 USD]
بلغ الدعم [مائتي مليون دولار=200000000 USD]
بلغ الدعم [أحد عشر مليون دولار=11000000 USD]
بلغ الدعم [خمسة وعشرين مليون يورو=25000000 EUR]
بلغ الدعم [مئة وخمسين مليون يورو=150000000 EUR]
بلغ الدعم [مليارا ونصف المليار دولار=1500000000 USD]
بلغ الدعم [مليار ونصف مليار دولار=1500000000 USD]
بلغ الدعم [مليونا وربع المليون دولار=1250000 USD]
بلغ الدعم [نصف مليار دولار=500000000 USD]
بلغ الدعم [ربع مليون دولار=250000 USD]
بلغ الدعم [3 مليارات و200 مليون دولار=3200000000 USD]
بلغ الدعم [1,5 مليار دولار=1500000000 USD]
قرض قدره ([412،5) مليون دولار=412500000 USD] لبناء الميناء
تعهدت بتقديم [90 مليون يورو=90000000 EUR] صرف منها حتى الآن [35 مليونا=35000000 EUR] للمياه
صندوق قدره [ثلاثون مليون دولار=30000000 USD] يسهم فيه كل بلد ب[عشرة ملايين=10000000 USD] لكل سنة
خصص [90 مليون يورو=90000000 EUR] لمنطقة يقطنها 35 مليون نسمة
بلغ الدعم [1.5 مليار دولار=1500000000 USD]
بلغ الدعم [١٢٫٥ مليون دولار=12500000 USD]
بلغ الدعم [١٢٬٥٠٠ دولار=12500 USD]
بلغ الدعم [1.500.000 دولار=1500000 USD]
بلغ الدعم [1,500,000 دولار=1500000 USD]
بلغ الدعم [1 500 000 دولار=1500000 USD]
بلغ الدعم [12,750 دولارا=12750 USD]
بلغ الدعم [2.250 مليار دولار=2250000000 USD]
بلغ الدعم [100 ألف مليون دولار=100000000000 USD]
بلغ الدعم [70 تريليون ين=70000000000000 JPY]
بلغ الدعم بين [3 و5 مليارات دولار=5000000000 USD]
بلغ الدعم من [3 إلى 5 مليارات دولار=5000000000 USD]
بلغ الدعم [3-5 ملايين يورو=5000000 EUR]
بلغ الدعم بين [ثلاثة وخمسة ملايين دولار=5000000 USD]
بلغ الدعم نحو [40 مليون دولار أمريكي=40000000 USD]
ارتفعت المبادلات إلى [20 مليار أورو=20000000000 EUR]
بلغ الدعم أكثر من [40 مليون دولار=40000000 USD]
بلغ الدعم [75 مليون ريال قطري=75000000 QAR]
بلغ الدعم [75 مليون ريال سعودي=75000000 SAR]
بلغ الدعم [12 مليون دينار كويتي=12000000 KWD]
بلغ الدعم [9 ملايين درهم إماراتي=9000000 AED]
بلغ الدعم [6 ملايين جنيه إسترليني=6000000 GBP]
بلغ الدعم [6 ملايين جنيه مصري=6000000 EGP]
بلغ الدعم [80 مليون فرنك سويسري=80000000 CHF]
بلغ الدعم [$5 ملايين=5000000 USD] أمس
بلغ الدعم [€250=250 EUR] للفرد
ارتفع من [مليار دولار=1000000000 USD] في 2014 إلى [3 مليارات دولار=3000000000 USD]
بلغ الدعم [USD 5 ملايين=5000000 USD]
بلغ الدعم [5 ملايين USD=5000000 USD]
قدمت الكويت [10 ملايين دينار=10000000 KWD] لليمن
رصدت قطر [10 ملايين ريال=10000000 QAR] للمشروع
قرض ب[200 مليون دولار=200000000 USD] وآخر ب[150 مليون يورو=150000000 EUR]
"""

COUNTS = """
أعلن عن اعتقال [590 من عناصر=590 fighters] الجماعة
نزحت [15 ألف عائلة=15000 families] من الأهوار
أصدر الرئيس عفوا عن [44 سودانيا=44 nationals]
أدت الغارة إلى مقتل [تسعة متطرفين=9 fighters]
تم إجلاء [ألفا شخص=2000 people] من المدينة
أطلقت السلطات سراح [خمسة نرويجيين=5 nationals] في أغسطس
تم الإفراج عن [صحفيين اثنين=2 journalists] في نيروبي
أسفر الحادث عن مقتل [جندي واحد=1 soldiers]
يكتمل خلال [عشرة أيام عمل=10 working days]
أطلقت الحركة سراح [أكثر من 100 رهينة=100 hostages]
أسفرت الوساطة عن لم شمل [19 طفلا=19 children] مع ذويهم
تم الإفراج عن [رهينتين بولنديتين=2 hostages] أمس
من بين المفرج عنهم [مواطنان نرويجيان=2 citizens]
أدى الهجوم إلى مقتل [17 مدنيا=17 civilians]
أدى الهجوم إلى مقتل [ما لا يقل عن 17 مدنيا=17 civilians]
أجلت الطائرات [260 شخصا=260 people] من المدينة
تسلمت الأسر [ستة جثامين=6 bodies]
وقع الجانبان [خمس اتفاقيات=5 agreements] في الرباط
وقع الجانبان [12 مذكرة تفاهم=12 memoranda]
وقع الجانبان [مذكرتي تفاهم=2 memoranda]
شمل التبادل [45 سجينا=45 prisoners] من كل جانب
استقبل الأردن [900 لاجئ=900 refugees]
تضمنت الصفقة شراء [24 مقاتلة=24 aircraft]
قدمت الصين [مليون جرعة=1000000 doses] من اللقاح
أعيد توطين [ثلاثة آلاف شخص=3000 people] في كندا
سلمت المدينة [تسعة سجناء=9 prisoners]، وما زال البقية محتجزين
يستفيد [2500 تلميذ=2500 students] من المنحة
كان على متنها [25 بحارا=25 sailors] تم إنقاذهم جميعا
أعلن أن [11 مدنيا=11 civilians] جرى إجلاؤهم
أفرجت الجبهة عن [سبعة منهم=7 people] أمس
أصيب [40 آخرون=40 people] في الانفجار
طالب بالإفراج عن [البحارة الستة=6 sailors] فورا
وقع الوزيران [الاتفاقيات الأربع=4 agreements]
الحكومة تعفو عن [60 شخصا=60 people]
دربت البعثة [600 جندي=600 soldiers] هذا العام
وقعت الشركة مع نظيرتها [عقدين=2 contracts] لتوريد الغاز
"""

NEGATIVE = """
قتل مدنيون من عائلة واحدة
أهمية مذكرتي التعاون بين البلدين
خلال حكمه (1996) اتفاقية أمنية
في وثيقة واحدة
بلغ عمره 45 عاما
الدورة الثالثة للجنة
زار البلاد 300 ألف سائح
شارك 75 خبيرا في الندوة
نمو قدره 3 في المئة
ارتفع بنسبة 5.2%
القرار 2254 الصادر عام 2015
منذ 5 أشهر
ملايين الدولارات أنفقت
آلاف المواطنين خرجوا
ست رهائن لم يتم الإفراج عنهم
دبلوماسية الرهائن تقودها النرويج
أحد المواطنين قال ذلك
على بعد 30 كيلومترا
خلال ثلاثة عقود من العلاقات
حركة طالبان أعلنت الهدنة
الساعة 10 صباحا
رقم 7 في القائمة
يعمل 80 عاملا في المصنع
شارك في اللقاء 150 شخصا
رسم 90 طفلا لوحة السلام
عمالة الأطفال ظاهرة خطيرة
أكد الطرفان عمق العلاقات
10 ملايين ريال
مرت خمسة عقود على إقامة العلاقات وتوقيع الاتفاقية
تم توقيعه قبل ثلاثة عقود
بعد سنوات الاتفاق العشر
"""


def _found(text: str) -> tuple[AmountMention, ...]:
    return find_amounts(parse_prose(text, [Block("prose", 0, len(text))]), _LEXICON)


def _marked(text: str, mentions: tuple[AmountMention, ...]) -> str:
    for m in reversed(mentions):
        text = f"{text[: m.start]}[{text[m.start : m.end]}={m.value:.15g} {m.unit}]{text[m.end :]}"
    return text


def _lines(block: str) -> list[str]:
    return [line for line in block.strip().split("\n") if line]


@pytest.mark.parametrize("sentence", _lines(MONEY))
def test_reads_money(sentence: str) -> None:
    text = _MARK.sub(r"\1", sentence)
    assert _marked(text, _found(text)) == sentence
    assert {m.kind for m in _found(text)} == {"money"}


@pytest.mark.parametrize("sentence", _lines(COUNTS))
def test_counts_people_and_deals(sentence: str) -> None:
    text = _MARK.sub(r"\1", sentence)
    assert _marked(text, _found(text)) == sentence
    assert {m.kind for m in _found(text)} == {"count"}


@pytest.mark.parametrize("sentence", _lines(NEGATIVE))
def test_leaves_alone_what_is_no_amount(sentence: str) -> None:
    assert _marked(sentence, _found(sentence)) == sentence


# fmt: off
_WORDS = (
    "5", "مليون", "ملايين", "ونصف", "المليار", "دولار", "ريال", "رهينتين", "إطلاق",
    "سراح", "بين", "و", "و3", "إلى", "-", "$",
    "€", "٪", "1,5", "1.500", "٣", "ألف", "مئة", "وخمسة", "من",
    "الجنود", "ـ", ".", "،", "USD", "أكثر", "\n",
)
# fmt: on


_ROWS = [row for row in _LEXICON.rows("shared/units.tsv") if row.text("kind") != "currency_open"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(r.text("code"), s) for r in _ROWS if r.text("counts") != "never" for s in r.list("yes")],
)
def test_each_unit_counts_in_its_examples(code: str, sentence: str) -> None:
    assert code in {m.unit for m in _found(sentence)}


@pytest.mark.parametrize(("code", "sentence"), [(r.text("code"), s) for r in _ROWS for s in r.list("no")])
def test_no_unit_counts_in_its_counterexamples(code: str, sentence: str) -> None:
    assert code not in {m.unit for m in _found(sentence)}


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)))
def test_any_text_keeps_mentions_inside_in_order_and_apart(text: str) -> None:
    mentions = _found(text)
    ends = [0, *(m.end for m in mentions)]
    assert all(0 <= end <= m.start < m.end <= len(text) for end, m in zip(ends, mentions, strict=False))
    assert all(m.first < m.last and m.value >= 0 for m in mentions)


def test_a_year_counts_nothing() -> None:
    text = "انسحبت كندا في عام 2018 من الاتفاقيات، وأبرمت في مايو 2019 اتفاقية أخرى."
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    assert find_amounts(prose, _LEXICON, find_dates(prose, _LEXICON)) == ()
    assert find_amounts(prose, _LEXICON) != ()


def test_what_stands_behind_a_year_is_counted() -> None:
    text = "وقع البلدان في مارس 2017 اتفاقيتين."
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    assert [a.value for a in find_amounts(prose, _LEXICON, find_dates(prose, _LEXICON))] == [2]
