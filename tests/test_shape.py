"""The program's own form: small files, small functions, and Arabic only where it is data or explains."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "src" / "mahdar").rglob("*.py"))
ARABIC = re.compile(r"[\N{ARABIC NUMBER SIGN}-\N{ARABIC LETTER HEH GOAL WITH HAMZA ABOVE}]")
LONGEST_FILE, LONGEST_FUNCTION = 400, 40


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def explaining(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield docstrings and the examples of a command's help."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "examples":
            yield from node.args


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_file_is_too_long(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_function_is_too_long(file: Path) -> None:
    functions = [node for node in ast.walk(parsed(file)) if isinstance(node, ast.FunctionDef)]
    lengths = {one.name: one.body[-1].end_lineno - first(one).lineno + 1 for one in functions}
    assert not {one: lines for one, lines in lengths.items() if lines > LONGEST_FUNCTION}


def first(function: ast.FunctionDef) -> ast.stmt:
    """Return a function's first statement behind its docstring."""
    return function.body[min(1, len(function.body) - 1)] if ast.get_docstring(function) else function.body[0]


@pytest.mark.parametrize("file", FILES, ids=name)
def test_arabic_is_data_and_no_code(file: Path) -> None:
    tree = parsed(file)
    spared = {id(inner) for node in explaining(tree) for inner in ast.walk(node)}
    source = file.read_text(encoding="utf-8")
    strings = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spared
    ]
    written = {node.lineno: ast.get_source_segment(source, node) or "" for node in strings}
    assert not {line: text for line, text in written.items() if ARABIC.search(text)}
