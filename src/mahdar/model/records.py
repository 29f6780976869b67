"""What a register hands out: frozen records of its documents, entries, people and events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mahdar.model.codec import entry_of
from mahdar.model.document import Page
from mahdar.model.entries import Entry
from mahdar.model.spans import Evidence, Span
from mahdar.model.units import ArticleId, Confidence, DocumentId, EntryId, IsoDate, PartyCode

__all__ = [
    "AddReport", "Counts", "DocumentRecord", "EntryRecord", "EventRecord", "Held", "PersonRecord",
    "SeenMention", "SeenTitle",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document of the register; its text is `Register.text(id)`."""

    id: DocumentId
    name: str
    path: str | None
    language: str
    published: IsoDate | None
    """The day that its first dated article states."""
    chars: int
    previous: DocumentId | None
    """The text that was read under the same path before."""
    given: IsoDate | None
    """The day of publication that a person gave when it was read; the text need not state it."""
    current: bool
    """False for an older version: every path that it was read under now holds another text."""
    reader: str
    """Digest of the reader that read it last."""
    added: str
    """When it was first read: ISO 8601, UTC."""
    page: Page


@dataclass(frozen=True, slots=True)
class Held:
    """What the register knows of a document before it is read again."""

    name: str
    path: str | None
    reader: str
    given: IsoDate | None
    paths: tuple[str, ...]
    """Where it stands now."""


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An entry as the register holds it: what was read, as corrected by people."""

    id: EntryId
    document: DocumentId
    article: ArticleId | None
    """None where only its review keeps it: no article of the newest reading holds its evidence."""
    type: str
    evidence: tuple[Evidence, ...]
    confidence: Confidence
    reader: str
    review: str
    """One of `values.REVIEWS`."""
    state: str
    """`active`; `stale`: reviewed, but the newest reading no longer finds it; `retired`: no longer found."""
    fields: Mapping[str, Any]
    """The type's own fields under their names in the export; spans as `{"start", "end"}`."""
    day: IsoDate | None = None
    """Where the question was about days: its own, else that of its article, else the one a person gave."""

    @property
    def entry(self) -> Entry:
        """The entry as the record that the reader made."""
        return entry_of(self.type, self.fields, self.evidence, self.confidence, self.reader)


@dataclass(frozen=True, slots=True)
class SeenMention:
    """A person's name in a document."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class SeenTitle:
    """An office that a document says a person holds."""

    title: str
    party: PartyCode | None
    document: DocumentId
    span: Span
    date: IsoDate | None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person across all documents."""

    id: str
    """Hash of the lexicon's name, or of the name's first and last part and the party."""
    name: str
    name_ar: str
    """The fullest Arabic form in the register."""
    wikidata: str | None
    offices: tuple[SeenTitle, ...]
    """Order: by document name, then as the documents have them."""
    mentions: tuple[SeenMention, ...]
    """Order: by document name, then by start."""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One change: who, when, what, why."""

    number: int
    at: str
    """ISO 8601, UTC."""
    who: str
    what: str
    """`added` (of an entry: a person added it), `reread`, `changed`, `retired`, `stale`, `returned` (of an
    entry: it is found again; of a document: it stands under its path again), a verdict of `values.REVIEWS`,
    `word` (a second reviewer's verdict, beside the one that holds), `commented`, `undone` (a verdict or an
    added entry is taken back) and `withdrawn` (a comment or a second reviewer's verdict is; the number of
    that event is in the data), `closed` and `reopened` (of a contradiction, whose id is in the data), or a
    word on accounts, which begins with `account_` or `token_`."""
    document: DocumentId | None
    entry: EntryId | None
    why: str | None
    data: Mapping[str, Any] | None
    """What was before, and what else there is to know."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding readings did, in documents and entries."""

    added: int = 0
    """Documents that are new."""
    versions: int = 0
    """Of these, new versions of documents held: another text under a path that was read before."""
    restored: int = 0
    """Older versions that stand under their path again."""
    reread: int = 0
    """Documents that another reader had read before."""
    unchanged: int = 0
    """Documents that this reader had read before."""
    entries: int = 0
    """Entries that are new."""
    changed: int = 0
    returned: int = 0
    retired: int = 0
    stale: int = 0
    merged: int = 0
    """Entries left out because another of their type rests on the same evidence."""

    def __add__(self, other: AddReport) -> AddReport:
        """Add up two reports."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        return AddReport(*(mine + theirs for mine, theirs in pairs))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a register holds; retired entries are not counted."""

    documents: int
    people: int
    entries: Mapping[str, int] = field(default_factory=dict)
    """By type."""
    reviews: Mapping[str, int] = field(default_factory=dict)
    """Entries by review, `unreviewed` included."""
    events: int = 0
    older: int = 0
    """Documents that are older versions, counted or not."""
