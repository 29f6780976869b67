"""Agreement between reviewers, held against the published examples of the coefficient."""

from __future__ import annotations

import re

import pytest

from mahdar.errors import RegisterError
from mahdar.model.entries import Date
from mahdar.model.spans import Span
from mahdar.pipeline.agreement import agreement, alpha
from mahdar.pipeline.library import read_text
from mahdar.register import Register


def units(*reviewers: str) -> list[list[str]]:
    """Each line is a reviewer, each column a thing; a point says nothing."""
    columns = zip(*(line.split() for line in reviewers), strict=True)
    return [[value for value in column if value != "."] for column in columns]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # Krippendorff 2011: binary data, two observers, no missing data
        (units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        # nominal data, two observers, no missing data
        (units("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        # nominal data, any number of observers, missing data
        (
            units(
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
        # the example of the encyclopaedias: three coders, fifteen units
        (
            units(
                ". . . . . 3 4 1 2 1 1 3 3 . 3",
                "1 . 2 1 3 3 4 3 . . . . . . .",
                ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
            ),
            0.691,
        ),
    ],
)
def test_alpha_is_what_was_published(said, expected):
    assert alpha(said) == pytest.approx(expected, abs=0.0005)


def test_alpha_is_none_where_nothing_can_be_told():
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None
    assert alpha([["a", "a"], ["a", "a", "a"]]) is None


def test_those_who_always_differ_are_worse_than_chance():
    assert alpha([["a", "b"], ["b", "a"]]) == pytest.approx(-0.5)


@pytest.fixture
def judged(tmp_path) -> Register:
    """Two reviewers of ten dates and of three acts, and one who judged by himself."""
    text = "زارت الوزيرة باماكو في 3 مايو 2019. " + " ".join(f"في {day} يونيو 2019." for day in range(1, 10))
    reading = read_text(text, "made.txt")
    with Register.open(tmp_path / "a.sqlite") as register:
        register.add([reading], reader="one")
        reviews = register.reviews
        dates = [one.id for one in register.entries(type=Date.type)][:10]
        for number, id_ in enumerate(dates):
            first, second = "0100000010"[number], "1110010000"[number]
            for who, said in (("meg", first), ("owen", second)):
                why = {"reason": "denied"} if said == "1" else {}
                reviews.judge(id_, "rejected" if said == "1" else "accepted", who, alone=True, **why)
        document = next(register.documents()).id
        kinds = (("deed", "deed"), ("deed", "discuss"), ("hope", None))
        for (first, second), word in zip(kinds, re.finditer(r"\w+", text), strict=False):
            span = Span(*word.span())
            fields = {"class": first, "trigger": {"start": span.start, "end": span.end}}
            id_ = reviews.add(document, "act", [span], fields, "meg").entry.id
            if second is None:
                reviews.judge(id_, "rejected", "owen", reason="twice", alone=True)
            elif second == first:
                reviews.judge(id_, "accepted", "owen", alone=True)
            else:
                reviews.judge(id_, "corrected", "owen", fields={"class": second}, alone=True)
        yield register


def test_agreement_is_told_by_type(judged):
    found = {(one.type, one.question): one for one in agreement(judged).measured}
    dates = found["date", "verdict"]
    assert (dates.entries, dates.judgements, dates.same) == (10, 20, 0.6)
    assert dates.alpha == pytest.approx(0.095, abs=0.0005)
    kinds = found["act", "kind"]
    expected = alpha([["deed", "deed"], ["deed", "discuss"], ["hope", "rejected"]])
    assert (kinds.entries, kinds.alpha) == (3, expected)
    assert found[None, "verdict"].entries == 13
    assert ("date", "kind") not in found


def test_every_two_reviewers_are_compared(judged):
    judged.review(next(judged.entries()).id, "accepted", "karim")
    found = agreement(judged)
    assert dict(found.reviewers) == {"meg": 13, "owen": 13, "karim": 1}
    assert [(one, other) for one, other, _ in found.pairs] == [
        ("karim", "meg"), ("karim", "owen"), ("meg", "owen"),
    ]  # fmt: skip
    assert [(one, other) for one, other, _ in agreement(judged, alone=True).pairs] == [("meg", "owen")]


def test_nothing_judged_twice_is_no_agreement(tmp_path):
    with Register.open(tmp_path / "a.sqlite") as register:
        found = agreement(register)
        assert (found.reviewers, found.pairs, found.measured[0].alpha) == ((), (), None)
        with pytest.raises(RegisterError):
            register.reviews.undo("meg")
