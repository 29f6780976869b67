"""Number words, compiled: any word as it stands → its value and what it may be joined with.

Source: lexicon/data/ar/numbers.tsv
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mahdar.lexicon.inflect import with_article
from mahdar.lexicon.load import Row
from mahdar.lexicon.particles import attached_forms, tokens
from mahdar.lexicon.store import Lexicon

__all__ = ["NumberTable", "NumberTerm", "number_table"]

_VALUED = frozenset({"cardinal", "scale", "plural", "dual", "fraction"})
_WITH_ARTICLE = frozenset({"cardinal", "scale", "plural"})
_COMPARED = frozenset({"over", "under"})
_ALEF = "\N{ARABIC LETTER ALEF}"


@dataclass(frozen=True, slots=True)
class NumberTerm:
    """One reading of a word (or of the phrase that it begins) as a number."""

    kind: str
    """`cardinal`, `scale`, `plural` (of a scale), `dual` (of a scale) or `fraction`."""
    value: float
    rest: tuple[str, ...]
    taken: str = ""
    """Particles attached to the first word."""
    construct: bool = False
    """A scale whose form is also its dual before a counted noun: «مليونا دولار»."""


@dataclass(frozen=True, slots=True)
class NumberTable:
    """All number words, and what stands before a number."""

    terms: dict[str, tuple[NumberTerm, ...]]
    """Folded first word with its particles → readings, longest phrase first."""
    compared: dict[tuple[str, ...], str]
    """Phrases such as «أكثر من», part of a counted amount → the particles attached to their front."""


def number_table(lexicon: Lexicon) -> NumberTable:
    """Return the compiled number words."""
    return lexicon.table("numbers", _build)


def _build(lexicon: Lexicon) -> NumberTable:
    """Compile the file."""
    rows = lexicon.rows("ar/numbers.tsv")
    found: defaultdict[str, dict[tuple[object, ...], NumberTerm]] = defaultdict(dict)
    for row in rows:
        if row.text("kind") in _VALUED:
            for term, head in _terms(row):
                for taken, form in attached_forms(head):
                    read = replace(term, taken=taken)
                    found[form].setdefault((read.kind, read.value, read.rest), read)
    terms = {
        form: tuple(sorted(known.values(), key=lambda t: (-len(t.rest), len(t.taken))))
        for form, known in found.items()
    }
    return NumberTable(terms, dict(_compared(rows)))


def _terms(row: Row) -> Iterator[tuple[NumberTerm, str]]:
    """Read a row's words, with the article where a number takes it."""
    kind, value = row.text("kind"), float(row.text("value"))
    for name in row.list("names"):
        first, *rest = tokens(name)
        term = NumberTerm(kind, value, tuple(rest), construct=kind == "scale" and first.endswith(_ALEF))
        yield term, first
        if kind in _WITH_ARTICLE:
            yield replace(term, construct=False), with_article(first)[1]


def _compared(rows: tuple[Row, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Read the phrases that compare, with what may be attached to their front."""
    for row in rows:
        if row.text("kind") == "approx" and row.text("value") in _COMPARED:
            for first, *rest in map(tokens, row.list("names")):
                if rest:
                    yield from (((form, *rest), taken) for taken, form in attached_forms(first))
