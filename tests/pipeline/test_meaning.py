"""Acts that say the same in other words, by a model made for the test, and without any."""

from __future__ import annotations

from pathlib import Path

import pytest

import mahdar
from mahdar.pipeline import meaning
from mahdar.pipeline.meaning import link_by_meaning

ONE = "أكد وزير الخارجية العماني التزام السلطنة بتأمين الملاحة في مضيق هرمز وبحر العرب."
OTHER = "جدد الوزير العماني تعهد بلاده بحماية السفن العابرة في مضيق هرمز وبحر العرب."


class Alike:
    """Says of any two sentences how near they are: as it was told."""

    def __init__(self, near: float) -> None:
        self.near = near

    def vectors(self, texts: object) -> object:
        raise NotImplementedError

    def nearness(self, left, right):
        return [[self.near for _ in right] for _ in left]


@pytest.fixture
def register(tmp_path: Path):
    with mahdar.open_register(tmp_path / "r.sqlite") as opened:
        opened.add(
            [
                mahdar.read_text(ONE, "one", date="2019-01-01"),
                mahdar.read_text(OTHER, "two", date="2021-01-01"),
            ]
        )
        yield opened


def test_what_is_near_enough_is_linked_once(register):
    acts = {one.document: one.fields["class"] for one in register.entries(type="act")}
    assert len(acts) == 2
    linked = link_by_meaning(register, meaning=Alike(0.9))
    assert linked == (1 if len(set(acts.values())) == 1 else 0)
    assert link_by_meaning(register, meaning=Alike(0.9)) == 0


def test_what_is_merely_about_the_same_is_not(register):
    assert link_by_meaning(register, meaning=Alike(0.6)) == 0


def test_without_the_extra_nothing_is_looked_for(register, monkeypatch):
    monkeypatch.setattr(meaning, "load_meaning", lambda: None)
    assert link_by_meaning(register) is None
