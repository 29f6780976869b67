"""A document is found by what a user sees: its name, its path, its name without the ending, an id."""

from __future__ import annotations

import pytest

from mahdar.errors import UnknownIdError
from mahdar.register import EntryRecord


@pytest.fixture
def filled(register, make):
    """A register with three files, two of one name."""
    places = {
        "الميناء": "/records/2021/01-joint.txt",
        "السكك": "/records/2022/01-joint.txt",
        "المطار": "/records/2022/20-report.txt",
    }
    register.add(
        [make.reading(topic, path=path, name=path.rpartition("/")[2]) for topic, path in places.items()],
        reader="one",
    )
    return register


@pytest.mark.parametrize(
    "key",
    [
        "20-report.txt", "20-report", "20-REPORT", "20", "/records/2022/20-report.txt", "2022/20-report.txt",
        "./2022/20-report.txt", "../2022/20-report.txt",
    ],
)  # fmt: skip
def test_a_document_is_called_in_many_ways(filled, key):
    assert filled.document(key).name == "20-report.txt"
    assert filled.find(key).name == "20-report.txt"


def test_a_path_tells_files_of_one_name_apart(filled):
    assert filled.document("2021/01-joint.txt").path == "/records/2021/01-joint.txt"


def test_a_name_that_fits_several_lists_them(filled):
    for key in ("01-joint.txt", "01-joint", "01"):
        with pytest.raises(UnknownIdError, match="fits several") as caught:
            filled.find(key)
        assert "/records/2021/01-joint.txt" in str(caught.value)
        assert "/records/2022/01-joint.txt" in str(caught.value)


def test_an_entry_is_found_by_six_digits_of_its_id_and_not_by_fewer(filled):
    held = next(filled.entries(type="act"))
    assert isinstance(filled.find(held.id[:6]), EntryRecord)
    for find in (filled.find, filled.document, filled.entry):
        with pytest.raises(UnknownIdError, match="too short for an id"):
            find("abcde")


@pytest.mark.parametrize("key", ["report", "20-repport.txt", "x/20-raport.txt"])
def test_what_is_called_nearly_so_is_offered(filled, key):
    with pytest.raises(UnknownIdError, match=r"did you mean 20-report.txt\?"):
        filled.find(key)


def test_marks_that_a_search_would_take_for_any_letter_are_letters(filled):
    for key in ("%", "20_report", "_"):
        with pytest.raises(UnknownIdError):
            filled.document(key)
