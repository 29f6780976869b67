"""An article's words → whether it is a joint statement's own text.

A statement is known by what names it and by its voice: it speaks for its parties («the two sides…»), where a
report speaks about it («according to the statement…»).
"""

from __future__ import annotations

import re
from dataclasses import replace

from mahdar.lexicon.layout import Layout
from mahdar.lexicon.phrases import PhraseTable
from mahdar.page.lines import Line
from mahdar.page.signals import Piece, Signal, colon_inside, framed, holds, share, total

__all__ = ["statement_score"]

_OPENING = 4
_FAR = 6
_LETTERS = 4
_FEW = 2
_LONG = 60
_INTRODUCTION = 80
_SENTENCE = re.compile(r"(?<=\w[.\N{ARABIC SEMICOLON}])\s+|(?<=\w\s\.)\s+")


def statement_score(piece: Piece) -> int:
    """Weigh whether a text is a joint statement's own; one that nothing names as such is none."""
    named = _joint(piece) or _named(piece) or _opened(piece) or _declared(piece)
    return total(_STATEMENT, _by_sentence(piece)) if named else 0


def _by_sentence(piece: Piece) -> Piece:
    """Return a text of one or two long paragraphs with its sentences for paragraphs."""
    if len(piece.paragraphs) > _FEW or not any(line.words > _LONG for line in piece.body):
        return piece
    body = [Line(0, 0, part, 0) for line in piece.body for part in _SENTENCE.split(line.text) if part.strip()]
    return replace(piece, body=tuple(body))


def _headings(piece: Piece) -> tuple[Line, ...]:
    """Return the headlines, the short lines above the text, and a first paragraph that begins like one."""
    above: list[Line] = []
    for line in piece.body[:_OPENING]:
        above.append(line)
        if line.prose:
            break
    return (*piece.titles, *above)


# What names a statement


def _joint(piece: Piece) -> bool:
    """A heading names a joint statement: the noun and, near it, the quality; a letter may be amiss."""
    heads = _headings(piece)
    return any(_names_joint(line.lead, 2 if line.prose else 8, piece.table) for line in heads)


def _names_joint(lead: tuple[str, ...], within: int, table: Layout) -> bool:
    """Say whether a noun for a statement and its quality stand near each other."""
    nouns = [i for i, word in enumerate(lead[:within]) if _near(word, table.sets["statement_noun"])]
    return any(_near(word, table.sets["statement_quality"]) for i in nouns for word in lead[i + 1 : i + _FAR])


def _near(word: str, words: PhraseTable[bool]) -> bool:
    """Say whether a word is one of a set; a long one may have one letter changed, dropped or put twice."""
    if word in words:
        return True
    return len(word) > _LETTERS and any(_one_amiss(word, known) for known in words.by_head)


def _one_amiss(word: str, known: str) -> bool:
    """Say whether two words differ in one letter that is changed or missing inside."""
    if abs(len(word) - len(known)) > 1 or word[0] != known[0] or len(known) <= _LETTERS:
        return False
    shorter = min(len(word), len(known))
    same = next((i for i in range(shorter) if word[i] != known[i]), shorter)
    a, b = word[same:], known[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _titled(piece: Piece) -> bool:
    """The headline is the statement's name and no more: it begins with it and tells nothing of it."""
    lead = piece.titles[0].lead if piece.titles else ()
    begins = _names_joint(lead[:_FAR], 1, piece.table)
    return begins and not _told_in_title(piece) and not framed(piece)


def _declared(piece: Piece) -> bool:
    """The headline begins with a declaration and the town that it is called after."""
    lead, table = (piece.titles[0].lead if piece.titles else ()), piece.table
    named = len(lead) > 1 and lead[0] in table.sets["statement_noun"] and table.places.at(lead, 1) is not None
    return named and not _joint(piece)


def _named(piece: Piece) -> bool:
    """A heading names a statement of any kind, and no joint one."""
    heads = [line for line in _headings(piece) if not line.prose]
    named = any(holds(line, piece.table.sets["statement_heading"], 5) for line in heads)
    return named and not _joint(piece)


def _opened(piece: Piece) -> bool:
    """The text is announced as that of a statement."""
    words = piece.table.sets["statement_opening"]
    if any(holds(line, words) and not _of_one(line, piece.table) for line in piece.body[:_OPENING]):
        return True
    first = next((line.folds[:_INTRODUCTION] for line in piece.body[:1] if line.words > _LONG), ())
    return any(word in words and words.at(first, i) is not None for i, word in enumerate(first))


def _of_one(line: Line, table: Layout) -> bool:
    """Say whether a line above a text names one organ whose it is, and no joint statement."""
    joint = any(word in table.sets["statement_quality"] for word in line.lead)
    short = 1 < line.words <= _ISSUED_WORDS
    office = short and table.sets["issuing_office"].at(line.lead, 1) is not None
    return office and not joint


_ISSUED_WORDS = 12


# How a statement speaks


def _voiced(line: Line, table: Layout) -> bool:
    """Say whether a paragraph speaks for two sides: by their names in a statement, or by a dual pronoun."""
    dual = table.sets["dual_ending"]
    own = any(word.endswith(tuple(dual.by_head)) and len(word) > _LETTERS for word in line.lead)
    return own or holds(line, table.sets["statement_voice"])


def _some_voice(piece: Piece) -> bool:
    """A quarter of the paragraphs speak for the parties."""
    return share(piece, lambda line: _voiced(line, piece.table)) >= 0.25


def _much_voice(piece: Piece) -> bool:
    """Half of the paragraphs speak for the parties."""
    return share(piece, lambda line: _voiced(line, piece.table)) >= 0.5


def _we(piece: Piece) -> bool:
    """A quarter of the paragraphs speak in the first person."""
    return share(piece, lambda line: holds(line, piece.table.sets["statement_we"], 8)) >= 0.25


def _often_framed(piece: Piece) -> bool:
    """Many paragraphs speak about the statement."""
    return share(piece, lambda line: holds(line, piece.table.sets["report_frame"])) >= 0.15


def _reported(piece: Piece) -> bool:
    """The text opens with the news that a statement was issued, and does not go on to print it."""
    first = [line for line in piece.body if line.prose][:2]
    return not _opened(piece) and any(holds(line, piece.table.sets["statement_issued"]) for line in first)


def _told_in_title(piece: Piece) -> bool:
    """The headline says what the statement says: a verb or a colon behind its name."""
    lead = piece.titles[0].lead if piece.titles else ()
    verb = any(word in piece.table.sets["statement_verb"] for word in lead)
    return verb or colon_inside(piece)


_STATEMENT: tuple[Signal, ...] = (
    (2, _joint),
    (1, _titled),
    (2, _named),
    (2, _declared),
    (2, _opened),
    (1, _some_voice),
    (1, _much_voice),
    (1, _we),
    (-1, framed),
    (-2, _often_framed),
    (-2, _reported),
    (-1, _told_in_title),
)
