"""What documents claim of instruments: when one was signed, at which occasion, how far it had come.

A deed of an occasion that is dated to another day than the occasion is a contradiction, whichever documents
say the two. Instruments of different documents are one where their parties meet and the words that name them
are the same; candidates are found by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.births import born_at
from mahdar.linking.contradictions.claims import OccasionClaim, When
from mahdar.linking.contradictions.dossier import Dossier, Expression, hull
from mahdar.linking.contradictions.spells import Spell, spell_of
from mahdar.linking.contradictions.things import alike, content_words
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.labels import Label, Note
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import EntryId, IsoDate, PartyCode

__all__ = ["InstrumentClaim", "days_of_deeds", "instrument_claims", "rungs"]

_SOON = 10
"""Days between an occasion and a deed that can still be one of its deeds."""
_SAME = 0.75
"""How much two names of one instrument share of the shorter one, at least."""
_COMMON = 40
"""Instruments that share a word; a word of more tells nothing."""
_DONE = frozenset({"signed", "amended", "in_force"})
_DEEDS = frozenset({"sign"})
"""Classes of act whose date is the day on which an instrument came about."""
_FAMILIES = {"amendment": "agreement", "moc": "mou", "understanding": "mou", "letter_of_intent": "mou"}


@dataclass(frozen=True, slots=True)
class Deed:
    """A day on which words say that an instrument was signed or amended."""

    spell: Spell
    value: IsoDate
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class InstrumentClaim:
    """What one document says about one instrument."""

    entry: EntryId
    document: str
    family: str
    parties: frozenset[PartyCode]
    words: frozenset[str]
    """The words that tell it from others."""
    action: str
    quoted: Quoted
    deeds: tuple[Deed, ...]
    at: tuple[str, ...]
    """Meetings of this document (entry ids) at which it came about."""
    told: IsoDate | None
    """The day of the article."""


def instrument_claims(dossier: Dossier, table: ClashTable) -> Iterator[InstrumentClaim]:
    """Yield what a document says about instruments other than the statements that close meetings."""
    acts = [act for act in dossier.of("act") if act.fields["class"] in _DEEDS]
    for entry in dossier.of("instrument"):
        if entry.fields["kind"] == "joint_statement":
            continue
        spans = [one.span for one in entry.evidence]
        words = [word for span in (_name(entry), spans[0]) for word in dossier.words_in(span)]
        yield InstrumentClaim(
            entry=entry.id,
            document=dossier.record.id,
            family=_FAMILIES.get(entry.fields["kind"], entry.fields["kind"]),
            parties=frozenset(entry.fields["parties"]),
            words=content_words(words, table),
            action=entry.fields["action"],
            quoted=dossier.quoted(spans[0]),
            deeds=tuple(deed for act in acts for deed in _deeds(dossier, act, spans)),
            at=tuple(dict.fromkeys(id_ for span in spans for id_ in born_at(dossier, span, table))),
            told=dossier.day_at(spans[0].start),
        )


def _name(entry: EntryRecord) -> Span:
    return Span(entry.fields["name"]["start"], entry.fields["name"]["end"])


def _deeds(dossier: Dossier, act: EntryRecord, spans: list[Span]) -> Iterator[Deed]:
    """Yield the day that an act of signing gives itself, where it is of this instrument."""
    whole = act.evidence[0].span
    if not any(whole.overlap(span) for span in spans):
        return
    date = _date_of(dossier, act)
    spell = spell_of(date.value) if date else None
    if date is not None and spell is not None and spell.one_day:
        named = next(span for span in spans if whole.overlap(span))
        yield Deed(spell, date.value, dossier.quoted(_deed_span(act, date, named)))


def _deed_span(act: EntryRecord, date: Expression, named: Span) -> Span:
    """Return the words from the verb to the instrument's name, the date among them."""
    trigger = Span(act.fields["trigger"]["start"], act.fields["trigger"]["end"])
    return hull(hull(trigger, date.span), named)


def _date_of(dossier: Dossier, act: EntryRecord) -> Expression | None:
    """Return the day beside an act's verb: in its clause, before whatever is signed or right behind it all.

    A date inside the thing signed («the agreement of 5 May») is the thing's own.
    """
    trigger, whole = act.fields["trigger"], act.evidence[0]
    content = act.fields["content"] or {"start": whole.end, "end": whole.end}
    sentence = dossier.sentence_at(trigger["start"])
    dates = list(dossier.dates_in(sentence)) if sentence else []
    days = [one for one in dates if one.precision == "day"]
    if len({one.value for one in days}) != 1:
        return None
    one = days[0]
    beside = trigger["end"] <= one.span.start and one.span.end <= content["start"] + 1
    return one if beside else None


