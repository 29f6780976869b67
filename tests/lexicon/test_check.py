"""What `mahdar lexicon check` finds, and that the shipped files have none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.lexicon.check import check_lexicon
from mahdar.lexicon.fields import kinds_of_rows
from mahdar.lexicon.load import Row
from mahdar.lexicon.store import Lexicon

GOOD = """[[head]]
id = "ar.act.akkada"
word = "أكّد"
class = "affirm"
source = "common usage"
yes = ["أكد الوزير أهمية اللقاء"]
no = []
"""
NAMES = "arabic\tlatin\tkind\tsource\n"


def findings(tmp_path: Path, name: str, text: str) -> list[str]:
    """Lay one file over the shipped ones and return what is found in it."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = check_lexicon(Lexicon(tmp_path))
    return [f"{one.line} {one.message}" for one in found if one.file == name]


def test_the_shipped_files_have_nothing_to_mend() -> None:
    assert [str(finding) for finding in check_lexicon(Lexicon())] == []


def test_every_kind_of_row_that_is_laid_down_exists() -> None:
    lexicon = Lexicon()
    held = {(row.file, row.table) for name in lexicon.names for row in lexicon.rows(name)}
    assert {key for key in kinds_of_rows() if "." not in key[1]} <= held


def test_a_good_row_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path, "ar/acts.toml", GOOD) == []


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ('"أكّد"', '"أك\u200fد"', "3 holds a hidden RIGHT-TO-LEFT MARK; take it out"),
        (
            '"أكّد"',
            '"أك\u0651\u064eد"',
            "3 is not in Unicode's composed form NFC; marks stand in another order",
        ),
        ('"أكّد"', '"أكdد"', "3 has letters of another script in `word`: أكdد"),
        ('"affirm"', '"assert"', "4 has an unknown class `assert`"),
        ("no = []", 'nope = "x"', "7 has an unknown field `nope`"),
        ("no = []", '"مفتاح" = "x"', "7 has an unknown field `مفتاح`"),
        ("no = []", '"مفتاح" = "x"', "7 has Arabic in a key; keys are English"),
        ('source = "common usage"', "", "1 has no `source`"),
        ('yes = ["أكد الوزير أهمية اللقاء"]', "yes = []", "1 has no `yes`"),
        (
            "no = []",
            "[[head.when]]\nclass = 'hope'\ntense = 'no'\nyes = ['x']",
            "9 has an unknown tense `no`",
        ),
        ("no = []", "[[heads]]\nid = 'x'", "7 no fields are laid down for [[heads]]; see fields.toml"),
    ],
)
def test_each_mistake_is_found_where_it_stands(before: str, after: str, finding: str, tmp_path: Path) -> None:
    assert finding in findings(tmp_path, "ar/acts.toml", GOOD.replace(before, after))


def test_an_id_that_stands_twice_is_found(tmp_path: Path) -> None:
    twice = f"{GOOD}\n{GOOD}"
    assert findings(tmp_path, "ar/acts.toml", twice) == [
        "9 `ar.act.akkada` in `id` stands in line 1 already, spelling aside"
    ]


def test_spellings_that_fold_alike_are_found(tmp_path: Path) -> None:
    rows = "أحمد\tAhmed\tgiven\tcommon usage\nاحمد\tAhmad\tgiven\tcommon usage\n"
    assert findings(tmp_path, "ar/names.tsv", NAMES + rows) == [
        "3 `احمد` in `arabic` stands in line 2 already, spelling aside"
    ]


def test_rows_that_another_field_tells_apart_are_no_doubles(tmp_path: Path) -> None:
    rows = "أحمد\tAhmed\tgiven\tcommon usage\nأحمد\tAhmed\tfamily\tcommon usage\n"
    assert findings(tmp_path, "ar/names.tsv", NAMES + rows) == []


def test_a_file_that_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, "ar/names.tsv", NAMES + "أحمد\tAhmed\n") == [
        "2 has 2 cells where the header has 4"
    ]


def test_a_row_knows_its_place() -> None:
    assert Row("ar/acts.toml", 3, "head", {}).place == "ar/acts.toml:3"
