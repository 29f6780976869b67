"""Known people: their names as phrases, their short forms, their parties and offices.

Source: lexicon/data/shared/people.tsv
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from mahdar.lexicon.load import Row
from mahdar.lexicon.names import servant_prefix
from mahdar.lexicon.phrases import PhraseTable, fold_words
from mahdar.lexicon.store import Lexicon

__all__ = ["KnownPerson", "PeopleTable", "people_table", "spellings"]

_SHORT = "~"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the lexicon."""

    name: str
    """Latin spelling."""
    party: str | None
    """The party that the person is known to act for; the first where there are several."""
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """All lookups of known people."""

    people: tuple[KnownPerson, ...]
    full: PhraseTable[int]
    """Full names → index in `people`."""
    short: PhraseTable[int]
    """Surnames and short forms that may be read as one person."""


def people_table(lexicon: Lexicon) -> PeopleTable:
    """Return the compiled table."""
    return lexicon.table("people", _build)


def _build(lexicon: Lexicon) -> PeopleTable:
    """Compile the file."""
    rows = lexicon.rows("shared/people.tsv")
    servant = servant_prefix(lexicon)
    return PeopleTable(
        tuple(map(_person, rows)),
        PhraseTable(_phrases(rows, servant, short=False)),
        PhraseTable(_phrases(rows, servant, short=True)),
    )


def _person(row: Row) -> KnownPerson:
    """Make a person of a row."""
    parties = row.list("party")
    return KnownPerson(row.text("name"), parties[0] if parties else None, row.text("wikidata") or None)


def _phrases(rows: tuple[Row, ...], servant: str, *, short: bool) -> Iterator[tuple[str, int]]:
    """Yield the names of one kind in every way of writing them."""
    for number, row in enumerate(rows):
        for name in row.list("names"):
            if name.startswith(_SHORT) == short:
                for spelling in spellings(name.removeprefix(_SHORT), servant):
                    yield spelling, number


def spellings(name: str, servant: str) -> tuple[str, ...]:
    """Return a name with each servant-of word written joined and apart.

    >>> spellings("عبد الله عبدالرحمن", "عبد")
    ('عبدالله عبدالرحمن', 'عبدالله عبد الرحمن', 'عبد الله عبدالرحمن', 'عبد الله عبد الرحمن')
    """
    words = " ".join(fold_words(name)).replace(f"{servant} ", servant).split()
    ways = [_ways(word, servant) for word in words]
    return tuple(" ".join(choice) for choice in product(*ways))


def _ways(word: str, servant: str) -> tuple[str, ...]:
    """Return a word as it is and, where it begins with the servant-of prefix, apart from it."""
    rest = word.removeprefix(servant)
    return (word,) if rest == word or len(rest) < 3 else (word, f"{servant} {rest}")
