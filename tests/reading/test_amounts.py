# ruff: noqa: E501  (a sentence stays on its line)
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
        ("استضافة {اليابان=JPN} مؤتمر إعمار {السودان=SDN} وتعهدها فيه بتقديم 40 مليون دولار", "JPN", "SDN"),
        ("قدمت {اليابان=JPN} ل{لأردن=JOR} 40 مليون دولار", "JPN", "JOR"),
        ("{اليابان=JPN} تهب {تونس=TUN} 3 ملايين دولار", "JPN", "TUN"),
        ("وتمنح {كندا=CAN} حاليا {كينيا=KEN} حوالي ثلاثة مليارات دولار سنويا", "CAN", "KEN"),
        ("مساهمة {كندا=CAN} بمبلغ 40 مليون دولار في جهود {منظمة الصحة=WHO}", "CAN", "WHO"),
        (
            "شكر {كندا=CAN} على دعمها لجهود {منظمة الصحة=WHO} وعلى تعهدها بملياري دولار لإعادة إعمار {تشاد=TCD}",
            "CAN",
            "TCD",
        ),
        (
            "أعلنت {كندا=CAN} خطة جديدة مع شركة {فايزر=ORG:Pfizer}، ورصدت 5 ملايين دولار لبعثة {الأمم المتحدة=UN}",
            "CAN",
            "UN",
        ),
        ("حصلت {كينيا=KEN} على قرض قيمته 3 مليارات دولار من {صندوق النقد=IMF}", "IMF", "KEN"),
        ("ستستثمر {الصين=CHN} ما بين 5 و7 مليارات دولار في {كينيا=KEN} على مدى خمس سنوات", "CHN", "KEN"),
        ("وفيما يتعلق ب{كينيا=KEN}، تعهدت {الهند=IND} بتقديم 9 ملايين دولار", "IND", "KEN"),
        ("بلغت صادرات {كينيا=KEN} إلى {الهند=IND} 30 مليون دولار", None, None),
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
        (
            "ستقدم {النرويج=NOR} منحة بقيمة 9 ملايين دولار عبر {منظمة الصحة=WHO} لدعم {نيبال=NPL}",
            "NOR",
            "NPL",
        ),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "أعلنت {كندا=CAN} منحة بقيمة 7 ملايين دولار (6 ملايين يورو) إلى {تشاد=TCD}",
        "أعلنت {كندا=CAN} منحة إلى {تشاد=TCD} بقيمة 7 ملايين دولار، أي ما يعادل 6 ملايين يورو",
    ],
)
def test_a_sum_in_two_moneys_has_the_same_sides_and_matter(sentence: str) -> None:
    first, second = _read(sentence)
    assert (first.giver, first.receiver) == (second.giver, second.receiver) == ("CAN", "TCD")
    assert first.about == second.about


def test_a_part_has_the_sides_of_the_whole() -> None:
    _, part = _read("قدمت {اليابان=JPN} 9 ملايين دولار إلى {الأردن=JOR}، منها 3 ملايين دولار منحا")
    assert (part.giver, part.receiver) == ("JPN", "JOR")


def test_a_sum_in_brackets_is_about_what_stands_before() -> None:
    (found,) = _read("أقر البنك تمويل مشروعات جديدة بنحو (76) مليون دولار")
    assert found.about is not None
    assert "مشروعات جديدة" in found.about


def test_nobody_gives_people() -> None:
    (found,) = _read("قدمت {كندا=CAN} المساعدة إلى 80 لاجئا")
    assert (found.giver, found.receiver) == (None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "نقلت وكالة الأنباء عن مصادر أن تسع طائرات شاركت في القصف",
        "نقلت وكالة الأنباء عن ثلاثة مواطنين قولهم إن المدينة هادئة",
    ],
)
def test_what_is_neither_given_nor_moved_is_no_amount(sentence: str) -> None:
    assert _read(sentence) == ()
