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
        "محضر الدورة السابعة للجنة الكينية الأوغندية المشتركة\n"
        f"كمبالا، 4 {dash} 6 يوليو 2017\n\n"
        "عقدت اللجنة دورتها السابعة برئاسة وزيري التجارة في البلدين."
    )
    assert [m.date for m in _meetings(text)] == ["2017-07-04/2017-07-06"]


def test_a_line_of_days_dates_no_other_session() -> None:
    text = (
        "محضر الدورة السابعة للجنة الكينية الأوغندية المشتركة\nكمبالا، 4 - 6 يوليو 2017\n\n"
        "عقدت اللجنة دورتها السابعة. وستعقد الدورة الثامنة بنيروبي خلال النصف الأول من عام 2018."
    )
    assert [(m.edition, m.date, m.status) for m in _meetings(text)] == [
        (7, "2017-07-04/2017-07-06", "held"),
        (8, None, "planned"),
    ]


@pytest.mark.parametrize("when", ["في الربع الرابع من العام الحالي", "خلال الربع الأول من عام 2020"])
def test_a_part_of_a_year_to_come_is_planned_for(when: str) -> None:
    text = f"خبر\nنشر في 3 مايو 2019\n\nويقوم الرئيس الكيني بزيارة رسمية إلى الهند {when}."
    assert [(m.date, m.status) for m in _meetings(text)] == [(None, "planned")]


@pytest.mark.parametrize("when", ["الأسبوع المقبل", "الشهر القادم"])
def test_what_is_to_come_is_planned_for(when: str) -> None:
    text = f"خبر\nنشر في 3 مايو 2019\n\nويصل وزير خارجية الهند إلى نيروبي {when}."
    assert [m.status for m in _meetings(text)] == ["planned"]


@pytest.mark.parametrize(
    "held",
    [
        "وعقدت خلالها مع نظيرها الكيني الدورة الرابعة للحوار الاستراتيجي",
        "وترأست خلالها مع نظيرها الكيني الدورة الرابعة للحوار الاستراتيجي بين البلدين",
        "وعقدت خلال الزيارة الدورة الرابعة للحوار الاستراتيجي بين كينيا والهند",
    ],
)
def test_a_session_on_a_visit_has_the_days_of_the_visit(held: str) -> None:
    found = {
        m.kind: m.date for m in _meetings(f"زارت وزيرة خارجية الهند نيروبي يومي 8 و9 مايو 2021، {held}.")
    }
    assert found["strategic_dialogue"] == found["visit"] == "2021-05-08/2021-05-09"


@pytest.mark.parametrize(
    "text",
    [
        "جاء ذلك في المؤتمر الذي عقده وزير الخارجية المصري مع نظيره الكيني، عقب مباحثاتهما في القاهرة.",
        "عقد وزيرا خارجية مصر وكينيا مؤتمرا صحفيا بعد محادثاتهما في القاهرة.",
    ],
)
def test_what_two_told_the_press_after_their_talks(text: str) -> None:
    assert [(m.parties, m.place) for m in _meetings(text)] == [(("EGY", "KEN"), "Cairo")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استقبل وزير خارجية قطر، اليوم، وزيرة البيئة في جمهورية بولندا.", None),
        ("التقى وزير خارجية قطر وزيرة البيئة في بولندا في الدوحة.", "Doha"),
        ("التقى الوزير القطري في جمهورية بولندا وزيرة البيئة البولندية.", "Poland"),
    ],
)
def test_the_state_that_a_minister_serves_is_no_place(text: str, place: str | None) -> None:
    assert [(m.parties, m.place) for m in _meetings(text)] == [(("POL", "QAT"), place)]


def test_a_minister_without_portfolio_is_in_the_state_named_behind_him() -> None:
    text = "التقى الوزير في جمهورية التشيك نظيره الكيني."
    assert [m.place for m in _meetings(text)] == ["Czechia"]


@pytest.mark.parametrize("ready", ["تستعد نيروبي", "تستعد الحكومة الكينية", "تتأهب كينيا"])
def test_who_makes_ready_to_receive_a_delegation_will_meet_it(ready: str) -> None:
    text = f"خبر\nنشر في 3 مايو 2021\n\n{ready} لاستقبال وفد تجاري هندي يوم 18 يونيو."
    assert [(m.parties, m.date, m.status) for m in _meetings(text)] == [
        (("IND", "KEN"), "2021-06-18", "planned")
    ]
