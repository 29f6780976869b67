"""Series and editions by lasting names, over a register made by hand."""

from __future__ import annotations

import pytest

from mahdar.errors import UnknownIdError
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Evidence
from mahdar.pipeline.series import EditionRecord, SeriesRecord
from mahdar.pipeline.series_keys import edition_called, edition_key, series_called, series_key


def meeting(n: int, date: str | None) -> EntryRecord:
    fields = {"status": "held", "date": date, "place": None, "chairs": []}
    words = (Evidence(0, 4, "لقاء"),)
    return EntryRecord(f"e{n}", "d", "a", "meeting", words, 0.5, "r", "unreviewed", "active", fields)


def edition(n: int, number: int | None, date: str | None) -> EditionRecord:
    return EditionRecord(f"{n:016x}", number, inferred=False, entries=(meeting(n, date),))


DIALOGUE = SeriesRecord(
    "1111111111111111", "strategic_dialogue", ("OMN", "PRT"), "الحوار",
    (edition(1, None, "2019-05-01"), edition(2, 2, "2020"), edition(3, 3, "2021-06"), edition(4, 3, None)),
)  # fmt: skip
GROUP = SeriesRecord("2222222222222222", "working_group", ("OMN", "PRT"), "فريق", DIALOGUE.editions[:3])
BODY = SeriesRecord("2222223333333333", "meeting", ("ORG:Port League",), "المجلس", ())
EVERY = (GROUP, DIALOGUE, BODY)


def test_a_dialogue_is_called_by_its_parties_and_others_by_their_ids() -> None:
    assert [series_key(one) for one in EVERY] == [GROUP.id, "OMN-PRT", BODY.id]


@pytest.mark.parametrize("key", ["OMN-PRT", "prt_omn", "PRT, OMN", "111111", DIALOGUE.id])
def test_a_dialogue_goes_before_other_series_of_its_parties(key: str) -> None:
    assert series_called(EVERY, key) is DIALOGUE


@pytest.mark.parametrize("key", ["OMN", "FRA-PRT", "222222", "11111", ""])
def test_what_names_no_series_or_several_is_refused(key: str) -> None:
    with pytest.raises(UnknownIdError):
        series_called(EVERY, key)


def test_an_edition_is_called_by_what_it_alone_has() -> None:
    keys = [edition_key(DIALOGUE, one) for one in DIALOGUE.editions]
    assert keys == ["2019-05-01", "2", "2021-06", f"{4:016x}"]
    assert [edition_called(DIALOGUE, key) for key in keys] == list(DIALOGUE.editions)


def test_an_edition_is_found_by_its_year() -> None:
    assert edition_called(DIALOGUE, "2019").number is None
    with pytest.raises(UnknownIdError, match="has no session 2022, but 2019-05-01, 2"):
        edition_called(DIALOGUE, "2022")
