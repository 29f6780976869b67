"""Words → the number that they write, in digits of either script, in words, or both («3 ملايين ونصف»).

Separators: the Arabic decimal and thousands separators mean what they are. A comma or a full stop before
exactly three digits separates thousands, except before a scale word where a full stop is decimal («1.500
مليار»); else it is decimal. Blanks separate groups of three digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.lexicon.numbers import NumberTable, NumberTerm
from mahdar.model.prose import Word

__all__ = ["Numeral", "Reader", "digits_value"]

_REH = "\N{ARABIC LETTER REH}"
_WAW = "\N{ARABIC LETTER WAW}"
_DECIMAL, _THOUSANDS = "\N{ARABIC DECIMAL SEPARATOR}", "\N{ARABIC THOUSANDS SEPARATOR}"
_SCALES = frozenset({"scale", "plural"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the words that write it."""

    value: float
    next: int
    """The word behind it."""
    taken: str = ""
    """Particles attached to its first word."""
    scale: float = 1.0
    """The smallest scale word in it, 1 where it has none: what can still be added is smaller."""
    construct: bool = False
    """A lone scale whose form means two of it before a counted noun: «مليونا دولار»."""


def digits_value(fold: str, *, scaled: bool) -> float | None:
    """Return the value of a word of digits.

    Args:
        fold: the folded word.
        scaled: whether a scale word follows.

    >>> digits_value("1.500.000", scaled=False), digits_value("1,5", scaled=True)
    (1500000.0, 1.5)
    >>> digits_value("1.500", scaled=False), digits_value("1.500", scaled=True)
    (1500.0, 1.5)
    >>> digits_value("الف", scaled=False) is None
    True
    """
    text = fold.replace(_DECIMAL, "d").replace(_THOUSANDS, "")
    if not text[:1].isdigit():
        return None
    if "d" not in text:
        text = _with_decimal(text, scaled=scaled)
    try:
        return float(text.replace(",", "").replace(".", "").replace("d", "."))
    except ValueError:
        return None


def _with_decimal(text: str, *, scaled: bool) -> str:
    """Mark the decimal separator of a number, where one of its commas and stops is that, by `d`."""
    mark = max(text.rfind(","), text.rfind("."))
    if mark < 0:
        return text
    sign, tail = text[mark], text[mark + 1 :]
    mixed = "," in text and "." in text
    thousands = text.count(sign) > 1 or (len(tail) == 3 and text[0] != "0" and mark <= 3)
    if mixed or not thousands or (sign == "." and scaled and text.count(sign) == 1):
        return f"{text[:mark]}d{tail}"
    return text


def _adds(low: float, more: float) -> bool:
    """Say whether a number word can be added: tens to units («خمسة وعشرون»), less to hundreds."""
    return (low < 10 and 20 <= more < 100) or (low >= 100 and more < 100)


