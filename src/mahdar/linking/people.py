"""Who is who across documents: a person of a new document, and those known already → one of them, or nobody.

Each document says who its people are; the lexicon gives many of them one Latin name, and that settles it.
All others are told by their Arabic name: two names fit where one is the other with parts left out. Fitting
names alone make no person: the less a name says, the more must agree beside it (`RULES`). Where two known
people fit equally well, the answer is nobody: one person listed twice is a nuisance, two listed as one are a
falsehood.

Candidates are found by key (`name_keys`, `asked_keys`), so adding a document costs what the names of its own
people cost.

Limits: people are told in the order in which documents are added; a name that fits two people later stays
with the one it was given first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mahdar.lexicon.name_chain import NameChain
from mahdar.model.document import short_hash
from mahdar.model.mentions import Person

__all__ = [
    "LEXICON", "RULES", "Known", "Seen", "asked_keys", "founded_id", "joined", "name_keys", "recognise",
    "seen_person",
]  # fmt: skip

LEXICON = "lexicon"
"""Where a name comes from that settles who is meant."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a document says about one person, as far as it tells who that is."""

    name: str
    """Latin."""
    name_ar: str
    source: str
    """`lexicon` or `transliteration`."""
    chain: tuple[str, ...]
    """The parts of the Arabic name."""
    parties: frozenset[str]
    titles: frozenset[str]
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the register: the fullest name and everything seen so far."""

    id: str
    seen: Seen


Rule = Callable[[Seen, Seen], bool]


def seen_person(person: Person, names: NameChain) -> Seen:
    """Return what tells who a document's person is."""
    parties = {mention.party for mention in person.mentions} | {office.party for office in person.offices}
    return Seen(
        name=person.name,
        name_ar=person.name_ar,
        source=person.name_source,
        chain=names.cut(person.name_ar),
        parties=frozenset(party for party in parties if party is not None),
        titles=frozenset(office.title for office in person.offices),
        wikidata=person.wikidata,
    )


def name_keys(chain: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys under which a name is kept.

    >>> name_keys(("سالم", "راشد", "نهار"))
    ('سالم راشد', 'سالم نهار', 'س~نهار', '+ نهار')
    >>> name_keys(("نهار",))
    ('- نهار',)
    """
    return (*_shared_keys(chain), f"+ {chain[-1]}") if len(chain) > 1 else _alone(chain)


def asked_keys(chain: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys under which whoever may have this name is kept.

    A family name alone asks for all of that family; a whole name does not, or it would ask for namesakes.

    >>> asked_keys(("نهار",))
    ('- نهار', '+ نهار')
    """
    if len(chain) > 1:
        return (*_shared_keys(chain), f"- {chain[-1]}")
    return (*_alone(chain), *(f"+ {part}" for part in chain))


def _shared_keys(chain: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first part with each later one, and its first letter with the last part."""
    return (*dict.fromkeys(f"{chain[0]} {part}" for part in chain[1:]), f"{chain[0][0]}~{chain[-1]}")


def _alone(chain: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"- {part}" for part in chain)


def recognise(seen: Seen, known: Iterable[Known]) -> Known | None:
    """Return the known person whom a document means.

    Args:
        seen: what the document says.
        known: those who share a key or the Latin name of the lexicon with it.

    Returns:
        None where nobody fits, or two fit by the same rule.
    """
    candidates = [one for one in known if not _contradicts(seen, one.seen)]
    for rule in RULES:
        fitting = [one for one in candidates if rule(seen, one.seen)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def founded_id(seen: Seen, number: int = 0) -> str:
    """Return the id of a person first met like this.

    Args:
        seen: what the first document says.
        number: how many other people of the same name and party there are.
    """
    if seen.source == LEXICON:
        return short_hash("person", LEXICON, seen.name, number)
    ends = (seen.chain[0], seen.chain[-1]) if len(seen.chain) > 1 else seen.chain
    return short_hash("person", *ends, *sorted(seen.parties)[:1], number)


def joined(known: Seen, new: Seen) -> Seen:
    """Return what is known of a person after one more document: the fullest name, everything seen.

    The lexicon's name stays; of two names as full as each other the alphabetically first, in whatever order
    they were read.
    """
    if known.source != new.source:
        fullest = known if known.source == LEXICON else new
    else:
        fullest = min(known, new, key=lambda one: (-len(one.chain), -len(one.name_ar), one.name_ar, one.name))
    return Seen(
        name=fullest.name,
        name_ar=max(known.name_ar, new.name_ar, key=lambda name: (len(name), name)),
        source=fullest.source,
        chain=max(known.chain, new.chain, key=lambda chain: (len(chain), chain)),
        parties=known.parties | new.parties,
        titles=known.titles | new.titles,
        wikidata=known.wikidata or new.wikidata,
    )


def _contradicts(one: Seen, other: Seen) -> bool:
    """Say whether two records cannot be one person: two names of the lexicon, or no party in common."""
    if one.source == other.source == LEXICON:
        return one.name != other.name
    return bool(one.parties and other.parties) and not one.parties & other.parties


def _same_lexicon_name(one: Seen, other: Seen) -> bool:
    return one.source == other.source == LEXICON and one.name == other.name


def _same_full_name(one: Seen, other: Seen) -> bool:
    return len(one.chain) > 1 and one.chain == other.chain


def _name_within_name_and_office(one: Seen, other: Seen) -> bool:
    return _within(one.chain, other.chain) and bool(one.titles & other.titles)


def _long_name_within_name_and_party(one: Seen, other: Seen) -> bool:
    long = min(len(one.chain), len(other.chain)) > 2
    return long and _within(one.chain, other.chain) and bool(one.parties & other.parties)


def _first_and_family_name_and_party(one: Seen, other: Seen) -> bool:
    ends = one.chain[-1:] == other.chain[-1:]
    return ends and _within(one.chain, other.chain) and bool(one.parties & other.parties)


def _family_name_and_office(one: Seen, other: Seen) -> bool:
    alone = 1 in {len(one.chain), len(other.chain)} and one.chain[-1:] == other.chain[-1:]
    return alone and _same_office(one, other)


def _other_spelling_and_office(one: Seen, other: Seen) -> bool:
    same_family = one.chain[-1:] == other.chain[-1:] and min(len(one.chain), len(other.chain)) > 1
    return same_family and _near(one.chain[0], other.chain[0]) and _same_office(one, other)


RULES: tuple[Rule, ...] = (
    _same_lexicon_name,
    _same_full_name,
    _name_within_name_and_office,
    _long_name_within_name_and_party,
    _first_and_family_name_and_party,
    _family_name_and_office,
    _other_spelling_and_office,
)
"""Order: what says most first; a later rule is asked only where no earlier one fits anybody."""


def _same_office(one: Seen, other: Seen) -> bool:
    return bool(one.titles & other.titles and one.parties & other.parties)


def _within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether the shorter name is the longer one with parts left out, the first never."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(part in rest for part in short)


def _near(one: str, other: str) -> bool:
    """Say whether two spellings differ in at most one letter, in words of four letters or more."""
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    skip = int(len(short) == len(long))
    return short[same + skip :] == long[same + 1 :]
