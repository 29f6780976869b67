"""The step that links documents: what was read and not yet linked → ties of meetings, links of entries.

Documents are linked in batches, each in one transaction. For each batch the register is asked only for the
entries that share a key with one of the batch, so a new document costs the same in a large register as in a
small one. `mahdar read` runs it after reading, `mahdar link` by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from time import perf_counter

from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.linking.accounts import Account, account_keys, account_of
from mahdar.linking.likeness import likeness_keys
from mahdar.linking.restating import RESTATES, TYPES, Passage, passage_of, restatements, sharing
from mahdar.linking.series import tie_accounts
from mahdar.model.days import DocumentDays
from mahdar.model.document import short_hash
from mahdar.model.links import Link, Tie
from mahdar.model.records import EntryRecord
from mahdar.model.units import DocumentId, EntryId, IsoDate
from mahdar.pipeline.reports import LinkReport, Progress
from mahdar.pipeline.taking_up import FOLLOWED, follow_new
from mahdar.register import Register
from mahdar.register.relating import Found, Relating

__all__ = ["link_documents"]

_AT_ONCE = 200
"""Documents a transaction: few enough to lose little when killed, enough that asking costs little."""


def link_documents(
    register: Register,
    *,
    again: bool = False,
    lexicon: Lexicon | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> LinkReport:
    """Link every document that was read, reviewed or read anew since it was last linked.

    Args:
        register: is written to; a run that is killed leaves it whole, and the next one goes on.
        again: link all documents anew; ids of occasions and series stay.
        lexicon: the default one where None.
        progress: is told how far the run is.

    Raises:
        RegisterError: the register cannot be read or written.
    """
    began = perf_counter()
    if again:
        register.relating.forget()
    run = _Run(register, lexicon or default_lexicon(), again=again)
    waiting = register.relating.waiting()
    for batch in _batches(waiting):
        if progress:
            progress(Progress(run.done, len(waiting), ""))
        run.link(batch)
    return LinkReport(run.done, len(run.occasions), run.shared(), run.new, perf_counter() - began)


def _batches(waiting: Mapping[DocumentId, int]) -> Iterator[dict[DocumentId, int]]:
    """Cut documents into batches."""
    rest = iter(waiting.items())
    while batch := dict(islice(rest, _AT_ONCE)):
        yield batch


class _Run:
    """One run over the documents that wait."""

    def __init__(self, register: Register, lexicon: Lexicon, *, again: bool) -> None:
        self.register, self.relating, self.lexicon, self.again = register, register.relating, lexicon, again
        self.pages = _Pages()
        self.done = self.new = 0
        self.occasions: dict[str, set[DocumentId]] = {}

    def link(self, batch: Mapping[DocumentId, int]) -> None:
        """Link some documents."""
        records = self.relating.entries_in(tuple(batch), ("meeting", *TYPES))
        accounts = self._accounts([one for one in records if one.type == "meeting"])
        keys = {one.entry: _keys(account_keys(one)) for one in accounts}
        every, before = self._touched(accounts, keys)
        ties = tie_accounts(every, before)
        taken_up = follow_new(self.register, batch, {one.entry: one.occasion for one in ties}, self.lexicon)
        worded, restated = self._restated([one for one in records if one.type in TYPES])
        found: dict[EntryId, list[int]] = defaultdict(list)
        for given in (keys, taken_up.keys, worded):
            for id_, its in given.items():
                found[id_] += its
        links = [*taken_up.links, *restated]
        kinds = (*FOLLOWED, RESTATES)
        self.new += self.relating.write(Found(batch, found, ties, links, kinds, taken_up.passed))
        self.done += len(batch)
        self._count(every, ties, batch)

    def shared(self) -> int:
        """Return how many occasions are told in more than one document."""
        return sum(len(documents) > 1 for documents in self.occasions.values())

    def _count(
        self, accounts: Sequence[Account], ties: Sequence[Tie], batch: Mapping[DocumentId, int]
    ) -> None:
        """Note which occasions the documents of a batch tell."""
        where = {one.entry: one.document for one in accounts}
        its = {tie.occasion for tie in ties if where[tie.entry] in batch}
        for tie in ties:
            if tie.occasion in its:
                self.occasions.setdefault(tie.occasion, set()).add(where[tie.entry])

    def _accounts(self, records: Sequence[EntryRecord]) -> list[Account]:
        """Return the accounts that meetings are."""
        self.pages.look_up(self.relating, records)
        people = self.relating.people_in(sorted({one.document for one in records}))
        return [
            account_of(one, self.pages.day(one), people.get(one.document, ()), self.lexicon)
            for one in records
        ]

    def _restated(self, records: Sequence[EntryRecord]) -> tuple[dict[EntryId, Sequence[int]], list[Link]]:
        """Return the keys of entries' wordings, and links to and from those that are worded alike."""
        own = self._passages(records)
        keys = likeness_keys([one.words for one in own.values()])
        by_entry: dict[EntryId, Sequence[int]] = {id_: its for id_, its in zip(own, keys, strict=True) if its}
        held = self._held({key for its in by_entry.values() for key in its})
        near = sharing(by_entry, held)
        stood = self._stood(own)
        names = {id_ for ids in (*near.values(), *stood) for id_ in ids}
        others = own | self._passages(self.relating.entries(sorted(names - set(own)), TYPES))
        return by_entry, restatements(own.values(), near, others, stood)

    def _held(self, keys: Collection[int]) -> dict[int, list[EntryId]]:
        """Return who has these keys and may be linked: older versions would take the places of others."""
        held = self.relating.sharing(keys)
        living = self.relating.homes(sorted({id_ for ids in held.values() for id_ in ids}))
        return {key: [id_ for id_ in ids if id_ in living] for key, ids in held.items()}

    def _stood(self, own: Mapping[EntryId, Passage]) -> set[tuple[EntryId, EntryId]]:
        """Return the ends of links that entries have from before, where they are looked at once more.

        Later documents have linked themselves to an entry that is not among those nearest to them: looked at
        from the entry alone, these links would not be found.
        """
        if self.again:
            return set()
        links = self.relating.links(sorted(own))
        return {(one.source, one.target) for one in links if one.kind == RESTATES}

    def _passages(self, records: Sequence[EntryRecord]) -> dict[EntryId, Passage]:
        """Return the words of entries."""
        self.pages.look_up(self.relating, records)
        pages = self.pages
        return {one.id: passage_of(one, pages.day(one), pages.kind(one), pages.name(one)) for one in records}

    def _touched(
        self, accounts: Sequence[Account], keys: Mapping[EntryId, Sequence[int]]
    ) -> tuple[list[Account], dict[EntryId, Tie]]:
        """Return these accounts and all that may tell the same, with where they belonged so far."""
        own = {one.entry for one in accounts}
        asked = {key for its in keys.values() for key in its}
        near = {id_ for ids in self.relating.sharing(asked).values() for id_ in ids} - own
        before = {tie.entry: tie for tie in self.relating.ties(sorted(near | own))}
        whole = {tie.entry: tie for tie in self.relating.ties_of({tie.occasion for tie in before.values()})}
        others = self.relating.entries(sorted((near | set(whole)) - own), ("meeting",))
        return [*accounts, *self._accounts(others)], before | whole


