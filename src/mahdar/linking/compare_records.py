"""What laying a report beside its statement takes and what it makes: frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field

from mahdar.linking.strength import Place
from mahdar.model.document import Block
from mahdar.model.labels import Note
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate, Offset

__all__ = ["Alteration", "Comparison", "Fact", "Passage", "Side", "Told", "TrackShare"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a text names."""

    start: Offset
    end: Offset
    kind: str
    """`party`, `person`, `office`, `place`, `date` or `amount`."""
    value: str
    """The same for the same thing in both texts."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act that a text tells."""

    head: Offset
    """Where the word that heads it begins."""
    span: Span
    tracks: tuple[str, ...]
    act_class: str = ""
    places: tuple[Place, ...] = ()
    """Where it stands on the scales of strength."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts: an article, and what was read in it."""

    name: str
    """What its document is called."""
    text: str
    """The document's."""
    blocks: tuple[Block, ...]
    """The article's."""
    facts: tuple[Fact, ...] = ()
    """By start; where two overlap the first named counts."""
    acts: tuple[Told, ...] = ()
    days: frozenset[IsoDate] = field(default=frozenset())
    """All days that it names, its own day of publication among them."""
    day: IsoDate | None = None
    """Of its own occasion; where it tells of none, of its publication."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of the statement that the report carries."""

    report: Span
    statement: Span
    how: str
    """`verbatim`: the same words; `near`: the same wording, a little changed; `paraphrase`: other words."""
    score: float
    """How alike the words are, 0..1."""


@dataclass(frozen=True, slots=True, order=True)
class Alteration:
    """Inside a passage that is carried, what the report says otherwise."""

    report: Span
    statement: Span
    what: str
    """`day`, `date`, `number`, `name`, `party`, `word`, `scope`, `weaker` or `stronger`."""
    note: Note


@dataclass(frozen=True, slots=True)
class TrackShare:
    """How much of the statement's acts on one topic is carried."""

    track: str
    acts: int
    carried: float
    """0..1, of their words."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report laid beside the statement that it reports."""

    carried: float
    """How much of the statement's words stands in passages that are carried, 0..1."""
    tracks: tuple[TrackShare, ...]
    """Most acts first."""
    aligned: tuple[Passage, ...]
    """By place in the report."""
    left_out: tuple[Span, ...]
    """Of the statement."""
    added: tuple[Span, ...]
    """Of the report."""
    altered: tuple[Alteration, ...]
    """By place in the report."""
    by_meaning: bool
    """False where other words were looked for by shared words alone: the extra `semantic` is missing."""
