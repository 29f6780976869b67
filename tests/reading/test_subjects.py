"""Who acts and who speaks: what each passage says stands under it in `cases/`."""

from __future__ import annotations

import pytest
from tests.reading.notation import Case, load, told


def _id(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", load("subjects_made"), ids=_id)
def test_who_acts_in_passages_made_for_it(case: Case) -> None:
    assert told(case) == []


@pytest.mark.parametrize("case", load("strangers"), ids=_id)
def test_nobody_acts_who_only_stands_near(case: Case) -> None:
    assert told(case) == []
