"""docs/commands.md names every command and option, and its examples run.

Run as a program, this file runs the examples again and writes their output into the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.outputs.commands import LIMIT

from mahdar.outputs.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "commands.md"
EXAMPLE = re.compile(r"```console\n\$ (?P<line>.*)\n(?P<output>(?:.*\n)*?)```\n")
COMMON = {"--help", "--register", "--json"}


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def options(*command: str) -> set[str]:
    """Return the options that a command's help names."""
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "mahdar", *command, "--help"],
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT,
    )
    return set(re.findall(r"(?<=\s)--[a-z-]+", done.stdout.partition("Examples:")[0]))


@pytest.mark.parametrize(
    "name", [*(name for name in COMMANDS if name != "lexicon"), "lexicon check", "lexicon try"]
)
def test_every_command_and_option_is_explained(name: str, page: str) -> None:
    heading = f"## mahdar {name}\n"
    assert heading in page
    section = page.partition(heading)[2].partition("\n## ")[0]
    missing = {option for option in options(*name.split()) - COMMON if option not in page}
    assert not missing
    assert f"$ mahdar {name}" in section


def test_every_example_prints_what_the_page_shows(page: str) -> None:
    shown = [(match["line"], match["output"]) for match in EXAMPLE.finditer(page)]
    assert len(shown) >= 10
    for (line, output), (_, code, printed) in zip(shown, outputs([line for line, _ in shown]), strict=True):
        assert code in {0, 1}, (line, printed)
        assert untimed(printed) == untimed(output), f"{line}: run `python -m tests.refresh_docs`"


def untimed(output: str) -> str:
    """Leave out how long it took, and in which line of a lexicon file a row stands now."""
    return re.sub(r"[\d.,]+ s\b|[\d.,]+ documents a second|(?<=\.toml:)\d+", "…", output)


def outputs(lines: list[str]) -> Iterator[tuple[str, int, str]]:
    """Run lines one after the other in a folder with the examples; yield each with its code and output."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        kept = {name: value for name, value in os.environ.items() if name != "MAHDAR_REGISTER"}
        for line in lines:
            done = subprocess.run(  # noqa: S602  # the page's own examples
                line,
                shell=True,
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=kept | {"PATH": path},
                check=False,
                timeout=LIMIT,
            )
            yield line, done.returncode, done.stdout.decode()


def refresh() -> None:
    """Write the output of every example into the page."""
    text = PAGE.read_text(encoding="utf-8")
    found = {line: output for line, _, output in outputs([m["line"] for m in EXAMPLE.finditer(text)])}
    fresh = EXAMPLE.sub(lambda m: f"```console\n$ {m['line']}\n{found[m['line']]}```\n", text)
    PAGE.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    refresh()
