"""`mahdar lexicon`: the editor's tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mahdar.outputs.cli.lexicon import app

SENTENCE = "أكد الجانبان الأردني والياباني دعمهما لجهود المفوضية، وقد يزور الوفد طوكيو."


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.output


def test_a_sentence_shows_what_fired_with_its_row_and_what_was_refused_by_which_rule() -> None:
    code, shown = run("try", SENTENCE)
    assert code == 0
    assert "+ support" in shown
    assert "ar.act.akkada  finite  ar/acts.toml:" in shown
    assert "- none" in shown
    assert "JPN" in shown


def test_a_sentence_in_json_names_the_row_of_every_word_that_was_tried() -> None:
    tried = json.loads(run("try", SENTENCE, "--json")[1])["tried"]
    assert [one["act"] for one in tried if one["word"] == "أكد"] == ["support"]
    assert all(one["place"].startswith("ar/acts.toml:") and one["why"] for one in tried)


@pytest.mark.parametrize("sentence", ["", "...", "plain English words", "؟"])
def test_a_sentence_without_acts_shows_none(sentence: str) -> None:
    code, shown = run("try", sentence)
    assert code == 0
    assert shown.startswith("nothing fires: ")
    assert shown.count("\n") == 1


def test_a_part_that_is_empty_says_so() -> None:
    _, shown = run("try", "الأردن واليابان.")
    assert "WORDS THAT MAY HEAD AN ACT: none" in shown
    assert "ENTRIES: none" in shown
    assert "NAMED\n" in shown


def test_findings_in_ones_own_folder_are_listed_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    header = "code\tname\tnames\tparty\tkind\tsource\tyes\tno\n"
    rows = header + "ORG:X\tX\tمكتب\tUSA\tcircus\tcommon usage\tمكتب\t\n"
    (tmp_path / "shared" / "organisations.tsv").write_text(rows, encoding="utf-8")
    code, shown = run("check", "--lexicon", str(tmp_path))
    assert code == 1
    assert "shared/organisations.tsv:2 has an unknown kind `circus`" in shown


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert run("check", "--lexicon", str(tmp_path / "none"))[0] == 2
