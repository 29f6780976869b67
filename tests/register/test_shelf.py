"""Documents looked for by name, kind, year and party, their versions, and who is named in one."""

from __future__ import annotations

import pytest

from mahdar.errors import UnknownIdError
from mahdar.register.shelf import ORDERS, Sought

PATH = "/records/a.txt"


def names(register, **asked) -> list[str]:
    shelf = register.shelf
    return [one.name for one in shelf.listed(shelf.find(Sought(**asked)))]


@pytest.fixture
def held(register, make):
    topics = ("الميناء", "السكك", "الطيران")
    register.add(
        [make.reading(topic, name=f"{n}-{topic}.txt") for n, topic in enumerate(topics)], reader="one"
    )
    return register


def test_documents_are_found_by_what_one_knows_of_them(held):
    every = ["0-الميناء.txt", "1-السكك.txt", "2-الطيران.txt"]
    assert names(held) == every
    assert names(held, words="الميناء 0") == every[:1]
    assert names(held, words="سكك") == every[1:2]
    assert names(held, kind="joint_statement", year="2021", party="OMN") == every
    assert names(held, kind="interview") == []
    assert names(held, year="2020") == []
    assert names(held, party="FRA") == []
    assert held.shelf.years() == ["2021"]


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_runs_both_ways_and_loses_none(held, order):
    assert sorted(names(held, order=order)) == sorted(names(held, order=order, down=True))
    assert len(names(held, order=order)) == 3


def test_a_list_says_what_a_document_holds(held, make):
    one = next(held.shelf.listed(held.shelf.find(Sought(words="السكك"))))
    assert (one.title, one.published) == ("الجولة الثالثة: السكك", "2021-05-04")
    assert (one.articles, one.kinds, one.entries) == (1, ("joint_statement",), 6)
    assert one.chars == len(make.text("السكك"))


def test_rejected_entries_are_not_counted_and_lead_to_no_document(held):
    id_ = held.shelf.find(Sought(words="السكك"))[0]
    for entry in list(held.entries(id_)):
        held.review(entry.id, "rejected", "mariam", "no entry")
    assert next(held.shelf.listed([id_])).entries == 0
    assert names(held, party="OMN") == ["0-الميناء.txt", "2-الطيران.txt"]


def test_versions_stand_in_their_order_from_whichever_one_asks(register, make):
    readings = [make.reading(one, path=PATH, name="a.txt") for one in ("الميناء", "السكك", "الطيران")]
    for reading in readings:
        register.add([reading], reader="one")
    ids = [reading.document.id for reading in readings]
    for id_ in ids:
        assert [one.id for one in register.shelf.versions(id_)] == ids
    assert [one.current for one in register.shelf.versions(ids[0])] == [False, False, True]
    assert register.shelf.find(Sought()) == ids[2:]


def test_who_is_named_is_told_of_one_document_alone(held):
    id_ = held.shelf.find(Sought(words="السكك"))[0]
    (person,) = held.shelf.people(id_)
    assert {one.document for one in person.mentions} == {id_}
    assert len(next(held.people()).mentions) == 3


def test_a_document_is_called_by_the_beginning_of_its_id_or_its_name(held):
    id_ = held.shelf.find(Sought(words="السكك"))[0]
    assert held.shelf.document(id_[:12]).id == held.shelf.document("1-السكك.txt").id == id_
    with pytest.raises(UnknownIdError):
        held.shelf.document("nothing")
