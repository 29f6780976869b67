"""`mahdar show`: pages, entries, names as users see them, on a terminal and in a pipe."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.outputs.commands import POST, mahdar


@pytest.mark.parametrize("name", ["post.txt", "post", "./post.txt", "po"])
def test_a_document_is_called_as_the_user_sees_it(folder: Path, name: str) -> None:
    assert mahdar("show", name, at=folder).stdout.startswith("post.txt\n")


def test_a_few_digits_are_no_id(folder: Path) -> None:
    (act, *_) = json.loads(mahdar("show", "--type", "act", "--json", at=folder).stdout)
    done = mahdar("show", act["id"][:5], at=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "too short for an id" in done.stderr
    assert mahdar("show", act["id"][:6], at=folder).stdout.startswith(f"act {act['id']}")


def test_a_name_of_two_files_lists_both(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "a.txt").write_text(f"{POST} {number}", encoding="utf-8")
    mahdar("read", "1", "2", at=tmp_path)
    done = mahdar("show", "a.txt", at=tmp_path)
    assert done.returncode == 1
    assert all(str(tmp_path / n / "a.txt") in done.stderr for n in ("1", "2"))
    assert mahdar("show", "2/a.txt", at=tmp_path).returncode == 0


def test_the_confidence_of_every_entry_is_shown(folder: Path) -> None:
    lines = mahdar("show", "post", at=folder).stdout.splitlines()
    entries = [line for line in lines if re.match(r"  [0-9a-f]{8}  \d", line)]
    assert len(entries) >= 4
    assert all(re.match(r"  [0-9a-f]{8}  [01]\.\d\d  ", line) for line in entries)


def test_a_document_is_shown_as_a_page_of_the_register(folder: Path) -> None:
    page = mahdar("show", "post.txt", at=folder).stdout
    sections = [line.split()[0] for line in page.splitlines() if line[:3].isupper()]
    wanted = ["ACTS", "AMOUNTS", "DATES"]
    assert [section for section in sections if section in wanted] == wanted
    assert "support (1)" in page
    assert "published 2019-05-14" in page
    assert "3,000,000 USD" in page


def test_in_a_pipe_there_are_neither_colours_nor_marks_nor_wrapped_lines(folder: Path) -> None:
    page = mahdar("show", "post.txt", at=folder).stdout
    assert "\x1b" not in page
    assert not any(mark in page for mark in "\u2066\u2067\u2068\u2069")
    assert "«أكد وزير الخارجية الياباني في اجتماع عقد أمس دعم طوكيو للأردن في ملف اللاجئين»" in page


TERMINAL = {"FORCE_COLOR": "1", "COLUMNS": "60", "TERM": "xterm"}


def test_on_a_terminal_every_line_of_arabic_is_set_apart_and_wrapped(folder: Path) -> None:
    page = mahdar("show", "post.txt", at=folder, environment=TERMINAL).stdout
    assert "\x1b[" in page
    arabic = [line for line in page.splitlines() if "لل" in line or "الياباني" in line]
    assert len(arabic) >= 3
    for line in arabic:
        assert line.count("\N{RIGHT-TO-LEFT ISOLATE}") == line.count("\N{POP DIRECTIONAL ISOLATE}") == 1
        assert len(re.sub("\x1b\\[[0-9;]*m", "", line)) <= 62


def test_without_colours_a_terminal_gets_plain_text_with_brackets_for_marks(folder: Path) -> None:
    (act,) = json.loads(mahdar("show", "--type", "act", "--class", "support", "--json", at=folder).stdout)
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        shown = mahdar("show", act["id"], at=folder, environment=TERMINAL | plain).stdout
        assert "\x1b" not in shown
        assert "⟦" in shown


def test_control_characters_of_a_text_never_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(POST.replace("دعم", "دعم \x1b[2J\u202e"), encoding="utf-8")
    mahdar("read", "a.txt", at=tmp_path)
    shown = mahdar("show", "a.txt", at=tmp_path, environment=TERMINAL).stdout
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


def test_an_entry_is_shown_whole_with_its_words_marked_in_the_text(folder: Path) -> None:
    (act,) = json.loads(mahdar("show", "--type", "act", "--class", "support", "--json", at=folder).stdout)
    shown = mahdar("show", act["id"][:10], at=folder).stdout
    assert all(
        f"  {field} " in shown for field in ("class", "actors", "target", "tracks", "reader", "review")
    )
    assert "⟦أكد وزير الخارجية" in shown


def test_entries_can_be_narrowed_down_across_documents(folder: Path) -> None:
    assert "support" in mahdar("show", "--type", "act", "--party", "JPN", at=folder).stdout
    nothing = mahdar("show", "--party", "BRA", at=folder)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (
        0,
        "",
        "the register holds no such entry\n",
    )


def test_json_of_a_document_holds_the_words_of_its_entries(folder: Path) -> None:
    shown = json.loads(mahdar("show", "post.txt", "--json", at=folder).stdout)
    assert shown["document"]["name"] == "post.txt"
    for entry in shown["entries"]:
        spans = [POST[span["start"] : span["end"]] for span in entry["evidence"]]
        assert entry["quotes"] == spans


def test_what_the_register_does_not_hold_is_said_in_one_line(folder: Path) -> None:
    done = mahdar("show", "other.txt", at=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("mahdar: the register holds no document or entry other.txt")
