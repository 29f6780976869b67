# ruff: noqa: E501  (a sentence stays on its line)
"""Instruments: marked texts. «[…]» marks words that the entry's name or evidence must hold; entries in text order."""

from __future__ import annotations

import re
from functools import cache

import pytest

from mahdar.language.sentences import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions import name_everything
from mahdar.model.document import Block, Document
from mahdar.model.entries import Instrument
from mahdar.model.reading import ArticleText
from mahdar.reading.context import Context
from mahdar.reading.instruments import read_instruments

PUBLISHED = "2019-03-05"


@cache
def read(text: str, kind: str = "news_report") -> tuple[Instrument, ...]:
    """Read the instruments of a text; its lines are blocks, a line that begins with # is the title."""
    document = Document.of(text, "test")
    blocks = [
        Block("title" if m.group().startswith("#") else "prose", m.start(), m.end())
        for m in re.finditer(r"[^\n]+", text)
    ]
    prose = parse_prose(text, blocks)
    mentions, _ = name_everything([prose], default_lexicon(), [PUBLISHED])
    context = Context(ArticleText(document, 0, kind, prose, mentions[0], PUBLISHED), default_lexicon())
    return read_instruments(context)


def plain(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the marks out of a text; return it and where the marked words stand."""
    spans, text = [], ""
    for part in re.split(r"(\[[^]]*\])", marked):
        words = part.strip("[]")
        if part.startswith("["):
            spans.append((len(text), len(text) + len(words)))
        text += words
    return text, spans


def holds(entry: Instrument, span: tuple[int, int]) -> bool:
    """Say whether the marked words are in one of the entry's evidences."""
    return any(e.start <= span[0] and span[1] <= e.end for e in entry.evidence)


SINGLE = [
    ("وقعت الأردن والعراق [اتفاقية للنقل البري] في 2 فبراير 2019.",
     {"kind": "agreement", "action": "signed", "parties": ("IRQ", "JOR"), "date": "2019-02-02", "subject": "للنقل البري"}),
    ("وقع وزيرا خارجية الكويت وكندا [مذكرة تفاهم بشأن حماية البيئة].",
     {"kind": "mou", "action": "signed", "parties": ("CAN", "KWT"), "subject": "حماية البيئة"}),
    ("تم التوقيع على [مذكرة تعاون بشأن الأرشيف] بين المغرب والأردن.",
     {"kind": "moc", "action": "signed", "parties": ("JOR", "MAR")}),
    ("وقعت اليابان وفيتنام [خطاب نوايا بشأن التعليم المهني].",
     {"kind": "letter_of_intent", "action": "signed", "parties": ("JPN", "VNM")}),
    ("تعتزم كينيا وأوغندا توقيع [اتفاقية للتجارة الحرة].",
     {"kind": "agreement", "action": "to_be_signed", "parties": ("KEN", "UGA")}),
    ("ستوقع تركيا والسودان [اتفاقية لتنظيم الصيد] الشهر المقبل.",
     {"kind": "agreement", "action": "to_be_signed", "parties": ("SDN", "TUR")}),
    ("سيتم التوقيع على [مذكرة تفاهم في مجال السياحة] بين الهند ونيبال.",
     {"kind": "mou", "action": "to_be_signed", "parties": ("IND", "NPL")}),
    ("التزم الجانبان الكيني والأوغندي بتوقيع [اتفاقية بشأن المياه].",
     {"kind": "agreement", "action": "to_be_signed", "parties": ("KEN", "UGA")}),
    ("بحث الوزيران إمكانية توقيع [اتفاقية للحجر الزراعي بين كينيا وأوغندا].",
     {"kind": "agreement", "action": "proposed", "parties": ("KEN", "UGA")}),
    ("يتفاوض البلدان على [اتفاقية لتسليم المطلوبين بين الجزائر وإيطاليا].",
     {"kind": "agreement", "action": "proposed", "parties": ("DZA", "ITA")}),
    ("تسعى الوساطة للتوصل إلى [اتفاق بين أذربيجان وأرمينيا] لوقف القتال.",
     {"kind": "agreement", "action": "proposed", "parties": ("ARM", "AZE")}),
    ("دخلت [اتفاقية التجارة الحرة بين مصر وتركيا] حيز التنفيذ في مارس 2007.",
     {"kind": "agreement", "parties": ("EGY", "TUR")}),
    ("أعلنت تونس وتركيا [تعديل اتفاقية التجارة] بين البلدين.",
     {"kind": "amendment", "action": "amended", "parties": ("TUN", "TUR")}),
    ("عدلت الهند واليابان [اتفاقية الطيران المدني].",
     {"kind": "amendment", "action": "amended", "parties": ("IND", "JPN")}),
    ("أصدر الجانبان الأردني والعراقي [بياناً مشتركاً] في ختام المباحثات.",
     {"kind": "joint_statement", "action": "announced", "parties": ("IRQ", "JOR")}),
    ("أصدرت الكويت وفرنسا [بياناً ختامياً] أمس.",
     {"kind": "joint_statement", "action": "announced", "parties": ("FRA", "KWT"), "date": "2019-03-04"}),
    ("جاء في [بيان لحكومتي الأردن والعراق].", {"kind": "joint_statement", "parties": ("IRQ", "JOR")}),
    ("أكد الوزير التزام بلاده [بإعلان القاهرة].", {"kind": "joint_statement", "action": "referenced", "parties": ()}),
    ("دعا الوزيران إلى تنفيذ [قرار مجلس الأمن رقم 1701].",
     {"kind": "resolution", "action": "referenced", "parties": ("UN",)}),
    ("تسوية وفق [القرار 2254] الخاص بسوريا.", {"kind": "resolution", "action": "referenced"}),
    ("أشاد الوزير [بتفاهم] توصلت إليه الأردن وسوريا بشأن المياه.",
     {"kind": "understanding", "action": "signed", "parties": ("JOR", "SYR")}),
    ("ناقش الجانبان تنفيذ [خطة العمل المشتركة بين الأردن وكندا].",
     {"kind": "plan", "action": "referenced", "parties": ("CAN", "JOR")}),
    ("تنسجم المشاريع مع [رؤية عمان 2040].", {"kind": "plan", "action": "referenced"}),
    ("أعلنت وزارة التعليم اليابانية عن [خطة لزيادة أعداد الطلاب] الوافدين.",
     {"kind": "plan", "action": "announced", "parties": ("JPN",)}),
    ("وقع وزيرا الثقافة في الكويت وإيطاليا [البرنامج التنفيذي للتعاون الثقافي].",
     {"kind": "programme", "action": "signed"}),
    ("توسطت سويسرا في [صفقة تبادل سجناء بين إيران وبلجيكا].",
     {"kind": "agreement", "action": "referenced", "parties": ("BEL", "IRN")}),
    ("اشترت الهند معدات عبر [صفقة بقيمة ثلاثة مليارات يورو مع شركة إيرباص].",
     {"kind": "contract", "parties": ("IND", "ORG:Airbus")}),
    ("وقعت مصر [عقداً بقيمة مليار يورو مع شركة سيمنز].",
     {"kind": "contract", "action": "signed"}),
    ("أصدر الرئيس الأمريكي [أمراً تنفيذياً بشأن العقوبات].", {"kind": "order", "action": "announced", "parties": ("USA",)}),
    ("وقعت مصر والسعودية أربع [اتفاقيات] في مجال الكهرباء.",
     {"kind": "agreement", "action": "signed", "parties": ("EGY", "SAU")}),
]  # fmt: skip

BACK = [
    "وقعت الأردن والعراق [اتفاقية للنقل البري]. وتنص [الاتفاقية] على تسهيل المرور.",
    "# توقيع [مذكرة تفاهم بشأن حماية البيئة] بين الكويت وكندا\nوقعت الكويت وكندا [مذكرة تفاهم بشأن حماية البيئة].",
    "وقعت الكويت وكندا [مذكرة تفاهم] بشأن البيئة. وتشمل [المذكرة] تبادل الخبرات.",
    "أبرمت إيران والعراق [اتفاقاً أمنياً]. وأشاد الوزير ببنود [الاتفاق].",
    "أصدر الجانبان الأردني والعراقي [بياناً مشتركاً]. وأكد [البيان] أهمية التعاون.",
    "تعتزم كينيا وأوغندا توقيع [اتفاقية لمصائد الأسماك]. وتنظم [اتفاقية مصائد الأسماك] عمل السفن.",
]

SEVERAL = [
    ("أعلنت الكويت وكندا توقيع [اتفاقية بشأن الطيران]، و[مذكرة تفاهم بشأن البيئة].", ["agreement", "mou"]),
    (
        "وقعت الأردن والعراق [اتفاقية للنقل البري]. وبحث الجانبان توقيع [اتفاقية للحجر الزراعي].",
        ["agreement", "agreement"],
    ),
    ("أشار الوزير إلى [قرار مجلس الأمن رقم 1701] و[القرار 2254].", ["resolution", "resolution"]),
    (
        "وقعت الهند [اتفاقية بقيمة مليون يورو مع شركة إيرباص] و[صفقة بقيمة ثلاثة مليارات يورو مع شركة بوينغ].",
        ["contract", "contract"],
    ),
]

NONE = [
    "شدد الوزير على احترام الاتفاقيات الدولية.",
    "تم الاتفاق على مواصلة التشاور بين مصر والسودان.",
    "اتفاق الجانبين المصري والسوداني على تشكيل لجنة.",
    "خلال العقد الماضي نمت التجارة.",
    "عقد الجانبان اجتماعاً في عمان.",
    "البرنامج النووي الإيراني مثير للقلق.",
    "قدم الوزير برنامجاً تلفزيونياً.",
    "خطة المدرب للمباراة مع المنتخب الكويتي.",
    "قرار المحكمة الدستورية في الأردن.",
    "قالت الوزارة في بيان إن الوضع مستقر.",
    "شراكة استراتيجية بين الهند واليابان.",
    "المصالح الاستراتيجية المشتركة بين مصر واليونان.",
    "ساد التفاهم بين الجانبين المصري واليوناني.",
    "سوء تفاهم بين الوزيرين.",
    "إعلان الحرب على الجوع.",
    "أعلنت فرنسا إعلان نتائج الانتخابات.",
    "تعديل الدستور في تونس.",
    "صفقة انتقال اللاعب إلى النادي.",
    "مذكرة توقيف بحق المتهم.",
    "باتفاق مع الحكومة اليابانية أجل الموعد.",
]  # fmt: skip


@pytest.mark.parametrize(("marked", "fields"), SINGLE, ids=[m[:40] for m, _ in SINGLE])
def test_an_instrument_is_read_with_what_is_done_with_it(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    found = read(text)
    assert len(found) == 1
    assert holds(found[0], spans[0])
    assert {name: getattr(found[0], name) for name in fields} == fields


@pytest.mark.parametrize("marked", BACK, ids=[m[:40] for m in BACK])
def test_a_definite_noun_takes_up_the_instrument_named_before(marked: str) -> None:
    text, spans = plain(marked)
    found = read(text)
    assert len(found) == 1
    assert all(holds(found[0], span) for span in spans)


@pytest.mark.parametrize(("marked", "kinds"), SEVERAL, ids=[m[:40] for m, _ in SEVERAL])
def test_two_instruments_stay_two(marked: str, kinds: list[str]) -> None:
    text, spans = plain(marked)
    found = read(text)
    assert [i.kind for i in found] == kinds
    assert all(holds(i, span) for i, span in zip(found, spans, strict=True))


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_instrument_is_made_up(text: str) -> None:
    assert read(text) == ()


def test_the_strongest_action_stays() -> None:
    (found,) = read(
        "تعتزم كينيا وأوغندا توقيع اتفاقية للتجارة الحرة. ووقعت كينيا وأوغندا اتفاقية للتجارة الحرة في نيروبي."
    )
    assert found.action == "signed"


def test_a_statement_that_is_the_document_is_announced() -> None:
    (found,) = read("# البيان المشترك للحوار الاستراتيجي الكويتي الفرنسي\nنص البيان:", "joint_statement")
    assert (found.kind, found.action) == ("joint_statement", "announced")


def test_a_relative_clause_behind_the_name_tells_what_is_done() -> None:
    (found,) = read(
        "إن الاتفاقية الجديدة بين كينيا وأوغندا بشأن المياه، والتي كشف عنها أمس، سارية منذ الشهر الماضي."
    )
    assert (found.action, found.parties) == ("in_force", ("KEN", "UGA"))


@pytest.mark.parametrize(
    ("head", "text"),
    [(r.text("id"), y) for r in default_lexicon().rows("ar/instruments.toml", "head") for y in r.list("yes")],
)
def test_each_example_of_the_lexicon_fires(head: str, text: str) -> None:
    assert read(text), head


@pytest.mark.parametrize(
    ("head", "text"),
    [(r.text("id"), n) for r in default_lexicon().rows("ar/instruments.toml", "head") for n in r.list("no")],
)
def test_no_counterexample_of_the_lexicon_fires(head: str, text: str) -> None:
    assert not read(text), head


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (r.text("action"), y)
        for r in default_lexicon().rows("ar/instruments.toml", "rung")
        for y in r.list("yes")
    ],
)
def test_each_example_of_a_rung_gives_its_action(action: str, text: str) -> None:
    (found,) = read(text)
    assert found.action in MEANT.get(action, {action})


MEANT = {
    "signing": {"signed"},
    "reached": {"signed", "proposed"},
    "yielded": {"signed"},
    "exchanged": {"signed"},
    "agreed": {"announced"},
    "ratified": {"signed"},
    "ended": {"referenced"},
    "discussed": {"proposed"},
}
"""Rungs whose action is told by what stands around them."""
