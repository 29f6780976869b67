"""`mahdar brief` as a user runs it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.outputs.commands import EXAMPLES, mahdar


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the register of the examples."""
    folder = tmp_path_factory.mktemp("examples")
    assert mahdar("read", EXAMPLES, at=folder).returncode == 0
    return folder


def test_markdown_goes_to_standard_output(examples: Path) -> None:
    done = mahdar("brief", "KWT-USA", "--as-of", "2022-06-01", at=examples)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Brief: Strategic dialogue, Kuwait – United States\n")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("b.html", b"<!doctype html>"), ("b.docx", b"PK"), ("b.md", b"# "), ("b.json", b"{"), ("b", b"# ")],
)
def test_the_files_ending_names_the_form(examples: Path, name: str, begins: bytes) -> None:
    done = mahdar("brief", "KWT-USA", "--lang", "ar", "-o", name, at=examples)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (examples / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["KWT-USA", "-o", "nowhere/b.md"], 1, "nowhere/b.md: cannot be written"),
        (["KWT-USA", "-o", "b.odt"], 2, "odt is not a format that can be written"),
        (["KWT-USA", "--lang", "fr"], 2, "fr is not a language of labels"),
        (["KWT-USA", "--as-of", "tomorrow"], 1, "tomorrow is no day"),
        (["KWT-USA 12"], 1, "knows no edition 12"),
        (["Atlantis"], 1, "is no series, edition or party"),
        ([""], 1, "is no series, edition or party"),
        ([], 2, "Missing argument"),
    ],
)
def test_a_mistake_is_one_plain_sentence(examples: Path, arguments: list[str], code: int, said: str) -> None:
    done = mahdar("brief", *arguments, at=examples)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert not list(examples.glob("*.part"))


def test_a_file_that_was_there_stays_where_there_is_nothing_to_write(examples: Path) -> None:
    (examples / "kept.md").write_text("kept", encoding="utf-8")
    assert mahdar("brief", "Atlantis", "-o", "kept.md", at=examples).returncode == 1
    assert (examples / "kept.md").read_text(encoding="utf-8") == "kept"


def test_no_register_is_said(tmp_path: Path) -> None:
    done = mahdar("brief", "KWT-USA", at=tmp_path)
    assert done.returncode == 1
    assert "mahdar.sqlite" in done.stderr


def test_a_document_gone_from_disk_is_still_quoted(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "documents")
    assert mahdar("read", "documents", at=tmp_path).returncode == 0
    shutil.rmtree(tmp_path / "documents")
    done = mahdar("brief", "MAR-USA", "--as-of", "2020-06-01", at=tmp_path)
    assert done.returncode == 0
    assert "03-ministry-post.txt" in done.stdout
