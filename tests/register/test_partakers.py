"""Who takes part: people and parties as a register lists them, on both databases."""

from __future__ import annotations

import pytest

from mahdar.register.facets import Narrowed


@pytest.fixture
def three(register, make):
    register.add([make.reading(topic, name=f"{topic}.txt") for topic in ("الميناء", "السكك", "المطار")])
    return register


def test_people_are_counted_by_documents_and_mentions(three):
    (one,) = three.exploring.people()
    assert (one.name, one.name_ar, one.parties) == ("Salim Al Nahar", "سالم بن راشد النهار", ("OMN",))
    assert (one.documents, one.mentions) == (3, 3)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("النهار", 1),
        ("سالم النهار", 1),
        ("nahar", 1),
        ("Salim النهار", 1),
        ("راشد", 1),
        ("خالد", 0),
        ("%", 0),
    ],
)
def test_a_person_is_found_by_any_part_of_a_name(three, words, found):
    assert len(three.exploring.people(words)) == found


def test_a_person_is_of_the_parties_that_documents_see(three):
    assert len(three.exploring.people("", "OMN")) == 1
    assert three.exploring.people("", "OM") == ()
    assert three.exploring.people("", "PRT") == ()


def test_offices_and_names_under_which_somebody_speaks(three):
    (one,) = three.exploring.people()
    (office,) = three.exploring.offices([one.id])[one.id]
    assert (office.title, office.party, office.last, office.seen) == (
        "Minister of Transport", "OMN", "2021-05-04", 3,
    )  # fmt: skip
    assert three.exploring.spoken_as(one.id) == ("Salim Al Nahar",)
    assert three.exploring.arabic_names() == {"Salim Al Nahar": "سالم بن راشد النهار"}
    assert three.exploring.called([one.id]) == {one.id: ("Salim Al Nahar", "سالم بن راشد النهار")}


def test_parties_are_counted_once_an_entry_by_type(three):
    first, second = three.exploring.parties()
    assert (first.code, first.entries) == ("OMN", {"act": 3, "amount": 3, "instrument": 3, "meeting": 3})
    assert (second.code, second.total) == ("PRT", 9)


def test_a_part_of_a_table_has_its_days_and_an_older_version_nothing(three, make):
    asked = Narrowed(type="act")
    assert three.exploring.total(asked) == 3
    part = three.exploring.part(asked, "document", 2, 1)
    assert [one.day for one in part] == ["2021-05-04"] * 2
    assert [one.id for one in three.exploring.every(asked, "document")][1:] == [one.id for one in part]
    names = three.exploring.names([one.document for one in part])
    assert set(names.values()) < {f"{topic}.txt" for topic in ("الميناء", "السكك", "المطار")}
    facets = {one.name: one.all for one in three.exploring.facets(asked)}
    assert facets == {
        "kind": 1,
        "party": 2,
        "track": 1,
        "year": 1,
        "review": 1,
        "confidence": 1,
        "document": 3,
    }
