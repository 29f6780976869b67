"""What became of a commitment or an instrument: a chain of steps over time."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, EntryId, IsoDate, PartyCode

__all__ = ["Chain", "PersonStep", "Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: words of a document, or what a person wrote down."""

    rung: str
    """How far the thing is by this step: one of `values.RUNGS`."""
    date: IsoDate | None
    """None where nothing tells."""
    how: str
    """`first`; how it is linked to what stood before (`values.LINKS`); `person`."""
    entry: EntryId | None = None
    """None where a sentence tells it in which nothing was read."""
    document: DocumentId | None = None
    span: Span | None = None
    about: bool = False
    """True where the date is a guess from who is named."""
    id: str = ""
    """Of a person's step."""
    who: str = ""
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A commitment or an instrument, from its first mention on."""

    id: EntryId
    """The entry that it begins with."""
    type: str
    """`commitment` or `instrument`."""
    title: str
    rung: str
    """Where it stands."""
    due: IsoDate | None
    parties: tuple[PartyCode, ...]
    tracks: tuple[str, ...]
    steps: tuple[Step, ...]
    """Order: by date; a person's behind those of documents."""
    overdue: bool = False
    """Its due day has passed and no step carries it out."""
    silent_since: IsoDate | None = None
    """The day of its last step, where the same parties have since dealt with its tracks and not with it."""
    silent_for: int = 0
    """How many such occasions there were."""


@dataclass(frozen=True, slots=True)
class PersonStep:
    """A step that a person wrote down."""

    id: str
    entry: EntryId
    rung: str
    date: IsoDate
    source: str | None
    note: str | None
    who: str
    at: str
    """ISO 8601, UTC."""
