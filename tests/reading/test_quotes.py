"""Quotes in passages: what each says stands under it in `cases/quotes.txt`."""

from __future__ import annotations

import pytest
from tests.reading.notation import Case, load, quotes_told


def _id(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", load("quotes"), ids=_id)
def test_quotes(case: Case) -> None:
    assert quotes_told(case) == []


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case.cause), id=case.name)
        for case in load("quotes_known_failures")
    ],
)
def test_quotes_not_yet_read_rightly(case: Case) -> None:
    assert quotes_told(case) == []
