"""Sentences of notes: in both languages, of the same values, one for each note that the program can make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mahdar.linking
from mahdar.lexicon import Lexicon
from mahdar.lexicon.counted import counted
from mahdar.lexicon.notes import sentences
from mahdar.lexicon.offices import arabic_office
from mahdar.lexicon.units import unit_table

LEXICON = Lexicon()
ENGLISH, ARABIC = (sentences(LEXICON, language) for language in ("en", "ar"))
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(Path(mahdar.linking.__path__[0]).rglob("*.py"))
)
MADE = set(re.findall(r'Note\.of\(\s*"(\w+)"', SOURCES)) | set(
    re.findall(r'Note\.of\("\w+" if .* else "(\w+)"', SOURCES)
)


def test_the_program_can_make_just_the_notes_that_have_a_sentence() -> None:
    assert set(ENGLISH) == MADE


@pytest.mark.parametrize("name", sorted(ENGLISH))
def test_both_languages_say_the_same_values(name: str) -> None:
    assert ENGLISH[name].names == ARABIC[name].names
    assert re.search("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]", ARABIC[name].pattern) or not re.sub(
        r"[{}\w/ ]", "", ENGLISH[name].pattern
    )


def test_a_part_in_brackets_goes_where_its_value_is_missing() -> None:
    values = {"kind": "session", "one": "May", "other": "June"}
    assert ENGLISH["two_dates"].filled(values) == "session is dated May and June"
    assert ENGLISH["two_dates"].filled({**values, "edition": "3"}) == "session no. 3 is dated May and June"


def test_a_sentence_without_its_value_is_refused() -> None:
    with pytest.raises(KeyError):
        ENGLISH["becomes"].filled({"one": "May"})


def test_whatever_is_counted_has_an_arabic_name() -> None:
    units = {
        unit.code
        for phrases in unit_table(LEXICON).nouns.values()
        for _, unit in phrases
        if unit.kind == "count"
    }
    assert not {unit for unit in units if counted(LEXICON, unit, 1) == unit}


@pytest.mark.parametrize(
    ("number", "noun"),
    [(1, "ضابط"), (5, "ضباط"), (12, "ضابطاً"), (100, "ضابط"), (103, "ضباط"), (2_000_000, "ضابط")],
)
def test_arabic_nouns_go_by_the_number_before_them(number: int, noun: str) -> None:
    assert counted(LEXICON, "officers", number) == noun


@pytest.mark.parametrize(
    ("title", "arabic"),
    [
        ("Minister of Finance", "وزير المالية"),
        ("former Minister of Finance", "وزير المالية (سابقاً)"),
        ("Ambassador to Kenya", "سفير لدى كينيا"),
        ("Ambassador to Nowhere", None),
    ],
)
def test_offices_are_put_together_in_arabic(title: str, arabic: str | None) -> None:
    assert arabic_office(LEXICON, title) == arabic
