"""The compiled reader: it takes its sources' place only where it is made from them, and reads the same."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from mahdar import native

ROOT = Path(__file__).parents[1]


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out a package whose one module is stamped as compiled."""
    package = tmp_path / "src" / "mahdar"
    for folder in native.FOLDERS:
        (package / folder).mkdir(parents=True)
    (package / "language" / "words.py").write_text("A = 1\n")
    monkeypatch.setattr(native, "_PACKAGE", package)
    native.compiled_home().mkdir(parents=True)
    library = native.compiled_home() / "words.so"
    stamp = native.stamp({"mahdar.language.words": library}, native.sources())
    (native.compiled_home() / "stamp").write_text(stamp)
    return package / "language" / "words.py"


def test_what_was_compiled_from_the_present_sources_is_current(compiled: Path) -> None:
    assert native.is_current()


def test_a_source_written_anew_with_the_same_text_is_the_same(compiled: Path) -> None:
    os.utime(compiled, ns=(1, 1))
    assert native.is_current()


@pytest.mark.parametrize("text", ["A = 2\n", "A = 100\n"])
def test_a_changed_source_is_never_overlooked(compiled: Path, text: str) -> None:
    compiled.write_text(text)
    os.utime(compiled, ns=(1, 1))
    assert not native.is_current()


def test_a_new_source_is_not_overlooked(compiled: Path) -> None:
    compiled.with_name("more.py").write_text("")
    assert not native.is_current()


def test_a_source_taken_away_is_not_overlooked(compiled: Path) -> None:
    compiled.unlink()
    assert not native.is_current()


def test_another_python_does_not_load_it(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version", "another")
    assert not native.is_current()


@pytest.mark.parametrize("stamp", ["", "cut", "a\nb\nc"])
def test_a_damaged_stamp_is_none(compiled: Path, stamp: str) -> None:
    (native.compiled_home() / "stamp").write_text(stamp)
    assert not native.is_current()


def test_where_nothing_was_compiled_the_sources_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native, "_PACKAGE", tmp_path / "lib" / "mahdar")
    assert not native.enable()


def test_it_reads_the_same_as_its_sources(tmp_path: Path) -> None:
    if not native.is_current():
        warnings.warn(
            "no compiled reader of these sources: NOT compared with them; `make native`", stacklevel=1
        )
        pytest.skip("no compiled reader of these sources")
    texts = _texts(tmp_path / "texts")
    compiled, pure = (_export(tmp_path / name, texts, name) for name in ("", "1"))
    assert compiled == pure


def _texts(folder: Path) -> Path:
    """Write the examples of the lexicon and the cases of the tests as documents."""
    folder.mkdir()
    files = [*ROOT.glob("tests/*/cases/*.txt"), *ROOT.glob("src/mahdar/lexicon/data/ar/*.toml")]
    for number, file in enumerate(sorted(files)):
        paragraphs = file.read_text(encoding="utf-8").replace("\n", "\n\n")
        (folder / f"{number}-{file.stem}.txt").write_text(paragraphs, encoding="utf-8")
    return folder


def _export(folder: Path, texts: Path, pure: str) -> bytes:
    """Return all that is read from the examples and other texts, by the compiled reader or the pure one."""
    register = str(folder) + ".sqlite"
    assert ("compiled" in _mahdar(pure, "--version").decode()) is not bool(pure)
    _mahdar(pure, "read", str(ROOT / "examples"), str(texts), "--jobs", "1", "--register", register)
    return _mahdar(pure, "export", "--format", "jsonl", "--register", register)


def _mahdar(pure: str, *arguments: str) -> bytes:
    """Return what a command says."""
    command = [sys.executable, "-m", "mahdar", *arguments]
    environment = {**os.environ, "MAHDAR_PURE": pure}
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout  # noqa: S603
