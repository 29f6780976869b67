"""The register's door for reviewers: what waits, what was said, and every way to say something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from mahdar.model.reviews import Comment, Judged, Undone, Waiting, Word
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, EntryId
from mahdar.register import commenting, histories, queue, words
from mahdar.register.entering import Entered, enter
from mahdar.register.finding import find_document, find_entry
from mahdar.register.judged import judged
from mahdar.register.queue import Queue
from mahdar.register.reviewing import Verdict, record
from mahdar.register.settling import settle
from mahdar.register.undoing import undo

__all__ = ["Reviews"]

Opened = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Reviews:
    """Everything that reviewers ask and say; `Register.reviews` makes it.

    Whatever is said is an event, and is on the disk before the call returns. Ids of entries may be given by
    their beginning, documents by whatever `Register.document` understands.
    """

    reading: Opened
    writing: Opened
    time: Callable[[], str]

    def entry(self, entry: str, *, alone: str | None = None) -> Judged:
        """Return an entry as a reviewer sees it.

        Args:
            entry: its id or the beginning of it.
            alone: a reviewer who is to judge without seeing what others said: the entry is shown as it was
                read, without their verdicts and comments.

        Raises:
            UnknownIdError: there is no such entry, or there are several.
        """
        with self.reading() as connection:
            return judged(connection, find_entry(connection, entry).id, alone)

    def judge(  # noqa: PLR0913  # a verdict has these parts
        self,
        entry: str,
        verdict: str,
        who: str,
        *,
        why: str | None = None,
        reason: str | None = None,
        fields: Mapping[str, Any] | None = None,
        evidence: Sequence[Span] = (),
        on: int | None = None,
        alone: bool = False,
    ) -> Judged:
        """Write down a verdict on an entry; reading again never undoes it.

        Args:
            entry: its id or the beginning of it.
            verdict: `accepted`, `corrected`, `rejected`, or `unreviewed` to take what holds back.
            who: the reviewer.
            why: the reason in words; a rejection needs words or a set reason.
            reason: with `rejected`, one of `values.REASONS`.
            fields: with `corrected`, the wrong fields as they should be, in the export's form.
            evidence: with `corrected`, the words that the entry should rest on, all of them, the first
                evidence first; the entry keeps its id. Where they are `Evidence`, their words are compared
                with the text.
            on: `Judged.event` of the entry as the reviewer saw it; None judges it as it is now.
            alone: True where the reviewer was shown the entry with `alone`: where somebody else's verdict
                holds, it goes on holding and this one is written beside it.

        Returns:
            The entry as it stands then, as this reviewer may see it.

        Raises:
            UnknownIdError: there is no such entry, or there are several.
            ChangedError: the entry has changed since; nothing is written.
            EvidenceError: the words marked do not stand there.
            RegisterError: the verdict is unknown, says too little, or a field cannot hold its value.
        """
        with self.writing() as connection:
            said = Verdict(verdict, who, self.time(), why, fields, tuple(evidence), reason, on, alone)
            return judged(connection, record(connection, entry, said), who if alone else None)

    def remark(
        self, entry: str, evidence: Sequence[Span], who: str, *, why: str | None = None, on: int | None = None
    ) -> Judged:
        """Have an entry rest on other words: a correction that leaves its fields as they are.

        An act keeps its trigger inside its words: a later run of one word, or the only run where it is one
        word, is its trigger from then on.

        Raises:
            UnknownIdError: there is no such entry, or there are several.
            ChangedError: the entry has changed since; nothing is written.
            EvidenceError: the words marked do not stand there.
            RegisterError: they stand in two articles, another entry rests on them, or an act's trigger is
                left outside.
        """
        return self.judge(entry, "corrected", who, why=why, evidence=evidence, on=on)

    def add(  # noqa: PLR0913  # an entry has these parts
        self,
        document: str,
        type: str,  # noqa: A002  # the register's own word
        evidence: Sequence[Span],
        fields: Mapping[str, Any],
        who: str,
        *,
        why: str | None = None,
    ) -> Judged:
        """Add an entry that the reader missed; it stands as accepted, with the person as its reader.

        Reading again leaves it alone. It is removed by rejecting it.

        Args:
            document: its id, name or path.
            type: one of the six.
            evidence: the words that it rests on, the first evidence first. An act's trigger is added to them.
            fields: as the export has them; `entering.NEEDS` says which must be given.
            who: adds it.
            why: the reason.

        Raises:
            UnknownIdError: there is no such document, or there are several.
            EvidenceError: the words marked do not stand there.
            RegisterError: a field is missing or cannot hold its value, or the entry is there already.
        """
        with self.writing() as connection:
            said = Entered(document, type, tuple(evidence), fields, who, self.time(), why)
            return judged(connection, enter(connection, said))

    def undo(self, who: str, entry: str | None = None, *, why: str | None = None) -> Undone:
        """Take back what a reviewer did last: a verdict, words marked, an entry added, a comment.

        Once more takes back what was before that.

        Args:
            who: the reviewer; nobody takes back what somebody else did.
            entry: only on this entry; None: whatever was last.
            why: the reason.

        Raises:
            UnknownIdError: there is no such entry, or there are several.
            ChangedError: somebody else has changed the entry since.
            RegisterError: there is nothing to take back.
        """
        with self.writing() as connection:
            its = None if entry is None else find_entry(connection, entry).id
            return undo(connection, who, self.time(), its, why)

    def comment(
        self, words: str, who: str, *, entry: str | None = None, document: str | None = None
    ) -> Comment:
        """Note something on an entry, or on a document where no entry is named.

        Raises:
            UnknownIdError: there is no such entry or document, or there are several.
            RegisterError: it says nothing, or it is about nothing.
        """
        with self.writing() as connection:
            if entry is not None:
                held = find_entry(connection, entry)
                about: tuple[DocumentId, EntryId | None] = (held.document, held.id)
            else:
                about = (find_document(connection, document or "").id, None)
            return commenting.write_comment(connection, about, who, self.time(), words)

    def settle(self, entry: str, who: str, *, why: str | None = None) -> Judged:
        """Say that one has looked again at a reviewed entry which went over into no entry of a newer version.

        Args:
            entry: its id or the beginning of it; the queue `again` lists them.
            who: looked.
            why: what became of it.

        Raises:
            UnknownIdError: there is no such entry, or there are several.
            RegisterError: it is not to be looked at again.
        """
        with self.writing() as connection:
            return judged(connection, settle(connection, entry, (who, self.time(), why)))

    def comments(
        self, *, document: DocumentId | None = None, entry: EntryId | None = None
    ) -> tuple[Comment, ...]:
        """Return the comments on a document and its entries, on one entry, or all (whole ids), by time."""
        with self.reading() as connection:
            return tuple(commenting.comments(connection, document, entry))

    def queue(self, asked: Queue, *, after: EntryId | None = None, limit: int = 50) -> Waiting:
        """Return a page of what waits for review.

        Args:
            asked: which entries, in which order.
            after: `Waiting.after` of the page before, or any entry: what comes next after it.
            limit: how many entries at most.

        Raises:
            RegisterError: there is no such queue.
        """
        with self.reading() as connection:
            return queue.waiting(connection, asked, after, limit)

    def words(self, entry: EntryId | None = None) -> Iterator[Word]:
        """Yield what each reviewer said last of an entry (whole id), or of every entry."""
        with self.reading() as connection:
            yield from words.words(connection, entry)

    def changes(self, entries: Sequence[EntryId]) -> dict[EntryId, int]:
        """Return `Judged.event` of each of some entries (whole ids) that has changed."""
        with self.reading() as connection:
            return histories.changes(connection, entries)