class _Pages:
    """What a run has to know of documents: their names, the days and kinds of their articles."""

    def __init__(self) -> None:
        self._names: dict[DocumentId, str] = {}
        self._days: dict[DocumentId, DocumentDays] = {}
        self._kinds: dict[str, str] = {}

    def look_up(self, relating: Relating, records: Sequence[EntryRecord]) -> None:
        """Ask for the documents of some entries, each once a run."""
        wanted = sorted({one.document for one in records} - set(self._names))
        for document in relating.documents(wanted):
            self._names[document.id] = document.name
            self._days[document.id] = DocumentDays.of(document.id, document.page, document.given)
            self._kinds |= {one.id_in(document.id): one.kind for one in document.page.articles}

    def name(self, record: EntryRecord) -> str:
        """Return the name of an entry's document."""
        return self._names[record.document]

    def day(self, record: EntryRecord) -> IsoDate | None:
        """Return the day of an entry's article."""
        return self._days[record.document].of_article(record.article)

    def kind(self, record: EntryRecord) -> str | None:
        """Return the kind of an entry's article."""
        return self._kinds.get(record.article or "")


def _keys(names: Sequence[str]) -> list[int]:
    """Return keys as the integers that the register keeps."""
    return [int(short_hash("meeting", name), 16) >> 1 for name in names]
