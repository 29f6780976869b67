"""Everything that can be asked of a register; `Register` adds what changes it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from sqlalchemy import Connection, exists, select

from mahdar.model.chains import PersonStep
from mahdar.model.links import Link, Tie
from mahdar.model.records import Counts, DocumentRecord, EntryRecord, EventRecord, Held, PersonRecord
from mahdar.register import finding, linked, queries, steps
from mahdar.register.connect import translated
from mahdar.register.exploring import Exploring
from mahdar.register.moment import Moment
from mahdar.register.schema import document
from mahdar.register.wanted import Wanted

__all__ = ["Asking"]

T = TypeVar("T")


class Asking(ABC):
    """The questions; every listing streams, so that memory stays the same however much there is."""

    where: str
    """The file's path or the database's address."""
    _moment: Moment

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """Yield a connection for reading."""

    def moment(self) -> str:
        """Return a word for the register's state: another one after any change by anybody.

        Answers that were worked out may be kept as long as the word stays the same. It takes some
        microseconds, and means nothing to another `Register` or program.
        """
        with translated(self.where):
            return self._moment.now()

    def has(self, document_id: str, reader: str) -> bool:
        """Say whether this reader has read this document, so that it need not be read again."""
        held = exists().where(document.c.id == document_id, document.c.reader == reader)
        with self._reading() as connection:
            return bool(connection.scalar(select(held)))

    def held(self, document_id: str) -> Held | None:
        """Return how a document was read last and where it stands; None where it was never read."""
        with self._reading() as connection:
            return queries.held(connection, document_id)

    def documents(self, *, all_versions: bool = False, last: int = 0) -> Iterator[DocumentRecord]:
        """Yield every document, by name, then id; older versions only where they are asked for.

        Args:
            all_versions: also the older ones.
            last: only so many that were added last, the newest first; 0 for all.
        """
        return self._stream(lambda it: queries.documents(it, all_versions=all_versions, last=last))

    def document(self, key: str) -> DocumentRecord:
        """Return the document that is called so, or whose id begins so.

        Args:
            key: a name, a path or its end, a name without its ending, the beginning of a name (each of them
                the newest version), or at least six digits of an id (any version).

        Raises:
            UnknownIdError: there is none, or there are several.
        """
        with self._reading() as connection:
            return finding.find_document(connection, key)

    def find(self, key: str) -> DocumentRecord | EntryRecord:
        """Return the document that is called so, or the document or entry whose id begins so.

        Raises:
            UnknownIdError: there is neither, or there are several.
        """
        with self._reading() as connection:
            return finding.find(connection, key)

    def text(self, document_id: str) -> str:
        """Return a document's text.

        Raises:
            UnknownIdError: no document has this id.
        """
        with self._reading() as connection:
            return finding.find_text(connection, document_id)

    def entries(  # noqa: PLR0913  # one question, many ways to narrow it
        self,
        document: str | None = None,
        type: str | None = None,  # noqa: A002  # the register's own word
        *,
        kind: str | None = None,
        party: str | None = None,
        speaker: str | None = None,
        review: str | None = None,
        state: str | None = None,
        all_versions: bool = False,
    ) -> Iterator[EntryRecord]:
        """Yield entries, by document, then in text order.

        Args:
            document: a document's whole id; an older version is found by it too.
            type: one of the six.
            kind: an act's class, a meeting's or an instrument's kind.
            party: a party in any role.
            speaker: a person's Latin name, or a party of a quote.
            review: one of `values.REVIEWS`.
            state: `active`, `stale` or `retired`; None for all but the retired ones.
            all_versions: also those of older versions of documents.
        """
        return self.ask(
            Wanted(
                document=document,
                type=type,
                kind=kind,
                parties=(party,) if party is not None else (),
                voices=frozenset({speaker}) if speaker is not None else None,
                review=review,
                state=state,
                all_versions=all_versions,
            )
        )

    def ask(self, wanted: Wanted) -> Iterator[EntryRecord]:
        """Yield the entries that a question asks for: `Wanted` has every way to narrow it."""
        return self._stream(lambda connection: queries.entries(connection, wanted))

    def voices(self, name: str) -> frozenset[str]:
        """Return the names under which somebody of this name speaks, Latin or Arabic, in whole or in part."""
        with self._reading() as connection:
            return queries.voices(connection, name)

    def entry(self, prefix: str) -> EntryRecord:
        """Return the entry whose id begins like this; retired ones too.

        Raises:
            UnknownIdError: there is none, or there are several.
        """
        with self._reading() as connection:
            return finding.find_entry(connection, prefix)

    def people(self, *, all_versions: bool = False) -> Iterator[PersonRecord]:
        """Yield everybody, by Latin name, then id; those of older versions only where they are asked for."""
        return self._stream(lambda connection: queries.people(connection, all_versions=all_versions))

    def person(self, prefix: str) -> PersonRecord:
        """Return the person whose id begins like this.

        Raises:
            UnknownIdError: there is none, or there are several.
        """
        with self._reading() as connection:
            return finding.find_person(connection, prefix)

    def events(self, document: str | None = None, entry: str | None = None) -> Iterator[EventRecord]:
        """Yield the events of a document, of an entry, or all (whole ids); oldest first."""
        return self._stream(lambda connection: queries.events(connection, document, entry))

    def links(self, entries: Sequence[str] | None = None, kind: str | None = None) -> Iterator[Link]:
        """Yield the links that hold, or those from or to some entries (whole ids), by their two ends."""
        return self._stream(lambda connection: linked.links(connection, entries, kind))

    def ties(self, entries: Sequence[str] | None = None) -> Iterator[Tie]:
        """Yield the occasion and series of every meeting that has one, or of some (whole ids)."""
        return self._stream(lambda connection: linked.ties(connection, entries))

    def steps(self) -> Iterator[PersonStep]:
        """Yield the steps of chains that people wrote down and have not taken back."""
        return self._stream(steps.steps)

    def counts(self, *, all_versions: bool = False) -> Counts:
        """Count documents, people, entries by type and by review, and events."""
        with self._reading() as connection:
            return queries.counts(connection, all_versions=all_versions)

    @property
    def exploring(self) -> Exploring:
        """What explorers ask: counts by facet, parts of long tables, who takes part."""
        return Exploring(self._reading)

    def _stream(self, ask: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        """Yield what a question yields, on a connection that lives as long as the answer."""
        with self._reading() as connection:
            yield from ask(connection)
