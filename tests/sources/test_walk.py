"""Folders: what is found in them, in which order, and once only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mahdar.errors import SourceError
from mahdar.sources import PassedOver, find_sources


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("نص", encoding="utf-8")


def found(folder: Path, *paths: str | Path) -> list[str]:
    """Return what is found: paths below the folder, reasons in brackets."""
    shown: list[str] = []
    for source in find_sources(paths or [folder]):
        if isinstance(source, SourceError):
            shown.append(f"[{source.reason}]")
        elif isinstance(source, PassedOver):
            shown.append(f"({source.files})")
        else:
            shown.append(os.path.relpath(source, folder) if isinstance(source, Path) else source)
    return shown


def test_text_files_of_all_folders_are_found_in_order_of_their_names(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.TXT", "c.text", "2020/z.txt", "2019/y/x.txt")
    assert found(tmp_path) == ["a.TXT", "b.txt", "c.text", "2019/y/x.txt", "2020/z.txt"]


def test_other_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "README.md", "list.csv", "bulk.jsonl", ".hidden.txt", ".git/x.txt")
    assert found(tmp_path) == ["a.txt", "(3 other files (.csv, .jsonl, .md))"]


def test_a_register_and_its_log_are_no_files_to_read(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "mahdar.sqlite", "mahdar.sqlite-wal", "mahdar.sqlite-shm")
    assert found(tmp_path) == ["a.txt"]


def test_other_files_are_counted_for_each_named_folder(tmp_path: Path) -> None:
    make(tmp_path, "x/a.txt", "x/in/a.pdf", "y/b.txt", "y/b.doc")
    assert found(tmp_path, tmp_path / "x", tmp_path / "y") == [
        "x/a.txt", "(1 other file (.pdf))", "y/b.txt", "(1 other file (.doc))",
    ]  # fmt: skip


def test_a_folder_without_text_files_is_reported_with_what_it_holds(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "b.docx")
    (error,) = find_sources([tmp_path])
    assert isinstance(error, SourceError)
    assert error.reason == "no_text_files"
    assert "it holds 2 other files (.docx, .pdf)" in str(error)


def test_one_other_file_is_one(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf")
    assert "it holds 1 other file (.pdf);" in str(next(find_sources([tmp_path])))


def test_a_file_is_found_once_however_often_it_is_named_or_linked(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "in/b.txt")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "d.txt")
    named = [tmp_path / "a.txt", tmp_path, str(tmp_path / "in"), tmp_path / "in" / "b.txt", "-", "-"]
    assert found(tmp_path, *named) == ["a.txt", "in/b.txt", "-"]


def test_folders_that_link_in_a_circle_end(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in")
    assert found(tmp_path) == ["in/a.txt"]


def test_a_broken_link_is_missing(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert found(tmp_path) == ["a.txt", "[missing]"]


def test_what_is_named_and_missing_and_addresses_are_reported(tmp_path: Path) -> None:
    assert found(tmp_path, tmp_path / "none", "https://example.org/a", "a\0b") == [
        "[missing]", "[address]", "[unreadable]",
    ]  # fmt: skip


def test_names_with_odd_bytes_are_found(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(path, "w", encoding="utf-8") as stream:  # noqa: PTH123  # a name that is no text
        stream.write("نص")
    (source,) = find_sources([tmp_path])
    assert isinstance(source, Path)
    assert os.fsencode(source) == path


def test_a_folder_that_may_not_be_listed_is_reported_and_the_rest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a/x.txt", "b.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert found(tmp_path) == ["b.txt", "[unreadable]"]


def test_folders_may_lie_deep_in_one_another(tmp_path: Path) -> None:
    here = tmp_path
    for _ in range(150):
        here = here / "d"
    make(here, "a.txt")
    assert found(tmp_path) == ["d/" * 150 + "a.txt"]
