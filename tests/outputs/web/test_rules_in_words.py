"""Whatever made an entry is told in words of both languages."""

from __future__ import annotations

import ast
from importlib.resources import files
from itertools import product

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.outputs.web.desk import Desk
from mahdar.register import Register


def told(desk: Desk, language: str, kind: str, step: str) -> str:
    page = desk.templates[language].from_string(  # type: ignore[attr-defined]
        '{% from "words_of_entries.html" import rule_step with context %}{{ rule_step(kind, step) }}'
    )
    return str(page.render(asked=None, token="", kind=kind, step=step))


def subjects() -> set[str]:
    """Return the rules that find who acts: what the sources name as one, and the functions that are one."""
    found: set[str] = set()
    for file in (files("mahdar") / "reading").iterdir():
        if not file.name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") == "Subject"
                and len(node.args) > 2
            ):
                found |= {one.value for one in (node.args[2],) if isinstance(one, ast.Constant)}  # type: ignore[misc]
    return found


def rules() -> set[tuple[str, str]]:
    lexicon = default_lexicon()
    opens = {row.text("opens") for row in lexicon.rows("ar/instruments.toml", "head")} - {"", "never"}
    roles = {row.text("role") for row in lexicon.rows("ar/meetings.toml", "head")} - {"", "chair"}
    return {
        *product(["instrument"], opens),
        *product(["meeting"], roles),
        *product(["act"], subjects() | {"finite", "participle", "masdar", "head", "stance", "when", "any"}),
        *product(["date"], ["day", "month", "year", "range", "vague"]),
        *product(["quote"], ["answer", "frame", "marks", "saying", "title"]),
        *product(["amount"], ["money", "count"]),
    }


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_rule_has_its_words(desk: Desk, language: str) -> None:
    assert not {one for one in rules() if not told(desk, language, *one).strip()}


def test_every_entry_of_the_examples_is_explained(desk: Desk, register: Register) -> None:
    used = {tuple(one.reader.split()[0].split(".")) for one in register.entries()}
    steps = {(kind, step) for kind, *rest in used for step in rest}
    assert not {one for one in steps if not told(desk, "en", *one).strip()}
