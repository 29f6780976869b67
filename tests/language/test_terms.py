"""Keys to search by: what people type meets what stands in texts, and other words stay apart."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.terms import digest, key, keys, terms
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.fold import fold
from mahdar.lexicon.terms import term_table

FOLDER = Path(__file__).parent / "words"


class Case(NamedTuple):
    """A word that is looked for."""

    word: str
    found: list[str]
    apart: list[str]


def cases(name: str) -> list[Case]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    parts = [line.replace(" | ", ": ").split(": ") for line in lines if line and not line.startswith("#")]
    return [Case(word, found.split(), apart.split()) for word, found, apart in parts]


def said(word: str) -> list[str]:
    return [one for one in keys(word) if one != "s"]  # of a possessive


@pytest.mark.parametrize(
    ("name", "recall", "precision"), [("development.txt", 0.95, 0.95), ("unseen.txt", 0.90, 0.90)]
)
def test_what_people_type_finds_what_stands_in_texts(name: str, recall: float, precision: float) -> None:
    right = missed = wrong = 0
    for case in cases(name):
        met = [form for form in case.found if said(form) == said(case.word)]
        right, missed = right + len(met), missed + len(case.found) - len(met)
        wrong += sum(said(form) == said(case.word) for form in case.apart)
    assert right / (right + missed) >= recall
    assert right / (right + wrong) >= precision


def test_there_are_enough_words() -> None:
    assert len(cases("unseen.txt")) >= 60
    assert len(cases("development.txt")) >= 50


@pytest.mark.parametrize("row", default_lexicon().rows("ar/patterns.toml"), ids=lambda row: row.text("id"))
def test_the_examples_of_patterns(row) -> None:
    for field, wanted in (("yes", True), ("no", False)):
        for line in row.list(field):
            plural, _, singular = line.partition(" = ")
            assert (key(plural) == key(singular)) is wanted, line


@pytest.mark.parametrize("row", default_lexicon().rows("ar/plurals.tsv"), ids=lambda row: row.text("word"))
def test_listed_plurals_count_as_their_singular(row) -> None:
    forms = term_table(default_lexicon()).forms
    assert all(fold(one) in forms for one in (row.text("word"), *row.list("plurals")))


@pytest.mark.parametrize(
    ("word", "its"),
    [("٢٠٢١", "2021"), ("1,500", "1500"), ("Erdoğan", "erdogan"), ("Policies", "policy"), ("gas", "gas")],
)
def test_numbers_and_latin_words(word: str, its: str) -> None:
    assert key(word) == its


@given(st.text(alphabet="ابتكلموهيةقرعندءئـَ aB5.,'", max_size=30))
def test_terms_stand_where_they_say_and_have_plain_keys(text: str) -> None:
    found = list(terms(text))
    assert [one.key for one in found] == keys(text)
    assert all(one.key and one.key.replace(".", "").isalnum() for one in found)
    assert all(key(text[one.start : one.end]) == one.key for one in found)


def test_the_digest_is_short_and_steady() -> None:
    assert len(digest()) == 16
    assert digest() == digest()
