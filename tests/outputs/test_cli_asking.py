"""Questions of `show` and `export`, and the words to ask with."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.outputs.commands import mahdar


@pytest.mark.parametrize("name", ["JPN", "jpn", "JP", "Japan", "اليابان"])
def test_a_party_is_asked_for_by_code_or_name(folder: Path, name: str) -> None:
    wanted = mahdar("show", "--party", "JPN", at=folder).stdout
    assert "JPN" in wanted
    assert mahdar("show", "--party", name, at=folder).stdout == wanted


@pytest.mark.parametrize(
    "options",
    [
        ("--party", "XYZ"),
        ("--party", ""),
        ("--party", "كوريا"),
        ("--type", "amount", "--class", "mou"),
        ("--type", "amount", "--track", "economy"),
        ("--type", "date", "--party", "KWT"),
        ("--type", "amount", "--actor", "KWT"),
        ("--type", "meeting", "--speaker", "Safadi"),
        ("--speaker", "nobody"),
        ("--from", "2021", "--until", "2020"),
    ],
)
def test_what_no_entry_can_be_is_refused_not_answered_with_none(
    folder: Path, options: tuple[str, ...]
) -> None:
    done = mahdar("show", *options, at=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert options[-2] in done.stderr


@pytest.mark.parametrize(
    ("options", "counts"),
    [
        (("--type", "Act", "--class", "Support"), {"act": 1}),
        (("--type", "act", "--party", "JP", "--party", "JO"), {"act": 1}),
        (("--type", "act", "--party", "JP", "--party", "US"), {}),
        (("--actor", "Japan", "--target", "الأردن"), {"act": 1}),
        (("--contains", "ملايين"), {"amount": 1, "act": 1}),
        (("--type", "act", "--min-confidence", "1"), {}),
        (("--type", "date", "--until", "2019-05-13"), {"date": 1}),
        (("--from", "2020"), {}),
        (("--due",), {}),
    ],
)
def test_questions_narrow_down_what_is_shown_and_exported(
    folder: Path, options: tuple[str, ...], counts: dict[str, int]
) -> None:
    shown = json.loads(mahdar("show", *options, "--json", at=folder).stdout)
    exported = json.loads(mahdar("export", *options, at=folder).stdout)
    assert Counter(entry["type"] for entry in shown) == counts
    assert [entry["id"] for entry in exported["entries"]] == [entry["id"] for entry in shown]
    assert len(exported["documents"]) == bool(counts)


def test_by_day_each_entry_has_its_day_and_its_document(folder: Path) -> None:
    lines = mahdar("show", "--type", "date", "--sort", "date", at=folder).stdout.splitlines()
    assert [line.split()[2] for line in lines[::3]] == sorted(line.split()[2] for line in lines[::3])
    assert all(line.endswith("post.txt") for line in lines[2::3])


# The words to ask with


def test_parties_are_found_by_names_and_codes(tmp_path: Path) -> None:
    for word in ("japan", "يابان", "JP"):
        assert mahdar("parties", word, at=tmp_path).stdout.startswith("JPN ")
    assert mahdar("parties", "atlantis", at=tmp_path).stderr == "the lexicon knows no such party\n"
    listed = json.loads(mahdar("parties", "--json", at=tmp_path).stdout)
    assert {"code": "JPN", "kind": "state", "name": "Japan", "name_ar": "اليابان"} in listed


def test_tracks_are_listed_with_their_labels(tmp_path: Path) -> None:
    assert "energy " in mahdar("tracks", at=tmp_path).stdout
    assert len(json.loads(mahdar("tracks", "--json", at=tmp_path).stdout)) == 20


def test_only_acts_are_due(folder: Path) -> None:
    done = mahdar("show", "--type", "meeting", "--due", at=folder)
    assert done.returncode == 2
    assert "only acts are due" in done.stderr


@pytest.mark.parametrize(
    ("words", "meant"),
    [(("shwo",), "show"), (("show", "--type", "acts"), "act"), (("show", "--track", "securty"), "security")],
)
def test_a_word_that_is_nearly_right_is_asked_after(folder: Path, words: tuple[str, ...], meant: str) -> None:
    done = mahdar(*words, at=folder)
    assert done.returncode == 2
    assert f"did you mean {meant}?" in done.stderr
