"""An article's words → its kind: a statement's own text, an interview, a ministry's post, a report.

A statement is known by what names it and by its voice: it speaks for its parties («the two sides…»), where a
report speaks about it («according to the statement…»).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from mahdar.lexicon.layout import Layout, Mark
from mahdar.lexicon.phrases import PhraseTable
from mahdar.page.blocks import asked
from mahdar.page.lines import Line

__all__ = ["RULES", "Piece", "kind_of"]

_OPENING = 4
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """What is asked about an article to know its kind."""

    titles: tuple[Line, ...]
    body: tuple[Line, ...]
    marks: tuple[Mark, ...]
    """Of the noise in and around it."""
    table: Layout


def kind_of(piece: Piece) -> str:
    """Return one of `values.ARTICLES`."""
    return next((kind for kind, rule in RULES if rule(piece)), "news_report")


def _interview(piece: Piece) -> bool:
    """Questions follow one another with answers between them."""
    marked = sum(asked(line, piece.table, marked=True) for line in piece.body) >= 2
    flags = [asked(line, piece.table, marked=marked) for line in piece.body]
    answered = sum(a and not b for a, b in pairwise(flags))
    called = any(_holds(line, piece.table.sets["interview"]) for line in (*piece.titles, *piece.body[:6]))
    if marked or called:
        return answered >= 2
    return answered >= 3 and answered * 3 >= len(piece.body)


def _statement(piece: Piece) -> bool:
    """A heading or an opening names the statement, and the text speaks for its parties."""
    paragraphs = [line for line in piece.body if line.prose or (line.bulleted and line.words >= 8)]
    named = any(_holds(line, piece.table.sets["statement_heading"], 5) for line in _headings(piece))
    opened = any(_holds(line, piece.table.sets["statement_opening"]) for line in piece.body[:_OPENING])
    if not paragraphs or not (named or opened):
        return False
    voiced = sum(_holds(line, piece.table.sets["statement_voice"]) for line in paragraphs) / len(paragraphs)
    framed = sum(_holds(line, piece.table.sets["report_frame"]) for line in paragraphs) / len(paragraphs)
    score = 2 * named + 2 * opened + (voiced >= 0.25) + (voiced >= 0.5) - (framed > 0) - 2 * (framed >= 0.15)
    return score >= _ENOUGH


def _headings(piece: Piece) -> list[Line]:
    """Return the headlines and the short lines above the text."""
    above: list[Line] = []
    for line in piece.body[:_OPENING]:
        if line.prose:
            break
        above.append(line)
    return [*piece.titles, *above]


def _ministry(piece: Piece) -> bool:
    """Marks that only ministries and state news agencies print, or a ministry's byline."""
    return any(mark.ministry for mark in piece.marks)


def _holds(line: Line, words: PhraseTable[bool], within: int = 30) -> bool:
    """Say whether a line holds a phrase of a set among its first words."""
    lead = line.lead
    return any(word in words and words.at(lead, i) is not None for i, word in enumerate(lead[:within]))


RULES: tuple[tuple[str, Callable[[Piece], bool]], ...] = (
    ("interview", _interview),
    ("joint_statement", _statement),
    ("ministry_post", _ministry),
)
"""In the order in which they are asked."""
