"""Particles: what may be taken off a word, and what is then left."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.language.texts import VOWELS, quick, words

from mahdar.language.clitics import bare, proclitic_length, pronoun_readings, readings, slot

TAKEN = [
    ("وقطر", [("", "وقطر"), ("و", "قطر")]),
    ("لقطر", [("", "لقطر"), ("ل", "قطر")]),
    ("وبالاتفاق", [("", "وبالاتفاق"), ("و", "بالاتفاق"), ("وب", "الاتفاق")]),
    ("للجانبين", [("", "للجانبين"), ("ل", "لجانبين"), ("ل", "الجانبين")]),
    ("فللدوله", [("", "فللدوله"), ("ف", "للدوله"), ("فل", "لدوله"), ("فل", "الدوله")]),
    ("قطر", [("", "قطر")]),
    ("في", [("", "في")]),
    ("وان", [("", "وان")]),
]

PRONOUNS = [
    ("قلقهما", ("قلق", "هما")),
    ("شراكتهما", ("شراكه", "هما")),
    ("بلاده", ("بلاد", "ه")),
    ("دعمنا", ("دعم", "نا")),
]

LENGTHS = [("وقطر", "و", 1), ("وَقطر", "و", 2), ("ولِلدولة", "ول", 3), ("للدولة", "ل", 1), ("قطر", "", 0)]


@pytest.mark.parametrize(("word", "found"), TAKEN)
def test_every_way_to_take_particles_off(word: str, found: list[tuple[str, str]]) -> None:
    assert list(readings(word)) == found


@pytest.mark.parametrize(("word", "parts"), PRONOUNS)
def test_a_pronoun_is_taken_off(word: str, parts: tuple[str, str]) -> None:
    assert parts in pronoun_readings(word)


@pytest.mark.parametrize("word", ["قطر", "منا", "به"])
def test_short_words_keep_their_ending(word: str) -> None:
    assert pronoun_readings(word) == ((word, ""),)


@pytest.mark.parametrize(("word", "taken", "length"), LENGTHS)
def test_length_of_particles_as_written(word: str, taken: str, length: int) -> None:
    assert proclitic_length(word, taken) == length


@pytest.mark.parametrize(
    ("word", "left"), [("الدوله", "دوله"), ("دوله", "دوله"), ("ال", "ال"), ("الا", "الا")]
)
def test_the_article_is_taken_off(word: str, left: str) -> None:
    assert bare(word) == left


@quick
@given(words)
def test_readings_begin_with_the_whole_word_and_lose_no_letter(word: str) -> None:
    article = slot("article")[0]
    found = readings(word)
    assert found[0] == ("", word)
    for taken, rest in found:
        swallowed = rest.startswith(article) and taken.endswith(slot("preposition")[1])
        assert taken + rest == word or (swallowed and taken + rest[1:] == word)
        assert rest


@quick
@given(words)
def test_pronouns_lose_no_letter_but_a_tied_taa(word: str) -> None:
    for stem, pronoun in pronoun_readings(word):
        assert len(stem + pronoun) == len(word)
        assert word.endswith(pronoun)


@pytest.mark.xfail(reason="a tatweel counts as a letter, so that the name behind it begins with it")
def test_a_tatweel_goes_with_the_particle() -> None:
    assert proclitic_length("لـقطر", "ل") == 2


@quick
@given(words)
def test_particles_cover_their_marks(word: str) -> None:
    written = "".join(c + VOWELS[i % len(VOWELS)] for i, c in enumerate(word))
    for length in range(len(word) + 1):
        assert proclitic_length(written, word[:length]) == 2 * length
