"""Files and streams → documents with their names, or one line that says why not."""

from __future__ import annotations

import hashlib
import io
import os
import socket
from pathlib import Path

import pytest

from mahdar.errors import SourceError
from mahdar.sources import read_file, read_source, read_stream

TEXT = "وصل الوفد الكوري إلى هلسنكي.\r\nثم غادر.\n"


def test_a_file_becomes_a_document_with_its_exact_text_and_name(tmp_path: Path) -> None:
    path = tmp_path / "بيان.txt"
    path.write_bytes(TEXT.encode())
    document = read_file(path)
    assert (document.text, document.name, document.path) == (TEXT, "بيان.txt", str(path))
    assert document.id == hashlib.sha256(TEXT.encode()).hexdigest()
    assert document.language == "ar"


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("The delegation left for الدوحة", encoding="utf-8")
    assert read_file(path).language == "en"


def test_a_stream_is_named_as_told_and_has_no_path() -> None:
    document = read_stream(io.BytesIO(TEXT.encode()), "-")
    assert (document.text, document.name, document.path) == (TEXT, "-", None)


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="ascii"))
    assert read_source("-").text == TEXT


def refusal(path: Path, max_bytes: int = 1000) -> str:
    with pytest.raises(SourceError) as caught:
        read_file(path, max_bytes)
    assert caught.value.name == os.fsencode(path).decode("utf-8", "backslashreplace")
    return caught.value.reason


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt") == "missing"


def test_a_file_beyond_the_limit_is_too_large_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 1001)
    assert refusal(path) == "too_large"
    assert read_file(path, 1001).text == "a" * 1001


def test_a_stream_beyond_the_limit_is_too_large() -> None:
    with pytest.raises(SourceError, match="larger than 10 bytes"):
        read_stream(io.BytesIO(b"a" * 11), "-", 10)


def test_a_pipe_and_a_socket_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt") == "not_a_file"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        assert refusal(tmp_path / "s.txt") == "not_a_file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "not_a_file"


def test_a_file_that_may_not_be_read_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path) == "unreadable"


def test_a_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert refusal(tmp_path / "a.txt") == "unreadable"


def test_a_name_with_odd_bytes_can_be_stored_and_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))
    path.write_bytes(TEXT.encode())
    document = read_file(path)
    assert document.name == "caf\\xe9\n.txt"
    document.name.encode()


def test_a_name_that_no_system_has_is_refused() -> None:
    with pytest.raises(SourceError):
        read_file(Path("a\0b"))
