"""Every value that a field may hold has a meaning and an Arabic label, and none has that is none."""

from __future__ import annotations

import re
import unicodedata

import pytest

from mahdar.lexicon import Lexicon
from mahdar.lexicon.load import Row
from mahdar.model import values

ROWS = Lexicon().rows("shared/values.toml", "value")
SETS = {name.lower(): tuple(found) for name, found in vars(values).items() if name.isupper()}
ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC SUKUN} ]+")


def names(value_set: str) -> list[str]:
    return [row.text("name") for row in ROWS if row.text("set") == value_set]


def test_the_file_holds_the_models_sets_and_no_other() -> None:
    assert {row.text("set") for row in ROWS} == set(SETS)


@pytest.mark.parametrize("value_set", sorted(SETS))
def test_each_value_of_a_set_stands_in_the_file_once(value_set: str) -> None:
    assert sorted(names(value_set)) == sorted(SETS[value_set])


def test_actions_of_instruments_stand_strongest_first() -> None:
    assert tuple(names("instrument_actions")) == values.INSTRUMENT_ACTIONS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.text('set')} {row.text('name')}")
def test_each_value_is_explained(row: Row) -> None:
    assert set(row.values) == {"set", "name", "meaning", "ar", "source"}
    assert row.text("meaning")[0].isupper()
    assert row.text("meaning").endswith(".")
    assert ARABIC.fullmatch(row.text("ar"))
    assert unicodedata.is_normalized("NFC", row.text("ar"))
    assert row.text("source")


@pytest.mark.parametrize("value_set", sorted(SETS))
def test_no_two_values_of_a_set_share_a_label(value_set: str) -> None:
    labels = [row.text("ar") for row in ROWS if row.text("set") == value_set]
    assert len(labels) == len(set(labels))
