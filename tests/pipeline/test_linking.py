"""Documents of other dialogues, read and linked: which mentions are one occasion, which stay apart.

Each document is a line `name @ day: text`; what is expected is written as the documents that tell of each
occasion, edition by edition.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.pipeline.document import read_document
from mahdar.pipeline.linking import link_documents
from mahdar.pipeline.series import named_series, register_series
from mahdar.register import Register

LEXICON = default_lexicon()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "mahdar.sqlite") as opened:
        yield opened


def reading(line: str) -> Reading:
    head, _, text = line.partition(": ")
    name, _, day = head.partition(" @ ")
    document = Document.of(text, name, path=name)
    return read_document(replace(document, given=day or None), LEXICON)


def read(register: Register, *lines: str) -> None:
    register.add([reading(line) for line in lines], reader="test")


def told(register: Register, kind: str | None = None) -> set[frozenset[str]]:
    """Return which documents tell each occasion; of one kind, or of all."""
    names = {document.id: document.name for document in register.documents()}
    ties = {tie.entry: tie.occasion for tie in register.ties()}
    found: dict[str, set[str]] = defaultdict(set)
    for entry in register.entries(type="meeting"):
        if kind in {None, entry.fields["kind"]}:
            found[ties[entry.id]].add(names[entry.document])
    return {frozenset(documents) for documents in found.values()}


def editions(register: Register, key: str) -> list[tuple[str, str]]:
    """Return an edition's number, with a mark where it is inferred, and the documents that tell it."""
    names = {document.id: document.name for document in register.documents()}
    return [
        (
            f"{one.number or '-'}{'*' if one.inferred else ''}",
            " ".join(sorted(names[id_] for id_ in one.documents)),
        )
        for one in named_series(register, key).editions
    ]


