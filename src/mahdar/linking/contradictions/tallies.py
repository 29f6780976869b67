"""How many texts two parties signed: as one document counts and another does, or as it counts and lists.

Counts of two documents are compared where both are of one occasion, or of the same parties on one day. A list
is counted by its lines, where it stands right behind the sentence that counts, and not where it is said to
be of some of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.births import born_at
from mahdar.linking.contradictions.dossier import Dossier, hull, phrase_spots
from mahdar.linking.contradictions.sums import bound
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.labels import Label, Note
from mahdar.model.prose import Sentence
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import EntryId, IsoDate, PartyCode

__all__ = ["TallyClaim", "differing_tallies", "short_lists", "tally_claims"]

_UNITS = frozenset({"agreements", "contracts", "memoranda", "protocols"})
_DAY = len("2024-03-05")
_LINE = 40
"""Words of a line of a list, at most."""


@dataclass(frozen=True, slots=True)
class TallyClaim:
    """How many texts one passage says that parties signed."""

    document: str
    unit: str
    value: int
    parties: frozenset[PartyCode]
    at: tuple[EntryId, ...]
    """Meetings of this document at which they were signed."""
    told: IsoDate | None
    """The day of the article."""
    quoted: Quoted


def tally_claims(dossier: Dossier, table: ClashTable) -> Iterator[TallyClaim]:
    """Yield what a document counts; numbers of some of them, or besides others, are left out."""
    for amount, act in _counted(dossier):
        span = amount.evidence[0].span
        sentence = dossier.sentence_at(span.start)
        words = dossier.words_of(sentence) if sentence else ()
        apart = any(True for kind in ("part", "shown") for _ in phrase_spots(words, table.phrases[kind]))
        if sentence is None or apart or bound(words, span, table):
            continue
        trigger = Span(act.fields["trigger"]["start"], act.fields["trigger"]["end"])
        yield TallyClaim(
            document=dossier.record.id,
            unit=amount.fields["unit"],
            value=int(amount.fields["value"]),
            parties=frozenset(act.fields["actors"]) | frozenset(act.fields["target"]),
            at=tuple(born_at(dossier, span, table)),
            told=dossier.day_at(span.start),
            quoted=dossier.quoted(hull(trigger, span)),
        )


def _counted(dossier: Dossier) -> Iterator[tuple[EntryRecord, EntryRecord]]:
    """Yield the counts of texts that stand in what an act signs, with that act."""
    signed = [act for act in dossier.of("act") if act.fields["class"] == "sign"]
    for amount in dossier.of("amount"):
        if amount.fields["unit"] in _UNITS:
            span = amount.evidence[0].span
            act = next((one for one in signed if one.evidence[0].holds(span)), None)
            if act is not None:
                yield amount, act


def differing_tallies(
    claims: Iterable[TallyClaim], occasions: Mapping[EntryId, str]
) -> Iterator[Contradiction]:
    """Yield pairs of passages that count the texts of one occasion, or of one day, apart.

    Args:
        claims: of all documents.
        occasions: meeting → its occasion.
    """
    seen: set[tuple[Quoted, Quoted]] = set()
    groups: defaultdict[tuple[str, ...], list[TallyClaim]] = defaultdict(list)
    for claim in claims:
        for key in _keys(claim, occasions):
            groups[claim.unit, *key].append(claim)
    for key, group in groups.items():
        for one, other in combinations(group, 2):
            pair = one.quoted, other.quoted
            if one.value != other.value and one.document != other.document and pair not in seen:
                seen.add(pair)
                note = Note.of(
                    "two_counts", one=_count(one.value, one.unit), other=_count(other.value, one.unit)
                )
                yield Contradiction("number", key[1] == _OCCASION, *pair, note)


def _count(value: int, unit: str) -> Label:
    return Label("amount", f"{value} {unit}")


_OCCASION, _ONE_DAY = "occasion", "day"


def _keys(claim: TallyClaim, occasions: Mapping[EntryId, str]) -> Iterator[tuple[str, ...]]:
    """Yield what makes two counts be of the same texts: their occasion first."""
    for meeting in claim.at:
        if meeting in occasions:
            yield _OCCASION, occasions[meeting]
    if len(claim.parties) > 1 and claim.told and len(claim.told) == _DAY:
        yield _ONE_DAY, claim.told, *sorted(claim.parties)


def short_lists(dossier: Dossier, table: ClashTable) -> Iterator[Contradiction]:
    """Yield counts with a list behind them that has more or fewer lines."""
    for amount, _ in _counted(dossier):
        span = amount.evidence[0].span
        sentence = dossier.sentence_at(span.start)
        if sentence is None:
            continue
        words = dossier.words_of(sentence)
        some = any(True for _ in phrase_spots(words, table.phrases["shown"]))
        if some or bound(words, span, table) or not _opens_list(dossier, sentence):
            continue
        lines = _lines(dossier, sentence)
        value = int(amount.fields["value"])
        if len(lines) > 1 and len(lines) != value:
            listed = dossier.quoted(hull(lines[0], lines[-1]))
            signed = _count(value, amount.fields["unit"])
            note = Note.of("signed_and_listed", signed=signed, listed=Label("number", str(len(lines))))
            yield Contradiction(
                "number", True, dossier.quoted(Span(sentence.start, sentence.end)), listed, note
            )


def _opens_list(dossier: Dossier, sentence: Sentence) -> bool:
    """Say whether a sentence ends in a colon."""
    return dossier.text[: sentence.end].rstrip().endswith(":")


def _lines(dossier: Dossier, sentence: Sentence) -> Sequence[Span]:
    """Return the lines behind a sentence, each a short block that names a text; none where one names none."""
    at = dossier.sentences.index(sentence) + 1
    named = [one.start for entry in dossier.of("instrument") for one in entry.evidence]
    lines: list[Span] = []
    for (kind, _), block in groupby(dossier.sentences[at:], key=lambda one: (one.block, one.number)):
        its = list(block)
        line = Span(its[0].start, its[-1].end)
        short = sum(one.last - one.first for one in its) <= _LINE and dossier.article_at(line.start)
        if not short or kind in {"title", "heading"}:
            break
        if not any(line.start <= start < line.end for start in named):
            return () if kind == "bullet" else lines
        lines.append(line)
    return lines
