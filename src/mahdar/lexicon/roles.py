"""Words that point at actors by their role («الجانبان», «الوزير», «البيان»), compiled.

Source: lexicon/data/ar/titles.toml ([[role]], [[honorific]]), lexicon/data/ar/roles.toml
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.store import Lexicon

__all__ = ["Role", "RoleTable", "role_table"]


@dataclass(frozen=True, slots=True)
class Role:
    """What a role word points at."""

    id: str
    refers: str
    """`parties` (both sides), `all` (every side that a statement opens with), `encounter` (a meeting: what it
    dealt with its sides discussed), `person` (one holder), `source` (who spoke without a name),
    `official` (who spoke, without a name before one with), `people` (several, of parties named after them),
    `statement` (a text that speaks for its parties), `organ` (an organ of the state spoken of), `body` (the
    short form of a body named before), `home` (the article's own state)."""
    number: str
    """`s`, `d` or `p`."""


@dataclass(frozen=True, slots=True)
class RoleTable:
    """Role words and the honorifics that may stand between a verb and its subject."""

    roles: PhraseTable[Role]
    honorifics: frozenset[str]


def role_table(lexicon: Lexicon) -> RoleTable:
    """Return the compiled role words."""
    return lexicon.table("roles", _build)


def _build(lexicon: Lexicon) -> RoleTable:
    """Compile both files."""
    titles = lexicon.rows("ar/titles.toml") if "ar/titles.toml" in lexicon.names else ()
    roles = (*lexicon.rows("ar/roles.toml", "role"), *(r for r in titles if r.table == "role"))
    honorifics = {
        word
        for row in titles
        if row.table == "honorific"
        for phrase in (row.text("word"), *row.list("variants"))
        for word in fold(phrase).split()
    }
    return RoleTable(
        PhraseTable(
            (word, _role(row)) for row in roles for word in (row.text("word"), *row.list("variants"))
        ),
        frozenset(honorifics),
    )


def _role(row: Row) -> Role:
    """Make a role of its row."""
    refers = {"delegations": "parties"}.get(row.text("refers"), row.text("refers"))
    return Role(row.text("id"), refers, row.text("number")[:1])
