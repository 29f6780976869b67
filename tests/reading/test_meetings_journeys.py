# ruff: noqa: E501  (a sentence stays on its line)
"""Journeys: visits told without their noun, the stops of a tour, what is done at them; marked texts."""

from __future__ import annotations

import pytest
from tests.reading.test_meetings import holds, plain, read

VISITS = [
    # marked text, parties, place, status
    ("قال وزير الخارجية النرويجي [الموجود في نيروبي] إن المصايد مهمة.", ("KEN", "NOR"), "Nairobi", "held"),
    ("وزير الدفاع الكيني [موجود في أوسلو] لطمأنة البحارة.", ("KEN", "NOR"), "Oslo", "held"),
    ("[سيحط وزير الخارجية النرويجي في كمبالا] الخميس المقبل.", ("NOR", "UGA"), "Kampala", "planned"),
    ("ومن كمبالا [سينتقل وزير التجارة الهندي إلى كيغالي].", ("IND", "RWA"), "Kigali", "planned"),
    ("[سيتوجه رئيس وزراء فيتنام غدا إلى نيودلهي] لبحث الأرز.", ("IND", "VNM"), "New Delhi", "planned"),
    ("[يغادر وزير الخارجية الغاني إلى لومي] مساء اليوم.", ("GHA", "TGO"), "Lome", "planned"),
    ("قال وزير الخارجية الغاني قبل [مغادرته إلى توغو] إن الحدود آمنة.", ("GHA", "TGO"), "Togo", "planned"),
    ("قال الوزير الغاني كواكو أمبونساه لدى [وصوله إلى لومي] إن الحدود آمنة.", ("GHA", "TGO"), "Lome", "held"),
    ("سيبحث وزير الخارجية النرويجي المصايد في كمبالا، ثم [يزور رواندا] في مايو 2019.", ("NOR", "RWA"), "Rwanda", "planned"),
    ("ويعقد الوزير الكيني موساليا مودافادي اليوم اجتماعا مع نظيره الهندي. وذلك قبل أن [يغادر مساء إلى أوسلو].", ("KEN", "NOR"), "Oslo", "planned"),
    ("ومن المقرر أن [يغادر وزير الدفاع النرويجي الأردن اليوم متوجها إلى كينيا].", ("KEN", "NOR"), "Kenya", "planned"),
    ("عندما [زار وزير الخارجية الكيني نيودلهي] في مايو الماضي، كان الشاي مهما.", ("IND", "KEN"), "New Delhi", "held"),
    ("سترفع الأعلام خلال [زيارة لوزير الخارجية الكندي مرتقبة] في الأسابيع المقبلة، كما قال سفير بيرو.", ("CAN", "PER"), None, "planned"),
    ("وأضاف الوزير الكيني أن وفدا هنديا [سيزور نيروبي في مايو].", ("IND", "KEN"), "Nairobi", "planned"),
    ("وقال الوزير الكيني إن الرئيس الهندي [سيزور بلاده في مايو].", ("IND", "KEN"), "Kenya", "planned"),
]  # fmt: skip

TOURS = [
    # marked text, parties, status
    ("غادر وزير الخارجية النرويجي أوسلو مساء الجمعة متوجها إلى شرق أفريقيا في [جولة يستهلها في كينيا] لبحث المصايد.", ("KEN", "NOR"), "planned"),
    ("سعى وزير الخارجية الكيني إلى التهدئة خلال زيارته إلى كمبالا أمس في [جولة تشمل رواندا وتنزانيا].", ("KEN", "RWA", "TZA"), "planned"),
    ("اختتم وزير التجارة الهندي [جولة شملت غانا وتوغو].", ("GHA", "IND", "TGO"), "held"),
]  # fmt: skip

