"""What the prose names: parties, people, offices, places, dates, amounts.

Every mention has `start` and `end` (offsets into the document) and `first` and `last` (indexes into
`Prose.words`, `last` exclusive). Order in each tuple: by start; mentions of one kind never overlap.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mahdar.model.units import IsoDate, Offset, PartyCode

__all__ = [
    "AmountMention",
    "DateMention",
    "Mentions",
    "OfficeMention",
    "PartyMention",
    "Person",
    "PersonMention",
    "PlaceMention",
    "SeenOffice",
]


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party named."""

    start: Offset
    end: Offset
    first: int
    last: int
    code: PartyCode
    form: str
    """How it is named: `name`, `weak`, `demonym`, `capital`, `seat`, `ministry` (a ministry or other organ
    of a state, taken as one mention with its state), `organisation`."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named: the name only, without title or honorific, without an attached particle."""

    start: Offset
    end: Offset
    first: int
    last: int
    name: str
    """The person's Latin name: one spelling for all mentions of one person in a document."""
    party: PartyCode | None
    """For whom the person acts, where text or lexicon say."""


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A title, with or without its holder's name beside it."""

    start: Offset
    end: Offset
    first: int
    last: int
    title: str
    """English: `Minister of Foreign Affairs`."""
    party: PartyCode | None
    """Whose office it is; None where the text leaves it to the context («الوزير»)."""
    name: str | None
    """Latin name of the holder, where the text names one beside the title or has named one before."""
    of_state: bool = False
    """True for an office that each state has at home: a bare «وزير العدل» is the article's own."""
    sent: bool = False
    """True for an envoy's: a bare «السفير» is a mission's own, where the article is a mission's account."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named."""

    start: Offset
    end: Offset
    first: int
    last: int
    name: str
    """English: `Doha`."""
    party: PartyCode | None
    """The state that it lies in, where it lies in one."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of calendar time."""

    start: Offset
    end: Offset
    first: int
    last: int
    value: IsoDate | None
    """None where the document gives nothing to count from."""
    precision: str
    """`day`, `month`, `year`, `range` or `vague`."""
    base: bool = False
    """True for a date of the dateline, from which others count."""


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A sum of money, or a count of people or things, with its unit."""

    start: Offset
    end: Offset
    first: int
    last: int
    value: float
    unit: str
    """ISO 4217, or the counted thing in English."""
    kind: str
    """`money` or `count`."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that one article names."""

    parties: tuple[PartyMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    amounts: tuple[AmountMention, ...] = ()
    home: PartyCode | None = None
    """The state whose account the article is, or whose officials it names without it; None for neither."""

    @property
    def bare_offices(self) -> tuple[OfficeMention, ...]:
        """Offices of state whose party is told neither by them, nor beside them, nor of their holder."""
        named = {m.first for m in self.parties}
        said: set[int] = set()
        told: set[str | None] = set()
        for office in self.offices:
            if not named.isdisjoint(range(office.first, office.last)):
                said |= {office.first, office.last}
                told |= {office.name} if office.name else set()
        bare = (o for o in self.offices if o.of_state and o.party and said.isdisjoint({o.first, o.last}))
        return tuple(o for o in bare if o.name not in told)


@dataclass(frozen=True, slots=True)
class SeenOffice:
    """An office that a document says a person holds."""

    title: str
    party: PartyCode | None
    start: Offset
    end: Offset
    """The words of the title in the document."""
    date: IsoDate | None = None
    """The document's own day, where it states one."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one document, with every mention in it."""

    name: str
    """Latin spelling."""
    name_ar: str
    """The fullest Arabic form in the document."""
    name_source: str
    """`lexicon`, or `transliteration` where the lexicon has no such person."""
    mentions: tuple[PersonMention, ...]
    offices: tuple[SeenOffice, ...] = field(default=())
    wikidata: str | None = None
