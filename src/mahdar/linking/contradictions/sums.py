"""Amounts that differ although they are of one thing.

Two sums are of one thing only where nearly all that is said about them is the same: the words of their
sentences, their parties, their unit. Two deals of one kind are two things; so are a part and its whole, a
number of today and one of last week, and a rounded number and the exact one that it rounds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.dossier import Dossier, phrase_spots
from mahdar.linking.contradictions.spells import spell_of
from mahdar.linking.contradictions.things import content_words
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.prose import Sentence, Word
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import EntryId, IsoDate, PartyCode

__all__ = ["AmountClaim", "amount_claims", "differing_amounts"]

_ROUNDED = 0.2
"""How much of the greater one a rounded number may be off."""
_SAME = 0.8
"""How much of all words two descriptions of one thing share."""
_FEWEST = 4
"""Words that a description needs to tell its thing from others."""
_COMMON = 30
"""Amounts that share two words; a pair of words that more of them share tells nothing."""
_NEAR = 2
"""Words before a number in which it is called rounded or a bound."""
_FRESH = 3
"""Days between two reports that can mean the same number."""


@dataclass(frozen=True, slots=True)
class AmountClaim:
    """What one passage says of an amount."""

    entry: EntryId
    giver: PartyCode | None
    receiver: PartyCode | None
    document: str
    article: str | None
    value: float
    unit: str
    words: frozenset[str]
    """What its clause says beside the number."""
    bound: str
    """`about`, `least`, `most`, or empty for an exact number."""
    quoted: Quoted
    sentence: int
    """First letter of its sentence."""
    told: IsoDate | None
    """The day of the article."""


def amount_claims(dossier: Dossier, table: ClashTable) -> Iterator[AmountClaim]:
    """Yield what a document says of amounts; sentences with several of one unit are lists and left out."""
    entries = list(dossier.of("amount"))
    crowd: defaultdict[tuple[int, str], int] = defaultdict(int)
    places = [(one, dossier.sentence_at(one.evidence[0].start)) for one in entries]
    for one, sentence in places:
        if sentence:
            crowd[sentence.start, one.fields["unit"]] += 1
    for one, sentence in places:
        if sentence is None or crowd[sentence.start, one.fields["unit"]] > 1:
            continue
        if sentence.block not in {"title", "kicker"}:
            yield _claim(dossier, one, sentence, table)


def _claim(dossier: Dossier, entry: EntryRecord, sentence: Sentence, table: ClashTable) -> AmountClaim:
    """Return what a sentence says of its amount."""
    span, words = entry.evidence[0].span, dossier.words_of(sentence)
    rest = [word for word in words if not (span.start <= word.start < span.end)]
    parted = any(True for kind in ("total", "part") for _ in phrase_spots(words, table.phrases[kind]))
    return AmountClaim(
        entry=entry.id,
        giver=entry.fields["giver"],
        receiver=entry.fields["receiver"],
        document=dossier.record.id,
        article=entry.article,
        value=float(entry.fields["value"]),
        unit=entry.fields["unit"],
        words=frozenset() if parted else content_words(rest, table),
        bound=_bound(words, span, table),
        quoted=dossier.quoted(Span(sentence.start, sentence.end)),
        sentence=sentence.start,
        told=dossier.day_at(span.start),
    )


def _bound(words: Iterable[Word], span: Span, table: ClashTable) -> str:
    """Return what kind of number stands in a span, by the words before it and in it."""
    words = list(words)
    at = next((n for n, word in enumerate(words) if word.start >= span.start), 0)
    inside = sum(span.start <= word.start < span.end for word in words)
    near = words[max(0, at - _NEAR) : at + inside + _NEAR]
    kinds = [kind for kind in ("least", "most", "about") if any(phrase_spots(near, table.phrases[kind]))]
    return kinds[0] if kinds else ""


def differing_amounts(claims: Iterable[AmountClaim]) -> Iterator[Contradiction]:
    """Yield pairs of sentences that say the same of two different amounts."""
    seen: set[tuple[str, str]] = set()
    for group in _together(claims):
        for one, other in combinations(group, 2):
            key = (one.entry, other.entry)
            if key in seen or one.value == other.value:
                continue
            seen.add(key)
            if _is_same(one, other) and not _agree(one, other):
                yield _clash(one, other)


def _together(claims: Iterable[AmountClaim]) -> Iterator[list[AmountClaim]]:
    """Yield claims that share their unit and two words that stand next to each other in order."""
    pairs: defaultdict[tuple[str, str, str], list[AmountClaim]] = defaultdict(list)
    for claim in claims:
        if len(claim.words) >= _FEWEST:
            for first, second in pairwise(sorted(claim.words)):
                pairs[claim.unit, first, second].append(claim)
    return (group for group in pairs.values() if 1 < len(group) <= _COMMON)


def _is_same(one: AmountClaim, other: AmountClaim) -> bool:
    """Say whether two sentences say the same of their amounts, at one time, of the same parties."""
    if (one.document, one.sentence) == (other.document, other.sentence):
        return False
    for mine, theirs in ((one.giver, other.giver), (one.receiver, other.receiver)):
        if mine and theirs and mine != theirs:
            return False
    both, either = one.words & other.words, one.words | other.words
    return len(both) >= _SAME * len(either) and _one_time(one, other)


def _one_time(one: AmountClaim, other: AmountClaim) -> bool:
    """Say whether two articles are of one time, as far as they say when they are of."""
    mine, theirs = spell_of(one.told), spell_of(other.told)
    return mine is None or theirs is None or mine.gap(theirs) <= _FRESH


def _agree(one: AmountClaim, other: AmountClaim) -> bool:
    """Say whether two numbers can both be true of one thing."""
    for mine, theirs in ((one, other), (other, one)):
        if mine.bound == "least" and theirs.value >= mine.value:
            return True
        if mine.bound == "most" and theirs.value <= mine.value:
            return True
    rounded = "about" in {one.bound, other.bound} or one.bound != other.bound
    return rounded and abs(one.value - other.value) <= _ROUNDED * max(one.value, other.value)


def _clash(one: AmountClaim, other: AmountClaim) -> Contradiction:
    money = one.unit.isupper()
    note = f"the same thing in {_written(one)} and in {_written(other)}"
    return Contradiction("amount" if money else "number", True, one.quoted, other.quoted, note)


def _written(claim: AmountClaim) -> str:
    return f"{claim.value:,.15g} {claim.unit}"
