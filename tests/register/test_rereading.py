"""What a second reading makes of each entry, by its state, its review and whether it is found."""

from __future__ import annotations

import pytest

from mahdar.register.rereading import decide

FOUND = {
    "article": "a",
    "confidence": 0.5,
    "reader": "r",
    "evidence": [[0, 1, "x"]],
    "fields": {"value": "2021"},
}


def held(state: str, review: str) -> dict[str, object]:
    return {**FOUND, "id": "1", "type": "date", "state": state, "review": review, "reviewed": None}


@pytest.mark.parametrize(
    ("state", "review", "found", "what"),
    [
        ("active", "unreviewed", True, None),
        ("active", "unreviewed", False, "retired"),
        ("active", "accepted", False, "stale"),
        ("active", "rejected", False, "stale"),
        ("stale", "accepted", False, None),
        ("stale", "accepted", True, "returned"),
        ("retired", "unreviewed", False, None),
        ("retired", "unreviewed", True, "returned"),
    ],
)
def test_what_becomes_of_an_entry(state, review, found, what):
    changes = decide({"1": held(state, review)}, {"1": FOUND} if found else {})
    assert [change.what for change in changes] == ([what] if what else [])


def test_only_what_is_read_otherwise_is_kept_as_before():
    changes = decide({"1": held("active", "unreviewed")}, {"1": {**FOUND, "confidence": 0.9}})
    assert (changes[0].what, changes[0].before) == ("changed", {"confidence": 0.5})


def test_what_nobody_held_is_no_change():
    assert decide({}, {"1": FOUND}) == ()
