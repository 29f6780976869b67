"""`mahdar score`, run as a user runs it: the round trip from a register to an annotation and back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.outputs.commands import POST, mahdar


def test_a_reviewed_register_scores_a_new_reading(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    assert mahdar("read", "post.txt", at=tmp_path).returncode == 0
    entries = json.loads(mahdar("show", "post.txt", "--json", at=tmp_path).stdout)
    ids = [one["id"] for one in entries["entries"]]
    for one in ids[:-1]:
        assert mahdar("review", "accept", one, "--who", "karim", at=tmp_path).returncode == 0
    assert (
        mahdar("review", "reject", ids[-1], "--why", "a slip", "--who", "karim", at=tmp_path).returncode == 0
    )
    assert mahdar("export", "--format", "gold", "-o", "gold", at=tmp_path).returncode == 0
    assert mahdar("read", "gold", "--register", "anew.sqlite", at=tmp_path).returncode == 0
    figures = json.loads(mahdar("score", "gold", "--json", at=tmp_path).stdout)
    assert figures["register"] == {"f1": 1.0, "documents": 1}
    done = mahdar("score", "gold", "--register", "anew.sqlite", "--misses", "all", at=tmp_path)
    assert done.returncode == 0
    assert sum(": 1" in line for line in done.stdout.splitlines() if "extra" in line) == 1


def test_what_cannot_be_scored_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    (tmp_path / "post.json").write_text('{"dates": [{"q": "yesterday", "value": null}]}', encoding="utf-8")
    mahdar("read", "post.txt", at=tmp_path)
    wrong = mahdar("score", ".", "--misses", "act", at=tmp_path)
    assert (wrong.returncode, "did you mean acts?" in wrong.stderr) == (2, True)
    part = mahdar("score", ".", at=tmp_path)
    assert part.returncode == 1
    assert "«yesterday» does not stand in the text" in part.stderr
    none = mahdar("score", "nowhere", at=tmp_path)
    assert (none.returncode, "holds no annotation" in none.stderr) == (1, True)
