"""Looking up a party's code: by code, by English and by Arabic names."""

from __future__ import annotations

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.directory import parties_known
from mahdar.lexicon.parties import codes_named
from mahdar.lexicon.values import values_of
from mahdar.model.values import TRACKS

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KW", "KWT"), ("kw", "KWT"), ("GB", "GBR"), ("UK", "GBR"), ("SA", "SAU"), ("EU", "EU"), ("un", "UN"),
        ("Kuwait", "KWT"), ("الكويت", "KWT"), ("european union", "EU"), ("ORG:FBI", "ORG:FBI"),
    ],
)  # fmt: skip
def test_a_party_is_named_by_codes_of_three_and_of_two_letters_and_by_names(name: str, code: str) -> None:
    assert codes_named(name, LEXICON) == (code,)


@pytest.mark.parametrize("name", ["ZZ", "QQ", "", "  "])
def test_what_is_no_party_is_none(name: str) -> None:
    assert codes_named(name, LEXICON) == ()


@pytest.mark.parametrize("word", ["kuwait", "كويت", "الكُويت", "KWT", "KW"])
def test_a_word_finds_the_parties_that_have_it_in_a_name(word: str) -> None:
    found = parties_known(LEXICON, word)
    assert found[0].code == "KWT"
    assert found[0].name_ar == "الكويت"


def test_all_words_must_stand_in_one_name() -> None:
    assert [party.code for party in parties_known(LEXICON, "kuwait fund")] == ["ORG:Kuwait Fund"]
    assert parties_known(LEXICON, "kuwait oman") == ()


def test_without_a_word_all_are_listed_with_a_name_in_both_languages() -> None:
    listed = parties_known(LEXICON)
    assert len({party.code for party in listed}) == len(listed)
    assert all(party.name and party.name_ar and party.kind for party in listed)


def test_every_track_has_a_label_and_a_meaning() -> None:
    tracks = values_of(LEXICON, "tracks")
    assert {track.name for track in tracks} == TRACKS
    assert all(track.label and track.meaning for track in tracks)