STOPS = [
    # marked meeting, where it is
    ("سينتقل وزير الخارجية الكيني إلى أوسلو حيث [سيلتقي نظيره النرويجي] الذي وقع اتفاقا في باريس.", "Oslo", "planned"),
    ("وصل وزير الخارجية الكيني فجر أمس إلى أوسلو [للقاء وزير الخارجية النرويجي].", "Oslo", "planned"),
    ("وصل وزير الدفاع الكيني إلى أوسلو أمس. [والتقى الوزير الكيني نظيره النرويجي].", "Oslo", "held"),
]  # fmt: skip

BODIES = [
    # marked text, parties
    ("قال الوزير على هامش [الاجتماعات الدورية لرابطة دول جنوب شرق آسيا] في جاكرتا إن الأرز مهم.", ("ASEAN",)),
    ("[وتلتقي مجموعة آسيان] هذه السنة في جاكرتا.", ("ASEAN",)),
    ("عقد مجلس الأمن الدولي أمس [جلسة طارئة] لبحث الوضع في هايتي.", ("UN",)),
    ("وعقد وزراء خارجية الاتحاد الأفريقي [اجتماعا تنسيقيا] في الرباط أمس.", ("AU",)),
]  # fmt: skip

NONE = [
    # nobody goes anywhere, nobody meets
    "غادر وزير الخارجية النرويجي نيروبي أمس.",
    "سقطت الطائرة متوجهة إلى كينيا.",
    "القوات النرويجية الموجودة في نيروبي بخير.",
    "توجه الناخبون في غانا إلى الصناديق.",
    "انتقل اللاعب الغاني إلى النرويج.",
    "بدأ الوزير الكيني جولة أوروبية.",
    "الهند مستعدة لإجراء محادثات مع كينيا.",
    "قال رئيس وزراء الهند إنه مستعد للقاء الرئيس الكيني في كل وقت.",
    "أبدت فيتنام رغبتها في عقد محادثات مع بيرو.",
    "من غير المتوقع أن يلتقي الوزير الكيني نظيره الهندي.",
]


@pytest.mark.parametrize(("marked", "parties", "place", "status"), VISITS, ids=[v[0][:40] for v in VISITS])
def test_who_goes_somewhere_visits(
    marked: str, parties: tuple[str, ...], place: str | None, status: str
) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if m.kind == "visit" and holds(m, spans[0])]
    assert (found.parties, found.place, found.status) == (parties, place, status)


@pytest.mark.parametrize(("marked", "parties", "status"), TOURS, ids=[t[0][-40:] for t in TOURS])
def test_a_tour_leads_to_its_stops(marked: str, parties: tuple[str, ...], status: str) -> None:
    text, spans = plain(marked)
    found = [m for m in read(text) if m.kind == "visit" and set(m.parties) <= set(parties)]
    assert any(holds(m, spans[0]) for m in found)
    assert {code for m in found for code in m.parties} == set(parties)
    assert len(found) == len(parties) - 1, "one visit for each stop"
    assert {m.status for m in found} == {status}


def test_a_tour_begun_goes_on_to_the_next_stop() -> None:
    found = read(
        "غادر وزير الخارجية النرويجي أوسلو في جولة يستهلها في كينيا لبحث المصايد، وينتقل بعدها إلى أوغندا."
    )
    assert [m.parties for m in found] == [("KEN", "NOR"), ("NOR", "UGA")]


@pytest.mark.parametrize(("marked", "place", "status"), STOPS, ids=[s[0][-40:] for s in STOPS])
def test_a_meeting_is_where_its_visitor_went(marked: str, place: str, status: str) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if m.kind == "meeting" and holds(m, spans[0])]
    assert (found.place, found.status) == (place, status)


@pytest.mark.parametrize(("marked", "parties"), BODIES, ids=[b[0][:40] for b in BODIES])
def test_the_members_of_a_body_meet_by_themselves(marked: str, parties: tuple[str, ...]) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if m.kind == "meeting" and holds(m, spans[0])]
    assert found.parties == parties


