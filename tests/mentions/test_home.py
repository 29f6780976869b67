"""A minister named without a state: whose he is, where the article's small print or its only state says."""

from __future__ import annotations

import pytest

from mahdar.language import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions import name_everything
from mahdar.mentions.home import Origin, place_home, signed_home
from mahdar.model.document import Block
from mahdar.model.mentions import Mentions, Person


def read(text: str, home: str | None = None) -> tuple[Mentions, tuple[Person, ...]]:
    """Read one paragraph of an article whose home is stated, or not."""
    return read_from(text, Origin(signed=home))


def read_from(text: str, origin: Origin) -> tuple[Mentions, tuple[Person, ...]]:
    """Read one paragraph of an article of which its small print says something."""
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    (mentions,), people = name_everything([prose], default_lexicon(), [None], [origin])
    return mentions, people


@pytest.mark.parametrize(
    ("small_print", "place", "home"),
    [
        (["مدريد - بترا"], "مدريد", "JOR"),
        (["المصدر: وكالة الأنباء القطرية"], "", "QAT"),
        (["وزارة الخارجية الصومالية"], "", "SOM"),
        ([], "الخرطوم", "SDN"),
        (["باريس - رويترز"], "", None),
        (["صحيفة البلد"], "", None),
    ],
)
def test_an_agency_goes_before_a_ministry_and_that_before_the_place(
    small_print: list[str], place: str, home: str | None
) -> None:
    lexicon = default_lexicon()
    assert (signed_home(small_print, lexicon) or place_home(place, lexicon)) == home


AT_HOME = [
    ("استقبل وزير العدل حاتم الرواشدة نظيره الكيني", "JOR", ["JOR", "KEN"]),
    ("وصل وزير الصحة إلى أوسلو", "OMN", ["OMN"]),
    ("وصل وزير الصحة إلى أوسلو", None, [None]),
    ("قال وزير الصحة إن تونس تقدّر المنحة، وشكر التونسيين وحكومة تونس", None, ["TUN"]),
    ("قال وزير الصحة إن تونس تشكر مالطا على منحتها لتونس", None, [None]),
    ("شاركت وزيرة البيئة في صربيا بكلمة", "DZA", [None]),
    ("حضر وزير النقل الكوستاريكاوي الحفل", "MAR", [None]),
    ("حضر وزير التجارة الداخلية والخارجية الصربي الحفل", "MAR", ["SRB"]),
    ("قال السفير إن بلاده مهتمة", "YEM", [None]),
    ("قال وزير المالية السابق ذلك", "LBY", [None]),
    ("استقبل وكيل وزارة الخارجية سفيرة كينيا لدى تونس", None, ["TUN", "KEN"]),
    ("بعث خادم الحرمين الشريفين برسالة إلى الملك", None, ["SAU", None]),
]


def test_an_embassys_own_is_its_envoy_and_no_minister() -> None:
    text = "التقى السفير اليوم وزير التجارة وبحثا المعارض"
    mentions, _ = read_from(text, Origin(signed="KEN", own=True, mission=True))
    assert [o.party for o in mentions.offices] == ["KEN", None]


@pytest.mark.parametrize(("text", "home", "parties"), AT_HOME, ids=[f"{t} {h}" for t, h, _ in AT_HOME])
def test_a_bare_office_is_the_homes_where_nothing_else_may_say_whose_it_is(
    text: str, home: str | None, parties: list[str | None]
) -> None:
    assert [office.party for office in read(text, home)[0].offices] == parties


OWN = Origin(own=True)
POST = "استقبل وزير العدل حاتم الرواشدة نظيره الكيني. وبحث وزير العدل ما بين الأردن وكينيا من تعاون."

