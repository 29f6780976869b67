"""Entries of different documents that say the same in the same words → `restates` links.

An entry's words are its first evidence: an act's clause, a quotation, the phrase that names an instrument.
Two that share a key (`likeness`) are laid side by side word by word (`alignment`); what is alike enough is
linked, with the words that stand in both. The source is the later one: by the day of its article, else the
report of what is told at first hand, else by name.

An entry is linked to one entry of each earlier document, the one most alike. Like words of other parties, or
with other numbers in a short wording, are not the same said again.

Limits: wordings of fewer than five words are left out, and so are formulas: keys that more than two hundred
entries share. At either end of an entry the six links of the most alike are kept, so that a report printed
a hundred times over makes hundreds of links and not thousands. Links that stood before an entry was looked at
anew stay beside these for as long as its words bear them out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from mahdar.linking.alignment import Alignment, align
from mahdar.linking.words import Compared, compared_words
from mahdar.model.links import Link
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import EntryId, IsoDate, PartyCode

__all__ = ["RESTATES", "TYPES", "Passage", "passage_of", "restatements", "sharing"]

RESTATES: Final = "restates"
TYPES: Final = ("act", "instrument", "quote")
"""Types of entry that are looked at; dates, amounts and meetings say too little or are tied otherwise."""

_ALIKE, _ALIKE_SHORT = 0.6, 0.75
"""Least likeness of two wordings as wholes; of short ones, which any two reports of one affair may share."""
_INSTRUMENT: Final = "instrument"
_ALIKE_NAMES: Final = 0.85
"""Of instruments: two agreements may be named alike but for the parties."""
_LONG: Final = 10
"""Words of a wording that is not short."""
_FEWEST, _FEWEST_VERBATIM = 6, 5
"""Words; shorter wordings («الاتفاق النووي مع إيران») are names of things, in everybody's mouth."""
_HELD, _WORDS = 0.88, 8
"""A wording of so many words that stands so far in a longer one restates it too."""
_VERBATIM: Final = 0.97
_FIRST_HAND: Final = {"joint_statement": 0, "ministry_post": 1}
"""Kinds of article that others report, first hand first."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that an entry rests on."""

    entry: EntryId
    document: str
    type: str
    words: tuple[Compared, ...]
    actors: frozenset[PartyCode]
    """Who acts, or whose instrument it is."""
    targets: frozenset[PartyCode]
    numbers: frozenset[str]
    """What stands in its words in digits."""
    order: tuple[IsoDate, int, str, str]
    """Day, how near to the first hand, name of the document, id: the smaller is the earlier one."""


def passage_of(record: EntryRecord, day: IsoDate | None, kind: str | None, name: str) -> Passage:
    """Return an entry's passage.

    Args:
        record: an act, a quote or an instrument.
        day: the day of its article.
        kind: the kind of its article.
        name: of its document.
    """
    first = record.evidence[0]
    words = compared_words(first.quote, [Span(0, len(first.quote))])
    shifted = tuple(w._replace(start=w.start + first.start, end=w.end + first.start) for w in words)
    fields = record.fields
    hand = _FIRST_HAND.get(kind or "", len(_FIRST_HAND))
    return Passage(
        entry=record.id,
        document=record.document,
        type=record.type,
        words=shifted,
        actors=frozenset(fields.get("actors") or fields.get("parties") or ()),
        targets=frozenset(fields.get("target") or ()),
        numbers=frozenset(word.key for word in shifted if word.key[0].isdigit()),
        order=(day or "~", hand, name, record.id),
    )


def restatements(
    passages: Iterable[Passage],
    candidates: Mapping[EntryId, Iterable[EntryId]],
    others: Mapping[EntryId, Passage],
    stood: AbstractSet[tuple[EntryId, EntryId]] = frozenset(),
) -> list[Link]:
    """Return the links of some passages.

    Args:
        passages: whose links are looked for.
        candidates: for each the entries that share a key with it.
        others: all passages that are named there.
        stood: the two ends of links that the passages had so far; where they are alike
            enough they stay, however many an entry has.

    Returns:
        Order: by source, then target.

    Cost: an alignment a candidate.
    """
    pairs = {
        _in_order(passage, others[id_])
        for passage in passages
        for id_ in candidates.get(passage.entry, ())
        if id_ in others
    }
    old = {_in_order(others[one], others[other]) for one, other in stood if {one, other} <= others.keys()}
    pairs |= old
    best: dict[tuple[EntryId, str], Link] = {}
    for later, earlier in sorted(pairs, key=lambda pair: (pair[0].order, pair[1].order)):
        link = _restatement(later, earlier)
        known = best.get((later.entry, earlier.document))
        if link is not None and (known is None or link.score > known.score):
            best[later.entry, earlier.document] = link
    kept = _few(_few(best.values(), attrgetter("source"), others), attrgetter("target"), others)
    held = {(later.entry, earlier.entry) for later, earlier in old}
    again = held - {(link.source, link.target) for link in kept}
    kept += [link for link in best.values() if (link.source, link.target) in again]
    return sorted(kept, key=lambda link: (link.source, link.target))