def test_the_meeting_of_a_body_is_not_its_meeting_with_a_guest() -> None:
    found = read(
        "التقى وزير الخارجية الكندي وزراء خارجية الاتحاد الأفريقي في الرباط. "
        "وعقد وزراء خارجية الاتحاد الأفريقي اجتماعا تنسيقيا، مساء الأحد، في العاصمة المغربية."
    )
    assert [m.parties for m in found] == [("AU", "CAN"), ("AU",)]


def test_two_who_meet_in_a_dialogue_are_told_once() -> None:
    (found,) = read("سيلتقي وزير الخارجية الكيني نظيره الهندي في حوار استراتيجي.")
    assert (found.kind, found.parties, found.status) == ("strategic_dialogue", ("IND", "KEN"), "planned")


def test_an_agreement_with_a_third_makes_nobody_meet() -> None:
    (found,) = read("التقى وزير الدفاع الكيني نظيره الهندي لإقناعه بجدوى الاتفاق مع النرويج.")
    assert found.parties == ("IND", "KEN")


def test_a_meeting_told_in_passing_is_of_whoever_speaks() -> None:
    (found,) = read(
        "في لقاء مع وزير الخارجية الكيني موساليا مودافادي أقر وزير الخارجية النرويجي بأن المصايد مهمة."
    )
    assert (found.kind, found.parties) == ("meeting", ("KEN", "NOR"))


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_journey_is_made_up(text: str) -> None:
    assert read(text) == ()


STATUS = [
    # marked text, status
    ("# وزير الدفاع الكيني [يلتقي رئيس وزراء الهند] أملا في التهدئة\n[التقى وزير الدفاع الكيني أمس رئيس وزراء الهند] في نيودلهي.", "held"),
    ("دخلت الاتفاقية حيز التنفيذ سنة 2020 إثر [محادثات طويلة بين الهند وكينيا في نيروبي].", "held"),
    ("سيحط وزير الخارجية النرويجي في كمبالا الخميس، ثم [يزور رواندا] لبحث المصايد.", "planned"),
]  # fmt: skip

SIDES = [
    # marked text, parties
    ("قال سفير قطر إن المياه مهمة. وأوضح السفير عقب [لقائه مع وزير المياه الكيني] في نيروبي أمس، أن إثيوبيا ستواجه مشكلات مع السودان.", ("KEN", "QAT")),
    ("تحدث الوزير النرويجي إسبن بارث إيدي إثر [اجتماع مع نظرائه في الاتحاد الأفريقي] القلقين من الاتفاق المائي مع إثيوبيا.", ("AU", "NOR")),
    ("جاء ذلك بعد [لقاء بين الجنرال باتريك أوتينو]، رئيس وفد كينيا إلى المعرض، مع رئيس وزراء النرويج.", ("KEN", "NOR")),
    ("[تلتقي مجموعة آسيان] هذه السنة في جاكرتا، كما قال وزير الخارجية الهندي.", ("ASEAN",)),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "status"), STATUS, ids=[s[0][:40] for s in STATUS])
def test_what_was_told_in_the_past_was_held(marked: str, status: str) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if holds(m, spans[-1])]
    assert found.status == status


@pytest.mark.parametrize(("marked", "parties"), SIDES, ids=[s[0][-40:] for s in SIDES])
def test_who_is_spoken_of_does_not_meet(marked: str, parties: tuple[str, ...]) -> None:
    text, spans = plain(marked)
    (found,) = [m for m in read(text) if m.kind == "meeting" and holds(m, spans[0])]
    assert found.parties == parties


def test_a_meeting_on_the_margins_is_told_beside_the_one_of_the_body() -> None:
    found = read(
        "قال الوزير الهندي ذلك خلال لقائه نظيره النرويجي إسبن بارث إيدي في جاكرتا على هامش الاجتماعات الدورية لرابطة دول جنوب شرق آسيا."
    )
    assert ("ASEAN",) in [m.parties for m in found]


def test_a_group_that_is_fought_takes_no_part() -> None:
    (meeting,) = read("بحث وزير الدفاع الكيني ونظيره النرويجي تنظيم داعش في لقاء في أوسلو.")
    assert meeting.parties == ("KEN", "NOR")
