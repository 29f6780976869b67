"""Two people who by documents of one day hold an office that one person holds at a time.

Only where words name the office beside the name, and nothing in the sentence makes it another time's: a
predecessor, somebody acting or about to be sworn in. Heads of state are called so long after they left, and
are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from mahdar.language import split_words
from mahdar.language.clitics import readings
from mahdar.lexicon import Lexicon
from mahdar.lexicon.contradictions import ClashTable, clash_table
from mahdar.lexicon.parties import PartyName, party_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.linking.contradictions.dossier import hull, phrase_spots
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.labels import Label, Note
from mahdar.model.records import PersonRecord, SeenTitle
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, PartyCode

__all__ = ["two_holders"]

_DAY = len("2024-03-05")
_BEHIND, _BEFORE = 25, 2
"""Letters between a title and the name behind it, an adjective of the state among them, or before it."""
_AROUND = 90
"""Letters on either side in which words may make it another time's."""
_EARLY = 500
"""Letters at the beginning of a text, where it names those whom it is about."""
_ALIKE = 60
"""Of 100: how alike two spellings of one name are, at least."""
_ENDS = ".\n!\N{ARABIC QUESTION MARK}"


@dataclass(frozen=True, slots=True)
class _Sighting:
    """Words of a document that call somebody the holder of an office."""

    person: PersonRecord
    name: tuple[str, ...]
    """The words of the name there, folded."""
    quoted: Quoted
    """Title and name."""


def two_holders(
    people: Iterable[PersonRecord], texts: Mapping[DocumentId, str], lexicon: Lexicon
) -> Iterator[Contradiction]:
    """Yield offices that two people hold on one day, or in one text without a day.

    Args:
        people: everybody in the register.
        texts: of documents; only those are asked for in which a clash may stand.
        lexicon: offices with one holder, names of states, words of other times.
    """
    reader = _Reader(texts, clash_table(lexicon), party_table(lexicon).names)
    by_day: defaultdict[_Office, dict[str, tuple[PersonRecord, list[SeenTitle]]]] = defaultdict(dict)
    for person in people:
        for one in person.offices:
            if one.title in reader.table.offices and one.party and (not one.date or len(one.date) == _DAY):
                office = one.title, one.party, one.date or one.document
                by_day[office].setdefault(person.id, (person, []))[1].append(one)
    for (title, party, _), held in sorted(by_day.items()):
        plain = [first for its in held.values() for first in reader.plain(*its)] if len(held) > 1 else []
        for mine, theirs in combinations(plain, 2):
            if not _maybe_one(*(reader.table.telling(its.name) for its in (mine, theirs))):
                yield Contradiction(
                    "office", True, mine.quoted, theirs.quoted, _note(title, party, mine, theirs)
                )


def _note(title: str, party: PartyCode, mine: _Sighting, theirs: _Sighting) -> Note:
    one, other = (Label("person", its.person.name, its.person.name_ar) for its in (mine, theirs))
    return Note.of("two_holders", office=Label("office", f"{title} {party}"), one=one, other=other)


_Office = tuple[str, PartyCode, str]
"""Title, whose it is, and the day, or the document where it has none."""


def _maybe_one(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether two names may be one person's: a word of the one is a word of the other, spelled alike."""
    return any(fuzz.ratio(mine, theirs) >= _ALIKE for mine in one for theirs in other)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads whom words plainly call the holder of an office."""

    texts: Mapping[DocumentId, str]
    table: ClashTable
    parties: PhraseTable[PartyName]

    def plain(self, person: PersonRecord, seen: Iterable[SeenTitle]) -> Iterator[_Sighting]:
        """Yield the first words that do so; somebody named once, far down, may be of any time."""
        for one in seen:
            text = self.texts[one.document]
            names = [its.span for its in person.mentions if its.document == one.document]
            beside = _name_beside(names, one.span, text)
            if beside is None or (len(names) == 1 and beside.start > _EARLY):
                continue
            words = tuple(word.fold for word in split_words(beside.cut(text)))
            whole = hull(one.span, beside)
            if len(words) > 1 and self._says(text, whole, one) and not self._of_another_time(text, whole):
                yield _Sighting(person, words, Quoted(one.document, whole))
                return

    def _says(self, text: str, span: Span, title: SeenTitle) -> bool:
        """Say whether words name the office and whose it is; «his counterpart» does neither."""
        words = list(split_words(span.cut(text)))
        folds = [word.fold for word in words]
        states = (
            self.parties.at(folds, at, rest)
            for at, fold in enumerate(folds)
            for _, rest in readings(fold)
            if rest in self.parties
        )
        stated = any(found and title.party in found[1].codes for found in states)
        return stated and any(True for _ in phrase_spots(words, self.table.phrases["sole"]))

    def _of_another_time(self, text: str, span: Span) -> bool:
        """Say whether words around a title make it another time's."""
        start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        before, behind = text[start : span.start], text[span.end : end]
        cut = max(before.rfind(mark) for mark in _ENDS) + 1
        stop = min((at for mark in _ENDS if (at := behind.find(mark)) >= 0), default=len(behind))
        words = list(split_words(text[start + cut : span.end + stop]))
        return any(True for _ in phrase_spots(words, self.table.phrases["then"]))


def _name_beside(names: Sequence[Span], title: Span, text: str) -> Span | None:
    """Return where the name stands beside its title: in it, right behind it, or before it and a comma."""
    at = bisect_right(names, title)
    before, behind = (names[at - 1] if at else None), (names[at] if at < len(names) else None)
    for one in (before, behind):
        if one and one.overlap(title):
            return one
    if behind and behind.start - title.end <= _BEHIND:
        between = text[title.end : behind.start]
        return behind if all(char.isalpha() or char.isspace() for char in between) else None
    if before and 0 < title.start - before.end <= _BEFORE and text[before.end] in _COMMAS:
        return before
    return None


_COMMAS = ",\N{ARABIC COMMA}"
