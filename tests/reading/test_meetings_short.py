"""Mentions of a dialogue before it is named, and under its name cut short."""

from __future__ import annotations

import mahdar


def mentions(text: str) -> list[tuple[str, ...]]:
    """Return the words of each meeting's mentions."""
    entries = (placed.entry for placed in mahdar.read_text(text).entries)
    return [tuple(e.quote for e in entry.evidence) for entry in entries if entry.type == "meeting"]


NAMED = "وعقد البلدان الحوار الاستراتيجي الهندي العماني الثالث في مسقط."


def test_the_dialogue_is_taken_up_before_it_is_named():
    (found,) = mentions(f"ذكر البيان أن الحوار أسفر عن نتائج ملموسة.\n\n{NAMED}")
    assert found[0] == "الحوار"


def test_a_name_without_its_noun_is_a_mention():
    (found,) = mentions(f"صدر بيان في ختام الاستراتيجي الهندي العماني الثالث، أمس.\n\n{NAMED}")
    assert found[0] == "الاستراتيجي الهندي العماني الثالث"


def test_other_numbers_other_parties_and_mere_adjectives_are_none():
    for other in (
        "الاستراتيجي الهندي العماني الثاني",
        "الاستراتيجي الهندي الكويتي الثالث",
        "الشريك الاستراتيجي الثالث",
    ):
        assert not any(other in quotes for quotes in mentions(f"تحدث عن {other}.\n\n{NAMED}"))


def test_a_dialogue_named_nowhere_has_no_mentions():
    assert not mentions("ذكر البيان أن الحوار أسفر عن نتائج ملموسة.")
