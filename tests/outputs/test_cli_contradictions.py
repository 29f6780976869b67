"""`mahdar show contradictions` and `mahdar review`: found, closed with a reason, open again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.outputs.commands import mahdar

STATEMENT = "عقد الحوار الاستراتيجي الثالث بين سلطنة عمان والمملكة المتحدة في 14 فبراير 2023 في مسقط.\n"
REPORT = "عقد الحوار الاستراتيجي الثالث بين سلطنة عمان والمملكة المتحدة في 21 فبراير 2023 في مسقط.\n"


@pytest.fixture
def dated_twice(tmp_path: Path) -> Path:
    """Return a folder with a register of two texts that contradict each other."""
    (tmp_path / "statement.txt").write_text(STATEMENT, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert mahdar("read", ".", at=tmp_path).returncode == 0
    return tmp_path


def found(at: Path, *options: str) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(
        mahdar("show", "contradictions", "--format", "json", *options, at=at).stdout
    )
    return listed


def test_both_passages_are_shown_with_their_documents(dated_twice: Path) -> None:
    shown = mahdar("show", "contradictions", at=dated_twice).stdout
    assert shown.startswith("1 contradiction\n")
    assert all(
        words in shown for words in ("statement.txt", "report.txt", "14 فبراير 2023", "21 فبراير 2023")
    )


def test_as_json_each_passage_stands_in_its_document(dated_twice: Path) -> None:
    (one,) = found(dated_twice)
    assert (one["what"], one["hard"], one["closed"]) == ("date", True, None)
    words = []
    for end in (one["a"], one["b"]):
        assert isinstance(end, dict)
        text = (dated_twice / end["document"]).read_text(encoding="utf-8")
        words.append(text[end["start"] : end["end"]])
    assert all("الحوار الاستراتيجي الثالث" in one and "فبراير 2023" in one for one in words)


def test_a_closed_one_is_shown_only_where_all_are_asked_for(dated_twice: Path) -> None:
    (one,) = found(dated_twice)
    id_ = str(one["id"])
    done = mahdar("review", "close", id_[:8], "--why", "a misprint", "--who", "Nadia", at=dated_twice)
    assert (done.returncode, done.stdout) == (0, f"{id_[:8]}  date  closed by Nadia: a misprint\n")
    assert found(dated_twice) == []
    (closed,) = (one["closed"] for one in found(dated_twice, "--all"))
    assert isinstance(closed, dict)
    assert (closed["by"], closed["why"]) == ("Nadia", "a misprint")
    assert "closed by Nadia" in mahdar("show", "contradictions", "--all", at=dated_twice).stdout
    assert mahdar("read", ".", "--again", at=dated_twice).returncode == 0
    assert found(dated_twice) == []
    assert mahdar("review", "reopen", id_, at=dated_twice).returncode == 0
    assert len(found(dated_twice)) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("review", "close", "00000000", "--why", "x"), "no contradiction 00000000"),
        (("review", "reopen", "00000000"), "no closed contradiction begins with 00000000"),
        (("show", "contradictions", "--register", "none.sqlite"), "there is no register"),
    ],
)
def test_what_is_not_there_is_one_plain_sentence(
    dated_twice: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = mahdar(*arguments, at=dated_twice)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