def _few(
    links: Iterable[Link], end: Callable[[Link], EntryId], others: Mapping[EntryId, Passage]
) -> list[Link]:
    """Keep of all links at one end of an entry those most alike, the earliest of those as much alike."""
    groups: dict[EntryId, list[Link]] = defaultdict(list)
    for link in links:
        groups[end(link)].append(link)
    for group in groups.values():
        group.sort(
            key=lambda link: (-round(link.score, 1), others[link.target].order, others[link.source].order)
        )
    return [link for group in groups.values() for link in group[:_EACH]]


_EACH: Final = 6
"""Links at either end of an entry."""


def _in_order(one: Passage, other: Passage) -> tuple[Passage, Passage]:
    """Return the later of two passages, then the earlier."""
    return (one, other) if one.order > other.order else (other, one)


def _restatement(later: Passage, earlier: Passage) -> Link | None:
    """Return the link between two passages; None where they are not alike."""
    if later.document == earlier.document or later.type != earlier.type or _of_another(later, earlier):
        return None
    found = align(later.words, earlier.words)
    score = _score(found)
    if score is None or (later.type == _INSTRUMENT and score < _ALIKE_NAMES):
        return None
    pairs = found.pairs(later.words, earlier.words)
    return Link(RESTATES, later.entry, earlier.entry, round(score, 3), _why(found), pairs)


def _of_another(one: Passage, other: Passage) -> bool:
    """Say whether like words are said of something else: of other parties; if short, of other numbers.

    In a longer one a number that differs is a report's mistake, and worth being found.
    """
    if one.numbers != other.numbers and min(len(one.words), len(other.words)) < _LONG:
        return True
    return any(
        mine and theirs and not mine & theirs
        for mine, theirs in ((one.actors, other.actors), (one.targets, other.targets))
    )


def _score(found: Alignment) -> float | None:
    """Return how alike two wordings are; None where that is too little, or too few words to tell."""
    shorter = min(found.lengths)
    if shorter < (_FEWEST if found.score < _VERBATIM else _FEWEST_VERBATIM):
        return None
    if found.score >= (_ALIKE if shorter >= _LONG else _ALIKE_SHORT):
        return found.score
    if found.held >= _HELD and shorter >= _WORDS:
        return found.held * _HELD
    return None


def _why(found: Alignment) -> str:
    """Say what a link rests on."""
    same = sum(run.length for run in found.runs)
    how = "verbatim" if found.score >= _VERBATIM else "near"
    return f"{how}: {same} words of {found.lengths[0]}, of {found.lengths[1]} in the earlier one"


def sharing(
    keys: Mapping[EntryId, Sequence[int]], held: Mapping[int, Sequence[EntryId]]
) -> dict[EntryId, set[EntryId]]:
    """Return who shares a key with whom.

    Args:
        keys: of the entries that are asked about.
        held: key → the entries that the register has under it.
    """
    by_key: dict[int, set[EntryId]] = defaultdict(set)
    for key, ids in held.items():
        by_key[key].update(ids)
    for id_, its in keys.items():
        for key in its:
            by_key[key].add(id_)
    found: dict[EntryId, set[EntryId]] = {}
    for id_, its in keys.items():
        shared = Counter(o for key in its if len(by_key[key]) <= _CROWD for o in by_key[key])
        del shared[id_]
        found[id_] = {o for o, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_MOST]}
    return found


_CROWD: Final = 200
"""A key that more entries share is a formula, and says nothing about which of them belong together."""
_MOST: Final = 12
"""Entries that share most keys with one are laid beside it; what is printed more often is no news."""
