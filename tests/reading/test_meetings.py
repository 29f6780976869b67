# ruff: noqa: E501  (a sentence stays on its line)
"""Meetings: marked texts. «[…]» marks the words that an entry's evidence must hold; entries in text order."""

from __future__ import annotations

import re
from functools import cache

import pytest

from mahdar.language.sentences import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions import name_everything
from mahdar.model.document import Block, Document
from mahdar.model.entries import Meeting
from mahdar.model.reading import ArticleText
from mahdar.reading.context import Context
from mahdar.reading.meetings import read_meetings

PUBLISHED = "2019-03-05"


@cache
def read(text: str, kind: str = "news_report") -> tuple[Meeting, ...]:
    """Read the meetings of a text; its lines are blocks, a line that begins with # is the title."""
    document = Document.of(text, "test")
    blocks = [
        Block("title" if m.group().startswith("#") else "prose", m.start(), m.end())
        for m in re.finditer(r"[^\n]+", text)
    ]
    prose = parse_prose(text, blocks)
    mentions, _ = name_everything([prose], default_lexicon(), [PUBLISHED])
    return read_meetings(
        Context(ArticleText(document, 0, kind, prose, mentions[0], PUBLISHED), default_lexicon())
    )


def plain(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the marks out of a text; return it and where the marked words stand."""
    spans, text = [], ""
    for part in re.split(r"(\[[^]]*\])", marked):
        words = part.strip("[]")
        if part.startswith("["):
            spans.append((len(text), len(text) + len(words)))
        text += words
    return text, spans


def holds(meeting: Meeting, span: tuple[int, int]) -> bool:
    """Say whether the marked words are in one of the entry's evidences."""
    return any(e.start <= span[0] and span[1] <= e.end for e in meeting.evidence)


SINGLE = [
    # text with one occasion, and what is said of it
    (
        "عقدت الكويت وفرنسا [الحوار الاستراتيجي الثالث] في باريس في 4 مارس 2019.",
        {
            "kind": "strategic_dialogue",
            "parties": ("FRA", "KWT"),
            "edition": 3,
            "place": "Paris",
            "date": "2019-03-04",
            "status": "held",
        },
    ),
    (
        "اختتمت في لندن أعمال [الجولة الثانية من الحوار الاستراتيجي] العراقي البريطاني.",
        {"kind": "strategic_dialogue", "parties": ("GBR", "IRQ"), "edition": 2, "place": "London"},
    ),
    (
        "تستضيف مسقط [الحوار الاستراتيجي الرابع] بين سلطنة عمان واليابان الشهر المقبل.",
        {
            "kind": "strategic_dialogue",
            "parties": ("JPN", "OMN"),
            "edition": 4,
            "place": "Muscat",
            "status": "planned",
        },
    ),
    (
        "عقدت الكويت وإيطاليا [الحوار الاستراتيجي الافتتاحي] في روما.",
        {"kind": "strategic_dialogue", "edition": 1, "place": "Rome"},
    ),
    (
        "يتطلع الجانبان الكويتي والكندي إلى [الحوار الاستراتيجي المقبل] المقرر عقده في أوتاوا.",
        {"kind": "strategic_dialogue", "status": "planned", "place": "Ottawa"},
    ),
    (
        "انطلقت في عمان [الدورة الرابعة للجنة الأردنية المغربية المشتركة].",
        {"kind": "meeting", "edition": 4, "parties": ("JOR", "MAR"), "place": "Amman"},
    ),
    (
        "عقدت [الدورة الثانية عشرة للجنة] المشتركة بين الجزائر وتونس في الجزائر العاصمة.",
        {"kind": "meeting", "edition": 12, "parties": ("DZA", "TUN")},
    ),
    (
        "اتفق الجانبان المصري والسوداني على عقد [الدورة الخامسة] للجنة العليا المشتركة في الخرطوم.",
        {
            "kind": "meeting",
            "edition": 5,
            "status": "planned",
            "place": "Khartoum",
            "parties": ("EGY", "SDN"),
        },
    ),
    (
        "[التقى وزير الخارجية الأردني نظيره الكندي] اليوم في أوتاوا.",
        {
            "kind": "meeting",
            "parties": ("CAN", "JOR"),
            "date": "2019-03-05",
            "place": "Ottawa",
            "status": "held",
        },
    ),
    (
        "[اجتمع الرئيس الكيني مع رئيس الوزراء الإثيوبي] في نيروبي أمس.",
        {"kind": "meeting", "parties": ("ETH", "KEN"), "date": "2019-03-04", "place": "Nairobi"},
    ),
    (
        "[استقبل أمير الكويت الرئيس الباكستاني] في قصر بيان.",
        {"kind": "meeting", "parties": ("KWT", "PAK"), "status": "held"},
    ),
    (
        "[سيلتقي وزير الخارجية التركي نظيره الروسي] في سوتشي غدا.",
        {"kind": "meeting", "parties": ("RUS", "TUR"), "status": "planned", "date": "2019-03-06"},
    ),
    (
        "بحث وزير الدفاع المغربي خلال [لقاء مع نظيره الإسباني] في مدريد التعاون العسكري.",
        {"kind": "meeting", "parties": ("ESP", "MAR"), "place": "Madrid"},
    ),
    (
        "عقد الجانبان الأردني والعراقي [مباحثات] في عمان في 2 فبراير 2019.",
        {"kind": "meeting", "parties": ("IRQ", "JOR"), "place": "Amman", "date": "2019-02-02"},
    ),
    (
        "استضافت جنيف [الجولة الثالثة من المحادثات] بين الهند وباكستان.",
        {"kind": "meeting", "edition": 3, "parties": ("IND", "PAK"), "place": "Geneva"},
    ),
    (
        "بدأ الرئيس الإندونيسي [زيارة رسمية إلى أنقرة] تستمر يومين.",
        {"kind": "visit", "parties": ("IDN", "TUR"), "place": "Ankara", "status": "held"},
    ),
    (
        "[سيزور المستشار الألماني أنقرة] الشهر المقبل.",
        {
            "kind": "visit",
            "parties": ("DEU", "TUR"),
            "place": "Ankara",
            "status": "planned",
            "date": "2019-04",
        },
    ),
    (
        "[زار وزير الخارجية الهندي كابل] في يناير 2018.",
        {"kind": "visit", "parties": ("AFG", "IND"), "place": "Kabul", "date": "2018-01"},
    ),
    (
        "وصل الرئيس التشادي إلى الخرطوم في [زيارة] رسمية.",
        {"kind": "visit", "parties": ("SDN", "TCD"), "place": "Khartoum"},
    ),
    (
        "جاء ذلك خلال [زيارة وزير التجارة الياباني إلى فيتنام] في مايو 2017.",
        {"kind": "visit", "parties": ("JPN", "VNM"), "place": "Vietnam", "date": "2017-05"},
    ),
    (
        "قام وزير النقل الجزائري [بزيارة إلى تونس] الأسبوع الماضي.",
        {"kind": "visit", "parties": ("DZA", "TUN"), "place": "Tunisia"},
    ),
    (
        "عقدت في بغداد [القمة الثلاثية] بين العراق ومصر والأردن.",
        {"kind": "summit", "parties": ("EGY", "IRQ", "JOR"), "place": "Baghdad"},
    ),
    (
        "أشار إلى نتائج [قمة هلسنكي] التي انعقدت عام 2018.",
        {"kind": "summit", "parties": (), "place": "Helsinki", "date": "2018"},
    ),
    (
        "تلقى وزير الخارجية الكويتي [اتصالاً هاتفياً] من نظيره البريطاني.",
        {"kind": "call", "parties": ("GBR", "KWT"), "status": "held"},
    ),
    (
        "[هاتف الرئيس التركي نظيره الأوكراني] أمس.",
        {"kind": "call", "parties": ("TUR", "UKR"), "date": "2019-03-04"},
    ),
    (
        "أجرى رئيس الوزراء الماليزي [مكالمة هاتفية] مع الرئيس الإندونيسي.",
        {"kind": "call", "parties": ("IDN", "MYS")},
    ),
    (
        "عقد [فريق العمل المشترك] المصري السوداني اجتماعه الأول في القاهرة في 3 مارس 2019.",
        {"kind": "working_group", "parties": ("EGY", "SDN"), "place": "Cairo", "date": "2019-03-03"},
    ),
    (
        "شهدت القاهرة [اجتماعاً ثلاثياً] بين مصر والأردن والعراق.",
        {"kind": "meeting", "parties": ("EGY", "IRQ", "JOR"), "place": "Cairo"},
    ),
    (
        "وستعقد اللجنة العمانية الإيرانية المشتركة [اجتماعاً] في طهران في نوفمبر المقبل.",
        {
            "kind": "meeting",
            "parties": ("IRN", "OMN"),
            "status": "planned",
            "place": "Tehran",
            "date": "2019-11",
        },
    ),
    (
        "في مايو 2016، عقدت في أثينا [الجولة الأولى من الحوار الاستراتيجي] المصري اليوناني.",
        {
            "kind": "strategic_dialogue",
            "edition": 1,
            "date": "2016-05",
            "place": "Athens",
            "parties": ("EGY", "GRC"),
        },
    ),
]

BACK = [
    # one occasion, taken up again
    "عقدت الكويت وفرنسا [الحوار الاستراتيجي الثالث] في باريس. وفي ختام [الحوار] شكر الوزيران الحضور.",
    "[التقى وزير الخارجية الأردني نظيره الكندي] في أوتاوا. وجرى خلال [اللقاء] بحث العلاقات.",
    "# الوزير الأردني يلتقي نظيره الكندي\n[التقى وزير الخارجية الأردني] اليوم في أوتاوا نظيره الكندي.",
    "أجرى الوزير الكويتي [اتصالاً هاتفياً] بنظيره الهندي. وتناول [الاتصال] أمن الملاحة.",
    "بدأ الرئيس السنغالي [زيارة] رسمية إلى الرباط. وتأتي هذه [الزيارة] تلبية لدعوة رسمية.",
    "عقد الجانبان الأردني والعراقي [اجتماعاً] في عمان. وناقش [الاجتماع] الربط الكهربائي.",
    "عقدت الكويت وإيطاليا [الحوار الاستراتيجي الثاني] في روما. وأشاد الوزيران بنتائج هذا [الحوار].",
]

SEVERAL = [
    (
        "عقدت الكويت وفرنسا [الحوار الاستراتيجي الثالث] في باريس. ويتطلع الجانبان إلى [الحوار الاستراتيجي المقبل] المزمع تنظيمه في الكويت.",
        [("strategic_dialogue", "held"), ("strategic_dialogue", "planned")],
    ),
    (
        "[التقى الرئيس الكيني نظيره الأوغندي] في نيروبي، ثم [التقى رئيس الوزراء الإثيوبي].",
        [("meeting", "held"), ("meeting", "held")],
    ),
    (
        "عقدت الكويت وفرنسا [الحوار الاستراتيجي الثالث] في باريس. وعقد الخبراء [جلسة] خاصة حول الأمن الغذائي.",
        [("strategic_dialogue", "held"), ("session", "held")],
    ),
    (
        "[زار وزير الخارجية الهندي كابل] في يناير 2018، و[زار وزير الدفاع الهندي] طهران في مارس 2018.",
        [("visit", "held"), ("visit", "held")],
    ),
    (
        "احتضنت الرباط أعمال [الدورة الرابعة للجنة المغربية العمانية] المشتركة. وستعقد [الدورة الخامسة] في مسقط.",
        [("meeting", "held"), ("meeting", "planned")],
    ),
    (
        "عقدت الكويت وفرنسا [الحوار الاستراتيجي الثالث] في باريس. كما عقد الجانبان [مشاورات] حول الأمن السيبراني، وهي الجلسة الختامية.",
        [("strategic_dialogue", "held"), ("session", "held")],
    ),
]

NONE = [
    "الحوار الاستراتيجي السنوي منصة للتشاور.",
    "دعا الوزير إلى الحوار بين الأطراف الليبية.",
    "بلغت الأسعار قمة جديدة أمس.",
    "اتفق الجانبان المصري والسوداني على تبادل الزيارات بين المسؤولين.",
    "اللقاءات الدورية بين الوزراء مفيدة.",
    "حرية الاجتماع والتعبير مكفولة.",
    "المفاوضات النووية مع إيران متعثرة.",
    "عقد الوزير مؤتمراً صحفياً في لندن.",
    "عقد مجلس النواب الأردني جلسة خاصة.",
    "زار المغرب خلال 2016 عشرة ملايين سائح.",
    "يلتقي النهران عند المدينة.",
    "استقبل الميناء ثلاث سفن.",
    "فاز المنتخب الكويتي في الجولة الثانية من الدوري.",
    "دورة تدريبية للمعلمين في عمان.",
    "اتصلوا على رقم هاتف السفارة الهندية.",
    "وزارة الخارجية اليابانية تصدر تقريرها.",
    "لم يلتق الوزير التركي نظيره اليوناني.",
    "اتفق البلدان على تشكيل فريق عمل.",
]  # fmt: skip


@pytest.mark.parametrize(("marked", "fields"), SINGLE, ids=[m[:40] for m, _ in SINGLE])
def test_an_occasion_is_read_with_what_is_said_of_it(marked: str, fields: dict[str, object]) -> None:
    text, spans = plain(marked)
    found = read(text)
    assert len(found) == 1
    assert holds(found[0], spans[0])
    assert {name: getattr(found[0], name) for name in fields} == fields


@pytest.mark.parametrize("marked", BACK, ids=[m[:40] for m in BACK])
def test_a_definite_noun_takes_up_the_occasion_named_before(marked: str) -> None:
    text, spans = plain(marked)
    found = read(text)
    assert len(found) == 1
    assert all(holds(found[0], span) for span in spans)


@pytest.mark.parametrize(("marked", "expected"), SEVERAL, ids=[m[:40] for m, _ in SEVERAL])
def test_two_occasions_stay_two(marked: str, expected: list[tuple[str, str]]) -> None:
    text, spans = plain(marked)
    found = sorted(read(text), key=lambda m: m.evidence[0].start)
    assert [(m.kind, m.status) for m in found] == expected
    assert all(holds(m, span) for m, span in zip(found, spans, strict=True))


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_occasion_is_made_up(text: str) -> None:
    assert read(text) == ()


def test_who_chairs_is_read_from_the_verb() -> None:
    (found,) = read(
        "ترأس كل من الشيخ صباح خالد الحمد الصباح، وزير الخارجية الكويتي، والسيد جان إيف لودريان وزير خارجية "
        "فرنسا، الحوار الاستراتيجي الكويتي الفرنسي الثالث الذي عقد في باريس."
    )
    assert {c.party for c in found.chairs} == {"KWT", "FRA"}


def test_heading_a_delegation_is_no_chairing() -> None:
    (found,) = read(
        "ترأس جان إيف لودريان وفد بلاده إلى اجتماع الدورة الثانية للجنة الفرنسية المغربية المشتركة في الرباط."
    )
    assert found.chairs == ()


@pytest.mark.parametrize(
    ("head", "text"),
    [(r.text("id"), y) for r in default_lexicon().rows("ar/meetings.toml", "head") for y in r.list("yes")],
)
def test_each_example_of_the_lexicon_fires(head: str, text: str) -> None:
    assert read(text), head


@pytest.mark.parametrize(
    ("head", "text"),
    [(r.text("id"), n) for r in default_lexicon().rows("ar/meetings.toml", "head") for n in r.list("no")],
)
def test_no_counterexample_of_the_lexicon_fires(head: str, text: str) -> None:
    assert not read(text), head
