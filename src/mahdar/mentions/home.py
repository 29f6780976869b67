"""Whose minister «الوزير» is: the state that an article takes for granted.

A state's agency or ministry names its own ministers without their state («استقبل وزير العدل نظيره الكيني»).
Which state that is, the article's small print says (`signed_home`, `place_home`); else it is the only state
that the article speaks of, or that of a minister whom the lexicon knows, or the one whose own account it is.

Limits: where several states are spoken of alike and nobody signs, a bare title belongs to nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mahdar.language.clitics import slot
from mahdar.language.words import split_words
from mahdar.lexicon.agencies import agency_table
from mahdar.lexicon.parties import PartyTable, party_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import PlaceName, place_table
from mahdar.lexicon.store import Lexicon
from mahdar.mentions.own_account import whose_account, whose_side
from mahdar.model.mentions import Mentions, OfficeMention, Person, PersonMention
from mahdar.model.units import Offset, PartyCode

__all__ = [
    "Origin",
    "home_of",
    "is_mission",
    "masthead_home",
    "place_home",
    "signed_home",
    "titled_home",
    "with_homes",
]

Holders = dict[tuple[str, PartyCode | None], set[str]]
"""Title and party → the people who hold it."""

_ENOUGH = 2
"""How often it is spoken of at least."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from, as far as its small print and its kind say."""

    signed: PartyCode | None = None
    """The state whose agency or ministry signs it."""
    place: PartyCode | None = None
    """The state of the place that it was written in."""
    own: bool = False
    """True for a ministry's or a state agency's own account."""
    mission: bool = False
    """True for an embassy's account: its ministers without a state are as likely its hosts'."""


def signed_home(small_print: Sequence[str], lexicon: Lexicon) -> PartyCode | None:
    """Return the state whose agency or ministry signs.

    Args:
        small_print: the publisher's name, datelines, the agency's mark: whatever says who wrote.
        lexicon: agencies and states.

    >>> from mahdar.lexicon import default_lexicon
    >>> signed_home(["بروكسل - كونا"], default_lexicon())
    'KWT'
    >>> signed_home(["رويترز"], default_lexicon()) is None
    True
    """
    agencies, parties = agency_table(lexicon), party_table(lexicon)
    lines = [tuple(word.fold for word in split_words(line)) for line in small_print]
    signed = (_first(agencies, line) for line in lines)
    posted = (_first_state(parties, line) for line in lines)
    return next((code for code in (*signed, *posted) if code), None)


def place_home(place: str, lexicon: Lexicon) -> PartyCode | None:
    """Return the state of what stands before the dash at an article's head.

    >>> from mahdar.lexicon import default_lexicon
    >>> place_home("إربد", default_lexicon())
    'JOR'
    """
    return _first_place(place_table(lexicon), tuple(word.fold for word in split_words(place)))


def home_of(
    origin: Origin, found: Mentions, marks: Counter[PartyCode], states: frozenset[str]
) -> PartyCode | None:
    """Return the state that an article takes for granted.

    Who signs goes before the place, and that before what the article's own words tell. Where its words call
    the place's officials foreign, somebody wrote from there (`marks`: `own_account.foreign_marks`).
    """
    abroad = origin.place is not None and marks[origin.place] > 0
    stated = origin.signed or (None if abroad else origin.place)
    told = stated or only_state(found, states) or titled_home(found) or _host_home(found, states)
    if told or abroad or origin.own:
        return told or whose_account(found, marks, states)
    return whose_side(found, marks, states)


def masthead_home(lines: Sequence[str], lexicon: Lexicon) -> PartyCode | None:
    """Return the state whose organ the lines above an article name as whose page it is; None for two.

    Args:
        lines: short lines above the article, and its title: most are neither an organ's name nor a place.
        lexicon: organs and states.

    >>> from mahdar.lexicon import default_lexicon
    >>> masthead_home(["الرئيسية", "سفارة جمهورية كينيا في الدوحة"], default_lexicon())
    'KEN'
    >>> masthead_home(["وزارة الخارجية الكينية تعلن موعد الزيارة"], default_lexicon()) is None
    True
    """
    parties = party_table(lexicon)
    named = (_organ_line(parties, tuple(word.fold for word in split_words(line))) for line in lines)
    codes = {code for code in named if code}
    return codes.pop() if len(codes) == 1 else None


def is_mission(lines: Sequence[str], lexicon: Lexicon) -> bool:
    """Say whether a line names an embassy or a consulate as whose page it is.

    >>> from mahdar.lexicon import default_lexicon
    >>> is_mission(["سفارة جمهورية كينيا في الدوحة"], default_lexicon())
    True
    """
    parties = party_table(lexicon)
    named = [tuple(word.fold for word in split_words(line)) for line in lines]
    organs = [_behind_issued(parties, folds) for folds in named if _organ_line(parties, folds)]
    return any(folds[0] in parties.missions for folds in organs)


def _organ_line(table: PartyTable, folds: Sequence[str]) -> PartyCode | None:
    """Return the state of a line that is nothing but its organ's name, or that and where it is.

    What the organ issues may stand before its name («بيان صادر عن وزارة الخارجية الكينية»).
    """
    folds = _behind_issued(table, folds)
    if not 1 < len(folds) <= _MASTHEAD or folds[0] not in table.organs.by_head:
        return None
    for i in range(1, len(folds)):
        hit = table.names.at(folds, i)
        if hit is not None and len(hit[1].codes) == 1:
            rest = folds[i + hit[0] :]
            where = not rest or rest[0] in table.within or rest[0][0] == slot("preposition")[0]
            return hit[1].codes[0] if where else None
    return None


