"""The six kinds of entry that a register holds.

An entry is made of what the text says and of nothing else: a field that the text does not give is None or
empty. `evidence` comes from `Document.evidence`; an entry without any cannot be constructed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from mahdar.errors import EvidenceError
from mahdar.model.document import short_hash
from mahdar.model.spans import Evidence, Span
from mahdar.model.units import Confidence, DocumentId, EntryId, IsoDate, PartyCode

__all__ = ["Act", "Amount", "Chair", "Date", "Entry", "Instrument", "Meeting", "Quote", "trigger_fault"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What every entry has."""

    type: ClassVar[str]

    evidence: tuple[Evidence, ...]
    """The words that it rests on, at least one run of them."""
    confidence: Confidence = 0.5
    """How often such entries are right; one half before it is rated."""
    reader: str
    """The rule and the lexicon rows that made it: `act.finite ar.act.akkada/commit`."""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(f"a {self.type} without evidence")

    def id_in(self, document: DocumentId) -> EntryId:
        """Return the entry's id: the same for the same evidence in the same text."""
        return short_hash(document, self.type, *((e.start, e.end) for e in self.evidence))


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs a meeting, and for whom."""

    name: str
    """Latin name."""
    party: PartyCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(_Entry):
    """An occasion on which parties met or will meet. Evidence: its mentions in the document."""

    type: ClassVar[str] = "meeting"

    kind: str
    parties: tuple[PartyCode, ...] = ()
    edition: int | None = None
    """Ordinal within its series: 6 for «السادس»."""
    date: IsoDate | None = None
    place: str | None = None
    chairs: tuple[Chair, ...] = ()
    status: str = "held"
    """`held` or `planned`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(_Entry):
    """A text that binds or declares. Evidence: the phrases that speak of it."""

    type: ClassVar[str] = "instrument"

    kind: str
    name: Span
    """The words that name it."""
    subject: str | None = None
    """What it is about, in the document's words."""
    parties: tuple[PartyCode, ...] = ()
    action: str = "referenced"
    date: IsoDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(_Entry):
    """A sum of money, or a count of people helped or of deals. Evidence: the amount itself first."""

    type: ClassVar[str] = "amount"

    value: float
    unit: str
    """ISO 4217, or the counted thing in English."""
    about: str | None = None
    """What it is for, in the document's words."""
    giver: PartyCode | None = None
    receiver: PartyCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(_Entry):
    """What a party does in saying it. Evidence: from trigger to content, then the trigger alone."""

    type: ClassVar[str] = "act"

    act_class: str
    """One of `values.ACTS`; `class` in the export."""
    trigger: Span
    """The one word, with its attached particles, that heads the act."""
    actors: tuple[PartyCode, ...] = ()
    """Order: alphabetical."""
    speaker: str | None = None
    """Latin name of the one person who performs it."""
    content: Span | None = None
    target: tuple[PartyCode, ...] = ()
    tracks: tuple[str, ...] = ()
    due: IsoDate | None = None
    quoted: bool = False
    """True inside the speaker's own quoted words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(_Entry):
    """Words given as somebody's own. Evidence: the quoted text first."""

    type: ClassVar[str] = "quote"

    speaker: str | None
    """Latin name, party code, or several codes joined by `+` in alphabetical order."""
    direct: bool
    question: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(_Entry):
    """An expression of calendar time. Evidence: the expression."""

    type: ClassVar[str] = "date"

    value: IsoDate | None
    precision: str


Entry: TypeAlias = Meeting | Instrument | Amount | Act | Quote | Date


def trigger_fault(trigger: Span, evidence: Iterable[Span], text: str) -> str | None:
    """Say why a run of words cannot head an act that rests on this evidence; None where it can.

    >>> trigger_fault(Span(0, 2), [Span(0, 9)], "he agreed with them")
    >>> trigger_fault(Span(10, 14), [Span(0, 9)], "he agreed with them")
    'lies outside its evidence'
    """
    if len(trigger.cut(text).split()) != 1:
        return "is not one word"
    return None if any(one.holds(trigger) for one in evidence) else "lies outside its evidence"
