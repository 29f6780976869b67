"""A text → its lines that hold anything, each with the few facts that the rules ask about.

Cost: linear; of a long line only the first and the last words are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mahdar.lexicon.fold import fold

__all__ = ["Line", "after_words", "fold_all", "fold_words_of", "make_line", "split_lines"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+")
_MARKS = "\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC LETTER SUPERSCRIPT ALEF}\N{ARABIC TATWEEL}"
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_UNSEEN = (
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}"
    "\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}"
    "\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}\N{WORD JOINER}"
    "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}"
    "\N{POP DIRECTIONAL ISOLATE}\N{ZERO WIDTH NO-BREAK SPACE}"
)
_BLANK = (
    " \t\x1f\N{NO-BREAK SPACE}\N{OGHAM SPACE MARK}\N{EN QUAD}\N{EM QUAD}\N{EN SPACE}\N{EM SPACE}"
    "\N{THREE-PER-EM SPACE}\N{FOUR-PER-EM SPACE}\N{SIX-PER-EM SPACE}\N{FIGURE SPACE}\N{PUNCTUATION SPACE}"
    "\N{THIN SPACE}\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}"
    "\N{IDEOGRAPHIC SPACE}" + _UNSEEN
)
_STOPS = (".", "!", "\N{ARABIC FULL STOP}")
_CLOSERS = "\"'»”’)]} " + _BLANK
_QUESTION = ("?", "\N{ARABIC QUESTION MARK}")
_BULLETS = "-*–—•·●▪■□◾◆◇○‣⁃\N{BLACK RIGHT-POINTING POINTER}\N{WHITE SQUARE CONTAINING BLACK SMALL SQUARE}"
_NUMBERED = re.compile(r"(?:\(?\d{1,2}\s?[-./)\N{ARABIC TATWEEL}\N{EN DASH}]|[^\W\d_]\s?[-)])\s")
_PART_OF = re.compile(r"\s\(?\d{1,2}/\d{1,2}$")
"""The number of a post behind its text («… in both capitals. 2/3»)."""
_LEAD = 200
_ELLIPSIS = ("\N{HORIZONTAL ELLIPSIS}", "...")
_CUT_SHORT = 15
_LEAD_WORDS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a part of one: trimmed, never blank."""

    start: int
    end: int
    text: str
    gap: int
    """How many blank lines stand above it."""
    words: int = field(init=False)
    """How many words it has, as white space divides them."""
    lead: tuple[str, ...] = field(init=False)
    """Its first words, folded and in lower case: all of them in a line of up to 200 characters."""
    bare: str = field(init=False)
    """The line without closing marks and a post's number at its end."""
    stopped: bool = field(init=False)
    """It ends like a sentence."""
    introduces: bool = field(init=False)
    """It ends in a colon."""

    def __post_init__(self) -> None:
        bare = self.text.rstrip(_CLOSERS)
        if bare[-1:].isdigit():
            bare = _PART_OF.sub("", bare).rstrip(_CLOSERS)
        learn = object.__setattr__
        learn(self, "words", len(self.text.split()))
        learn(self, "lead", tuple(fold_words_of(self.text[:_LEAD])[:_LEAD_WORDS]))
        learn(self, "bare", bare)
        learn(self, "stopped", bare.endswith(_STOPS) and not bare.endswith(".."))
        learn(self, "introduces", bare.endswith(":"))

    @property
    def folds(self) -> tuple[str, ...]:
        """All its words, folded and in lower case."""
        return tuple(fold_words_of(self.text)) if len(self.text) > _LEAD else self.lead

    @property
    def key(self) -> str:
        """What makes two headlines the same: their letters."""
        return "".join(self.folds) if self.words <= _LEAD_WORDS * 2 else ""

    @property
    def asks(self) -> bool:
        """Say whether it ends like a question."""
        return self.bare.endswith(_QUESTION)

    @property
    def bulleted(self) -> bool:
        """Say whether it begins with a bullet, a dash or a number of a list; two stars only set it bold."""
        if self.text[0] == "*" and self.bare.endswith("*") and len(self.bare) > 1:
            return False
        return self.text[0] in _BULLETS or bool(_NUMBERED.match(self.text))

    @property
    def prose(self) -> bool:
        """Say whether it is a paragraph rather than a headline, a label or a link."""
        if self.words > 25:
            return True
        if self.words >= _CUT_SHORT and self.bare.endswith(_ELLIPSIS):
            return True
        full = (self.stopped and self.words >= 8) or (self.introduces and self.words >= 10)
        return full and not self.bulleted

    @property
    def headline(self) -> bool:
        """Say whether it could stand over an article."""
        ended = self.stopped and not self.bare.endswith("!")
        return 3 <= self.words <= 40 and not ended and not self.introduces


def split_lines(text: str) -> Iterator[Line]:
    r"""Find the lines of a text that are not blank.

    >>> [(line.text, line.gap) for line in split_lines("أ ب\n\n \n  ج")]
    [('أ ب', 0), ('ج', 2)]
    """
    after = 0
    for match in _LINE.finditer(text):
        start, end = _trimmed(text, *match.span())
        if start < end:
            gap = max(0, text.count("\n", after, start) - 1) if after else 0
            yield Line(start, end, text[start:end], gap)
            after = end


def make_line(text: str, start: int, end: int, gap: int = 0) -> Line | None:
    """Trim a stretch of text into a line; None where nothing is left.

    >>> make_line(" نص  ", 0, 5).start
    1
    >>> make_line("   ", 0, 3) is None
    True
    """
    start, end = _trimmed(text, start, end)
    return Line(start, end, text[start:end], gap) if start < end else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of text without what is not seen at its ends."""
    stretch = text[start:end]
    kept = stretch.lstrip(_BLANK)
    begin = start + len(stretch) - len(kept)
    return begin, begin + len(kept.rstrip(_BLANK))


def fold_words_of(text: str) -> list[str]:
    """Return the words of a stretch, folded and in lower case.

    >>> fold_words_of("في مسقطَ OK")
    ['في', 'مسقط', 'ok']
    """
    return _WORD.findall(fold(text).lower())


def fold_all(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Fold every word of a short stretch, with the offset at which each begins.

    >>> fold_all("في مسقطَ 5")
    (('في', 'مسقط', '5'), (0, 3, 9))
    """
    found = [(fold(m.group()).lower(), m.start()) for m in _TOKEN.finditer(text)]
    found = [(word, at) for word, at in found if word]
    return tuple(w for w, _ in found), tuple(at for _, at in found)


def after_words(text: str, count: int) -> int:
    """Return the offset behind the first words of a short stretch; its length where it has fewer.

    >>> after_words("المصدر: عمان", 1)
    6
    """
    for i, match in enumerate(_TOKEN.finditer(text), 1):
        if i == count:
            return match.end()
    return len(text)
