"""Questions to a register: each way to narrow them, alone and together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mahdar.model.days import overlaps
from mahdar.register import Wanted


@pytest.fixture
def filled(register, make):
    """Two statements of the same form; the second is dated by a person only, and its promise has a day."""
    first, second = make.reading("الميناء"), make.reading("السكك")
    page = replace(second.page, articles=tuple(replace(one, published=None) for one in second.page.articles))
    entries = tuple(
        replace(one, entry=replace(one.entry, due="2023-06", confidence=0.5))
        if one.entry.type == "act"
        else one
        for one in second.entries
    )
    document = replace(second.document, given="2022-03-01")
    register.add([first, replace(second, document=document, page=page, entries=entries)], reader="one")
    return register


def asked(register, **wanted) -> list[str]:
    """Return type and topic of what is found."""
    found = register.ask(Wanted(**wanted))
    return [f"{one.type} {register.document(one.document).name.removesuffix('.txt')}" for one in found]


def test_two_parties_are_both_in_the_entry(filled):
    assert {one.split()[0] for one in asked(filled, parties=("OMN", "PRT"))} == {
        "meeting", "act", "instrument",
    }  # fmt: skip
    assert asked(filled, parties=("OMN", "YEM")) == []


def test_roles_are_told_apart(filled):
    assert asked(filled, actor="OMN") == ["act السكك", "act الميناء"]
    assert asked(filled, actor="PRT") == []
    assert asked(filled, target="PRT") == ["act السكك", "act الميناء"]


@pytest.mark.parametrize("name", ["nahar", "Salim Al Nahar", "النهار", "سالم النّهار"])
def test_a_speaker_is_asked_for_by_a_part_of_a_name_in_either_script(filled, name):
    assert asked(filled, voices=filled.voices(name)) == ["quote السكك", "quote الميناء"]


@pytest.mark.parametrize("name", ["nobody", "", " "])
def test_nobody_speaks_under_a_name_that_is_none(filled, name):
    assert asked(filled, voices=filled.voices(name)) == []


def test_words_stand_in_the_evidence_whatever_their_spelling_and_order(filled):
    assert asked(filled, contains="مُذكّره الجانبان") == ["instrument السكك", "instrument الميناء"]
    assert asked(filled, contains="مذكرة مطار") == []


def test_what_is_due_is_asked_for_by_the_day_by_which_it_is(filled):
    assert asked(filled, due=True) == ["act السكك"]
    assert asked(filled, due=True, since="2023-06-15") == ["act السكك"]
    assert asked(filled, due=True, until="2023-05") == []


def test_a_stretch_of_time_asks_for_an_entrys_own_day_then_the_articles_then_the_given_one(filled):
    assert asked(filled, type="act", since="2022") == ["act السكك"]
    assert asked(filled, type="act", until="2021") == ["act الميناء"]
    assert asked(filled, type="meeting", since="2022") == []
    assert asked(filled, type="meeting", since="2021-05-04", until="2021-05-04") == [
        "meeting السكك",
        "meeting الميناء",
    ]


def test_answers_come_by_day_where_that_is_wanted(filled):
    days = [one.day for one in filled.ask(Wanted(by_day=True))]
    assert days == sorted(days)
    assert (days[0], days[-1]) == ("2021-05-04", "2022-03-01")


def test_only_the_surer_ones_are_asked_for(filled):
    assert asked(filled, type="act", min_confidence=0.75) == ["act الميناء"]


def test_a_track_and_everything_at_once(filled):
    assert asked(filled, track="transport") == ["act السكك", "act الميناء"]
    assert asked(
        filled, type="act", kind="commit", parties=("OMN",), track="transport", due=True, contains="تمويل"
    ) == ["act السكك"]


@pytest.mark.parametrize(
    ("day", "since", "until", "does"),
    [
        ("2021-05-04", "2021-05-04", "2021-05-04", True),
        ("2021-05-04", "2021-05-05", None, False),
        ("2021-05", "2021-05-31", None, True),
        ("2021", None, "2020-12", False),
        ("2020-12/2021-02", "2021-01-10", "2021-01-20", True),
        ("2024/2030", "2031", None, False),
    ],
)
def test_days_months_and_ranges_are_stretches(day, since, until, does):
    assert overlaps(day, since, until) is does
