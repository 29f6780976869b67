"""`mahdar review`: what waits, every kind of word, and how far reviewers agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.outputs.commands import POST, mahdar

from mahdar.register import Register


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    assert mahdar("read", "post.txt", at=folder).returncode == 0
    return folder


def review(*arguments: str, at: Path) -> str:
    done = mahdar("review", *arguments, at=at)
    assert done.returncode == 0, done.stderr
    return done.stdout


def first(at: Path, kind: str) -> str:
    return json.loads(review("queue", "--type", kind, "--json", at=at))["entries"][0]["id"]


def test_what_waits_is_shown_and_narrowed(made):
    shown = review("queue", "--type", "act", at=made)
    assert "post.txt" in shown
    assert first(made, "act")[:8] in shown
    assert "1 wait" in review("queue", "--type", "amount", "--party", "japan", at=made)
    assert "further on with --after" in review("queue", "--limit", "1", at=made)
    several = mahdar("review", "queue", "--mine", "--stale", at=made)
    assert (several.returncode, "choose one" in several.stderr) == (2, True)


def test_fields_are_put_right_in_the_users_words(made):
    id_ = first(made, "act")
    shown = review("correct", id_[:8], "class=hope", "target=الأردن,KEN", "tracks=energy", "due=2031-05",
                   "content=دعم طوكيو", "--who", "salma", at=made)  # fmt: skip
    assert "corrected by salma" in shown
    with Register.open(made / "mahdar.sqlite") as register:
        held = register.entry(id_)
        content, text = held.fields["content"], register.text(held.document)
    assert (held.fields["class"], held.fields["target"]) == ("hope", ["JOR", "KEN"])
    assert (held.fields["tracks"], held.fields["due"]) == (["energy"], "2031-05")
    assert text[content["start"] : content["end"]] == "دعم طوكيو"
    late = mahdar("review", "accept", id_, "--on", "0", "--who", "nadia", at=made)
    assert (late.returncode, "salma has changed entry" in late.stderr) == (1, True)
    review("accept", id_, "--alone", "--who", "nadia", at=made)
    told = json.loads(review("agreement", "--json", at=made))
    assert told["reviewers"] == [["nadia", 1], ["salma", 1]]
    assert "nadia / salma" in review("agreement", at=made)
    assert id_[:8] in review("queue", "--disputed", at=made)


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (("correct", "colour=red"), "is no field of this amount"),
        (("correct", "giver=Atlantis"), "is no party"),
        (("correct", "value=many"), "is no number"),
        (("correct",), "say what is to be put right"),
        (("reject",), "say why it is rejected"),
        (("reject", "--reason", "dull"), "is not a reason"),
        (("remark", "كلمات ليست هنا"), "does not stand in the document"),
        (("remark", "0-99999"), "lies outside its document"),
    ],
)
def test_what_makes_no_sense_is_refused(made, said, says):
    command, *rest = said
    done = mahdar("review", command, first(made, "amount"), *rest, at=made)
    assert done.returncode in {1, 2}
    assert says in " ".join(done.stderr.split())


def test_what_was_missed_is_added_and_taken_back(made):
    added = json.loads(review("add", "post.txt", "quote", "في ملف اللاجئين", "direct=no", "speaker=JPN",
                              "--who", "karim", "--json", at=made))  # fmt: skip
    assert (added["reader"], added["confidence"], added["review"]) == ("person karim", 1.0, "accepted")
    moved = json.loads(review("remark", added["id"], "ملف اللاجئين", "--who", "karim", "--json", at=made))
    assert moved["evidence"][0]["start"] == added["evidence"][0]["start"] + 3
    assert "who says so?" in review("comment", added["id"], "who says so?", "--who", "karim", at=made)
    assert "a comment taken back" in review("undo", "--who", "karim", at=made)
    assert "corrected taken back" in review("undo", added["id"], "--who", "karim", at=made)
    assert "added taken back" in review("undo", "--who", "karim", at=made)
    nothing = mahdar("review", "undo", "--who", "karim", at=made)
    assert (nothing.returncode, "nothing to take back" in nothing.stderr) == (1, True)
    assert "a second printing" in review("comment", "post.txt", "a second printing", at=made)