class Reader:
    """Reads numbers off a run of words."""

    __slots__ = ("folds", "last", "terms", "words")

    def __init__(self, words: Sequence[Word], folds: Sequence[str], last: int, table: NumberTable) -> None:
        self.words = words
        self.folds = folds
        self.last = last
        self.terms = table.terms

    def number(self, i: int) -> Numeral | None:
        """Return the longest number that begins at a word; None where none does.

        A scale word in the plural with no number before it («ملايين») is none.
        """
        whole = self._part(i)
        while whole:
            more = self._joined(whole)
            if not more:
                return whole
            whole = more
        return None

    def term(self, i: int, *kinds: str) -> tuple[NumberTerm, int] | None:
        """Return the longest number word of these kinds at a word, and the word behind it."""
        if i >= self.last:
            return None
        for term in self.terms.get(self.folds[i], ()):
            end = i + 1 + len(term.rest)
            if term.kind in kinds and end <= self.last and tuple(self.folds[i + 1 : end]) == term.rest:
                return term, end
        return None

    def _part(self, i: int) -> Numeral | None:
        """Read one summand: a plain number with its scales, a dual, a fraction of a scale, a lone scale."""
        return self._fraction(i) or self._dual(i) or self._scaled(i) or self._lone_scale(i)

    def _fraction(self, i: int) -> Numeral | None:
        """«نصف مليار»."""
        found = self.term(i, "fraction")
        scale = self.term(found[1], *_SCALES) if found else None
        if not found or not scale or scale[0].taken or self.words[found[1]].gap:
            return None
        value = found[0].value * scale[0].value
        return Numeral(value, scale[1], found[0].taken, scale[0].value)

    def _dual(self, i: int) -> Numeral | None:
        """«ملياري»."""
        found = self.term(i, "dual")
        if not found:
            return None
        term, at = found
        return self._multiplied(Numeral(term.value, at, term.taken, term.value / 2))

    def _lone_scale(self, i: int) -> Numeral | None:
        """«مليار»."""
        found = self.term(i, "scale")
        if not found:
            return None
        term, at = found
        one = Numeral(term.value, at, term.taken, term.value, term.construct)
        return self._multiplied(one)

    def _scaled(self, i: int) -> Numeral | None:
        """«150 مليونا», «ثلاثة ملايين», «خمسة ونصف مليار»."""
        plain = self._digits(i) or self._cardinal(i)
        if not plain:
            return None
        half = self.term(plain.next, "fraction")
        if half and half[0].taken == _WAW and self._scale(half[1]):
            plain = Numeral(plain.value + half[0].value, half[1], plain.taken)
        return self._multiplied(plain)

    def _scale(self, i: int) -> tuple[NumberTerm, int] | None:
        """Return a scale word that can multiply what stands before it."""
        found = self.term(i, *_SCALES)
        return found if found and not found[0].taken and self.words[i].gap in {"", ")"} else None

    def _multiplied(self, plain: Numeral) -> Numeral:
        """Multiply by the scale words behind: «100 ألف», «ألف مليون»."""
        value, at, scale = plain.value, plain.next, plain.scale
        while found := self._scale(at):
            value, at, scale = value * found[0].value, found[1], scale * found[0].value
        if at == plain.next:
            return plain
        return Numeral(round(value, 2), at, plain.taken, scale)

    def _digits(self, i: int) -> Numeral | None:
        """Read digits, groups of three apart by blanks included."""
        if i >= self.last or not self.folds[i][:1].isdigit():
            return None
        at = i + 1
        if len(self.folds[i]) <= 3 and self.folds[i].isdigit():
            while at < self.last and self._grouped(at):
                at += 1
        if self._comma(i):
            return Numeral(float(f"{self.folds[i]}.{self.folds[i + 1]}"), i + 2)
        if self._mirrored(i):
            return Numeral(float(f"{self.folds[i + 2]}.{self.folds[i]}"), i + 3)
        text = "".join(self.folds[i:at])
        value = digits_value(text, scaled=self._scale(at) is not None)
        return Numeral(value, at) if value is not None else None

    def _grouped(self, i: int) -> bool:
        """Say whether a word is a further group of three digits."""
        apart = self.words[i].start - self.words[i - 1].end == 1
        return apart and not self.words[i].gap and len(self.folds[i]) == 3 and self.folds[i].isdigit()

    def _comma(self, i: int) -> bool:
        """Say whether an Arabic comma marks the decimal of a scaled number: «(337،5) مليون»."""
        if i + 2 >= self.last or self.words[i + 1].gap != "\N{ARABIC COMMA}":
            return False
        glued = self.words[i + 1].start - self.words[i].end == 1
        digits = self.folds[i].isdigit() and self.folds[i + 1].isdigit() and len(self.folds[i + 1]) < 3
        return glued and digits and self._scale(i + 2) is not None

    def _mirrored(self, i: int) -> bool:
        """Say whether a word begins a decimal in agency style, its fraction first: «8ر15» is 15.8."""
        if i + 2 >= self.last or self.folds[i + 1] != _REH:
            return False
        glued = (
            self.words[i].end == self.words[i + 1].start and self.words[i + 1].end == self.words[i + 2].start
        )
        return glued and self.folds[i].isdigit() and self.folds[i + 2].isdigit()

    def _cardinal(self, i: int) -> Numeral | None:
        """Read number words below a thousand: «مئة وخمسة وعشرون»."""
        found = self.term(i, "cardinal")
        if not found:
            return None
        value, at, low = found[0].value, found[1], found[0].value
        while (more := self.term(at, "cardinal")) and more[0].taken == _WAW and _adds(low, more[0].value):
            value, at, low = value + more[0].value, more[1], more[0].value
        return Numeral(value, at, found[0].taken)

    def _joined(self, whole: Numeral) -> Numeral | None:
        """Add a smaller summand behind «and»: «مليون ونصف المليون», «3 ملايين و500 ألف»."""
        at = whole.next
        if whole.scale <= 1 or at >= self.last:
            return None
        half = self.term(at, "fraction")
        if half and half[0].taken == _WAW:
            scale = self.term(half[1], *_SCALES)
            at = scale[1] if scale and not scale[0].taken else half[1]
            of = scale[0].value if scale and not scale[0].taken else whole.scale
            return Numeral(whole.value + half[0].value * of, at, whole.taken, min(of, whole.scale) / 10)
        apart = self.folds[at] == _WAW
        more = self._part(at + apart)
        if not more or more.value >= whole.scale or not (apart or more.taken == _WAW):
            return None
        return Numeral(whole.value + more.value, more.next, whole.taken, more.scale)
