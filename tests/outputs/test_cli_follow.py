"""`mahdar follow` as a user runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.linking.scoring import DIALOGUES
from tests.outputs.commands import mahdar


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("follow")
    assert mahdar("read", DIALOGUES / "jordan-japan", at=folder).returncode == 0
    return folder


@pytest.fixture
def folder(read: Path, tmp_path: Path) -> Path:
    shutil.copy(read / "mahdar.sqlite", tmp_path)
    return tmp_path


def test_chains_stand_in_groups_those_that_want_attention_first(folder: Path) -> None:
    shown = mahdar("follow", "--as-of", "2024-01-01", at=folder).stdout
    assert 0 < shown.index("\nOVERDUE (") < shown.index("\nSILENT (") < shown.index("\nSETTLED (")
    assert "«سيوقعان مذكرة تفاهم بشأن تأهيل شبكات المياه في محافظة الزرقاء»" in shown


def test_json_has_the_public_form(folder: Path) -> None:
    found = json.loads(mahdar("follow", "--format", "json", at=folder).stdout)
    texts = {one.name: one.read_text(encoding="utf-8") for one in (DIALOGUES / "jordan-japan").glob("*.txt")}
    assert found["chains"]
    for chain in found["chains"]:
        assert {"id", "title", "type", "rung", "due", "steps"} <= set(chain)
        for step in chain["steps"]:
            assert texts[step["document"]][step["start"] : step["end"]].strip()
    for link in found["links"]:
        assert link["kind"] in {"restates", "follows_up", "fulfils", "amends"}
        assert 0 < link["score"] <= 1
        for end in (link["from"], link["to"]):
            assert texts[end["document"]][end["start"] : end["end"]].strip()


def test_a_step_is_added_shown_and_removed(folder: Path) -> None:
    entry = json.loads(mahdar("follow", "--format", "json", at=folder).stdout)["chains"][0]["id"]
    given = ("--rung", "dropped", "--date", "2022-02-01", "--who", "Layla", "--note", "no money")
    added = mahdar("follow", "add", entry[:8], *given, at=folder)
    assert added.returncode == 0
    step = added.stdout.split()[1]
    assert f"Layla, step {step}" in mahdar("follow", at=folder).stdout
    assert mahdar("follow", "remove", step, "--who", "Layla", at=folder).returncode == 0
    assert step not in mahdar("follow", at=folder).stdout
    assert "step_removed" in mahdar("show", entry, at=folder).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--as-of", "tomorrow"), 2, "no date"),
        (("--track", "sports"), 2, "not a track"),
        (("--party", "Atlantis"), 2, "no party"),
        (("--type", "promise"), 2, "commitment"),
        (
            ("add", "ffffffff", "--rung", "signed", "--date", "2022", "--who", "L", "--note", "n"),
            1,
            "ffffffff",
        ),
        (("add", "ffffffff", "--rung", "done", "--date", "2022", "--who", "L"), 2, "is not a rung"),
        (("remove", "ffffffff", "--who", "L"), 1, "no step"),
    ],
)
def test_what_cannot_be_answered_is_one_plain_sentence(
    folder: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = mahdar("follow", *arguments, at=folder)
    assert done.returncode == code
    assert told in done.stderr.replace("\n", " ")


def test_nothing_found_says_so(folder: Path) -> None:
    done = mahdar("follow", "--party", "kenya", at=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no such commitment" in done.stderr


def test_a_series_narrows_down(folder: Path) -> None:
    every, some = (
        json.loads(mahdar("follow", "--format", "json", *asked, at=folder).stdout)["chains"]
        for asked in ((), ("--series", "JPN-JOR"))
    )
    assert 0 < len(some) <= len(every)
    assert all({"JPN", "JOR"} & set(one["parties"]) for one in some)


def test_a_series_that_the_register_does_not_know_is_refused(folder: Path) -> None:
    done = mahdar("follow", "--series", "KEN-PER", at=folder)
    assert done.returncode == 1
    assert "the register knows no series KEN-PER" in done.stderr
