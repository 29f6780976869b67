"""Who held which office when, by what documents say on their own days.

A document of a day that calls somebody minister says that the person was minister that day: a sighting.
Sightings of one person in one office are a holding, from the first day to the last. Between two sightings of
one holder with nobody else's between them the office is taken for held; before the first and behind the last
it is a guess, and said to be one.

Limits: a document that looks back («the minister said in 2015») is taken to speak of its own day. Titles of
those who no longer hold the office are read as other titles («former …») and never count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mahdar.model.records import PersonRecord, SeenTitle
from mahdar.model.units import IsoDate, PartyCode

__all__ = ["Holder", "Holding", "holders", "holdings"]


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one office, as far as documents show it."""

    person: str
    """The person's id."""
    name: str
    name_ar: str
    title: str
    party: PartyCode | None
    first: IsoDate | None
    """The first day on which a document says so; None where no such document states its day."""
    last: IsoDate | None
    seen: tuple[SeenTitle, ...]
    """Order: by day, those without one last."""
    others: tuple[str, ...] = ()
    """Names of those whom documents show in this office between the first and the last day."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office on a day, and how far the documents say so."""

    holding: Holding
    how: str
    """`seen`: a document of that day says so; `between`: on both sides of it nobody else is seen; `before` or
    `behind`: the last one seen before it, or the first behind it, and no more than that."""
    nearest: SeenTitle
    """The sighting closest to the day."""

    @property
    def sure(self) -> bool:
        """Whether documents of both sides of the day, or of the day itself, say so."""
        return self.how in {"seen", "between"}


Office = tuple[str, PartyCode | None]


def holdings(people: Iterable[PersonRecord]) -> tuple[Holding, ...]:
    """Return every holding, by party, title and first day; those without a day last."""
    found = [one for person in people for one in _of_person(person)]
    by_office: defaultdict[Office, list[Holding]] = defaultdict(list)
    for one in found:
        by_office[one.title, one.party].append(one)
    marked = [_with_others(one, by_office[one.title, one.party]) for one in found]
    return tuple(
        sorted(marked, key=lambda one: (one.party or "~", one.title, one.first or "~", one.name, one.person))
    )


def _of_person(person: PersonRecord) -> Iterator[Holding]:
    """Yield one person's holdings."""
    by_office: defaultdict[Office, list[SeenTitle]] = defaultdict(list)
    for office in person.offices:
        by_office[office.title, office.party].append(office)
    for (title, party), seen in by_office.items():
        ordered = tuple(sorted(seen, key=lambda one: (one.date or "~", one.document, one.span)))
        days = [one.date for one in ordered if one.date]
        first, last = (days[0], days[-1]) if days else (None, None)
        yield Holding(person.id, person.name, person.name_ar, title, party, first, last, ordered)


def _with_others(one: Holding, office: Iterable[Holding]) -> Holding:
    """Return a holding with the names of those who are seen in its office meanwhile."""
    meanwhile = {
        other.name
        for other in office
        for seen in other.seen
        if other.person != one.person and seen.date and one.first and one.last
        if one.first < seen.date < one.last
    }
    names = tuple(sorted(meanwhile))
    ends = (one.person, one.name, one.name_ar, one.title, one.party, one.first, one.last, one.seen)
    return Holding(*ends, names)


def holders(
    found: Iterable[Holding], title: str, party: PartyCode | None, day: IsoDate
) -> tuple[Holder, ...]:
    """Return who held an office on a day.

    Args:
        found: holdings, as `holdings` gives them.
        title: as the register writes it: `Minister of Foreign Affairs`.
        party: whose office.
        day: ISO 8601.

    Returns:
        One where the documents agree; two where documents of that day name two people, or where one is seen
        last before the day and another first behind it; none where nobody is seen in this office.
    """
    office = [one for one in found if (one.title, one.party) == (title, party)]
    dated = sorted(
        ((seen.date, one.person, seen, one) for one in office for seen in one.seen if seen.date),
        key=lambda row: row[:2],
    )
    that_day = {row[1]: Holder(row[3], "seen", row[2]) for row in dated if row[0] == day}
    if that_day:
        return tuple(that_day.values())
    before = [row for row in dated if row[0] < day][-1:]
    behind = [row for row in dated if row[0] > day][:1]
    if before and behind and before[0][1] == behind[0][1]:
        return (Holder(before[0][3], "between", before[0][2]),)
    guesses = [Holder(row[3], "before", row[2]) for row in before]
    return (*guesses, *(Holder(row[3], "behind", row[2]) for row in behind))
