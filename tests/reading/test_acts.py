"""Acts in passages: what each says stands under it in `cases/`."""

from __future__ import annotations

from itertools import chain

import pytest
from tests.reading.notation import Case, load, told

KNOWN = load("known_failures")


def _id(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", load("wild"), ids=_id)
def test_acts_of_passages_as_documents_have_them(case: Case) -> None:
    assert told(case) == []


@pytest.mark.parametrize("case", load("made"), ids=_id)
def test_acts_of_one_behaviour(case: Case) -> None:
    assert told(case) == []


@pytest.mark.parametrize("case", load("statements_made"), ids=_id)
def test_acts_of_statements_and_posts(case: Case) -> None:
    assert told(case) == []


@pytest.mark.parametrize("case", load("targets"), ids=_id)
def test_whom_acts_are_directed_at(case: Case) -> None:
    assert told(case) == []


@pytest.mark.parametrize("case", load("tracks"), ids=_id)
def test_what_acts_are_about(case: Case) -> None:
    assert told(case) == []


@pytest.mark.parametrize("case", load("negative"), ids=_id)
def test_no_act(case: Case) -> None:
    assert case.expected == []
    assert told(case) == []


@pytest.mark.parametrize(
    "case", [pytest.param(c, marks=pytest.mark.xfail(reason=c.cause), id=c.name) for c in KNOWN]
)
def test_what_is_not_yet_read_rightly(case: Case) -> None:
    assert told(case) == []


def test_names_of_cases_are_unique() -> None:
    cases = [
        case.name
        for case in chain(*map(load, ("wild", "made", "targets", "tracks", "negative", "known_failures")))
    ]
    assert len(cases) == len(set(cases))
