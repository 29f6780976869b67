"""What a search asks of the register, and what it finds: frozen records.

A query as a user writes it is `model.queries.Query`; looked up in the lexicon it becomes a `Sought`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, EntryId, IsoDate, PartyCode

__all__ = ["DOCUMENT", "Clause", "Hit", "Match", "Matches", "Narrowed", "Snippet", "Sought"]

DOCUMENT = "document"
"""Stands among the types of entries for a document itself."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One word or phrase that is looked for, in every form that counts as it."""

    phrases: tuple[tuple[str, ...], ...] = ()
    """Any of these: keys of words that follow one another (`language.terms`)."""
    together: tuple[tuple[str, ...], ...] = ()
    """Or all keys of any of these, wherever they stand."""
    codes: tuple[str, ...] = ()
    """Or any of these values of an entry's fields: `party:QAT`, `class:commit`, `track:energy`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What the fields of a hit must be; empty and None ask for all. Sets: any of their members."""

    types: frozenset[str] = frozenset()
    """Types of entries, or `document`."""
    kinds: frozenset[str] = frozenset()
    """Classes of acts, kinds of meetings, instruments and articles."""
    parties: tuple[frozenset[PartyCode], ...] = ()
    """Of each set any, in any role."""
    tracks: tuple[frozenset[str], ...] = ()
    voices: frozenset[str] | None = None
    """Who speaks: Latin names as entries have them, or parties."""
    documents: frozenset[DocumentId] | None = None
    reviews: frozenset[str] = frozenset()
    since: IsoDate | None = None
    """A whole day, included."""
    until: IsoDate | None = None
    due_since: IsoDate | None = None
    due_until: IsoDate | None = None
    due: bool = False
    """Only what is to be done by some day."""
    least: float | None = None
    """Money: at least so much."""
    most: float | None = None
    currency: str | None = None
    """Money: ISO 4217."""

    @property
    def about_money(self) -> bool:
        """Whether only sums of money are asked for."""
        return any(one is not None for one in (self.least, self.most, self.currency))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A search as the register is asked it."""

    clauses: tuple[Clause, ...] = ()
    """All of these must be found."""
    without: tuple[Clause, ...] = ()
    """None of these may be found."""
    narrowed: tuple[Narrowed, ...] = ()
    """All of these must hold."""
    excluded: tuple[Narrowed, ...] = ()
    """None of these may hold."""
    loose: bool = False
    """Any of the clauses is enough; what has more of them comes first."""
    everything: bool = False
    """Also retired and rejected entries, and older versions."""
    by_day: bool = False
    """Newest first; else by what fits best."""


@dataclass(frozen=True, slots=True)
class Match:
    """One document or entry that the register found."""

    document: DocumentId
    entry: EntryId | None
    """None: the document itself."""
    score: float
    """Greater fits better; compares within one search only."""
    day: IsoDate | None
    """The entry's own day, else its article's, else the document's."""


@dataclass(frozen=True, slots=True)
class Matches:
    """One page of what the register found, and how much there is."""

    page: tuple[Match, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Of everything found: `type`, `class`, `kind`, `party`, `track`, `review`, `year` → value → how many."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The words around what was found, as they stand in the document."""

    span: Span
    """In the document's text."""
    text: str
    """The words of the span."""
    marks: tuple[Span, ...] = ()
    """The original words that matched, in the document's text; ordered, apart, all inside the span."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found, ready to be shown."""

    type: str
    """A type of entry, or `document`."""
    document: DocumentId
    name: str
    """The document's."""
    entry: EntryId | None
    kind: str | None
    """An act's class, a meeting's, an instrument's or a document's kind."""
    day: IsoDate | None
    score: float
    title: str | None
    """A document's headline."""
    snippets: tuple[Snippet, ...]
    """In text order."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """An entry's own, as the export has them."""
    review: str = "unreviewed"
    """One of `values.REVIEWS`."""
