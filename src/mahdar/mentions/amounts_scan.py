"""A walk over one sentence's words with the tables that say what is a number and what a unit."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.lexicon.numbers import number_table
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.units import Unit, unit_table
from mahdar.mentions.numerals import Numeral, Reader
from mahdar.model.prose import Sentence, Word

__all__ = ["Scan"]

_YEARS = range(1900, 2100)
"""In brackets before a noun a year and no number of it."""
_NATIONALS = Unit("nationals", "count", "context")
_SOME = 2
"""«واحد من …» is one of many."""
_ROUND = 100
"""A definite number behind its noun is smaller («الأسرى التسعين»)."""
_NOUN = 3
"""So many words before its number the noun stands, adjectives between."""
_HEH = "\N{ARABIC LETTER HEH}"
"""At the end of «one»: «عائلة واحدة» says that they belong together."""
_FROM = "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON}"
_PLURAL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


class Scan:
    """An article's words; `enter` sets the sentence that nothing looks beyond."""

    __slots__ = ("first", "folds", "last", "names", "numbers", "reader", "units", "words")

    def __init__(self, words: Sequence[Word], folds: Sequence[str], lexicon: Lexicon) -> None:
        self.words = words
        self.folds = folds
        self.numbers = number_table(lexicon)
        self.units = unit_table(lexicon)
        self.names = party_table(lexicon).names.by_head
        self.first = self.last = 0
        self.reader = Reader(words, folds, 0, self.numbers)

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self.first, self.last = sentence.first, sentence.last
        self.reader.last = sentence.last

    def unit(self, i: int, number: Numeral) -> tuple[Unit, int] | None:
        """Return the unit behind a number: «دولار»; «من الجنود», «من عناصر …» of two at least."""
        if i >= self.last or self.words[i].gap not in {"", ")"}:
            return None
        if self.words[i].gap and number.value in _YEARS:
            return None
        found = self.noun(i, self.folds[i]) or self._nationals(i)
        if found or self.folds[i] != _FROM or number.value < _SOME or i + 1 >= self.last:
            return found
        fold = self.folds[i + 1]
        found = self.noun(i + 1, fold.removeprefix(_ARTICLE))
        return found if found and (fold.startswith(_ARTICLE) or found[0].kind == "count") else None

    def noun(self, i: int, head: str) -> tuple[Unit, int] | None:
        """Return the longest unit that begins at a word read as `head`, and the word behind it."""
        for rest, unit in self.units.nouns.get(head, ()):
            end = i + 1 + len(rest)
            if end <= self.last and tuple(self.folds[i + 1 : end]) == rest:
                return unit, end
        return None

    def _nationals(self, i: int) -> tuple[Unit, int] | None:
        """Return people counted by their nationality: «خمسة نرويجيين»."""
        if any(name.form == "demonym" and not rest for rest, name in self.names.get(self.folds[i], ())):
            return (_NATIONALS, i + 1) if not self.folds[i].startswith(_ARTICLE) else None
        return None

    def code(self, i: int) -> Unit | None:
        """Return the currency whose code stands at a word: `USD 5 million`."""
        if i < self.first or not self.folds[i].isascii() or not self.folds[i].isupper():
            return None
        found = self.noun(i, self.folds[i])
        return found[0] if found and found[0].kind == "currency" else None

    def unit_before(self, i: int, number: Numeral) -> Unit | None:
        """Return the unit that «one» or «two» repeats: «صحفيين اثنين», «جندي واحد»."""
        if i <= self.first or self.folds[i][:1].isdigit() or self.words[i].gap:
            return None
        if number.value > _SOME:
            return self._noun_before(i, number)
        found = self.noun(i - 1, self.folds[i - 1])
        alone = number.value == 1 and (
            found is None or found[0].counts == "always" or self.folds[i][-1] == _HEH
        )
        if not found or found[1] != i or alone:
            return None
        return found[0]

    def _noun_before(self, i: int, number: Numeral) -> Unit | None:
        """Return the definite noun that a definite number counts: «البحارة الخمسة»."""
        if not self.definite(i) or number.next != i + 1 or number.value >= _ROUND:
            return None
        for k in range(i - 1, max(self.first, i - _NOUN) - 1, -1):
            fold = self.folds[k]
            found = self.noun(k, fold.removeprefix(_ARTICLE)) or self.noun(k, fold[:-1])
            own = fold.startswith(_ARTICLE) or (k < i - 1 and self.definite(k + 1)) or fold.endswith(_HEH)
            if found and found[0].kind == "count" and own:
                return None if self._is_one(fold) else found[0]
            if not fold.startswith(_ARTICLE) or self.words[k].gap:
                return None
        return None

    def _is_one(self, fold: str) -> bool:
        """Say whether a noun is singular: the number counts another («سنوات الاتفاق العشر»)."""
        return f"{fold.removeprefix(_ARTICLE)}{_PLURAL}" in self.units.nouns

    def definite(self, i: int) -> bool:
        """Say whether a word has the article."""
        return i < self.last and self.folds[i].startswith(_ARTICLE)

    def sign_before(self, i: int) -> str | None:
        """Return the currency of a sign right before a word."""
        gap = self.words[i].gap
        return self.units.signs.get(gap[-1]) if gap else None

    def sign_behind(self, i: int) -> str | None:
        """Return the currency of a sign right behind a number."""
        gap = self.words[i].gap if i < len(self.words) else ""
        return self.units.signs.get(gap[0]) if gap else None

    def opens_range(self, i: int) -> bool:
        """Say whether «between» stands before a word."""
        return self.cue(i - 1, "between") if i > self.first else False

    def joins_range(self, i: int) -> bool:
        """Say whether a word is «to» between two numbers."""
        return self.cue(i, "range")

    def cue(self, i: int, kind: str) -> bool:
        """Say whether a cue of this kind begins at a word."""
        for rest, known in self.units.cues.get(self.folds[i], ()):
            end = i + 1 + len(rest)
            if known == kind and (not rest or (end <= self.last and tuple(self.folds[i + 1 : end]) == rest)):
                return True
        return False

    def compared(self, first: int) -> tuple[int, str] | None:
        """Return where the phrase of comparison before an amount begins, and what is attached to it."""
        for length in (4, 3, 2):
            begin = first - length
            taken = self.numbers.compared.get(tuple(self.folds[max(begin, 0) : first]))
            if taken is not None and begin >= self.first:
                return begin, taken
        return None
