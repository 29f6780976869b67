"""Labels in the words of a language."""

from __future__ import annotations

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.model.labels import Label, Note
from mahdar.outputs.brief.wording import LANGUAGES, Wording, noted

KNOWN = {"Lina Haddad": "لينا حداد"}
WORDS = {language: Wording(language, default_lexicon(), lambda: KNOWN) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("label", "english", "arabic"),
    [
        (Label("voice", "Lina Haddad"), "Lina Haddad", "لينا حداد"),
        (Label("voice", "Nobody Known"), "Nobody Known", "Nobody Known"),
        (Label("voice", "KEN+JPN"), "Kenya, Japan", "كينيا، اليابان"),
        (Label("person", "Lina Haddad", "لينا"), "Lina Haddad", "لينا"),
        (Label("place", "Nairobi"), "Nairobi", "نيروبي"),
        (Label("office", "Minister of Defense KEN"), "Minister of Defense (Kenya)", "وزير الدفاع (كينيا)"),
        (Label("office", "Keeper of the Keys"), "Keeper of the Keys", "Keeper of the Keys"),
        (Label("day", "2021-05-04"), "Tuesday 4 May 2021", "الثلاثاء 4 مايو 2021"),
        (Label("day", "2021-05"), "May 2021", "مايو 2021"),
        (Label("weekday", "1"), "Monday", "الاثنين"),
        (Label("amount", "2500000 USD"), "2,500,000 USD", "2,500,000 دولار أمريكي"),
        (Label("amount", "4 ships"), "4 ships", "4 سفن"),
        (Label("amount", "2 ships"), "2 ships", "سفينتان"),
        (Label("amount", "2 percent"), "2 percent", "2 في المئة"),
        (Label("unit", "ships"), "ships", "سفينة"),
        (Label("step", "urge", "حث"), "urge", "حث"),
        (Label("tracks", "climate_food"), "climate and food", "المناخ والغذاء"),
    ],
)  # fmt: skip
def test_a_label_is_worded(label: Label, english: str, arabic: str) -> None:
    assert WORDS["en"].of(label) == english
    assert WORDS["ar"].of(label) == arabic


def test_a_note_is_a_sentence_in_both_languages_and_plain_for_programs() -> None:
    note = Note.of(
        "held_elsewhere",
        kind=Label("meetings", "summit"),
        edition=Label("edition", "3"),
        parties=[Label("party", "JPN"), Label("party", "KEN")],
        planned=Label("place", "Tokyo"),
        held=Label("place", "Nairobi"),
    )
    assert noted(note) == {
        "note": "summit no. 3 of Japan and Kenya was planned for Tokyo and held in Nairobi",
        "label": "held_elsewhere",
        "values": {
            "edition": "3", "held": "Nairobi", "kind": "summit", "parties": ["JPN", "KEN"],
            "planned": "Tokyo",
        },
    }  # fmt: skip
    assert (
        WORDS["ar"].say(note) == "قمة، الدورة 3، اليابان وكينيا: المكان المقرر طوكيو، ومكان الانعقاد نيروبي"
    )


def test_names_are_sorted_as_the_language_looks_them_up() -> None:
    assert sorted(["إيران", "العراق", "أستراليا", "بيرو", "آلاء"], key=WORDS["ar"].order) == [
        "أستراليا",
        "آلاء",
        "إيران",
        "بيرو",
        "العراق",
    ]
    assert sorted(["Östen", "Zoe", "abe", "Paul"], key=WORDS["en"].order) == ["abe", "Östen", "Paul", "Zoe"]
