"""`mahdar people`: offices over time, the holder on a day, and rulings on who is who."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.outputs.commands import mahdar

REPORTS = {
    "early.txt": "نشر بتاريخ: 4 مارس 2019\n\nقال وزير الخارجية العماني يوسف بن علوي إن الحوار مستمر.\n",
    "late.txt": "نشر بتاريخ: 9 مارس 2020\n\nقال وزير الخارجية العماني يوسف بن علوي إن الوساطة قائمة.\n",
    "next.txt": "نشر بتاريخ: 2 يونيو 2021\n\nقال وزير الخارجية العماني بدر البوسعيدي إن المباحثات مفيدة.\n",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with a register of three reports on two ministers."""
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert mahdar("read", ".", at=tmp_path).returncode == 0
    return tmp_path


def asked(at: Path, day: str, *options: str) -> list[dict[str, object]]:
    done = mahdar(
        "people", "--office", "وزير الخارجية", "--party", "oman", "--on", day, "--json", *options, at=at
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_a_person_is_shown_with_the_days_in_an_office(reports: Path) -> None:
    shown = mahdar("people", "alawi", at=reports).stdout
    assert "2019-03-04 to 2020-03-09  Minister of Foreign Affairs (OMN)  2 times" in shown


def test_the_holder_on_a_day_is_found_by_the_arabic_title(reports: Path) -> None:
    (one,) = asked(reports, "2019-10-01")
    assert (one["how"], one["sure"], one["title"]) == ("between", True, "Minister of Foreign Affairs")
    assert [found["how"] for found in asked(reports, "2020-12-01")] == ["before", "behind"]


def test_two_people_are_made_one_and_two_again(reports: Path) -> None:
    before = mahdar("people", at=reports).stdout
    done = mahdar("people", "merge", "alawi", "busaidi", "--why", "a test", "--who", "Nadia", at=reports)
    assert (done.returncode, done.stdout.split(":")[0]) == (0, "ruling 1")
    assert mahdar("people", at=reports).stdout != before
    assert mahdar("people", "undo", "1", at=reports).returncode == 0
    assert mahdar("people", at=reports).stdout == before
    (listed,) = json.loads(mahdar("people", "rulings", "--json", at=reports).stdout)
    assert (listed["what"], listed["by"], bool(listed["undone"])) == ("merge", "Nadia", True)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("merge", "alawi"), 2, "merge takes two people"),
        (("split", "alawi"), 2, "split takes a person and the documents"),
        (("undo", "x"), 2, "undo takes the number"),
        (("undo", "9"), 1, "no ruling 9 holds"),
        (("merge", "alawi", "nobody"), 1, "nobody called nobody"),
        (("alawi", "too", "many"), 2, "one name too many"),
        (("--office", "minister"), 2, "go together"),
        (("--office", "minister", "--party", "oman", "--on", "soon"), 2, "soon is no day"),
        (("--office", "chef", "--party", "oman", "--on", "2020-01-01"), 1, "is no office"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_plain_sentence(
    reports: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = mahdar("people", *arguments, at=reports)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in " ".join(done.stderr.split())
