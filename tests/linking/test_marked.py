"""What people see in the dialogues beside what is taken up, and how much of it is found.

All of it was marked before the dialogues were read for the first time; docs/quality.md has what was found
then. The floors are what holds now. An instrument's mentions are one where links tie them together, at one
remove or several.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from tests.linking.marked import Marked, marked
from tests.linking.scoring import DIALOGUES, read_dialogue
from tests.linking.test_pairs import scores

FLOORS: Final = {
    "netherlands-oman": {
        "occasions": (1.0, 1.0),
        "instruments": (1.0, 1.0),
        "contradictions": (1.0, 1.0),
        "offices": (1.0, 0.85),
        "holders": (1.0, 1.0),
    },
    "vietnam-algeria": {
        "occasions": (1.0, 0.5),
        "instruments": (0.65, 1.0),
        "contradictions": (1.0, 0.5),
        "offices": (0.75, 0.75),
        "holders": (0.65, 0.65),
    },
    "malaysia-saudi": {
        "occasions": (1.0, 0.75),
        "instruments": (1.0, 1.0),
        "contradictions": (1.0, 0.33),
        "offices": (0.85, 0.85),
        "holders": (1.0, 1.0),
    },
}
"""Dialogue → what is marked in it → least precision and recall."""
CARRIED: Final = {
    "netherlands-oman": {"aligned": 0.8, "left_out": 0.85, "added": 0.54, "altered": 0.66},
    "malaysia-saudi": {"aligned": 0.75, "left_out": 0.79, "added": 0.5, "altered": 1.0},
}
"""Dialogue → what its report makes of its statement → least F1."""


@pytest.fixture(scope="module", params=sorted(FLOORS))
def dialogue(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Marked]]:
    name = request.param
    with read_dialogue(name, tmp_path_factory.mktemp(name)) as register:
        yield name, Marked(name, register)


@pytest.mark.parametrize("what", ["occasions", "instruments", "contradictions", "offices", "holders"])
def test_what_is_marked_in_a_dialogue_is_found(dialogue: tuple[str, Marked], what: str) -> None:
    name, its = dialogue
    tally, (precision, recall) = getattr(its, what)(), FLOORS[name][what]
    assert tally.precision >= precision, tally.wrong
    assert tally.recall >= recall, tally.missed


@pytest.mark.parametrize("name", sorted(CARRIED))
def test_what_a_report_makes_of_its_statement_is_found(name: str) -> None:
    (report,) = marked(name)["report"]
    pair = {
        **report,
        **{
            kind: [{"statement": one, "report": other} for one, other in report[kind]]
            for kind in ("aligned", "altered")
        },
    }
    found = scores(pair, DIALOGUES / name)
    assert {kind for kind, least in CARRIED[name].items() if found[kind] < least} == set(), found
