"""The occasions that a register knows: which session of which series, when, on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.model.days import overlaps
from mahdar.model.links import Tie
from mahdar.model.records import EntryRecord
from mahdar.model.units import IsoDate, PartyCode
from mahdar.pipeline.brief_texts import Texts
from mahdar.register import Register

__all__ = ["Occasion", "occasions"]

_DAY = len("2024-03-05")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One meeting with all that the register says of it."""

    id: str
    series: str | None
    kind: str
    parties: frozenset[PartyCode]
    edition: int | None
    inferred: bool
    """True where its edition is read in no text."""
    date: IsoDate | None
    mentions: tuple[EntryRecord, ...]
    """Order: those that say it was held first; of these the parties' own words, official posts, reports."""

    @property
    def told(self) -> tuple[EntryRecord, ...]:
        """Its mentions by those who tell of it as held; where there is none, all."""
        return tuple(one for one in self.mentions if one.fields["status"] == "held") or self.mentions

    def held(self, as_of: IsoDate) -> bool:
        """Say whether it took place by a day: somebody says so, and its date is not later."""
        said = any(one.fields["status"] == "held" for one in self.mentions)
        return said and (self.date is None or overlaps(self.date, None, as_of))


def occasions(register: Register, texts: Texts, as_of: IsoDate) -> tuple[Occasion, ...]:
    """Return every occasion that documents published by a day speak of, and whose parties are known.

    Order: by date, what has none last; then by edition.
    """
    found = [one for one in register.entries(type="meeting") if _counts(one)]
    texts.gather(one.document for one in found)
    meetings = [one for one in found if texts.known(one, as_of)]
    ties = {tie.entry: tie for tie in register.ties()} or {one.id: _tie(one) for one in meetings}
    groups: dict[str, list[EntryRecord]] = defaultdict(list)
    for entry in meetings:
        groups[_occasion(entry, ties.get(entry.id))].append(entry)
    made = [_gathered(id_, mentions, ties, texts) for id_, mentions in groups.items()]
    return tuple(sorted(made, key=lambda one: (one.date or "~", one.edition or 0, one.id)))


def _counts(entry: EntryRecord) -> bool:
    """Say whether a meeting has parties and was not rejected."""
    return entry.review != "rejected" and bool(entry.fields["parties"])


def _tie(entry: EntryRecord) -> Tie:
    """Return where a meeting belongs by its own fields alone, in a register that was never linked."""
    fields = entry.fields
    series = f"{fields['kind']} {'-'.join(sorted(fields['parties']))}"
    known = fields["kind"] == "strategic_dialogue" and fields["edition"]
    return Tie(entry.id, f"{series} {fields['edition']}" if known else entry.id, series if known else None)


def _occasion(entry: EntryRecord, tie: Tie | None) -> str:
    """Return the id of the occasion that a meeting is; a meeting that nothing ties stands for itself."""
    return tie.occasion if tie else entry.id


def _gathered(id_: str, mentions: list[EntryRecord], ties: dict[str, Tie], texts: Texts) -> Occasion:
    """Put together what all mentions of one occasion say."""
    mentions.sort(key=lambda one: _order(one, texts))
    tied = [ties[one.id] for one in mentions if one.id in ties]
    read = next((one.fields["edition"] for one in mentions if one.fields["edition"]), None)
    edition = next((tie.edition for tie in tied if tie.edition), read)
    return Occasion(
        id=id_,
        series=next((tie.series for tie in tied if tie.series), None),
        kind=mentions[0].fields["kind"],
        parties=frozenset(mentions[0].fields["parties"]),
        edition=edition,
        inferred=any(tie.inferred for tie in tied) and read is None,
        date=_date(mentions),
        mentions=tuple(mentions),
    )


def _order(entry: EntryRecord, texts: Texts) -> tuple[bool, int, int, str, int]:
    """Rank mentions: whoever tells of it as held, on whose word, how much is said."""
    planned = entry.fields["status"] != "held"
    return planned, texts.rank(entry), -_given(entry), entry.document, entry.evidence[0].start


def _given(entry: EntryRecord) -> int:
    """Count what a mention says of its meeting."""
    return sum(bool(entry.fields[name]) for name in ("edition", "date", "place", "chairs"))


def _date(mentions: Sequence[EntryRecord]) -> IsoDate | None:
    """Return the date that the first mention gives which gives a day, else any."""
    dates = [one.fields["date"] for one in mentions if one.fields["date"]]
    return next((date for date in dates if len(date) >= _DAY), dates[0] if dates else None)
