"""`mahdar search` as a user runs it."""

from __future__ import annotations

import json

import pytest
from tests.outputs.commands import mahdar


def test_hits_are_shown_with_the_words_that_matched(folder):
    done = mahdar("search", "اللاجئ", at=folder)
    assert done.returncode == 0
    assert "⟦اللاجئين⟧" in done.stdout
    assert "post.txt" in done.stdout
    assert "type " in done.stdout


def test_json_is_one_object_with_offsets_into_the_text(folder):
    done = mahdar("search", "اليابان", "party:JPN", "--json", at=folder)
    found = json.loads(done.stdout)
    text = (folder / "post.txt").read_text(encoding="utf-8")
    assert found["query"] == "اليابان party:JPN"
    assert found["total"] == len(found["hits"]) > 1
    for hit in found["hits"]:
        for snippet in hit["snippets"]:
            assert text[snippet["start"] : snippet["end"]] == snippet["text"]


def test_words_with_a_hyphen_are_left_out(folder):
    some, fewer = (
        json.loads(mahdar("search", "اليابان", *more, "--json", at=folder).stdout)["total"]
        for more in ((), ("-اللاجئين",))
    )
    assert some > fewer


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["زرافة"], 0, "nothing of that is in the register"),
        (["زرافة", "اليابان"], 0, "nothing has all of these words"),
        (["partie:JPN"], 1, "partie: is no filter (did you mean party:?)"),
        (["x", "--pag", "2"], 2, "no such option: --pag"),
        (["اليابان", "--page", "99"], 0, "the last page is 1"),
        (["x", "--sort", "size"], 2, "size is not an order"),
    ],
)
def test_what_is_wrong_is_said_plainly(folder, arguments, code, says):
    done = mahdar("search", *arguments, at=folder)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr


def test_no_register_is_no_search(tmp_path):
    done = mahdar("search", "x", at=tmp_path)
    assert done.returncode == 1
    assert "there is no register" in done.stderr
