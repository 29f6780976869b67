"""An amount in its sentence: the words and parties around it, and the questions that frames ask of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.units import UnitTable
from mahdar.model.mentions import AmountMention, PartyMention
from mahdar.model.prose import Sentence, Word

__all__ = ["Clause"]

_LAM = "\N{ARABIC LETTER LAM}"
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_MAIN = frozenset({"name", "seat", "capital", "organisation", "ministry", "weak"})
"""How a party must be named to take part; a demonym only describes."""


@dataclass(frozen=True, slots=True)
class Clause:
    """An amount in its sentence."""

    words: Sequence[Word]
    units: UnitTable
    masculine: frozenset[str]
    """Folded first nouns of masculine parties."""
    sentence: Sentence
    amount: AmountMention
    parties: tuple[PartyMention, ...]
    """Of this sentence."""

    def cue(self, i: int, kind: str) -> bool:
        """Say whether a word begins a cue of this kind."""
        for rest, known in self.units.cues.get(self.words[i].fold, ()):
            end = i + 1 + len(rest)
            if known == kind and tuple(w.fold for w in self.words[i + 1 : end]) == rest:
                return True
        return False

    def breaks(self, i: int) -> bool:
        """Say whether a mark before a word breaks the clause: any but an opening bracket."""
        return bool(set(self.words[i].gap) - _OPENING)

    def between(self, first: int, last: int) -> list[PartyMention]:
        """Return the parties that stand between two words, names only."""
        return [p for p in self.parties if first <= p.first and p.last <= last and p.form in _MAIN]

    def is_masculine(self, party: PartyMention) -> bool:
        """Say whether «she» cannot be this party."""
        word = self.words[party.first]
        return fold(word.text[party.start - word.start :]) in self.masculine

    def receiving(self, party: PartyMention) -> bool:
        """Say whether a party stands behind «to» or has it attached."""
        return self._attached(party) or (
            party.first > self.sentence.first and self.cue(party.first - 1, "to")
        )

    def _attached(self, party: PartyMention) -> bool:
        """Say whether «to» is attached to a party."""
        word = self.words[party.first]
        return fold(word.text[: party.start - word.start]).endswith(_LAM)

    def given_people(self, party: PartyMention) -> bool:
        """Say whether people stand behind an attached «to» («للصوماليين النازحين»)."""
        return party.form == "demonym" and self._attached(party)

    def led(self, party: PartyMention) -> bool:
        """Say whether a party completes the first word behind the amount, to which «to» is attached."""
        at = self.amount.last
        return party.first == at + 1 and self.words[at].fold.startswith(_LAM) and not self.words[at].gap

    def aside(self, party: PartyMention) -> bool:
        """Say whether a preposition keeps a party from being who gives: «to», «with», «in»."""
        before = party.first - 1
        joined = before >= self.sentence.first and (self.cue(before, "beside") or self.cue(before, "within"))
        return joined or self.receiving(party)

    def giving(self, party: PartyMention) -> bool:
        """Say whether a party stands behind «from»."""
        return party.first > self.sentence.first and self.cue(party.first - 1, "from")

    @property
    def end(self) -> int:
        """The word at which the clause of the amount ends."""
        last = self.amount.last
        if last < self.sentence.last and self.words[last].gap in _CLOSING:
            last += 1
        return next((i for i in range(last, self.sentence.last) if self.words[i].gap), self.sentence.last)
