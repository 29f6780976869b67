"""`mahdar compare` as a user runs it: text, JSON, a page, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.outputs.commands import EXAMPLES, mahdar

STATEMENT, REPORT = EXAMPLES / "01-joint-statement.txt", EXAMPLES / "02-news-report.txt"
SPANS = {"start", "end"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    done = mahdar("compare", STATEMENT, REPORT, "--json", "--no-meaning", at=tmp_path_factory.mktemp("c"))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_json_has_the_laid_down_form(found: dict) -> None:
    assert set(found) == {
        "statement", "report", "carried", "tracks", "aligned", "left_out", "added", "altered", "by_meaning",
    }  # fmt: skip
    assert all(set(one) == {"statement", "report", "how", "score"} for one in found["aligned"])
    assert all(
        set(one) == {"statement", "report", "what", "note", "label", "values"} for one in found["altered"]
    )
    assert all(set(one) == SPANS for one in [*found["left_out"], *found["added"]])
    assert 0.1 < found["carried"] < 0.9


def test_a_documents_own_changes_are_found(found: dict) -> None:
    text = REPORT.read_text(encoding="utf-8")
    said = {(one["what"], text[one["report"]["start"] : one["report"]["end"]]) for one in found["altered"]}
    assert any(what == "date" and "يوليو" in words for what, words in said)
    assert any(what == "number" and "بأكثر من" in words for what, words in said)


def test_text_shows_both_wordings(tmp_path: Path) -> None:
    done = mahdar("compare", STATEMENT, REPORT, "--no-meaning", at=tmp_path)
    assert done.returncode == 0
    for line in ("altered (", "carried word for word (", "left out (", "added (", "by track"):
        assert line in done.stdout


def test_documents_of_the_register_are_called_as_show_calls_them(tmp_path: Path) -> None:
    mahdar("read", STATEMENT, REPORT, at=tmp_path)
    done = mahdar("compare", "01-joint", "02-news", "--format", "json", "--no-meaning", at=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["report"] == "02-news-report.txt"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_stands_alone(tmp_path: Path, language: str, direction: str) -> None:
    done = mahdar(
        "compare", STATEMENT, REPORT, "-o", "beside.html", "--lang", language, "--no-meaning", at=tmp_path
    )
    page = (tmp_path / "beside.html").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert f'dir="{direction}"' in page
    assert not re.search(r"<script|https?://|<link|@import", page)


def test_what_a_document_holds_is_escaped(tmp_path: Path) -> None:
    text = STATEMENT.read_text(encoding="utf-8").replace("جائحة كورونا", "<script>alert(1)</script> كورونا")
    (tmp_path / "s.txt").write_text(text, encoding="utf-8")
    done = mahdar("compare", "s.txt", REPORT, "--format", "html", "--no-meaning", at=tmp_path)
    assert "<script" not in done.stdout
    assert "&lt;script&gt;" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("missing.txt", REPORT), "there is no file missing.txt", 1),
        ((STATEMENT, EXAMPLES / "05-interview.txt"), "nothing to do with each other", 1),
        ((STATEMENT, REPORT, "--report-article", "7"), "there is no article 7", 1),
        ((STATEMENT, REPORT, "--format", "docx"), "docx is not a format", 2),
        ((STATEMENT, REPORT, "-o", "no/such/folder/x.html"), "cannot be written", 1),
        ((STATEMENT,), "Missing argument", 2),
    ],
)
def test_what_cannot_be_done_is_one_plain_sentence(
    tmp_path: Path, arguments: tuple, said: str, code: int
) -> None:
    done = mahdar("compare", *arguments, "--no-meaning", at=tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert not list(tmp_path.iterdir())
