"""What reviewers say of entries: the verdict that holds, each reviewer's own word, comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mahdar.model.records import EntryRecord
from mahdar.model.spans import Evidence
from mahdar.model.units import DocumentId, EntryId

__all__ = ["Carried", "Comment", "Judged", "Undone", "Waiting", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """What one reviewer said last of one entry, whichever verdict holds."""

    entry: EntryId
    type: str
    who: str
    verdict: str
    """`accepted`, `corrected` or `rejected`."""
    fields: Mapping[str, Any] | None
    """The fields that the reviewer stands for; None where the entry was rejected."""
    evidence: tuple[Evidence, ...]
    """The words that the entry rested on for the reviewer."""
    reason: str | None
    """One of `values.REASONS`, where it was rejected."""
    why: str | None
    at: str
    """ISO 8601, UTC."""
    alone: bool
    """Whether the reviewer had not been shown what others said of the entry."""

    @property
    def kind(self) -> str | None:
        """An act's class, a meeting's or an instrument's kind, as the reviewer has it."""
        fields = self.fields or {}
        return fields.get("class") or fields.get("kind")


@dataclass(frozen=True, slots=True)
class Carried:
    """Where something was said first that was carried over from an older version of the document."""

    document: DocumentId
    """The version of which it was said."""
    entry: EntryId
    version: str
    """When that version was read: ISO 8601, UTC."""
    at: str
    """When it was said: ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody noted on an entry or a document."""

    number: int
    """Of its event."""
    document: DocumentId
    entry: EntryId | None
    """None: it is about the document."""
    who: str
    at: str
    """ISO 8601, UTC."""
    words: str
    carried: Carried | None = None
    """None: it was written here."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry as a reviewer sees it."""

    entry: EntryRecord
    event: int
    """Number of the last event that changed the entry, 0 where none has: a verdict says on which it rests."""
    who: str | None
    """Whose verdict holds; None: nobody has judged it, or it is shown to a second reviewer."""
    at: str | None
    why: str | None
    reason: str | None
    words: tuple[Word, ...]
    """What each reviewer said last, first come first; what others said is kept from a second reviewer."""
    comments: tuple[Comment, ...]
    """Order: oldest first."""
    carried: Carried | None = None
    """Where the verdict that holds was given, if of an older version; None: here."""
    again: DocumentId | None = None
    """The newer version of the document in which no entry stands on these words: what was said of this one
    went over into none. None: nothing is open."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What a reviewer took back."""

    what: str
    """The event that was taken back: a verdict, `added`, `word` or `commented`."""
    number: int
    """Its number."""
    document: DocumentId
    entry: EntryId | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of the queue."""

    entries: tuple[EntryRecord, ...]
    total: int
    """How many wait, on all pages."""
    after: EntryId | None
    """The last entry of this page, where another follows: the next page begins behind it."""
