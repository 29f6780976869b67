"""Mentions of a dialogue before it is named."""

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


def test_a_dialogue_named_nowhere_has_no_mentions():
    assert not mentions("ذكر البيان أن الحوار أسفر عن نتائج ملموسة.")
