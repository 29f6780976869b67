"""What each lexicon file may hold: `fields.toml`, read.

It stands beside the lexicon, not in it: it decides what a linguist may write, not what a text means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from mahdar.model import values

__all__ = ["Kind", "kinds_of_rows"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What one kind of row may hold: a `[[file]]` of `fields.toml`."""

    name: str
    table: str
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    unordered: tuple[str, ...] = ()
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)


def kinds_of_rows() -> dict[tuple[str, str], Kind]:
    """Return what each file and table may hold."""
    text = (files("mahdar.lexicon") / "fields.toml").read_text(encoding="utf-8")
    return {(one["name"], one["table"]): _kind(one) for one in tomllib.loads(text)["file"]}


def _kind(plain: Mapping[str, Any]) -> Kind:
    """Make a kind of row of its description."""
    lists = {key: tuple(value) for key, value in plain.items() if isinstance(value, list)}
    allowed = {name: _words(words) for name, words in plain.get("values", {}).items()}
    return Kind(plain["name"], plain["table"], values=allowed, **lists)


def _words(words: Sequence[str]) -> frozenset[str]:
    """Return a value set; `@acts` stands for the register's own."""
    found: set[str] = set()
    for word in words:
        found |= getattr(values, word[1:].upper()) if word.startswith("@") else {word}
    return frozenset(found)
