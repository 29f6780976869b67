"""Amounts that differ although they are of one thing.

Two sums are of one thing only where nearly all that is said about them is the same: the words of their
sentences, their parties, their unit. Two deals of one kind are two things; so are a part and its whole, a
number of today and one of last week, and a rounded number and the exact one that it rounds.

One sum of one thing is said in one way: the same number cannot be dollars and euros, nor be for each year and
for all years together, nor for three years and for five.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.dossier import Dossier, phrase_spots
from mahdar.linking.contradictions.spells import one_time, spell_of
from mahdar.linking.contradictions.things import content_words
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.labels import Label, Note
from mahdar.model.prose import Sentence, Word
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import EntryId, IsoDate, PartyCode

__all__ = ["AmountClaim", "amount_claims", "bound", "differing_amounts"]

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
_FAR = 2
"""Words between «over» and the years that it counts."""
_LATER = 400
"""Days in which what was announced is signed."""


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
    years: int | None = None
    """For how many years it is: 1 where it is for each anew; None where nothing is said."""
    signed: bool = False
    """Its sentence tells that something was signed."""
    announced: bool = False
    """Its sentence only announces or promises."""

    @property
    def measure(self) -> str:
        """What it is counted in: `money`, whatever the currency, or the things."""
        return "money" if self.unit.isupper() else self.unit


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
    years, said = _years(words, table)
    rest = [word for n, word in enumerate(words) if not span.start <= word.start < span.end and n not in said]
    parted = any(
        first not in said
        for kind in ("total", "part")
        for first, _ in phrase_spots(words, table.phrases[kind])
    )
    acts = {act.fields["class"] for act in dossier.of("act") if act.evidence[0].holds(span)}
    return AmountClaim(
        entry=entry.id,
        giver=entry.fields["giver"],
        receiver=entry.fields["receiver"],
        document=dossier.record.id,
        article=entry.article,
        value=float(entry.fields["value"]),
        unit=entry.fields["unit"],
        words=frozenset() if parted else content_words(rest, table),
        bound=bound(words, span, table),
        quoted=dossier.quoted(Span(sentence.start, sentence.end)),
        sentence=sentence.start,
        told=dossier.day_at(span.start),
        years=years,
        signed="sign" in acts,
        announced=bool(acts & _AHEAD) and "sign" not in acts,
    )


_AHEAD = frozenset({"announce", "commit"})


def _years(words: Sequence[Word], table: ClashTable) -> tuple[int | None, frozenset[int]]:
    """Return for how many years words say that a sum is, and which words say so."""
    for first, behind in phrase_spots(words, table.phrases["yearly"]):
        return 1, frozenset(range(first, behind))
    for first, behind in phrase_spots(words, table.phrases["over"]):
        near = words[behind : behind + _FAR + 1]
        for at, word in enumerate(near):
            count = _counted(near[:at], word, table)
            if count:
                return count, frozenset(range(first, behind + at + 1))
    return None, frozenset()


def _counted(before: Sequence[Word], word: Word, table: ClashTable) -> int:
    """Return how many years a word counts, with the number before it; 0 where it is none."""
    if word.fold in table.words["two_years"]:
        return 2
    if word.fold not in table.words["years"] or not before:
        return 0
    number = before[-1].fold
    return int(number) if number.isdigit() else table.numbers.get(number, 0)


def bound(words: Iterable[Word], span: Span, table: ClashTable) -> str:
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
            if key in seen:
                continue
            seen.add(key)
            if _is_same(one, other):
                yield from _clashes(one, other)


def _together(claims: Iterable[AmountClaim]) -> Iterator[list[AmountClaim]]:
    """Yield claims that share their measure and two words that stand next to each other in order."""
    pairs: defaultdict[tuple[str, str, str], list[AmountClaim]] = defaultdict(list)
    for claim in claims:
        if len(claim.words) >= _FEWEST:
            for first, second in pairwise(sorted(claim.words)):
                pairs[claim.measure, first, second].append(claim)
    return (group for group in pairs.values() if 1 < len(group) <= _COMMON)


def _is_same(one: AmountClaim, other: AmountClaim) -> bool:
    """Say whether two sentences say the same of their amounts, at one time, of the same parties."""
    if (one.document, one.sentence) == (other.document, other.sentence):
        return False
    for mine, theirs in ((one.giver, other.giver), (one.receiver, other.receiver)):
        if mine and theirs and mine != theirs:
            return False
    both, either = one.words & other.words, one.words | other.words
    return len(both) >= _SAME * len(either)


def _clashes(one: AmountClaim, other: AmountClaim) -> Iterator[Contradiction]:
    """Yield what cannot both be true of one thing, if anything."""
    if one.unit != other.unit or one.years != other.years:
        if one_time(one.told, other.told) and _one_number_in_two_ways(one, other):
            yield _clash(one, other, hard=True)
    elif not _agree(one, other):
        if one_time(one.told, other.told):
            yield _clash(one, other, hard=True)
        elif _signed_as_announced(one, other):
            yield _clash(one, other, hard=False)


def _one_number_in_two_ways(one: AmountClaim, other: AmountClaim) -> bool:
    """Say whether one number is given in two currencies, or for two stretches of time."""
    if one.value != other.value or one.bound != other.bound:
        return False
    return one.years == other.years or (one.unit == other.unit and bool(one.years and other.years))


def _signed_as_announced(one: AmountClaim, other: AmountClaim) -> bool:
    """Say whether one of two is signed, and the other one, not long before, only announced."""
    earlier, later = sorted((one, other), key=lambda claim: claim.told or "")
    first, last = spell_of(earlier.told), spell_of(later.told)
    near = first is not None and last is not None and first.gap(last) <= _LATER
    return near and earlier.announced and later.signed


def _agree(one: AmountClaim, other: AmountClaim) -> bool:
    """Say whether two numbers can both be true of one thing."""
    if one.value == other.value:
        return True
    for mine, theirs in ((one, other), (other, one)):
        if mine.bound == "least" and theirs.value >= mine.value:
            return True
        if mine.bound == "most" and theirs.value <= mine.value:
            return True
    rounded = "about" in {one.bound, other.bound} or one.bound != other.bound
    return rounded and abs(one.value - other.value) <= _ROUNDED * max(one.value, other.value)


def _clash(one: AmountClaim, other: AmountClaim, *, hard: bool) -> Contradiction:
    note = Note.of(
        "two_amounts",
        one=_written(one),
        one_years=_over(one),
        other=_written(other),
        other_years=_over(other),
    )
    what = "amount" if one.measure == "money" else "number"
    return Contradiction(what, hard, one.quoted, other.quoted, note)


def _written(claim: AmountClaim) -> Label:
    return Label("amount", f"{claim.value:.15g} {claim.unit}")


def _over(claim: AmountClaim) -> Label | None:
    return Label("years", str(claim.years)) if claim.years else None
