"""Steps that people write down: added, taken back, never deleted."""

from __future__ import annotations

from typing import Any

import pytest
from tests.register.conftest import Maker

from mahdar.errors import MahdarError, RegisterError, UnknownIdError
from mahdar.register import Register


@pytest.fixture
def commitment(register: Register) -> str:
    register.add([Maker().reading()], reader="one")
    return next(one.id for one in register.entries(type="act"))


def test_a_step_stands_until_it_is_taken_back(register: Register, commitment: str) -> None:
    made = register.add_step(commitment[:8], "under_way", "2022-05", "Layla", source="Gazette 14")
    assert list(register.steps()) == [made]
    assert (made.entry, made.rung, made.source, made.note) == (commitment, "under_way", "Gazette 14", None)
    register.remove_step(made.id[:8], "Omar", "another text was meant")
    assert not list(register.steps())


def test_every_change_is_an_event(register: Register, commitment: str) -> None:
    made = register.add_step(commitment, "under_way", "2022-05", "Layla", note="seen on site")
    register.remove_step(made.id, "Omar", "wrong site")
    told = [(one.what, one.who, one.why) for one in register.events(entry=commitment) if "step" in one.what]
    assert told == [("step_added", "Layla", "seen on site"), ("step_removed", "Omar", "wrong site")]


def test_the_same_step_stands_once_and_can_come_back(register: Register, commitment: str) -> None:
    step: dict[str, Any] = {"rung": "signed", "date": "2022", "who": "Layla", "note": "seen"}
    made = register.add_step(commitment, **step)
    with pytest.raises(RegisterError, match="already"):
        register.add_step(commitment, **step)
    register.remove_step(made.id, "Layla")
    assert register.add_step(commitment, **step).id == made.id


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"rung": "finished"}, "no rung"),
        ({"date": "May"}, "no date"),
        ({"note": None}, "a source or a note"),
        ({"who": " "}, "name of whoever"),
    ],
)
def test_a_step_that_says_too_little_is_refused(
    register: Register, commitment: str, change: dict[str, Any], told: str
) -> None:
    step: dict[str, Any] = {"rung": "signed", "date": "2022", "who": "Layla", "note": "seen"}
    with pytest.raises(RegisterError, match=told):
        register.add_step(commitment, **(step | change))
    assert not list(register.steps())


def test_a_step_belongs_to_a_commitment_or_an_instrument(register: Register, commitment: str) -> None:
    quote = next(one.id for one in register.entries(type="quote"))
    with pytest.raises(RegisterError, match="of type quote"):
        register.add_step(quote, "signed", "2022", "Layla", note="seen")


def test_an_unknown_step_is_told_so(register: Register, commitment: str) -> None:
    with pytest.raises(UnknownIdError, match="no step"):
        register.remove_step("00000000", "Layla")
    with pytest.raises(MahdarError):
        register.add_step("ffffffff", "signed", "2022", "Layla", note="seen")