@dataclass(frozen=True, slots=True)
class _Index:
    """Instruments by the words that name them."""

    by_word: dict[str, list[InstrumentClaim]]

    @classmethod
    def of(cls, claims: Iterable[InstrumentClaim]) -> _Index:
        found: defaultdict[str, list[InstrumentClaim]] = defaultdict(list)
        for claim in claims:
            for word in claim.words:
                found[word].append(claim)
        return cls(found)

    def same(self, claim: InstrumentClaim) -> list[InstrumentClaim]:
        """Return the claims about the same instrument, this one among them."""
        near = {
            other.entry: other
            for word in claim.words
            if len(self.by_word[word]) <= _COMMON
            for other in self.by_word[word]
        }
        return [other for other in near.values() if other is claim or _is_same(claim, other)]


def _is_same(one: InstrumentClaim, other: InstrumentClaim) -> bool:
    """Say whether two documents speak of one instrument."""
    if one.family != other.family or not one.parties & other.parties:
        return False
    both = len(one.words & other.words)
    return both >= 2 and alike(one.words, other.words) >= _SAME


def days_of_deeds(
    claims: Iterable[InstrumentClaim], occasions: Iterable[OccasionClaim]
) -> Iterator[Contradiction]:
    """Yield instruments that are dated to another day than the occasion that brought them forth."""
    claims, index = tuple(claims), None
    by_entry = {one.entry: one for one in occasions}
    mates = _mates(by_entry.values())
    for claim in claims:
        if not claim.deeds:
            continue
        index = index or _Index.of(claims)
        born = [id_ for other in index.same(claim) for id_ in other.at]
        keys = {key for id_ in born for key in _keys(by_entry[id_])}
        dated = [one for key in sorted(keys) for one in mates.get(key, ()) if one.when]
        yield from _deed_clashes(claim, dated)


def _deed_clashes(claim: InstrumentClaim, occasions: list[OccasionClaim]) -> Iterator[Contradiction]:
    """Yield the clashes of a deed: with its own document's date of the occasion, and the closest other."""
    for deed in claim.deeds:
        clashing = [(one, one.when) for one in occasions if one.when and _clash(deed, one.when)]
        ordered = sorted(clashing, key=lambda pair: (pair[0].rank, pair[0].document, pair[1].quoted))
        here = [pair for pair in ordered if pair[0].document == claim.document][:1]
        there = [pair for pair in ordered if pair[0].document != claim.document][:1]
        for one, when in (*here, *there):
            note = Note.of(
                "deed_of_another_day",
                deed=Label("day", deed.value),
                kind=Label("meetings", one.kind),
                occasion=Label("day", when.value),
            )
            yield Contradiction("day", True, deed.quoted, when.quoted, note)


def _clash(deed: Deed, when: When) -> bool:
    """Say whether a deed lies near an occasion and outside it."""
    return when.spell.one_day and 0 < deed.spell.gap(when.spell) <= _SOON


def _mates(occasions: Iterable[OccasionClaim]) -> dict[tuple[object, ...], list[OccasionClaim]]:
    """Sort occasions by what makes two claims speak of one."""
    found: defaultdict[tuple[object, ...], list[OccasionClaim]] = defaultdict(list)
    for one in occasions:
        for key in _keys(one):
            found[key].append(one)
    return found


def _keys(one: OccasionClaim) -> Iterator[tuple[object, ...]]:
    """Yield the keys under which an occasion is the same in other documents."""
    yield ("entry", one.entry)
    if one.tie is not None:
        yield ("occasion", one.tie.occasion)
    if one.edition is not None and len(one.parties) > 1:
        yield ("edition", one.kind, tuple(sorted(one.parties)), tuple(sorted(one.fields)), one.edition)


def rungs(claims: Iterable[InstrumentClaim]) -> Iterator[Contradiction]:
    """Yield instruments that one document calls signed, and another one of that day still to be signed."""
    claims = tuple(claims)
    index = _Index.of(claims)
    for claim in claims:
        if claim.action != "to_be_signed":
            continue
        signed = [one for one in index.same(claim) if one.action in _DONE and one.document != claim.document]
        for other in sorted(signed, key=lambda one: one.quoted):
            if claim.told and other.told == claim.told:
                note = Note.of("signed_and_to_be_signed", date=Label("date", claim.told))
                yield Contradiction("rung", False, other.quoted, claim.quoted, note)
                break
