"""What a program sees: `mahdar.read`, `mahdar.read_text`, `mahdar.open_register`."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import mahdar
from mahdar.errors import RegisterError, SourceError

TEXT = "رحبت البرازيل بإعلان الهند استضافة المؤتمر."


def test_a_text_is_read() -> None:
    reading = mahdar.read_text(TEXT, "note")
    assert reading.document.name == "note"
    assert [placed.entry.type for placed in reading.entries][:1] == ["act"]


def test_files_are_read_one_by_one_as_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    readings = mahdar.read(tmp_path)
    assert [reading.document.name for reading in readings] == ["a.txt"]


def test_a_string_of_several_lines_is_a_text() -> None:
    (reading,) = mahdar.read(f"{TEXT}\n")
    assert reading.document.text == f"{TEXT}\n"


UNDATED = "اجتمع وزيرا خارجية السويد والأردن أمس في عمّان."


@pytest.mark.parametrize("day", ["2018-03-05", date(2018, 3, 5), datetime(2018, 3, 5, 12, tzinfo=UTC)])
def test_a_program_gives_the_day_that_a_text_does_not_state(tmp_path: Path, day: str | date) -> None:
    (tmp_path / "a.txt").write_text(UNDATED, encoding="utf-8")
    for reading in (mahdar.read_text(UNDATED, date=day), *mahdar.read(tmp_path, date=day)):
        assert [one.entry.value for one in reading.entries if one.entry.type == "date"] == ["2018-03-04"]
    with mahdar.open_register(tmp_path / "mahdar.sqlite") as register:
        mahdar.read(tmp_path / "a.txt", register, date=day)
        assert register.document("a.txt").given == "2018-03-05"


@pytest.mark.parametrize("day", ["2018-3-5", "2018-02-30", "yesterday", "", "20180305", "٢٠١٨-٠٣-٠٥"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(mahdar.MahdarError, match="is no day; write it as YYYY-MM-DD"):
        mahdar.read_text(UNDATED, date=day)


def test_what_cannot_be_read_is_raised_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        list(mahdar.read([tmp_path / "none.txt"]))
    assert caught.value.reason == "missing"


def test_with_a_register_it_is_reported_instead(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with mahdar.open_register(tmp_path / "mahdar.sqlite") as register:
        report = mahdar.read([tmp_path / "a.txt", tmp_path / "none.txt"], register)
        assert (report.documents, len(report.failures)) == (1, 1)
        assert [document.name for document in register.documents()] == ["a.txt"]


def test_a_register_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RegisterError):
        mahdar.open_register(tmp_path / "none.sqlite", create=False)


def test_a_program_without_a_guard_is_told_so_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{TEXT} 2", encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text("import mahdar\nprint(len(list(mahdar.read(['a.txt', 'b.txt'], jobs=2))))\n")
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, str(program)], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120
    )
    assert done.stdout == ""
    assert "MahdarError: processes for reading cannot be started" in done.stderr.splitlines()[-1]


def test_every_public_name_is_there() -> None:
    for name in mahdar.__all__:
        assert getattr(mahdar, name) is not None
    assert set(mahdar.__all__) <= set(dir(mahdar))
    with pytest.raises(AttributeError):
        _ = mahdar.no_such_name


def test_importing_mahdar_loads_only_what_looks_for_the_compiled_reader() -> None:
    code = "import sys, mahdar; print(*(name for name in sys.modules if name.startswith('mahdar.')))"
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.split() == ["mahdar.native"]
