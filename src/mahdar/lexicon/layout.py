"""The words around an article, compiled: marks by how they match a line, agencies, and named sets.

Source: lexicon/data/ar/layout.toml, lexicon/data/en/layout.toml, lexicon/data/shared/months.tsv
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.parties import PartyName, party_table
from mahdar.lexicon.phrases import PhraseTable, fold_words
from mahdar.lexicon.places import PlaceName, place_table
from mahdar.lexicon.store import Lexicon

__all__ = ["Agency", "Bag", "Layout", "Mark", "layout_table"]

_FILES = ("ar/layout.toml", "en/layout.toml")
_LONGEST = 12
_MENU = "ar.layout.menu"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line was recognised as."""

    id: str
    """The lexicon entry's id, or the name of the rule that made it."""
    why: str
    """One of `values.NOISE`."""
    most: int = _LONGEST
    """The longest line it may take, in words."""
    colon: bool = False
    """It fires only where the phrase ends the line or a colon, dash, bar or slash follows."""
    digits: bool = False
    """It fires only on a line that holds a digit."""
    stopless: bool = False
    """It fires only on a line without a full stop."""
    before: str = ""
    """What must stand before a phrase inside a line: `fence` (slash, bracket, dash), `bracket` or `stop`."""
    reach: str = "line"
    """What it takes with it: `line`, `next` (a name), `list` (links), `tags` (short lines), `tail` (all)."""
    closes: bool = False
    """The article above is at its end."""
    ministry: bool = False
    """A ministry or a state news agency prints such marks in its own posts."""


@dataclass(frozen=True, slots=True)
class Agency:
    """Who publishes, as marks and datelines name it."""

    state: bool
    """It is a state's own news agency."""
    weak: bool = False
    """Its name is an ordinary word: it counts between brackets or quotation marks only."""


@dataclass(frozen=True, slots=True)
class Bag:
    """A mark for lines made of certain words and of nothing else."""

    words: frozenset[str]
    """At least one of these must be there."""
    allowed: frozenset[str]
    """All words that may be there."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class Layout:
    """The compiled table."""

    whole: dict[tuple[str, ...], Mark]
    starts: PhraseTable[Mark]
    inside: PhraseTable[Mark]
    ends: PhraseTable[Mark]
    bags: tuple[Bag, ...]
    agencies: PhraseTable[Agency]
    sets: dict[str, PhraseTable[bool]]
    """Named sets of words and phrases."""
    months: frozenset[str]
    """Every word of a month's name."""
    parties: PhraseTable[PartyName]
    """Names and adjectives of states."""
    places: PhraseTable[PlaceName]
    """Names of towns and of states' capitals."""
    sections: frozenset[str]
    """Every word of the names of a site's sections."""
    dateline: frozenset[str]
    """Every word that may stand in a line that only dates, months apart."""


def layout_table(lexicon: Lexicon) -> Layout:
    """Return the compiled layout words of a lexicon."""
    return lexicon.table("layout", _build)


def _build(lexicon: Lexicon) -> Layout:
    """Compile both files."""
    rows = [row for name in _FILES for row in lexicon.rows(name)]
    heads = [row for row in rows if row.table == "head"]
    named = [row for row in rows if row.table == "set"]
    dating = next(row for row in named if row.text("id") == "dateline")
    return Layout(
        whole={fold_words(p): m for p, m in reversed(list(_phrases(heads, "whole")))},
        starts=PhraseTable(_phrases(heads, "start")),
        inside=PhraseTable(_phrases(heads, "inside")),
        ends=PhraseTable(_phrases(heads, "end")),
        bags=tuple(_bag(row) for row in heads if row.text("match") == "made_of"),
        agencies=PhraseTable(_agencies(rows)),
        sets={row.text("id"): PhraseTable((w.lower(), True) for w in row.list("words")) for row in named},
        months=_months(lexicon),
        parties=party_table(lexicon).names,
        places=place_table(lexicon),
        sections=next(_bag(row).allowed for row in heads if row.text("id") == _MENU),
        dateline=_words(dating, "words"),
    )


def _phrases(heads: list[Row], match: str) -> Iterator[tuple[str, Mark]]:
    """Yield the phrases of every head that matches this way, in file order."""
    for row in heads:
        if row.text("match") == match:
            mark = _mark(row)
            yield from ((phrase.lower(), mark) for phrase in row.list("phrases"))


def _mark(row: Row) -> Mark:
    """Make a mark of a head."""
    flags = {k: bool(row.values.get(k)) for k in ("colon", "digits", "stopless", "closes", "ministry")}
    return Mark(
        row.text("id"),
        row.text("why"),
        int(row.values.get("most", _LONGEST)),
        before=row.text("before"),
        reach=row.text("reach") or "line",
        **flags,
    )


def _words(row: Row, field: str) -> frozenset[str]:
    """Return the single words of a field, folded."""
    return frozenset(word for phrase in row.list(field) for word in fold_words(phrase.lower()))


def _bag(row: Row) -> Bag:
    """Compile a head of the kind `made_of`."""
    words = _words(row, "words")
    return Bag(words, words | _words(row, "fillers"), _mark(row))


def _agencies(rows: list[Row]) -> Iterator[tuple[str, Agency]]:
    """Yield every name of every agency."""
    for row in rows:
        if row.table == "agency":
            agency = Agency(bool(row.values.get("state")), bool(row.values.get("weak")))
            yield from ((name.lower(), agency) for name in row.list("names"))


def _months(lexicon: Lexicon) -> frozenset[str]:
    """Return every word of a month's name, in Arabic and English."""
    names = (name for row in lexicon.rows("shared/months.tsv") for name in row.list("names"))
    return frozenset(word for name in names for word in fold(name).lower().split())
