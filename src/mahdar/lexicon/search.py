"""What users call the filters of a search and their values, and the words that a search passes over.

Source: lexicon/data/shared/{search,values}.toml
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.values import values_of

__all__ = ["SETS", "SearchTable", "search_table", "spelled"]

SETS = {
    "class": ("acts",), "kind": ("meetings", "instruments", "articles"), "track": ("tracks",),
    "review": ("reviews",),
}  # fmt: skip
"""Field → the value sets of `values.toml` that it may hold."""


@dataclass(frozen=True, slots=True)
class SearchTable:
    """Everything that a search looks up, by the words as `spelled` returns them."""

    filters: dict[str, str]
    """What a filter may be called → its name."""
    values: dict[str, dict[str, str]]
    """Field → what a value may be called → the value."""
    english: dict[str, tuple[str, ...]]
    """One Latin word → the values that it stands for, as `field:value`; values of entries only."""
    idle: frozenset[str]


def search_table(lexicon: Lexicon) -> SearchTable:
    """Return the compiled table."""
    return lexicon.table("search", _build)


def spelled(words: str) -> str:
    """Return words so that spellings that count as one are equal.

    >>> spelled("Joint-Statement"), spelled("التِزام")
    ('joint statement', 'التزام')
    """
    return " ".join(fold(words).casefold().replace("_", " ").replace("-", " ").split())


def _build(lexicon: Lexicon) -> SearchTable:
    """Compile the files."""
    rows = lexicon.rows("shared/search.toml")
    filters = {
        spelled(word): row.text("name") for row in rows if row.table == "filter" for word in row.list("words")
    }
    values: dict[str, dict[str, str]] = {}
    english: dict[str, tuple[str, ...]] = {}
    for field, word, value in (*_labels(lexicon), *_words(rows)):
        its = values.setdefault(field, {})
        its.setdefault(spelled(word), value)
        if word.isascii() and word.isalpha() and value != "document" and field != "review":
            english[spelled(word)] = tuple(
                dict.fromkeys((*english.get(spelled(word), ()), f"{field}:{value}"))
            )
    idle = {spelled(word) for row in rows if row.table == "idle" for word in row.list("words")}
    return SearchTable(filters, values, english, frozenset(idle))


def _labels(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Yield field, word and value of everything that `values.toml` lays down."""
    for field, sets in SETS.items():
        for kind in sets:
            for value in values_of(lexicon, kind):
                yield field, value.name, value.name
                yield field, value.label, value.name


def _words(rows: tuple[Row, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield field, word and value of everything that users write beside."""
    for row in rows:
        if row.table == "value":
            for word in row.list("words"):
                yield row.text("field"), word, row.text("name")
