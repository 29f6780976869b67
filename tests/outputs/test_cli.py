"""The command line as a user meets it: exit codes, and what goes to which stream."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.outputs.commands import COMMANDS, EXAMPLES, LIMIT, POST, ROOT, command, mahdar

# Help


def test_help_lists_every_command_and_where_to_start(tmp_path: Path) -> None:
    done = mahdar("--help", at=tmp_path)
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)
    assert "Start here:" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(name: str, tmp_path: Path) -> None:
    parts = (name, "try") if name == "lexicon" else (name,)
    done = mahdar(*parts, "--help", at=tmp_path)
    assert done.returncode == 0
    assert f"mahdar {' '.join(parts)}" in done.stdout.split("Examples:")[1]


def test_every_command_is_in_the_documentation() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert all(f"## mahdar {name}" in text for name in COMMANDS)


@pytest.mark.parametrize("name", ["", *COMMANDS, "lexicon check", "lexicon try"])
def test_help_has_a_short_name_everywhere(name: str, tmp_path: Path) -> None:
    done = mahdar(*name.split(), "-h", at=tmp_path)
    assert done.returncode == 0
    assert done.stdout == mahdar(*name.split(), "--help", at=tmp_path).stdout


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_loads_neither_the_register_nor_the_reader(name: str, tmp_path: Path) -> None:
    code = f"""
import sys
from mahdar.outputs.cli.main import app
try:
    app([*{name.split()}, "--help"])
except SystemExit:
    print(*sys.modules)
"""
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        timeout=LIMIT,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "typer" in loaded
    assert not loaded & {"sqlalchemy", "rich", "mahdar.lexicon", "mahdar.reading", "mahdar.register"}


def test_the_version_is_shown(tmp_path: Path) -> None:
    assert mahdar("--version", at=tmp_path).stdout.startswith("mahdar ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("raed",),
        ("read",),
        ("read", "a.txt", "--jobs", "0"),
        ("show", "--bad"),
        ("read", "a.txt", "--engine", "gpt"),
        ("read", "a.txt", "--date", "27.7.2021"),
        ("show", "--type", "treaty"),
        ("show", "--from", "soon"),
        ("show", "--until", "2021-02-30"),
        ("show", "--min-confidence", "3"),
        ("show", "--sort", "size"),
        ("export", "--format", "pdf"),
    ],
)
def test_wrong_usage_exits_2_and_says_so(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = mahdar(*arguments, at=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error:" in done.stderr
    assert not re.search(r"range|is not one of|x>=", done.stderr)
    assert not list(tmp_path.iterdir())


def test_an_unknown_class_is_answered_with_each_types_words_once(tmp_path: Path) -> None:
    said = " ".join(mahdar("show", "--class", "friendship", at=tmp_path).stderr.split())
    act, meeting, instrument = re.findall(r"(?:act|meeting|instrument): ([a-z_ ]+)", said)
    assert "commit" in act
    assert "commit" not in meeting
    assert "mou" in instrument
    assert act.split().count("call") == meeting.split().count("call") == 1


# The register


def test_the_register_is_the_one_given_else_here_else_the_environments(folder: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    register = str(folder / "mahdar.sqlite")
    assert mahdar("show", at=elsewhere).returncode == 1
    assert "post.txt" in mahdar("show", "--register", register, at=elsewhere).stdout
    assert "post.txt" in mahdar("show", at=elsewhere, environment={"MAHDAR_REGISTER": register}).stdout
    assert mahdar("show", at=folder, environment={"MAHDAR_REGISTER": "none.sqlite"}).returncode == 0


def test_a_register_that_is_missing_or_none_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite").write_text("no database", encoding="utf-8")
    for name in ("none.sqlite", "text.sqlite"):
        done = mahdar("show", "--register", name, at=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert done.stderr.startswith(f"mahdar: {name}: ")


# export, stats, people


def test_the_export_is_the_register_and_a_file_is_written_whole_or_not_at_all(folder: Path) -> None:
    written = mahdar("export", "--format", "json", "-o", "out.json", at=folder)
    assert (written.returncode, written.stdout) == (0, "")
    exported = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    assert exported["format"] == "mahdar-register/1"
    assert exported["documents"][0]["name"] == "post.txt"
    assert json.loads(mahdar("export", at=folder).stdout) == exported
    failed = mahdar("export", "-o", "none/out.json", at=folder)
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert not list(folder.glob("*.part"))


def test_a_reader_that_hangs_up_is_no_error(folder: Path) -> None:
    running = subprocess.Popen(  # noqa: S603  # our own command
        command("export"), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    running.stdout.close()
    _, err = running.communicate(timeout=LIMIT)
    assert err == ""


def test_stats_count_the_same_as_the_export(folder: Path) -> None:
    exported = json.loads(mahdar("export", at=folder).stdout)
    counted = json.loads(mahdar("stats", "--json", at=folder).stdout)
    assert counted["documents"] == len(exported["documents"])
    assert sum(counted["entries"].values()) == len(exported["entries"])
    assert "ACTS BY CLASS" in mahdar("stats", at=folder).stdout


def test_people_are_found_by_latin_and_by_arabic_names(tmp_path: Path) -> None:
    mahdar("read", EXAMPLES / "03-ministry-post.txt", at=tmp_path)
    assert "Nasser Bourita" in mahdar("people", at=tmp_path).stdout
    for name in ("bourita", "بوريطة", "بوريطه"):
        shown = mahdar("people", name, at=tmp_path).stdout
        assert "Minister of Foreign Affairs (MAR)" in shown
        assert "03-ministry-post.txt" in shown
    assert mahdar("people", "nobody", at=tmp_path).stderr == "nobody of that name\n"


def test_the_module_is_the_program(tmp_path: Path) -> None:
    program = [Path(sys.executable).with_name("mahdar"), "--help"]
    done = subprocess.run(program, capture_output=True, text=True, check=True, timeout=LIMIT)  # noqa: S603
    assert done.stdout.partition("\n")[2] == mahdar("--help", at=tmp_path).stdout.partition("\n")[2]


def test_the_module_starts_workers(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{POST} {name}", encoding="utf-8")
    assert "2 new documents" in mahdar("read", "a.txt", "b.txt", "--jobs", "2", at=tmp_path).stdout
