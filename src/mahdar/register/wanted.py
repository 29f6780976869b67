"""Which entries are asked for: the part that the database answers, and the part that is looked up in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, or_, select

from mahdar.lexicon.fold import fold
from mahdar.model.days import overlaps
from mahdar.model.records import EntryRecord
from mahdar.model.units import IsoDate
from mahdar.register.schema import document, entry, entry_party, place

__all__ = ["CURRENT", "OLDER", "Wanted", "conditions", "is_wanted"]

_STANDS = exists().where(place.c.document == document.c.id)
CURRENT = or_(document.c.path.is_(None), _STANDS)
"""What holds of every document but the older versions."""
OLDER = select(document.c.id).where(document.c.path.is_not(None), ~_STANDS)
"""The older versions: few or none, so that entries and people are asked whether they are of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries are asked for; None asks for all."""

    document: str | None = None
    """Its whole id; an older version is found by it too."""
    type: str | None = None
    kind: str | None = None
    """An act's class, a meeting's or an instrument's kind."""
    parties: tuple[str, ...] = ()
    """All of these, in any role."""
    actor: str | None = None
    target: str | None = None
    voices: frozenset[str] | None = None
    """Who speaks: Latin names as entries have them, or a party of a quote."""
    track: str | None = None
    contains: str | None = None
    """Words that all stand in the evidence; spellings that fold alike count as one."""
    due: bool = False
    """Only what is to be done by some day; `since` and `until` then ask for that day."""
    since: IsoDate | None = None
    until: IsoDate | None = None
    """Both included. An entry's day is its own, else that of its article, else the one a person gave."""
    min_confidence: float | None = None
    review: str | None = None
    state: str | None = None
    """None asks for all that are not retired."""
    by_day: bool = False
    """Order by day, what has none last; else by document, then as the texts have them."""
    all_versions: bool = False

    @property
    def anything(self) -> bool:
        """Whether anything is narrowed down, order and versions aside."""
        plain = Wanted(by_day=self.by_day, all_versions=self.all_versions, document=self.document)
        return self != plain

    @property
    def about_days(self) -> bool:
        """Whether an answer needs the days of entries."""
        return self.by_day or self.since is not None or self.until is not None


def conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of an entry that is asked for, as far as the database can tell."""
    for name in ("document", "type", "kind", "review", "state"):
        value = getattr(wanted, name)
        if value is not None:
            yield entry.c[name] == value
    if wanted.state is None:
        yield entry.c.state != "retired"
    if wanted.document is None and not wanted.all_versions:
        yield CURRENT
    if wanted.min_confidence is not None:
        yield entry.c.confidence >= wanted.min_confidence
    if wanted.due:
        yield (entry.c.type == "act") & entry.c.date.is_not(None)
    yield from _party_conditions(wanted)


def _party_conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of an entry's parties and of who speaks."""
    for party in wanted.parties:
        yield _has_party(entry_party.c.party == party)
    for role, code in (("actors", wanted.actor), ("target", wanted.target)):
        if code is not None:
            yield _has_party(entry_party.c.party == code, entry_party.c.role == role)
    if wanted.voices is not None:
        speaks = _has_party(entry_party.c.party.in_(wanted.voices), entry_party.c.role == "speaker")
        yield or_(entry.c.speaker.in_(wanted.voices), speaks)


def _has_party(*what: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(entry_party.c.entry == entry.c.id, *what)


def is_wanted(wanted: Wanted, record: EntryRecord) -> bool:
    """Say whether an entry that the database found is asked for: its topics, its words, its day."""
    if wanted.track is not None and wanted.track not in record.fields.get("tracks", ()):
        return False
    if wanted.contains is not None and not _holds(record, wanted.contains):
        return False
    if wanted.since is None and wanted.until is None:
        return True
    return record.day is not None and overlaps(record.day, wanted.since, wanted.until)


def _holds(record: EntryRecord, words: str) -> bool:
    """Say whether all words stand in an entry's evidence, inside longer words too (particles join)."""
    said = fold(" ".join(one.quote for one in record.evidence)).casefold()
    return all(word in said for word in fold(words).casefold().split())
