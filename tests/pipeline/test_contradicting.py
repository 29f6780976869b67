"""Contradictions are found between documents and inside one, and none where a generous reading agrees."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mahdar.model.contradictions import Quoted
from mahdar.pipeline.contradicting import Found, contradictions
from mahdar.pipeline.library import read_text
from mahdar.register import Register

CASES = tomllib.loads(Path(__file__).with_name("clashing.toml").read_text(encoding="utf-8"))["case"]


def found_in(case: dict[str, Any], folder: Path) -> list[tuple[Found, str, str]]:
    """Read a case's documents and return what contradicts, with the words of both passages."""
    with Register.open(folder / "r.sqlite") as register:
        register.add(read_text(text, name) for name, text in case["texts"].items())

        def words(end: Quoted) -> str:
            return end.span.cut(register.text(end.document))

        found = contradictions(register)
        return [(one, words(one.contradiction.a), words(one.contradiction.b)) for one in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_cannot_both_be_true_is_found_and_nothing_else(case: dict[str, Any], tmp_path: Path) -> None:
    left = list(case.get("found", ()))
    for one, a, b in found_in(case, tmp_path):
        clash = next((c for c in left if c["what"] == one.contradiction.what and quotes(c, a, b)), None)
        assert clash is not None, (one.contradiction.what, one.contradiction.note, a, b)
        assert one.contradiction.hard is not clash.get("soft", False)
        left.remove(clash)
    assert not left


def quotes(clash: dict[str, Any], a: str, b: str) -> bool:
    mine, theirs = clash["a"], clash["b"]
    return (mine in a and theirs in b) or (mine in b and theirs in a)
