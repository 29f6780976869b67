"""The users' documents are true: what they show runs, what must be named is named, links lead somewhere.

`python -m tests.refresh_docs` writes the output of every example and the tables of scores anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_command

import mahdar
from mahdar.lexicon import Lexicon
from mahdar.lexicon.load import Row
from mahdar.outputs.cli.main import COMMANDS
from mahdar.reading.instruments_opening import OPENS
from mahdar.reading.subjects import RULES
from tests.outputs.test_cli_docs import untimed
from tests.refresh_docs import (
    COLUMNS,
    DOCS,
    EXAMPLE,
    FLOORS,
    LAYERS,
    PAGES,
    ROOT,
    drawn,
    run_page,
    short_table,
    wrapped,
)

EVERY_PAGE = [*PAGES, DOCS / "commands.md"]
SHOWN = [page for page in PAGES if EXAMPLE.search(page.read_text(encoding="utf-8"))]
LEXICON = Lexicon()
COMMON = {"id", "source", "yes", "no"}
"""Fields that docs/lexicon.md explains once for all files."""


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", SHOWN, ids=name)
def test_every_example_prints_what_its_page_shows(page: Path) -> None:
    shown = [m["output"] if m["line"] else m["printed"] for m in EXAMPLE.finditer(text(page))]
    for output, run in zip(shown, run_page(page), strict=True):
        assert run.code in {0, 1}, (run.source, run.output)
        assert untimed(run.output) == untimed(output), f"{run.source}: run `python -m tests.refresh_docs`"


def test_the_picture_of_a_terminal_shows_what_a_terminal_shows() -> None:
    assert text(DOCS / "show.svg") == drawn(), "run `python -m tests.refresh_docs`"


@pytest.mark.parametrize("line", ["short", "  3f2a9c1b  0.90  " + "Ahmad Nasser Al-Mohammed Al-Sabah, " * 5])
def test_in_the_picture_no_word_is_broken(line: str) -> None:
    parts = wrapped(line)
    assert all(len(part) <= COLUMNS for part in parts)
    assert " ".join(parts).split() == line.split()


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_every_target_of_make_exists(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", text(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make (\w+)", text(page), re.MULTILINE)) <= targets


# Commands


def commands() -> Iterator[tuple[str, set[str]]]:
    """Yield each command with its options."""
    for word in COMMANDS:
        command = get_command(import_module(f"mahdar.outputs.cli.{word}").app)
        inner = getattr(command, "commands", {})
        for sub, one in inner.items() if inner else [("", command)]:
            yield (
                f"{word} {sub}".strip(),
                {option for param in one.params for option in param.opts if option[0] == "-"},
            )


@pytest.mark.parametrize(("command", "options"), list(commands()))
def test_every_command_and_option_is_explained(command: str, options: set[str]) -> None:
    pages = "\n".join(map(text, EVERY_PAGE))
    assert f"mahdar {command}" in pages
    assert not {option for option in options if option not in pages}


@pytest.mark.parametrize("variable", ["MAHDAR_REGISTER", "MAHDAR_LEXICON", "MAHDAR_CACHE"])
def test_every_variable_is_explained(variable: str) -> None:
    assert variable in text(DOCS / "operating.md")


def test_the_variables_are_all_that_the_code_reads() -> None:
    code = "\n".join(text(path) for path in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r'"(MAHDAR_\w+)"', code)) == {
        *("MAHDAR_REGISTER", "MAHDAR_LEXICON", "MAHDAR_CACHE", "MAHDAR_PURE"),
    }


@pytest.mark.parametrize("public", mahdar.__all__)
def test_every_public_name_is_explained(public: str) -> None:
    assert public in text(DOCS / "tutorial.md") + text(DOCS / "library.md")


# The lexicon


def section(file: str) -> str:
    """Return what docs/lexicon.md says of a file."""
    return (
        text(DOCS / "lexicon.md").partition(f"\n### {file}\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    )


def fields(row: Row) -> set[str]:
    """Return a row's fields, and those of the tables inside it."""
    inner = [
        one
        for value in row.values.values()
        if isinstance(value, list)
        for one in value
        if isinstance(one, dict)
    ]
    return set(row.values).union(*inner) - COMMON


@pytest.mark.parametrize("file", LEXICON.names)
def test_every_lexicon_file_is_explained_field_by_field(file: str) -> None:
    said = section(file)
    rows = LEXICON.rows(file)
    assert said, f"docs/lexicon.md has no section on {file}"
    assert not {field for row in rows for field in fields(row) if f"`{field}`" not in said}
    if file.endswith(".toml"):
        assert not {row.table for row in rows if f"`[[{row.table}]]`" not in said}


# The rules


def test_every_rule_of_a_readers_id_is_explained() -> None:
    said = text(DOCS / "reading.md")
    subjects = {rule.__name__ for rule in RULES}
    roles = {row.text("role") for row in LEXICON.rows("ar/meetings.toml", "head")} - {"hold", "chair", "body"}
    rules = subjects | {f"instrument.{way}" for way in OPENS} | {f"meeting.{role}" for role in roles}
    assert not {rule for rule in rules if f"`{rule}`" not in said}


# Links and figures


def slug(heading: str) -> str:
    """Return a heading's anchor as the site and a forge make it."""
    return re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", heading.lower()).strip())


def broken_links(page: Path) -> Iterator[str]:
    """Yield links that lead nowhere."""
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists():
            yield target
        elif anchor and there.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", text(there), re.MULTILINE)
            if anchor not in {slug(heading) for heading in headings}:
                yield target


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert not list(broken_links(page))


def test_every_page_stands_in_the_sites_contents() -> None:
    contents = text(ROOT / "mkdocs.yml")
    assert not [page.name for page in DOCS.glob("*.md") if page.name not in contents]


def scores(page: Path, kind: str) -> str:
    """Return a table of scores as a page has it."""
    return text(page).partition(f"<!-- scores:{kind} -->\n")[2].partition("<!-- end of scores -->")[0]


def test_the_scores_of_the_readme_are_those_that_are_pinned() -> None:
    assert scores(ROOT / "README.md", "short") == short_table()


@pytest.mark.parametrize(("kind", "prefix"), [("development", ""), ("examples", "examples.")])
def test_the_scores_in_full_are_no_better_than_those_that_are_pinned(kind: str, prefix: str) -> None:
    floors = json.loads(text(FLOORS))["floors"]
    rows = [line.split("|")[1:-1] for line in scores(DOCS / "quality.md", kind).splitlines()[2:]]
    assert len(rows) == len(LAYERS)
    for layer, _, _, f1, *_ in rows:
        assert float(f1) <= floors[prefix + layer.strip()] + 0.0151, layer
