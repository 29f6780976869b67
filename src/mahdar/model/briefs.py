"""A brief as a neutral record: sections of rows, rows of labels and quotations, each with its place.

No field holds a sentence of ours: a label is a value of the register with the name of what it is
(`Label("party", "KWT")`), a quotation is a run of a document's text. How a label is called, in which language
and in which direction, is for whoever writes the brief out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from mahdar.model.labels import Label
from mahdar.model.spans import Evidence
from mahdar.model.units import DocumentId, IsoDate

__all__ = ["Brief", "Cell", "Group", "Part", "Quotation", "Row", "Section", "Source"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of a document's text and where it stands."""

    document: DocumentId
    words: Evidence
    line: int
    """Line of the document's text in which it begins, counted from 1."""
    cut: bool = False
    """True where the text goes on with what belongs to it."""


Part: TypeAlias = Label | Quotation
Cell: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: a cell for each of its section's columns."""

    cells: tuple[Cell, ...]

    @property
    def quotations(self) -> Iterator[Quotation]:
        """Its quotations, in the order of its cells."""
        return (part for cell in self.cells for part in cell if isinstance(part, Quotation))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together."""

    head: Label | None
    """What they have in common; None in a section that is not divided."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a brief."""

    name: str
    """`session`, `next`, `commitments`, `instruments`, `wording`, `contradictions`, `people`."""
    columns: tuple[str, ...]
    """What each cell of a row is; names in the file of labels."""
    groups: tuple[Group, ...]
    more: int = 0
    """Rows left out for want of room."""
    ask: str = ""
    """The command that shows them."""

    @property
    def rows(self) -> Iterator[Row]:
        """Its rows, group by group."""
        return (row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a brief quotes."""

    number: int
    """Its number in the brief, from 1; in the order of the quotations."""
    document: DocumentId
    name: str
    kind: str | None
    """One of `values.ARTICLES`: what its first article is."""
    publisher: str | None
    """In the document's own words."""
    published: IsoDate | None


@dataclass(frozen=True, slots=True)
class Brief:
    """What the one who walks into the next session takes along."""

    title: Cell
    """What it is about: labels only."""
    as_of: IsoDate
    """The day from which it is seen."""
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    """Every document that is quoted, and no other."""

    def number(self, document: DocumentId) -> int:
        """Return a document's number among the sources."""
        return next(source.number for source in self.sources if source.document == document)
