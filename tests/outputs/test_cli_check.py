"""`mahdar check`: what it says of an export, and how it ends."""

from __future__ import annotations

import json

import pytest
from tests.outputs.commands import POST, mahdar


@pytest.fixture
def exported(folder):
    """Return a folder with a post, its register and an export of it with the words."""
    assert mahdar("export", "--quotes", "-o", "out.json", at=folder).returncode == 0
    return folder


def test_an_export_is_verified_against_files_and_against_the_register(exported):
    for where in (["--text", "post.txt"], ["--text", "."], ["--register", "mahdar.sqlite"], []):
        done = mahdar("check", "out.json", *where, at=exported)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("verified ")
        assert done.stdout.endswith("all of it stands\n")


def test_a_changed_text_is_told(exported):
    (exported / "post.txt").write_text(POST.replace("طوكيو", "اليابان"), encoding="utf-8")
    done = mahdar("check", "out.json", "--text", "post.txt", at=exported)
    assert done.returncode == 1
    assert "changed " in done.stdout
    assert "quotations stand in the text that it has now" in done.stdout
    assert "not all of it stands: 1 changed" in done.stdout


def test_what_is_wrong_is_shown_with_its_entry(exported):
    export = json.loads((exported / "out.json").read_text(encoding="utf-8"))
    entry = export["entries"][0]
    entry["evidence"][0]["end"] += 1
    (exported / "out.json").write_text(json.dumps(export), encoding="utf-8")
    done = mahdar("check", "out.json", "--text", "post.txt", at=exported)
    assert done.returncode == 1
    assert f"entry {entry['id']}: " in done.stdout
    plain = json.loads(mahdar("check", "out.json", "--text", "post.txt", "--json", at=exported).stdout)
    assert (plain["stands"], plain["documents"][0]["state"]) == (False, "wrong")
    assert plain["documents"][0]["problems"][0]["id"] == entry["id"]


def test_an_export_comes_through_a_pipe(exported):
    data = (exported / "out.json").read_bytes()
    assert mahdar("check", "-", "--text", "post.txt", at=exported, given=data).returncode == 0


def test_a_text_that_cannot_be_read_is_told_and_exit_1(exported):
    done = mahdar("check", "out.json", "--text", "post.txt", "--text", "none.txt", at=exported)
    assert (done.returncode, "all of it stands" in done.stdout) == (1, True)
    assert done.stderr == "not read: none.txt: there is no such file or folder; check the path\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.json"], "none.json: cannot be read (No such file or directory)"),
        (["."], ".: cannot be read (Is a directory)"),
        (["mahdar.sqlite"], "mahdar.sqlite:1: is not in UTF-8"),
        (["post.txt"], "post.txt:1: is no export of a register: it does not begin with {"),
        (["out.json", "--register", "none.sqlite"], "none.sqlite: there is no register"),
    ],
)
def test_what_is_no_export_is_one_plain_line(exported, arguments, said):
    done = mahdar("check", *arguments, at=exported)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_an_export_it_is_wrong_usage(tmp_path):
    assert mahdar("check", at=tmp_path).returncode == 2