def _behind_issued(table: PartyTable, folds: Sequence[str]) -> Sequence[str]:
    """Return a line's words behind those that tell what is issued, and by whom."""
    at = next((k for k, word in enumerate(folds) if word not in table.issued), len(folds))
    return folds[at:]


_MASTHEAD = 12


def _first(table: PhraseTable[PartyCode], folds: Sequence[str]) -> PartyCode | None:
    """Return the first agency of a line."""
    hits = (table.at(folds, i) for i in range(len(folds)))
    return next((hit[1] for hit in hits if hit is not None), None)


def _first_state(table: PartyTable, folds: Sequence[str]) -> PartyCode | None:
    """Return the state of an organ that signs a line («وزارة الخارجية المصرية»)."""
    if not any(fold in table.organs for fold in folds):
        return None
    hits = (table.names.at(folds, i) for i in range(len(folds)))
    return next((h[1].codes[0] for h in hits if h and len(h[1].codes) == 1), None)


def _first_place(table: PhraseTable[PlaceName], folds: Sequence[str]) -> PartyCode | None:
    """Return the state of the place that a line names first."""
    hits = (table.at(folds, i) for i in range(len(folds)))
    return next((hit[1].party for hit in hits if hit is not None), None)


def only_state(found: Mentions, states: frozenset[str]) -> PartyCode | None:
    """Return the one state that an article names, more than once; None where it names several.

    Of several states the one named most often is no better than a guess: measured by eye on fifty bare
    titles, it was theirs in half the cases.
    """
    named = [m.code for m in found.parties if m.code in states]
    held = {office.party for office in found.offices if office.party in states}
    if len(named) < _ENOUGH or {*named, *held} != {named[0]}:
        return None
    taken = {office.title for office in found.offices if office.party}
    return None if any(o.title in taken for o in found.offices if o.of_state and not o.party) else named[0]


def titled_home(found: Mentions) -> PartyCode | None:
    """Return the one state whose ministers an article names without their state («وزير الخارجية» and a name).

    Only people whom the lexicon knows say whose ministers they are; where two states' are named so, neither
    is taken for granted.
    """
    bare = {office.party for office in found.bare_offices if office.name}
    return bare.pop() if len(bare) == 1 else None


def _host_home(found: Mentions, states: frozenset[str]) -> PartyCode | None:
    """Return where a foreign envoy serves whom somebody of state receives that no state is named with.

    «استقبل وكيل وزارة الخارجية سفير كينيا لدى العراق»: the undersecretary is Iraq's.
    """
    hosts = {
        m.code
        for office in found.offices
        for m in found.parties
        if office.party and office.first < m.first < office.last and m.code in states - {office.party}
    }
    bare = any(office.of_state and office.party is None for office in found.offices)
    return hosts.pop() if len(hosts) == 1 and bare else None


def _at_home(
    office: OfficeMention, home: PartyCode | None, holders: Holders, *, mission: bool
) -> OfficeMention:
    """Give an office that no state is named with to the article's own, and to its only holder.

    A mission's own is its envoy, any other account's its ministers.
    """
    own = office.sent if mission else office.of_state
    if not own or office.party is not None or home is None:
        return office
    names = holders.get((office.title, home), set())
    elsewhere = any(office.name in who for (_, party), who in holders.items() if party not in {None, home})
    if office.name and (elsewhere or names - {office.name}):
        return office
    return replace(office, party=home, name=office.name or (next(iter(names)) if len(names) == 1 else None))


def _holders(people: Sequence[Person], home: PartyCode | None) -> Holders:
    """Return who is said to hold each office, a person with no state at home."""
    found: Holders = {}
    for person in people:
        for office in person.offices:
            found.setdefault((office.title, office.party or home), set()).add(person.name)
    return found


def with_homes(
    found: Sequence[Mentions],
    people: Sequence[Person],
    homes: Sequence[PartyCode | None],
    missions: Sequence[bool],
) -> tuple[tuple[Mentions, ...], tuple[Person, ...]]:
    """Give articles their home, and it to bare titles and the people who hold them.

    Args:
        found: the mentions of each article.
        people: the document's people.
        homes: for each article the state that it takes for granted, if any.
        missions: for each article whether it is an embassy's account.
    """
    holders = {home: _holders(people, home) for home in set(homes)}
    offices = [
        tuple(_at_home(o, home, holders[home], mission=mission) for o in one.offices)
        for one, home, mission in zip(found, homes, missions, strict=True)
    ]
    given = {
        (new.name, new.start): new.party
        for one, row in zip(found, offices, strict=True)
        for old, new in zip(one.offices, row, strict=True)
        if new is not old and new.name
    }
    parties = {name: party for (name, _), party in reversed(given.items())}
    mentions = tuple(
        replace(one, offices=row, people=tuple(_of(m, parties) for m in one.people), home=home)
        for one, row, home in zip(found, offices, homes, strict=True)
    )
    return mentions, tuple(_person(one, parties, given) for one in people)


def _of(mention: PersonMention, parties: Mapping[str, PartyCode | None]) -> PersonMention:
    """Give a person of whom no party is known that of his office."""
    return mention if mention.party else replace(mention, party=parties.get(mention.name))


def _person(
    one: Person,
    parties: Mapping[str, PartyCode | None],
    given: Mapping[tuple[str, Offset], PartyCode | None],
) -> Person:
    """Give a person's mentions and offices the parties that were settled."""
    if one.name not in parties:
        return one
    offices = (replace(o, party=o.party or given.get((one.name, o.start))) for o in one.offices)
    return replace(one, mentions=tuple(_of(m, parties) for m in one.mentions), offices=tuple(offices))
