"""Who is who: pairs of names with what stands beside them, and whether they are one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.name_chain import name_chain_table
from mahdar.linking.people import (
    Known,
    Seen,
    asked_keys,
    founded_id,
    joined,
    name_keys,
    recognise,
    seen_person,
)
from mahdar.model.mentions import Person, PersonMention, SeenOffice

NAMES = name_chain_table(default_lexicon())


def seen(line: str) -> Seen:
    """`name / party / title`, the last two may be missing; a Latin name before `=` is the lexicon's."""
    latin, _, rest = line.rpartition("=")
    name, party, title, *_ = [*(part.strip() for part in rest.split("/")), "", ""]
    mention = PersonMention(0, 1, 0, 1, latin or "X", party or None)
    offices = (SeenOffice(title, party or None, 2, 3),) if title else ()
    source = "lexicon" if latin else "transliteration"
    return seen_person(Person(latin.strip() or "X", name, source, (mention,), offices), NAMES)


def meets(one: str, other: str) -> bool:
    """Whether the second is recognised as the first, and found by a key that they share."""
    first, second = seen(one), seen(other)
    fits = recognise(second, [Known("1", first)]) is not None
    by_name = first.source == second.source == "lexicon"
    return fits and (by_name or bool({*name_keys(first.chain)} & {*asked_keys(second.chain)}))


SAME = [
    ("Badr Albusaidi = بدر البوسعيدي / OMN", "Badr Albusaidi = بدر بن حمد / OMN"),
    ("خليفة بن عبد الله بن سعيد آل نهار / OMN", "خليفة بن عبدالله آل نهار / OMN"),
    ("خليفة بن عبد الله بن سعيد النهار / OMN", "خليفة النهار / OMN"),
    ("خليفة بن عبد الله النهار / OMN / Minister", "خليفة بن عبد الله / OMN / Minister"),
    ("سالم بن راشد النهار", "سالم راشد نهار"),
    ("سَالِم النَّهار / OMN", "سالم النهار / OMN"),
    ("سالم النهار / OMN / Minister", "النهار / OMN / Minister"),
    ("يورغن هاوزمان / AUT / Ambassador", "يورغين هاوزمان / AUT / Ambassador"),
    ("جورج و. كرافت / CAN", "جورج كرافت / CAN"),
    ("سالم النهار / OMN / Minister", "سالم النهار / OMN / Ambassador"),
    ("سالم النهار", "سالم النهار / OMN"),
]
APART = [
    ("Badr Albusaidi = بدر البوسعيدي / OMN", "Badr Ahmad = بدر البوسعيدي / OMN"),
    ("سالم النهار / OMN", "سالم النهار / YEM"),
    ("سالم بن راشد النهار / OMN", "سالم بن سعيد النهار / OMN"),
    ("سالم النهار / OMN", "راشد النهار / OMN"),
    ("خليفة بن عبد الله النهار / OMN / Minister", "خليفة بن عبد الله / OMN / Ambassador"),
    ("خليفة بن عبد الله النهار / OMN", "خليفة النهار"),
    ("سالم النهار / OMN / Minister", "النهار / OMN / Ambassador"),
    ("سالم النهار / OMN", "النهار / OMN"),
    ("سالم", "سالم"),
    ("يورغن هاوزمان / AUT / Ambassador", "يورغين هاوزمان / AUT / Minister"),
    ("علي نهار / OMN / Minister", "عمي نهار / OMN / Minister"),
    ("راشد بن سالم / OMN / Minister", "سالم بن راشد / OMN / Minister"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_under_two_names_is_one(one, other):
    assert meets(one, other)
    assert meets(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_people_with_like_names_stay_apart(one, other):
    assert not meets(one, other)
    assert not meets(other, one)


def test_a_name_that_fits_two_people_equally_well_is_neither():
    known = [Known("1", seen("سالم بن راشد النهار / OMN")), Known("2", seen("سالم بن سعيد النهار / OMN"))]
    assert recognise(seen("سالم النهار / OMN"), known) is None


def test_an_office_decides_between_two_whom_a_name_fits():
    known = [
        Known("1", seen("سالم بن راشد النهار / OMN / Minister")),
        Known("2", seen("سالم بن سعيد النهار / OMN / Ambassador")),
    ]
    found = recognise(seen("سالم النهار / OMN / Ambassador"), known)
    assert found is not None
    assert found.id == "2"


def test_what_is_known_of_a_person_grows():
    known = joined(seen("سالم النهار / OMN / Minister"), seen("سالم بن راشد النهار / OMN / Ambassador"))
    assert known.name_ar == "سالم بن راشد النهار"
    assert known.titles == {"Minister", "Ambassador"}


def test_the_lexicons_name_stays():
    known = joined(seen("Salim Nahar = سالم النهار / OMN"), seen("سالم بن راشد النهار / OMN"))
    assert (known.name, known.source, len(known.chain)) == ("Salim Nahar", "lexicon", 3)


def test_an_id_does_not_depend_on_the_parts_between_first_and_last():
    assert founded_id(seen("سالم النهار / OMN")) == founded_id(seen("سالم بن راشد النهار / OMN"))
    assert founded_id(seen("سالم النهار / OMN")) != founded_id(seen("سالم النهار / YEM"))
    assert founded_id(seen("سالم النهار / OMN")) != founded_id(seen("سالم النهار / OMN"), 1)


parts = st.lists(
    st.sampled_from(["سالم", "راشد", "خليفة", "نهار", "عبد الله", "آل", "بن"]), min_size=1, max_size=5
)
people = st.builds(
    lambda name, party, title: f"{' '.join(name)} / {party} / {title}",
    parts,
    st.sampled_from(["OMN", "YEM", ""]),
    st.sampled_from(["Minister", "Ambassador", ""]),
)


@given(people, people)
def test_who_fits_whom_does_not_depend_on_who_came_first(one, other):
    first, second = seen(one), seen(other)
    assert bool(recognise(second, [Known("1", first)])) == bool(recognise(first, [Known("1", second)]))


@given(people, people)
def test_whoever_fits_is_found_by_a_key(one, other):
    first, second = seen(one), seen(other)
    if recognise(second, [Known("1", first)]):
        assert {*name_keys(first.chain)} & {*asked_keys(second.chain)}


@given(st.text(max_size=30))
def test_every_name_has_a_part_and_a_key(name):
    assert name_keys(NAMES.cut(name))


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("خليفة بن عبد الله آل نهار", "خليفه عبدالله نهار"),
        ("خليفة عبدالله", "خليفه عبدالله"),
        ("أبو بكر الطيب", "ابوبكر طيب"),
        ("الطيب الحسن", "الطيب حسن"),
        ("جورج و. كرافت", "جورج كرافت"),
        ("هانز-يورغ مولر", "هانز يورغ مولر"),
        ("بن", "بن"),
    ],
)
def test_a_name_is_cut_into_its_parts(name, cut):
    assert " ".join(NAMES.cut(name)) == cut
