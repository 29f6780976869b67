"""Who held which office when: spans from sightings, and the holder on a day."""

from __future__ import annotations

import pytest

from mahdar.linking.offices import holders, holdings
from mahdar.model.records import PersonRecord, SeenTitle
from mahdar.model.spans import Span

TITLE = "Minister of Transport"


def person(name: str, *days: str | None, title: str = TITLE, party: str = "OMN") -> PersonRecord:
    seen = tuple(SeenTitle(title, party, f"{name}{day}", Span(0, 4), day) for day in days)
    return PersonRecord(name.lower(), name, name, None, seen, ())


AHMAD = person("Ahmad", "2020-03-01", "2019-01-05")
SALIM = person("Salim", "2022-06-01", "2021-02-01", None)


def test_a_holding_goes_from_the_first_day_to_the_last() -> None:
    first, last = holdings([SALIM, AHMAD])
    assert (first.name, first.first, first.last) == ("Ahmad", "2019-01-05", "2020-03-01")
    assert (last.name, last.first, last.last, len(last.seen)) == ("Salim", "2021-02-01", "2022-06-01", 3)
    assert first.others == last.others == ()


def test_somebody_else_in_between_is_named() -> None:
    between = person("Nasser", "2019-12-01")
    found = {one.name: one.others for one in holdings([AHMAD, between])}
    assert found == {"Ahmad": ("Nasser",), "Nasser": ()}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-03-01", [("Ahmad", "seen")]),
        ("2019-08-01", [("Ahmad", "between")]),
        ("2022-01-01", [("Salim", "between")]),
        ("2020-12-01", [("Ahmad", "before"), ("Salim", "behind")]),
        ("2018-01-01", [("Ahmad", "behind")]),
        ("2023-01-01", [("Salim", "before")]),
    ],
)
def test_the_holder_on_a_day_and_how_far_documents_say_so(day: str, expected: list[tuple[str, str]]) -> None:
    found = holders(holdings([AHMAD, SALIM]), TITLE, "OMN", day)
    assert [(one.holding.name, one.how) for one in found] == expected
    assert [one.sure for one in found] == [how in {"seen", "between"} for _, how in expected]


def test_two_people_on_one_day_are_both_named() -> None:
    found = holders(holdings([AHMAD, person("Nasser", "2020-03-01")]), TITLE, "OMN", "2020-03-01")
    assert [one.holding.name for one in found] == ["Ahmad", "Nasser"]


def test_another_office_or_party_is_another_matter() -> None:
    assert holders(holdings([AHMAD]), TITLE, "KWT", "2020-03-01") == ()
    assert holders(holdings([AHMAD]), "Minister of Energy", "OMN", "2020-03-01") == ()
