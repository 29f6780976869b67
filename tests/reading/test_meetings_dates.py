"""When a meeting was or will be, where more than its own clause tells: read as whole documents."""

from __future__ import annotations

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.entries import Meeting
from mahdar.pipeline.document import read_document


def _meetings(text: str) -> list[Meeting]:
    """Return the meetings of a document, in text order, their evidence held against it."""
    read = read_document(Document.of(text, "minutes.txt"), default_lexicon())
    meetings = [e.entry for e in read.entries if isinstance(e.entry, Meeting)]
    for meeting in meetings:
        assert all(e.quote == text[e.start : e.end] for e in meeting.evidence)
    return meetings


@pytest.mark.parametrize("dash", ["–", "-"])
def test_a_line_of_place_and_days_dates_the_session_below_it(dash: str) -> None:
    text = (
        "محضر الدورة الثالثة للجنة الكينية الهندية المشتركة\n"
        f"نيروبي، 12 {dash} 13 مارس 2019\n\n"
        "انعقدت الدورة الثالثة للجنة المشتركة برئاسة وزيري خارجية كينيا والهند."
    )
    assert [m.date for m in _meetings(text)] == ["2019-03-12/2019-03-13"]


def test_a_line_of_days_dates_no_other_session() -> None:
    text = (
        "محضر الدورة الثالثة للجنة الكينية الهندية المشتركة\nنيروبي، 12 - 13 مارس 2019\n\n"
        "انعقدت الدورة الثالثة للجنة المشتركة. وتعقد الدورة الرابعة بنيودلهي في النصف الثاني من سنة 2020."
    )
    assert [(m.edition, m.date, m.status) for m in _meetings(text)] == [
        (3, "2019-03-12/2019-03-13", "held"),
        (4, None, "planned"),
    ]


@pytest.mark.parametrize("when", ["في النصف الثاني من هذا العام", "خلال الربع الأول من عام 2020"])
def test_a_part_of_a_year_to_come_is_planned_for(when: str) -> None:
    text = f"خبر\nنشر في 3 مايو 2019\n\nويقوم الرئيس الكيني بزيارة رسمية إلى الهند {when}."
    assert [(m.date, m.status) for m in _meetings(text)] == [(None, "planned")]


def test_a_session_on_a_visit_has_the_days_of_the_visit() -> None:
    text = (
        "زارت وزيرة خارجية الهند نيروبي يومي 8 و9 مايو 2021، وعقدت خلالها مع نظيرها الكيني الجولة "
        "الرابعة من الحوار الاستراتيجي بين كينيا والهند."
    )
    found = {m.kind: (m.date, m.place) for m in _meetings(text)}
    assert found["strategic_dialogue"] == found["visit"] == ("2021-05-08/2021-05-09", "Nairobi")


@pytest.mark.parametrize(
    "text",
    [
        "جاء ذلك في المؤتمر الذي عقده وزير الخارجية المصري مع نظيره الكيني، عقب مباحثاتهما في القاهرة.",
        "عقد وزيرا خارجية مصر وكينيا مؤتمرا صحفيا بعد محادثاتهما في القاهرة.",
    ],
)
def test_what_two_told_the_press_after_their_talks(text: str) -> None:
    assert [(m.parties, m.place) for m in _meetings(text)] == [(("EGY", "KEN"), "Cairo")]


def test_whom_a_minister_receives_serves_elsewhere() -> None:
    text = "استقبل وزير خارجية قطر، اليوم، وزيرة البيئة في جمهورية بولندا."
    assert [(m.parties, m.place) for m in _meetings(text)] == [(("POL", "QAT"), None)]


def test_who_makes_ready_to_receive_a_delegation_will_meet_it() -> None:
    text = "خبر\nنشر في 3 مايو 2021\n\nتستعد نيروبي لاستقبال وفد فني هندي في الخامس من تموز المقبل."
    assert [(m.parties, m.date, m.status) for m in _meetings(text)] == [
        (("IND", "KEN"), "2021-07-05", "planned")
    ]
