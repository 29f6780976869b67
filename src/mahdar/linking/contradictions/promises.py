"""One promise, due on two dates.

Two acts promise one thing where the same parties act and nearly all words of what they promise are the same,
dates and sums left out. In texts of one time one of the dates is wrong; a later text may have put it off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.dossier import Dossier
from mahdar.linking.contradictions.spells import Spell, one_time, spell_of
from mahdar.linking.contradictions.things import alike, content_words
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.labels import Label, Note
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate, PartyCode

__all__ = ["PromiseClaim", "differing_dues", "promise_claims"]

_SAME = 0.75
"""How much of the shorter of two promises stands in the other."""
_FEWEST = 4
"""Words that two promises share, at least."""
_COMMON = 30
"""Promises that share two words; a pair of words that more of them share tells nothing."""


@dataclass(frozen=True, slots=True)
class PromiseClaim:
    """What one passage promises, or calls for, by when."""

    document: str
    what: str
    """The act's class."""
    doers: frozenset[PartyCode]
    words: frozenset[str]
    """What is promised, without its dates."""
    due: Spell
    value: IsoDate
    """The same in ISO 8601."""
    quoted: Quoted
    told: IsoDate | None
    """The day of the article."""


def promise_claims(dossier: Dossier, table: ClashTable) -> Iterator[PromiseClaim]:
    """Yield what a document says is due."""
    for act in dossier.of("act"):
        due = spell_of(act.fields["due"])
        if due is not None and act.fields["actors"]:
            yield _claim(dossier, act, due, table)


def _claim(dossier: Dossier, act: EntryRecord, due: Spell, table: ClashTable) -> PromiseClaim:
    content = act.fields["content"]
    span = Span(content["start"], content["end"]) if content else act.evidence[0].span
    dates = [one.span for one in dossier.dates]
    words = [one for one in dossier.words_in(span) if not any(d.start <= one.start < d.end for d in dates)]
    return PromiseClaim(
        document=dossier.record.id,
        what=act.fields["class"],
        doers=frozenset(act.fields["actors"]),
        words=content_words(words, table),
        due=due,
        value=act.fields["due"],
        quoted=dossier.quoted(act.evidence[0].span),
        told=dossier.day_at(act.evidence[0].start),
    )


def differing_dues(claims: Iterable[PromiseClaim]) -> Iterator[Contradiction]:
    """Yield pairs of passages that promise one thing by two dates."""
    seen: set[tuple[Quoted, Quoted]] = set()
    for group in _together(claims):
        for one, other in combinations(group, 2):
            pair = one.quoted, other.quoted
            if pair not in seen and _is_same(one, other) and one.due.gap(other.due):
                seen.add(pair)
                yield _clash(one, other)


def _together(claims: Iterable[PromiseClaim]) -> Iterator[list[PromiseClaim]]:
    """Yield promises that share two words that stand next to each other in order."""
    pairs: defaultdict[tuple[str, str, str], list[PromiseClaim]] = defaultdict(list)
    for claim in claims:
        for first, second in pairwise(sorted(claim.words)):
            pairs[claim.what, first, second].append(claim)
    return (group for group in pairs.values() if 1 < len(group) <= _COMMON)


def _is_same(one: PromiseClaim, other: PromiseClaim) -> bool:
    both = len(one.words & other.words)
    return bool(one.doers & other.doers) and both >= _FEWEST and alike(one.words, other.words) >= _SAME


def _clash(one: PromiseClaim, other: PromiseClaim) -> Contradiction:
    hard = one.document == other.document or bool(one.told and one_time(one.told, other.told))
    note = Note.of("two_dues", one=Label("date", one.value), other=Label("date", other.value))
    return Contradiction("date" if hard else "plan", hard, one.quoted, other.quoted, note)