DIALOGUE = (
    (
        "second @ 2019-06-13: اختتمت في طوكيو الجولة الثانية من الحوار الاستراتيجي بين اليابان والأردن "
        "في 12 يونيو 2019. ويتطلع البلدان إلى الحوار الاستراتيجي المقبل المقرر عقده في عمان."
    ),
    (
        "third @ 2021-07-04: عقدت اليابان والأردن الحوار الاستراتيجي الثالث في طوكيو في 3 يوليو 2021، "
        "برئاسة وزير الخارجية الياباني توشيميتسو موتيغي."
    ),
    (
        "post: شارك نائب رئيس الوزراء وزير الخارجية أيمن الصفدي في أعمال الحوار الاستراتيجي الياباني الأردني "
        "الثالث. وأشاد الوزير بمخرجات الحوار."
    ),
    "fourth @ 2022-09-20: استضافت عمان الحوار الاستراتيجي بين الأردن واليابان يوم 19 سبتمبر 2022.",
    "fifth @ 2024-01-10: اختتم في طوكيو يوم 9 يناير 2024 الحوار الاستراتيجي الخامس بين الأردن واليابان.",
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_a_dialogue_is_one_series_in_whatever_order_it_is_read(register, order):
    for n in order:
        read(register, DIALOGUE[n])
        link_documents(register)
    assert editions(register, "japan jordan") == [
        ("2", "second"),
        ("3", "post second third"),
        ("4*", "fourth"),
        ("5", "fifth"),
    ]


def test_a_plan_that_was_not_kept_is_the_same_occasion(register):
    read(register, DIALOGUE[0], DIALOGUE[1])
    link_documents(register)
    third = named_series(register, "japan jordan").editions[1]
    assert (third.status, third.places, third.plans) == ("held", ("Tokyo", "Amman"), {"Amman"})


def test_a_plan_for_the_next_one_is_not_one_held_two_editions_later(register):
    read(register, DIALOGUE[0], DIALOGUE[4])
    link_documents(register)
    assert editions(register, "japan jordan") == [("2", "second"), ("3*", "second"), ("5", "fifth")]
    assert named_series(register, "japan jordan").missing == (4,)


GROUPS = (
    "energy1: اجتمع فريق العمل المعني بالطاقة بين العراق وفرنسا في باريس يوم 4 أكتوبر 2022.",
    "culture2: عقد فريق العمل المعني بالثقافة بين العراق وفرنسا اجتماعه الثاني في بغداد يوم 4 أكتوبر 2022.",
    "energy2: عقد فريق العمل العراقي الفرنسي المشترك للطاقة اجتماعه الثاني في بغداد في 5 مارس 2023.",
    "energy2b: اختتم فريق العمل الفرنسي العراقي المعني بالطاقة اجتماعه الثاني، وبحث مشاريع الربط.",
)


def test_two_like_named_working_groups_stay_apart(register):
    read(register, *GROUPS)
    link_documents(register)
    assert told(register) == {
        frozenset({"energy1"}),
        frozenset({"culture2"}),
        frozenset({"energy2", "energy2b"}),
    }
    assert sorted(len(one.editions) for one in register_series(register)) == [1, 2]


COMMITTEES = (
    "military: اختتمت أعمال الدورة الثالثة للجنة العسكرية المشتركة السعودية المصرية في 3 مايو 2021.",
    "economic: عقدت الدورة الثالثة للجنة المشتركة للتعاون الاقتصادي بين السعودية ومصر في 3 مايو 2021.",
    "agency: اختتمت أعمال الدورة الثالثة للجنة العسكرية السعودية المصرية المشتركة، وبحثت التدريب المشترك.",
)


def test_two_committees_of_the_same_states_and_day_stay_apart(register):
    read(register, *COMMITTEES)
    link_documents(register)
    assert told(register) == {frozenset({"military", "agency"}), frozenset({"economic"})}


COUNCIL = (
    (
        "statement @ 2018-04-09: عقد مجلس التعاون العماني الهندي اجتماعه الثالث في مسقط يوم 9 أبريل 2018."
        " وجرى خلال الاجتماع التوقيع على مذكرة تفاهم."
    ),
    (
        "agency @ 2018-04-10: اختتم مجلس التعاون العماني الهندي اجتماعه الثالث في مسقط أمس."
        " وترأس الجانب العماني وزير التجارة ناصر بن عامر الريامي."
    ),
    "interview: وقال السفير: تقرر ذلك في الاجتماع الثالث لمجلس التعاون العماني الهندي.",
    "other @ 2020-02-20: عقد مجلس التعاون العماني الهندي اجتماعه الرابع في نيودلهي يوم 19 فبراير 2020.",
    "talks: عقد وزيرا خارجية عمان والهند اجتماعهما الثالث، وبحثا حركة السفن.",
)


def test_a_council_is_known_by_the_number_of_its_session(register):
    read(register, *COUNCIL)
    link_documents(register)
    assert told(register) == {
        frozenset({"statement", "agency", "interview"}),
        frozenset({"other"}),
        frozenset({"talks"}),
    }


VISIT = (
    "announced @ 2021-08-20: يزور الرئيس الفرنسي إيمانويل ماكرون بغداد في 28 أغسطس المقبل.",
    "report @ 2021-08-29: زار الرئيس الفرنسي إيمانويل ماكرون بغداد أمس والتقى رئيس الوزراء مصطفى الكاظمي.",
    "later @ 2021-12-01: وأشار السفير إلى زيارة الرئيس ماكرون إلى العراق في أغسطس الماضي.",
    "interview: وقال السفير إن زيارة الرئيس إيمانويل ماكرون إلى بغداد في أغسطس الماضي فتحت صفحة جديدة.",
    "other @ 2021-08-29: زار وزير الخارجية الفرنسي جان إيف لودريان بغداد أمس.",
    "next year @ 2022-09-02: وتأتي زيارة الرئيس الفرنسي ماكرون إلى بغداد في أغسطس الماضي بعد عام من الأولى.",
)


def test_a_visit_told_many_times_is_one_occasion(register):
    read(register, *VISIT)
    link_documents(register)
    assert told(register, "visit") == {
        frozenset({"announced", "report", "later"}),
        frozenset({"other"}),
        frozenset({"next year"}),
        frozenset({"interview"}),  # of which August it speaks nobody can tell
    }


def test_an_undated_text_joins_a_visit_by_guest_place_and_month(register):
    read(register, *VISIT[1:4])
    link_documents(register)
    assert told(register, "visit") == {frozenset({"report", "later", "interview"})}


def test_ids_stay_when_more_is_told(register):
    read(register, DIALOGUE[1])
    link_documents(register)
    before = {tie.entry: (tie.occasion, tie.series) for tie in register.ties()}
    read(register, *DIALOGUE[:1], *DIALOGUE[2:])
    link_documents(register)
    link_documents(register, again=True)
    after = {tie.entry: (tie.occasion, tie.series) for tie in register.ties()}
    assert before.items() <= after.items()


def test_linking_again_finds_what_was_found_document_by_document(register, monkeypatch):
    monkeypatch.setattr("mahdar.pipeline.linking._AT_ONCE", 1)
    said = "أكد وزير الخارجية النرويجي التزام بلاده بتمويل محطة لتحلية المياه في مدينة مومباسا الكينية"
    reports = [
        f"{day} @ 2020-03-{day}: {said}. وسيعود إلى بلاده يوم {day} أبريل 2020." for day in range(10, 30)
    ]
    read(register, *reports, *DIALOGUE)
    link_documents(register)
    links, ties = list(register.links()), list(register.ties())
    assert len(links) > len(reports)
    assert link_documents(register, again=True).links == 0
    assert (list(register.links()), list(register.ties())) == (links, ties)


PROMISE = "أكد وزير الخارجية النرويجي التزام بلاده بتمويل محطة لتحلية المياه في مدينة مومباسا الكينية"


def restated(register: Register) -> set[tuple[str, str]]:
    """Return which ends are linked as saying the same."""
    return {(link.source, link.target) for link in register.links() if link.kind == "restates"}


@pytest.mark.parametrize("reread", ["10", "19", "29"])
def test_a_document_read_anew_keeps_what_others_linked_to_it(register, reread):
    reports = {
        f"{day}": f"{day} @ 2020-03-{day}: {PROMISE}. وسيعود إلى بلاده يوم {day} أبريل 2020."
        for day in range(10, 30)
    }
    for report in reports.values():
        read(register, report)
        link_documents(register)
    before = restated(register)
    register.add([reading(reports[reread])], reader="a newer one")
    assert link_documents(register).documents == 1
    assert restated(register) >= before
    register.add([reading(reports[reread])], reader="a third one")
    after = restated(register)
    assert link_documents(register).documents == 1
    assert restated(register) == after


def test_a_link_of_a_document_read_anew_ends_with_the_words_that_bore_it(register):
    read(register, f"early @ 2020-03-10: {PROMISE}.", f"late @ 2020-03-20: {PROMISE}. وعاد.")
    link_documents(register)
    ((source, _),) = restated(register)
    register.review(source, "rejected", "Salma", "said of another plant")
    assert link_documents(register).documents == 1
    assert not restated(register)


def test_older_versions_take_no_place_among_the_nearest(register):
    read(register, f"early @ 2020-03-10: {PROMISE.replace('مومباسا', 'كيسومو')}.")
    for day in range(10, 26):
        read(register, f"often saved @ 2020-03-20: {PROMISE}. وسيعود إلى بلاده يوم {day} أبريل 2020.")
        link_documents(register)
    assert len(restated(register)) == 1


def test_only_what_is_new_is_linked(register):
    read(register, *DIALOGUE[:2])
    assert link_documents(register).documents == 2
    assert link_documents(register).documents == 0
    read(register, DIALOGUE[2])
    report = link_documents(register)
    assert (report.documents, report.occasions, report.shared) == (1, 1, 1)


def test_a_review_has_a_document_linked_anew(register):
    read(register, *DIALOGUE[1:3])
    link_documents(register)
    entry = next(one for one in register.entries(type="meeting") if one.fields["date"])
    register.review(entry.id, "rejected", "Salma", "said of another meeting")
    assert link_documents(register).documents == 1
    assert not any(tie.entry == entry.id for tie in register.ties())


def test_a_new_version_takes_the_place_of_the_old(register):
    read(register, *DIALOGUE[:3])
    link_documents(register)
    changed = reading(DIALOGUE[2].replace("الثالث", "الثاني"))
    register.add([changed], reader="test")
    link_documents(register)
    assert [documents for _, documents in editions(register, "japan jordan")] == [
        "post second",
        "second third",
    ]


def test_wherever_linking_is_cut_off_the_next_run_ends_it(register):
    read(register, *DIALOGUE, *GROUPS)

    class CutOffError(Exception):
        pass

    def stop(_progress: object) -> None:
        raise CutOffError

    with pytest.raises(CutOffError):
        link_documents(register, progress=stop)
    assert not list(register.ties())
    assert link_documents(register).documents == len(DIALOGUE) + len(GROUPS)


def test_every_meeting_has_one_occasion(register):
    read(register, *itertools.chain(DIALOGUE, GROUPS, COMMITTEES, VISIT))
    link_documents(register)
    meetings = [one.id for one in register.entries(type="meeting")]
    assert sorted(tie.entry for tie in register.ties()) == sorted(meetings)
