"""A text is asked about once, and what is kept lies to others as what was just asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from mahdar.pipeline.kept_meaning import KeptMeaning

np = pytest.importorskip("numpy")


class Letters:
    """Says how often a text has each of three letters; notes what it was asked about."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def vectors(self, texts: Sequence[str]) -> Any:
        self.texts += texts
        return np.array([[text.count(letter) / 3 for letter in "abc"] for text in texts], dtype=np.float32)


def test_what_is_kept_is_not_asked_about_again() -> None:
    model = Letters()
    first = KeptMeaning(model, "letters 1", {})
    before = first.vectors(["ab", "c", "ab"])
    assert model.texts == ["ab", "c"]
    again = KeptMeaning(model, "letters 1", first.asked)
    after = again.vectors(["c", "ab", "bb"])
    assert model.texts == ["ab", "c", "bb"]
    assert after[0].tolist() == before[1].tolist()
    assert after[1].tolist() == before[0].tolist()
    assert after.dtype == np.float32


def test_only_what_is_asked_about_is_kept_on() -> None:
    first = KeptMeaning(Letters(), "letters 1", {})
    first.vectors(["ab", "c"])
    again = KeptMeaning(Letters(), "letters 1", first.asked)
    again.vectors(["c"])
    assert len(again.asked) == 1


def test_another_model_s_word_is_not_taken() -> None:
    first = KeptMeaning(Letters(), "letters 1", {})
    first.vectors(["ab"])
    model = Letters()
    KeptMeaning(model, "letters 2", first.asked).vectors(["ab"])
    assert model.texts == ["ab"]
