"""What made an entry, taken apart: its rule step by step, the rows of the lexicon, or the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mahdar.lexicon import Lexicon
from mahdar.lexicon.load import Row

__all__ = ["Explained", "RowBehind", "explain"]

_FILES: Final = ("ar/acts.toml", "ar/meetings.toml", "ar/instruments.toml", "ar/amounts.toml")
"""Whose rows readers name by their ids."""
_PERSON: Final = "person "
_EXAMPLES: Final = 3
_WORDS: Final = 6
"""Of a list of words as many are shown."""


@dataclass(frozen=True, slots=True)
class RowBehind:
    """A row of the lexicon that an entry rests on."""

    id: str
    place: str | None
    """`file:line`; None where the lexicon has no such row any more."""
    word: str
    """What it is about: a verb, a noun, or the words of a list."""
    says: str
    """What it makes of its word: a class, a kind or a role; empty where it says neither."""
    source: str
    """On whose authority it stands."""
    examples: tuple[str, ...]
    """Sentences in which it applies, a few."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What made an entry."""

    reader: str
    """As the entry has it: `act.finite.after_verb.head ar.act.akkada`."""
    person: str | None
    """Who added it by hand; the rest is empty then."""
    rule: tuple[str, ...]
    """The rule's steps: (`act`, `finite`, `after_verb`, `head`)."""
    remarks: tuple[str, ...]
    """What the rule notes beside: `uncounted`."""
    rows: tuple[RowBehind, ...]


def explain(reader: str, lexicon: Lexicon) -> Explained:
    """Take apart what made an entry.

    >>> from mahdar.lexicon import default_lexicon
    >>> found = explain("act.finite.after_verb.head ar.act.akkada", default_lexicon())
    >>> found.rule, found.rows[0].word, found.rows[0].says
    (('act', 'finite', 'after_verb', 'head'), 'أكّد', 'affirm')
    """
    if reader.startswith(_PERSON):
        return Explained(reader, reader.removeprefix(_PERSON), (), (), ())
    rule, *rest = reader.split()
    known = lexicon.table("rows_by_id", _rows_by_id)
    rows = tuple(_behind(one, known.get(one)) for one in rest if one.startswith("ar."))
    remarks = tuple(one for one in rest if not one.startswith("ar."))
    return Explained(reader, None, tuple(rule.split(".")), remarks, rows)


def _rows_by_id(lexicon: Lexicon) -> Mapping[str, Row]:
    rows = (row for file in _FILES for row in lexicon.rows(file))
    return {row.text("id"): row for row in rows if row.text("id")}


def _behind(id_: str, row: Row | None) -> RowBehind:
    if row is None:
        return RowBehind(id_, None, "", "", "", ())
    words = row.list("words")
    more = ("…",) if len(words) > _WORDS else ()
    word = row.text("word") or " ".join((*words[:_WORDS], *more))
    says = row.text("class") or row.text("kind") or row.text("role")
    return RowBehind(id_, row.place, word, says, row.text("source"), row.list("yes")[:_EXAMPLES])