ACCOUNTS = [
    (POST, OWN, "JOR"),
    (POST, Origin(), "JOR"),
    (
        "استقبل وزير العدل حاتم الرواشدة الوزير الكيني. وشكر السفير الكيني الأردن. وتتعاون كينيا والأردن.",
        Origin(),
        "JOR",
    ),
    (
        "استقبل وزير العدل حاتم الرواشدة الوزير الكيني والسفير الكيني. وتتعاون كينيا وغانا والأردن ومالي.",
        Origin(),
        None,
    ),
    (
        "استقبل وزير العدل حاتم الرواشدة الوزير الكيني. "
        + "وبحثا أوجه العمل المشترك. " * 16
        + "وقال وزير العدل إن الأردن يشكر كينيا.",
        OWN,
        "JOR",
    ),
    ("التقى وزير العدل حاتم الرواشدة وفداً من كينيا. وتتعاون كينيا والأردن منذ أعوام.", OWN, None),
    ("التقى وزير العدل حاتم الرواشدة وفداً من كينيا الصديقة، التي يربطها بالأردن اتفاق.", OWN, "JOR"),
    (POST, Origin(place="KEN"), "JOR"),
    (POST, Origin(place="JOR"), "JOR"),
    (POST, Origin(signed="BHR"), "BHR"),
]


@pytest.mark.parametrize(("text", "origin", "home"), ACCOUNTS)
def test_a_post_that_nobody_signs_is_of_the_state_that_it_calls_no_stranger(
    text: str, origin: Origin, home: str | None
) -> None:
    assert {m.party for m in read_from(text, origin)[0].people} == {home}


def test_a_head_of_state_in_a_form_of_address_is_the_homes_own() -> None:
    text = "استقبل السيد الرئيس سليم الحداد، اليوم، الوزير الكيني. وأكد السيد الرئيس دعم الأردن لكينيا."
    offices = [(o.party, o.name) for o in read_from(text, OWN)[0].offices if o.title == "President"]
    assert offices == [("JOR", "Salim al-Haddad")] * 2


def test_the_person_who_holds_it_acts_for_the_home() -> None:
    mentions, people = read("استقبل وزير العدل حاتم الرواشدة نظيره الكيني. وقال الرواشدة كلمة.", "JOR")
    assert {m.party for m in mentions.people} == {"JOR"}
    assert [(o.title, o.party) for o in people[0].offices] == [("Minister of Justice", "JOR")]


def test_a_bare_office_has_the_holder_whom_the_home_names_elsewhere() -> None:
    text = "وزير العدل يزور نيروبي. والتقى وزير العدل حاتم الرواشدة وزير العدل الكيني جوزيف موتيسو."
    names = [(o.party, o.name) for o in read(text, "JOR")[0].offices]
    assert names[0] == ("JOR", "Hatem al-Rawashda")


@pytest.mark.parametrize(("home", "codes"), [("BHR", ["BHR"]), ("JOR", ["JOR"]), (None, []), ("EGY", [])])
def test_a_weak_name_is_the_homes_own(home: str | None, codes: list[str]) -> None:
    assert [m.code for m in read("زار الوفد المملكة أمس", home)[0].parties] == codes


def test_a_king_is_no_president() -> None:
    text = "شكر جلالة الملك الرئيس الأوزبكي شوكت ميرضيائيف. ولفت جلالته إلى ذلك."
    kings = [o.name for o in read(text)[0].offices if o.title == "King"]
    assert "Shavkat Mirziyoyev" not in kings


def test_a_womans_title_is_a_womans() -> None:
    text = (
        "استقبلت رئيسة الحكومة الدنماركية ميته فريدريكسن رئيس الحكومة الهندي ناريندرا مودي."
        " وقالت رئيسة الحكومة ذلك."
    )
    assert read(text)[0].offices[-1].name == "Mette Frederiksen"


def test_a_surname_that_leads_stands_for_its_bearer() -> None:
    text = "قال وزير الخارجية الصيني وانغ يي ذلك. وأضاف وانغ أن الأمر واضح."
    assert [m.name for m in read(text)[0].people] == ["Wang Yi", "Wang Yi"]


def test_a_servant_of_name_written_as_one_word_is_the_same() -> None:
    text = "قال وزير الخارجية المصري بدر عبد العاطي ذلك. وأوضح عبدالعاطي أن الأمر واضح."
    assert [m.name for m in read(text)[0].people] == ["Badr Abdelatty"] * 2
