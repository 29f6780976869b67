"""One sentence's words, and the pieces of a date that can stand at each: a day, a month, a year, an era.

A piece is None where there is none, else its value and the index of the word behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.lexicon.dates import DateTable, Term
from mahdar.mentions.calendar_hijri import is_hijri_year
from mahdar.model.prose import Word
from mahdar.model.spans import Span

__all__ = ["Line", "MonthName", "YearNumber"]

_OPENERS = frozenset({"", "(", "[", "/", "-", "\N{EN DASH}"})
_CLOSED_BRACKET = frozenset({"", "(", ")"})
_LOOSE = frozenset({"", "\N{ARABIC COMMA}", ",", "/", "-", ".", "(", ")"})


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month's name, its second name with it."""

    month: int
    hijri: bool
    weak: bool
    """True where every name of it is also another word."""
    double: bool
    """Named twice: «كانون الثاني/يناير»."""
    libyan: bool
    next: int


@dataclass(frozen=True, slots=True)
class YearNumber:
    """A year in digits and its era."""

    year: int
    hijri: bool
    marked: bool
    """Whether the text marks its era."""
    next: int


class Line:
    """A run of words that a date does not leave: a sentence, or a byline."""

    __slots__ = ("first", "folds", "last", "table", "words")

    def __init__(self, words: Sequence[Word], folds: Sequence[str], span: Span, table: DateTable) -> None:
        self.words = words
        self.folds = folds
        self.first, self.last = span.start, span.end
        self.table = table

    def term(self, i: int, kind: str, *, attached: bool = False) -> tuple[Term, int] | None:
        """Return the longest term of a kind at a word.

        Args:
            i: index of the word; outside of the line there is no term.
            kind: of the term.
            attached: whether particles may be attached to it.
        """
        if i >= self.last:
            return None
        for term in self.table.terms.get(self.folds[i], ()):
            if term.kind == kind and (attached or not term.taken) and self.follows(term, i):
                return term, i + 1 + len(term.rest)
        return None

    def follows(self, term: Term, i: int) -> bool:
        """Say whether the rest of a phrase follows its first word."""
        rest = term.rest
        if not rest:
            return True
        end = i + 1 + len(rest)
        return end <= self.last and self.folds[i + 1] == rest[0] and tuple(self.folds[i + 1 : end]) == rest

    def gap(self, i: int) -> str:
        """Return the punctuation before a word; a mark that nothing equals at the line's end."""
        return self.words[i].gap if i < self.last else "\n"

    def has(self, i: int, kind: str) -> bool:
        """Say whether a word is a term of a kind, particles aside."""
        return self.first <= i < self.last and any(
            t.kind == kind and not t.rest for t in self.table.terms.get(self.folds[i], ())
        )

    def number(self, i: int) -> int | None:
        """Return the plain whole number in digits at a word."""
        if not self.first <= i < self.last or len(self.folds[i]) > 4:
            return None
        fold = self.folds[i]
        return int(fold) if fold.isascii() and fold.isdigit() else None

    def day(self, i: int, *, attached: bool = False) -> tuple[int, int] | None:
        """Return a day of the month, in digits or as an ordinal."""
        number = self.number(i)
        if number is not None:
            return (number, i + 1) if 1 <= number <= 31 and len(self.folds[i]) <= 2 else None
        ordinal = self.term(i, "ordinal_day", attached=attached)
        return (int(ordinal[0].value), ordinal[1]) if ordinal else None

    def month(self, i: int, *, attached: bool = False) -> MonthName | None:
        """Return a month, with its second name behind a slash or in brackets."""
        found = self.term(i, "month", attached=attached)
        if not found:
            return None
        term, at = found
        other = self.term(at, "month") if self.gap(at) in _OPENERS else None
        if other and other[0].value == term.value and not (other[0].hijri or term.hijri):
            return MonthName(
                int(term.value), hijri=False, weak=False, double=True, libyan=False, next=other[1]
            )
        libyan = term.family == "libyan"
        return MonthName(int(term.value), term.hijri, term.weak, double=False, libyan=libyan, next=at)

    def year(self, i: int, gaps: frozenset[str] = _LOOSE) -> YearNumber | None:
        """Return a year of four digits; one between 1343 and 1500 is of the Islamic calendar.

        Args:
            i: index of the word.
            gaps: what may stand before it.
        """
        number = self.number(i)
        if number is None or not 1000 <= number <= 2199 or self.gap(i) not in gaps:
            return None
        era, at = self.era(i + 1)
        if era in {"bc", "solar"}:
            return None
        hijri = era == "hijri" or (era is None and is_hijri_year(number))
        if hijri and not is_hijri_year(number):
            return None
        return YearNumber(number, hijri, era is not None, at)

    def era(self, i: int) -> tuple[str | None, int]:
        """Return the mark of era at a word, and the word behind it."""
        if i < self.last and self.gap(i) in {"", "("}:
            for term in self.table.terms.get(self.folds[i], ()):
                if term.kind == "era" and term.value != "equals" and self.follows(term, i):
                    return (None, i) if term.taken else (str(term.value), i + 1 + len(term.rest))
        return None, i

    def adjective(self, i: int) -> tuple[int, int] | None:
        """Return the direction of a relative adjective: -1, 0 or 1."""
        found = self.term(i, "relative") if self.gap(i) in _CLOSED_BRACKET else None
        return (int(found[0].value), found[1]) if found else None

    def word(self, i: int, kind: str, value: str | int) -> bool:
        """Say whether a word stands alone as the term of this kind and value."""
        return i < self.last and any(
            t.kind == kind and t.value == value and not t.taken and not t.rest
            for t in self.table.terms.get(self.folds[i], ())
        )
