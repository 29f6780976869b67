"""An article's words → its kind: a statement's own text, an interview, a ministry's post, a report.

A statement is known by what names it and by its voice: it speaks for its parties («the two sides…»), where a
report speaks about it («according to the statement…»).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from mahdar.lexicon.phrases import PhraseTable
from mahdar.page.blocks import asked
from mahdar.page.lines import Line
from mahdar.page.ministry import ministry_score
from mahdar.page.signals import ENOUGH, Piece
from mahdar.page.statement import statement_score

__all__ = ["RULES", "kind_of"]

_FAQ_WORDS = 6
_OPENING = 6
_LABEL = 6
_CLOSE = 8


def kind_of(piece: Piece) -> str:
    """Return one of `values.ARTICLES`."""
    return next((kind for kind, rule in RULES if rule(piece)), "news_report")


def _interview(piece: Piece) -> bool:
    """Questions follow one another with answers between them."""
    body = _without_faq(piece)
    marked = sum(asked(line, piece.table, marked=True) for line in body) >= 2
    flags = [asked(line, piece.table, marked=marked) for line in body]
    answered = sum(a and not b for a, b in pairwise(flags))
    called = any(_holds(line, piece.table.sets["interview"]) for line in (*piece.titles, *piece.body[:6]))
    if (answered and _opens_interview(piece)) or _transcribed(piece):
        return True
    if marked or called:
        return answered >= 2
    signed = all(line.bulleted for line, asks in zip(body, flags, strict=True) if asks)
    if signed and answered >= 2 and answered * 2 + _ASIDES >= len(body):
        return True
    return answered >= 3 and answered * 3 >= len(body)


_ASIDES = 2
"""Lines besides two questions, each behind its sign, and their answers."""


def _opens_interview(piece: Piece) -> bool:
    """An introduction ends in words that lead to the first question."""
    opening = piece.table.sets["interview_opening"]
    return any(_holds_all(line, opening) for line in piece.body[:_OPENING] if line.words > _FAQ_WORDS)


def _transcribed(piece: Piece) -> bool:
    """The headline is that of a transcript, and somebody speaks in it under a label."""
    named = any(_holds(line, piece.table.sets["transcript"], 8) for line in piece.titles)
    alone = any(line.introduces and line.words <= _LABEL for line in piece.body)
    return named and (alone or sum(_speaks(line) for line in piece.body) >= _SPEECHES)


def _speaks(line: Line) -> bool:
    """Say whether a line begins with who speaks: a few words and a colon."""
    return 0 < len(line.text[:_LABEL_LETTERS].partition(":")[0].split()) < _LABEL and (
        ":" in line.text[:_LABEL_LETTERS]
    )


_SPEECHES = 3
_LABEL_LETTERS = 40


def _holds_all(line: Line, words: PhraseTable[bool]) -> bool:
    """Say whether a line holds a phrase of a set at its end."""
    folds = line.folds[-_CLOSE:]
    return any(words.at(folds, i) is not None for i in range(len(folds)))


def _without_faq(piece: Piece) -> tuple[Line, ...]:
    """Return the body up to the questions that a site adds below a report."""
    faq = piece.table.sets["faq_heading"]
    heads = (i for i, line in enumerate(piece.body) if line.lead and line.words <= _FAQ_WORDS)
    found = (i for i in heads if faq.at(piece.body[i].lead, 0) is not None)
    return piece.body[: next(found, len(piece.body))]


def _statement(piece: Piece) -> bool:
    """A heading or an opening names the statement, and the text speaks for its parties."""
    return bool(piece.paragraphs) and statement_score(piece) >= ENOUGH


def _ministry(piece: Piece) -> bool:
    """What a ministry, an embassy or a state news agency prints, or how it speaks."""
    return ministry_score(piece) >= ENOUGH


def _holds(line: Line, words: PhraseTable[bool], within: int = 30) -> bool:
    """Say whether a line holds a phrase of a set among its first words."""
    lead = line.lead
    heads = words.by_head
    return any(word in heads and words.at(lead, i) is not None for i, word in enumerate(lead[:within]))


RULES: tuple[tuple[str, Callable[[Piece], bool]], ...] = (
    ("interview", _interview),
    ("joint_statement", _statement),
    ("ministry_post", _ministry),
)
"""In the order in which they are asked."""
