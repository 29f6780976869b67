"""A register → its series: what the same parties hold again and again, edition by edition.

What `mahdar show series` shows, and what briefs and comparisons of editions start from. Everything in it
stands in entries of the register; where its documents differ (two dates, two places) all that they say is
kept, what most of them say first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mahdar.errors import UnknownIdError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.fold import fold
from mahdar.lexicon.parties import party_table
from mahdar.model.links import Tie
from mahdar.model.records import EntryRecord
from mahdar.model.units import IsoDate, PartyCode
from mahdar.register import Register

__all__ = ["EditionRecord", "SeriesRecord", "named_series", "register_series"]

_PLANNED = ("date", "place")
_SHORTEST = 6
"""Digits of an id that are enough to be taken for one."""


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """One occasion of a series and all that the register holds of it."""

    occasion: str
    """Its id: one for all that documents tell of it."""
    number: int | None
    """None where neither a text nor its neighbours give one."""
    inferred: bool
    """True where no text gives the number."""
    entries: tuple[EntryRecord, ...]
    """The meetings that tell of it. Order: held before planned, then by document."""

    @property
    def status(self) -> str:
        """`held` as soon as one document says so, else `planned`."""
        return "held" if any(one.fields["status"] == "held" for one in self.entries) else "planned"

    @property
    def dates(self) -> tuple[IsoDate, ...]:
        """Every date that is given, plans last; the first is the one to show."""
        return self._given("date")

    @property
    def places(self) -> tuple[str, ...]:
        """Every place that is given, plans last; the first is the one to show."""
        return self._given("place")

    @property
    def chairs(self) -> tuple[tuple[str, PartyCode | None], ...]:
        """Who chaired, each once."""
        every = ((chair["name"], chair["party"]) for one in self.entries for chair in one.fields["chairs"])
        return tuple(dict.fromkeys(every))

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that tell of it."""
        return tuple(dict.fromkeys(one.document for one in self.entries))

    @property
    def plans(self) -> frozenset[str]:
        """Dates and places that are given as planned alone."""
        held = {one.fields[f] for one in self.entries if one.fields["status"] == "held" for f in _PLANNED}
        every = {one.fields[f] for one in self.entries for f in _PLANNED}
        return frozenset(every - held - {None})

    def _given(self, field: str) -> tuple[str, ...]:
        """Return what a field is given as: of occasions held first, then what most say, the finest first."""
        found: Counter[str] = Counter()
        held: set[str] = set()
        for one in self.entries:
            value = one.fields[field]
            if value is not None:
                found[value] += 1
                held |= {value} if one.fields["status"] == "held" else set()
        return tuple(sorted(found, key=lambda v: (v not in held, -found[v], -len(v), v)))


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    """What the same parties hold again and again."""

    id: str
    kind: str
    parties: tuple[PartyCode, ...]
    """Order: alphabetical."""
    name: str
    """The shortest words that name one of its occasions, as a document has them."""
    editions: tuple[EditionRecord, ...]
    """Order: by number and date; plans last."""

    @property
    def missing(self) -> tuple[int, ...]:
        """Numbers between the first and the last that no document tells of: implied by their neighbours."""
        numbers = [one.number for one in self.editions if one.number is not None]
        return tuple(n for n in range(min(numbers), max(numbers)) if n not in numbers) if numbers else ()


def register_series(register: Register) -> tuple[SeriesRecord, ...]:
    """Return every series of a register.

    Order: those with the most editions first, then by parties, kind and id.

    Example: `for one in register_series(register): print(one.parties, [e.number for e in one.editions])`
    """
    ties = [tie for tie in register.ties() if tie.series is not None]
    records = {one.id: one for one in register.relating.entries([tie.entry for tie in ties], ("meeting",))}
    by_series: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.entry in records:
            by_series[tie.series or ""].append(tie)
    found = (_series(id_, its, records) for id_, its in by_series.items())
    return tuple(sorted(found, key=lambda one: (-len(one.editions), one.parties, one.kind, one.id)))


def named_series(register: Register, key: str, lexicon: Lexicon | None = None) -> SeriesRecord:
    """Return the one series that is meant.

    Args:
        register: that holds it.
        key: the beginning of its id, or words that only it has: codes or names of parties, its kind, words of
            its name in Arabic («kuwait USA», «strategic dialogue iraq», «فريق العمل للطاقة»).
        lexicon: names of parties; the default one where None.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    every = register_series(register)
    if len(key) >= _SHORTEST and (by_id := [one for one in every if one.id.startswith(key.lower())]):
        return _only(by_id, key)
    words = fold(key.casefold().replace("_", " ").replace("-", " ").replace("+", " ")).split()
    table = party_table(lexicon or default_lexicon()).english
    found = [one for one in every if words and all(word in _said(one, table) for word in words)]
    return _only(found, key)


def _only(found: Sequence[SeriesRecord], key: str) -> SeriesRecord:
    """Return the one that was found.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownIdError(f"no series is called {key}; `mahdar show series` lists them")
    few = ", ".join(f"{one.id[:8]} {one.kind} {' '.join(one.parties)}" for one in found[:6])
    raise UnknownIdError(f"{key} may be any of {few}{' …' if len(found) > 6 else ''}; give an id")


def _said(one: SeriesRecord, english: dict[str, str]) -> str:
    """Return everything by which a series can be called, in one string."""
    names = [f"{code} {english.get(code, '')}" for code in one.parties]
    quotes = (quote.quote for edition in one.editions for e in edition.entries for quote in e.evidence)
    return fold(" ".join((one.kind.replace("_", " "), *names, *quotes)).casefold())


def _series(id_: str, ties: Sequence[Tie], records: dict[str, EntryRecord]) -> SeriesRecord:
    """Put a series together."""
    by_occasion: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        by_occasion[tie.occasion].append(tie)
    editions = _in_order([_edition(o, its, records) for o, its in by_occasion.items()])
    entries = [one for edition in editions for one in edition.entries]
    parties = Counter(tuple(one.fields["parties"]) for one in entries if one.fields["parties"])
    most = min(parties, key=lambda codes: (-parties[codes], codes)) if parties else ()
    return SeriesRecord(id_, entries[0].fields["kind"], tuple(sorted(most)), _name(entries), tuple(editions))


def _edition(occasion: str, ties: Sequence[Tie], records: dict[str, EntryRecord]) -> EditionRecord:
    """Put an edition together."""
    entries = sorted(
        (records[tie.entry] for tie in ties),
        key=lambda one: (one.fields["status"] == "planned", one.fields["date"] or "~", one.document, one.id),
    )
    return EditionRecord(occasion, ties[0].edition, ties[0].inferred, tuple(entries))


def _in_order(editions: Sequence[EditionRecord]) -> list[EditionRecord]:
    """Order editions by number; those without one stand where their dates put them, else last."""
    numbered = [one for one in editions if one.number is not None]
    order = sorted(numbered, key=lambda one: (one.number or 0, *one.dates[:1], one.occasion))
    others = [one for one in editions if one.number is None]
    for one in sorted(others, key=lambda one: (one.status == "planned", *one.dates[:1], one.occasion)):
        later = (n for n, other in enumerate(order) if one.dates and other.dates > one.dates)
        order.insert(next(later, len(order)), one)
    return order


def _name(entries: Iterable[EntryRecord]) -> str:
    """Return the shortest words of at least three that name one of these."""
    quotes = [" ".join(quote.quote.split()) for one in entries for quote in one.evidence]
    long = [quote for quote in quotes if quote.count(" ") > 1]
    return min(long or quotes, key=lambda quote: (len(quote), quote))
