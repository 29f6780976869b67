"""Amounts as entries: what they are for, who gives, who receives."""

from __future__ import annotations

import re

import pytest

from mahdar.language import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions.amounts import find_amounts
from mahdar.mentions.dates import find_dates
from mahdar.model.document import Block, Document
from mahdar.model.entries import Amount
from mahdar.model.mentions import Mentions, PartyMention
from mahdar.model.reading import ArticleText
from mahdar.reading.amounts import read_amounts
from mahdar.reading.dates import read_dates

_PARTY = re.compile(r"\{([^}=]+)=([^}]+)\}")
_LEXICON = default_lexicon()


def _article(marked: str) -> ArticleText:
    """Make an article of a sentence whose parties are marked `{words=CODE}`."""
    text, spans, shift = _PARTY.sub(r"\1", marked), [], 0
    for m in _PARTY.finditer(marked):
        start = m.start() - shift
        spans.append((start, start + len(m[1]), m[2]))
        shift += len(m[0]) - len(m[1])
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    parties = []
    for start, end, code in spans:
        inside = [i for i, w in enumerate(prose.words) if w.end > start and w.start < end]
        parties.append(PartyMention(start, end, inside[0], inside[-1] + 1, code, "name"))
    mentions = Mentions(
        parties=tuple(parties), dates=find_dates(prose, _LEXICON), amounts=find_amounts(prose, _LEXICON)
    )
    return ArticleText(Document.of(text, "a.txt"), 0, "news_report", prose, mentions)


def _read(marked: str) -> tuple[Amount, ...]:
    return read_amounts(_article(marked), _LEXICON)


@pytest.mark.parametrize(
    ("sentence", "giver", "receiver"),
    [
        ("قدمت {اليابان=JPN} 40 مليون دولار ل{لأردن=JOR}", "JPN", "JOR"),
        ("استضافة {اليابان=JPN} مؤتمر إعمار {السودان=SDN} وتعهدها فيه بتقديم 40 مليون دولار", "JPN", None),
        ("قدمت {اليابان=JPN} ل{لأردن=JOR} 40 مليون دولار", "JPN", "JOR"),
        ("أعربت الوكالة عن تقديرها لتعهد {ألمانيا=DEU} بتقديم 70 مليون يورو", "DEU", None),
        ("تعهد {ألمانيا=DEU} بتقديم 70 مليون يورو إلى {الصومال=SOM}", "DEU", "SOM"),
        ("تلقت {الأردن=JOR} 40 مليون دولار من {اليابان=JPN}", "JPN", "JOR"),
        ("منحت {كوريا=KOR} {لبنان=LBN} 5 ملايين دولار", "KOR", "LBN"),
        ("وقع {بنك التنمية=ORG:Bank} اتفاقية قرض مع {كينيا=KEN} بقيمة 9 ملايين دولار", "ORG:Bank", "KEN"),
        ("وقعت {كينيا=KEN} {وصندوق أوبك=ORG:Fund} اتفاقية قرض بقيمة 9 ملايين دولار", "ORG:Fund", "KEN"),
        ("تقدم {النرويج=NOR} منحة بقيمة 9 ملايين دولار في {كينيا=KEN}", "NOR", None),
        ("بلغت استثمارات {الهند=IND} في {كينيا=KEN} 9 ملايين دولار", "IND", "KEN"),
        ("اشترت {بولندا=POL} دبابات من {كوريا=KOR} بقيمة 9 ملايين دولار", "POL", "KOR"),
        ("تبرعت {الصين=CHN} بمبلغ 3 ملايين دولار لصالح {نيبال=NPL}", "CHN", "NPL"),
        (
            "رحب باستحواذ {مصر=EGY} على سفن، منها صفقة بقيمة 2 مليار يورو مع شركة {ليوناردو=ORG:Leonardo}",
            "EGY",
            "ORG:Leonardo",
        ),
        ("بلغ حجم التجارة بين {مصر=EGY} و{الأردن=JOR} 900 مليون دولار", None, None),
        ("بلغت التكلفة 3 ملايين دولار", None, None),
        ("باعت {فرنسا=FRA} طائرات ل{لهند=IND} بقيمة 5 مليارات يورو", "IND", "FRA"),
    ],
)
def test_says_who_gives_and_who_receives(sentence: str, giver: str | None, receiver: str | None) -> None:
    (amount,) = _read(sentence)
    assert (amount.giver, amount.receiver) == (giver, receiver)


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("خصصت الحكومة 40 مليون دولار لبناء مدارس، وفق البيان", "لبناء مدارس"),
        ("قدمت 40 مليون دولار في شكل مساعدات غذائية", "في شكل مساعدات غذائية"),
        ("وقعا صفقة بقيمة 3 مليارات دولار.", "وقعا صفقة"),
        ("40 مليون دولار", None),
        ("قال الوزير إن إجمالي قيمة الصادرات بلغ 7 مليارات دولار", "إجمالي قيمة الصادرات"),
        (
            "تنفق بولندا نحو 7 مليارات دولار سنوياً على الطرق",
            "تنفق بولندا نحو 7 مليارات دولار سنوياً على الطرق",
        ),
        ("أكد الوزير أن 12 مدنياً قتلوا في الهجوم", "12 مدنياً قتلوا في الهجوم"),
    ],
)
def test_cuts_out_what_the_sum_is_for(sentence: str, about: str | None) -> None:
    assert [a.about for a in _read(sentence)] == [about]


def test_evidence_is_the_amount_itself() -> None:
    (amount,) = _read("تم إطلاق سراح أكثر من 30 رهينة في المدينة")
    assert amount.evidence[0].quote == "أكثر من 30 رهينة"
    assert (amount.value, amount.unit) == (30, "hostages")


def test_names_the_rule_that_made_it() -> None:
    (amount,) = _read("قدمت {اليابان=JPN} 40 مليون دولار")
    assert amount.reader == "amount.money ar.amount.gives"


def test_dates_become_entries_with_their_words_as_evidence() -> None:
    entries = read_dates(_article("اجتمعا في 5 مايو 2019 ثم في الشهر الماضي"))
    assert [(e.evidence[0].quote, e.value, e.precision) for e in entries] == [
        ("5 مايو 2019", "2019-05-05", "day"),
        ("الشهر الماضي", "2019-04", "month"),
    ]
