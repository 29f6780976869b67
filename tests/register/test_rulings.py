"""Who is who by a person's word: merged, split, undone, and followed by whatever is read later."""

from __future__ import annotations

import pytest

from mahdar.errors import RegisterError, UnknownIdError
from mahdar.pipeline.library import read_text

FIRST = "قال وزير النقل العماني سالم بن راشد المعمري إن الميناء جاهز.\n"
SECOND = "قال وزير النقل العماني سالم المعمري إن المشروع قائم.\n"
OTHER = "التقى وزير الطاقة الكويتي فهد السويلم نظيره الياباني.\n"


@pytest.fixture
def people(register):
    """Return a register with three documents, and its people by the documents that name them."""
    texts = {"first.txt": FIRST, "second.txt": SECOND, "other.txt": OTHER}
    register.add(read_text(text, name) for name, text in texts.items())
    return register


def named(register):
    """Return for each person the names of the documents that name them."""
    names = {record.id: record.name for record in register.documents(all_versions=True)}
    return {
        person.id: sorted({names[mention.document] for mention in person.mentions})
        for person in register.people()
    }


def of(register, document):
    return next(id_ for id_, where in named(register).items() if document in where)


def test_a_merge_makes_one_person_of_two(people):
    one, other = of(people, "first.txt"), of(people, "other.txt")
    made = people.decisions.merge(one, other, "Nadia", "one man")
    assert named(people) == {one: ["first.txt", "other.txt", "second.txt"]}
    assert [made] == list(people.decisions.rulings())
    assert (made.what, made.person, made.other, made.why) == ("merge", one, other, "one man")


def test_undoing_a_merge_gives_back_what_it_moved(people):
    before = named(people)
    made = people.decisions.merge(of(people, "first.txt"), of(people, "other.txt"), "Nadia")
    people.decisions.undo(made.number, "Omar")
    assert named(people) == before
    assert people.decisions.rulings() == ()
    assert [one.undone is None for one in people.decisions.rulings(undone=True)] == [False]


def test_a_split_makes_two_people_of_one(people):
    one = of(people, "first.txt")
    second = people.document("second.txt").id
    made = people.decisions.split(one, [second], "Nadia", "his namesake")
    assert named(people)[one] == ["first.txt"]
    assert named(people)[made.other] == ["second.txt"]
    people.decisions.undo(made.number, "Nadia")
    assert named(people)[one] == ["first.txt", "second.txt"]


def test_rulings_are_followed_when_documents_are_read_again(people):
    one, other = of(people, "first.txt"), of(people, "other.txt")
    people.decisions.merge(one, other, "Nadia")
    made = people.decisions.split(one, [people.document("second.txt").id], "Nadia")
    before = named(people)
    texts = {"first.txt": FIRST, "second.txt": SECOND, "other.txt": OTHER}
    people.add((read_text(text, name) for name, text in texts.items()), reader="another")
    assert named(people) == before
    assert before[made.other] == ["second.txt"]


def test_what_is_read_later_follows_a_merge_and_is_given_back_with_it(people):
    one, other = of(people, "first.txt"), of(people, "other.txt")
    made = people.decisions.merge(one, other, "Nadia")
    people.add([read_text("زار وزير الطاقة الكويتي فهد السويلم طوكيو.\n", "later.txt")])
    assert "later.txt" in named(people)[one]
    people.decisions.undo(made.number, "Nadia")
    assert named(people)[other] == ["later.txt", "other.txt"]


def test_every_ruling_is_an_event(people):
    one, other = of(people, "first.txt"), of(people, "other.txt")
    made = people.decisions.merge(one, other, "Nadia", "one man")
    people.decisions.undo(made.number, "Omar", "two men")
    merged, undone = list(people.events())[-2:]
    assert (merged.what, merged.who, merged.why) == ("merged", "Nadia", "one man")
    assert merged.data == {"ruling": made.number, "person": one, "other": other}
    assert (undone.what, undone.who, undone.why) == ("undone", "Omar", "two men")


def test_what_makes_no_sense_is_refused_and_changes_nothing(people):
    one, other = of(people, "first.txt"), of(people, "other.txt")
    before = named(people)
    with pytest.raises(RegisterError, match="one person already"):
        people.decisions.merge(one, one, "Nadia")
    with pytest.raises(RegisterError, match="none of these documents"):
        people.decisions.split(one, [people.document("other.txt").id], "Nadia")
    with pytest.raises(RegisterError, match="named nowhere else"):
        people.decisions.split(other, [people.document("other.txt").id], "Nadia")
    with pytest.raises(UnknownIdError, match="no ruling 7"):
        people.decisions.undo(7, "Nadia")
    assert named(people) == before


def test_a_ruling_that_another_rests_on_is_undone_last(people):
    one, other = of(people, "first.txt"), of(people, "other.txt")
    first = people.decisions.split(one, [people.document("second.txt").id], "Nadia")
    people.decisions.merge(other, first.other, "Nadia")
    with pytest.raises(RegisterError, match="rests on ruling"):
        people.decisions.undo(first.number, "Nadia")
