"""What of a register is exported: its records as they stand at one moment, in one order, one after the other.

Every format takes its records from here, so that all of them hold the same. Memory hardly grows with the
register: what is kept are the ids of what was shown, and a few facts of each document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Final

from mahdar.model.days import DocumentDays, own_day
from mahdar.model.links import Link, Tie
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, IsoDate
from mahdar.register import DocumentRecord, EntryRecord, PersonRecord, Register, Wanted

__all__ = ["Extract", "Source", "extract"]

_TEXTS: Final = 16
"""Texts kept at hand: entries come document by document, unless they are asked for by day."""


class Source:
    """The document that an entry stands in: of its page only the days and the publishers are kept.

    Args:
        record: what is known of it.
        load: returns the text of a document.
    """

    __slots__ = ("_days", "_load", "_publishers", "added", "id", "language", "name")

    def __init__(self, record: DocumentRecord, load: Callable[[DocumentId], str]) -> None:
        self.id, self.name, self.language, self.added = record.id, record.name, record.language, record.added
        self._publishers = {one.id_in(record.id): one.publisher for one in record.page.articles}
        self._days = DocumentDays.of(record.id, record.page, record.given)
        self._load = load

    @property
    def text(self) -> str:
        """Its text."""
        return self._load(self.id)

    def day_of(self, entry: EntryRecord) -> IsoDate | None:
        """Return an entry's day: its own, else that of its article, else the one that a person gave."""
        return own_day(entry.type, entry.fields, due=False) or self.said(entry)

    def said(self, entry: EntryRecord) -> IsoDate | None:
        """Return the day on which the article was published that an entry stands in."""
        return self._days.of_article(entry.article)

    def publisher(self, entry: EntryRecord) -> str | None:
        """Return who published the article that an entry stands in."""
        return self._publishers.get(entry.article or "")

    def cut(self, span: Span) -> str:
        """Return the words of a span."""
        return span.cut(self.text)


class Extract:
    """What of a register is exported; made by `extract`.

    Args:
        register: as it stands at one moment.
        wanted: which entries; with them go the documents that hold them and the people of those.
    """

    def __init__(self, register: Register, wanted: Wanted) -> None:
        self.register, self.wanted = register, wanted
        self._text = lru_cache(maxsize=_TEXTS)(register.text)
        self.shown: set[str] = set()
        """Entries that were handed out: a link has both its ends in the export."""
        self.remarks: list[str] = []
        """What a format had to leave out, one line each."""

    @cached_property
    def holding(self) -> frozenset[DocumentId] | None:
        """The documents that hold what is wanted; None where all are."""
        if not self.wanted.anything:
            return None
        return frozenset(entry.document for entry in self.register.ask(self.wanted))

    def source(self, document: DocumentId) -> Source:
        """Return the document of an entry."""
        found = self._sources.get(document)
        if found is None:  # an older version that was asked for by its id
            found = self._sources[document] = Source(self.register.document(document), self._text)
        return found

    @cached_property
    def _sources(self) -> dict[DocumentId, Source]:
        """Every document of the export, without its text."""
        return {one.id: Source(one, self._text) for one in self.documents()}

    def documents(self) -> Iterator[DocumentRecord]:
        """Yield the documents."""
        for one in self.register.documents(all_versions=self.wanted.all_versions):
            if self.holding is None or one.id in self.holding:
                yield one

    def people(self) -> Iterator[PersonRecord]:
        """Yield who is named in the documents, with the mentions and offices that these hold."""
        for one in self.register.people(all_versions=self.wanted.all_versions):
            its = self._of_these(one)
            if self.holding is None or its.mentions:
                yield its

    def entries(self) -> Iterator[EntryRecord]:
        """Yield the entries, and note which they are."""
        for one in self.register.ask(self.wanted):
            self.shown.add(one.id)
            yield one

    def links(self) -> Iterator[Link]:
        """Yield the links between entries that were handed out."""
        return (one for one in self.register.links() if one.source in self.shown and one.target in self.shown)

    @cached_property
    def ties(self) -> dict[str, Tie]:
        """Meeting → where it belongs."""
        return {tie.entry: tie for tie in self.register.ties()}

    def changed(self, entry: EntryRecord) -> str:
        """Return when an entry was made, or reviewed last: ISO 8601, UTC."""
        if entry.review == "unreviewed":
            return self.source(entry.document).added
        return max(event.at for event in self.register.events(entry=entry.id))

    def _of_these(self, person: PersonRecord) -> PersonRecord:
        """Return a person as the documents of the export know him."""
        its = self.holding
        if its is None:
            return person
        return replace(
            person,
            offices=tuple(one for one in person.offices if one.document in its),
            mentions=tuple(one for one in person.mentions if one.document in its),
        )


@contextmanager
def extract(register: Register, wanted: Wanted | None = None) -> Iterator[Extract]:
    """Yield what is wanted of a register, as it stands at one moment, whoever writes meanwhile.

    Args:
        register: may be written to meanwhile; what is added later is left out.
        wanted: which entries; None for all that is not of an older version.
    """
    with register.snapshot() as still:
        yield Extract(still, wanted or Wanted())
