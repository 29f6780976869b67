"""A series → what stands on its line of time: sessions, instruments, sums of money, documents.

What counts is what stands in the articles that speak of the series. A thing without a day of its own stands
on the day on which its article was published, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mahdar.model.days import DocumentDays
from mahdar.model.document import Article
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.units import ArticleId, DocumentId, EntryId, IsoDate, PartyCode
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.series_keys import edition_key
from mahdar.register import Register

__all__ = ["LANDMARKS", "Landmark", "timelines"]

LANDMARKS: Final = ("session", "instrument", "amount", "document")
"""What stands on a line of time."""
_TYPES: Final = ("amount", "instrument")
_DONE: Final = frozenset({"signed", "in_force", "amended", "announced"})
"""What must have happened to an instrument that stands on the day of its article."""
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Landmark:
    """Something on a line of time."""

    what: str
    """One of `LANDMARKS`."""
    date: IsoDate
    words: str
    """A document's words, or its name."""
    document: DocumentId
    kind: str
    """The meeting's, the instrument's or the article's; an amount's unit."""
    entry: EntryId | None = None
    """None for a document."""
    told: bool = False
    """True where the day is only that of the article."""
    edition: str = ""
    """Of a session: what the edition is called."""
    number: int | None = None
    planned: bool = False
    inferred: bool = False
    """True where no text gives the number."""
    value: float | None = None
    """Of an amount."""
    action: str = ""
    """Of an instrument: what happened to it."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What a register holds of the articles that speak of some series."""

    documents: Mapping[DocumentId, DocumentRecord]
    entries: Sequence[EntryRecord]

    def day(self, document: DocumentId, article: ArticleId | None) -> IsoDate | None:
        """Return the day of an article."""
        record = self.documents[document]
        return DocumentDays.of(document, record.page, record.given).of_article(article)


def timelines(register: Register, series: Iterable[SeriesRecord]) -> dict[str, tuple[Landmark, ...]]:
    """Return what stands on the lines of time of some series, by their ids.

    Order: by date, sessions first. What has no day is left out.
    """
    wanted = tuple(series)
    ids = sorted({entry.document for one in wanted for entry in _meetings(one)})
    documents = {one.id: one for one in register.relating.documents(ids)}
    held = _Held(documents, register.relating.entries_in(ids, _TYPES))
    return {one.id: tuple(sorted(_landmarks(one, held), key=_order)) for one in wanted}


def _order(one: Landmark) -> tuple[Any, ...]:
    return one.date, LANDMARKS.index(one.what), one.document, one.entry or ""


def _meetings(series: SeriesRecord) -> Iterator[EntryRecord]:
    return (entry for edition in series.editions for entry in edition.entries)


def _landmarks(series: SeriesRecord, held: _Held) -> Iterator[Landmark]:
    """Yield what has a day."""
    spoken = {one.article: one.document for one in _meetings(series) if one.article}
    its = [one for one in held.entries if one.article in spoken]
    yield from _sessions(series)
    yield from _once(_instrument(one, held) for one in its if one.type == "instrument" and _ours(one, series))
    yield from _once(_amount(one, held) for one in its if one.type == "amount" and _paid(one, series.parties))
    yield from _documents(spoken, held)


def _sessions(series: SeriesRecord) -> Iterator[Landmark]:
    for one in series.editions:
        if one.dates:
            first = next(entry for entry in one.entries if entry.fields["date"] == one.dates[0])
            yield Landmark(
                "session", one.dates[0], _words(first), first.document, series.kind, first.id,
                edition=edition_key(series, one), number=one.number,
                planned=one.status == "planned", inferred=one.inferred,
            )  # fmt: skip


def _ours(one: EntryRecord, series: SeriesRecord) -> bool:
    """Say whether an instrument is between parties of a series."""
    shared = set(one.fields["parties"]) & set(series.parties)
    return len(shared) >= min(2, len(series.parties))


def _instrument(one: EntryRecord, held: _Held) -> Landmark | None:
    """Return an instrument with its day; None where it has none, or only speaks of something old."""
    own, action = one.fields["date"], one.fields["action"]
    day = own or (held.day(one.document, one.article) if action in _DONE else None)
    if day is None:
        return None
    kind = one.fields["kind"]
    return Landmark("instrument", day, _words(one), one.document, kind, one.id, told=not own, action=action)


def _paid(one: EntryRecord, parties: Sequence[PartyCode]) -> bool:
    """Say whether an amount is money, and of nobody else."""
    sides = {one.fields["giver"], one.fields["receiver"]} - {None}
    return bool(_CURRENCY.fullmatch(one.fields["unit"])) and sides <= set(parties)


def _amount(one: EntryRecord, held: _Held) -> Landmark | None:
    day = held.day(one.document, one.article)
    if day is None:
        return None
    unit, value = one.fields["unit"], one.fields["value"]
    return Landmark("amount", day, _words(one), one.document, unit, one.id, told=True, value=value)


def _documents(spoken: Mapping[ArticleId, DocumentId], held: _Held) -> Iterator[Landmark]:
    """Yield the articles that speak of a series."""
    for article, document in spoken.items():
        day = held.day(document, article)
        if day:
            record = held.documents[document]
            yield Landmark("document", day, record.name, document, _article(record, article).kind, told=True)


def _article(record: DocumentRecord, article: ArticleId) -> Article:
    return next(one for one in record.page.articles if one.id_in(record.id) == article)


def _once(found: Iterable[Landmark | None]) -> Iterator[Landmark]:
    """Yield what is told several times on one day once."""
    seen = set()
    for one in found:
        if one is not None:
            mark = (one.date, one.kind, one.value or one.words)
            if mark not in seen:
                seen.add(mark)
                yield one


def _words(one: EntryRecord) -> str:
    return " ".join(one.evidence[0].quote.split())
