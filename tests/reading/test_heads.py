"""Heads of acts: words that may head one, with class, content, target and tracks (`cases/heads_*.txt`)."""

from __future__ import annotations

from itertools import chain

import pytest
from tests.reading.notation import Case, load, told


def _id(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", load("heads_made"), ids=_id)
def test_heads_are_read(case: Case) -> None:
    assert told(case) == []


@pytest.mark.parametrize("case", load("heads_negative"), ids=_id)
def test_words_that_head_nothing(case: Case) -> None:
    assert case.expected == []
    assert told(case) == []


def test_names_of_cases_are_unique() -> None:
    cases = [case.name for case in chain(load("heads_made"), load("heads_negative"))]
    assert len(cases) == len(set(cases))
