"""A line on which short parts stand beside each other, wide gaps between them → what it is.

Menus are printed so, and above and below a sheet the two sides: their states, who signs for them, the names.
"""

from __future__ import annotations

import re

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.lines import Line, fold_words_of

__all__ = ["COLUMNS", "halves", "menu_row", "two_sides"]

COLUMNS = "rule.columns"
"""The mark of two sides beside each other on one line."""


def menu_row(line: Line, _table: Layout) -> Mark | None:
    """Labels of a few words each, set apart by wide gaps, or five and more by narrower ones."""
    if (
        line.stopped
        or line.introduces
        or line.words > _LONGEST_ROW
        or "  " not in line.text.replace("\t", "  ")
    ):
        return None
    for gaps, fewest in ((_WIDE, _FEWEST_LABELS), (_NARROW, _FEWEST_LABELS + 1)):
        labels = gaps.split(line.text)
        short = all(len(label.split()) <= _ROW_LABEL for label in labels)
        if len(labels) >= fewest and short and not any(_PAUSE.search(label) for label in labels):
            return Mark("rule.menu", "navigation")
    return None


_WIDE = re.compile(r"\s{3,}|\t+")
_NARROW = re.compile(r"\s{2,}|\t+")
_FEWEST_LABELS = 4
_LONGEST_ROW = 40
_ROW_LABEL = 4
_PAUSE = re.compile("[:.\N{ARABIC COMMA}\N{ARABIC SEMICOLON}]")


def two_sides(line: Line, table: Layout) -> Mark | None:
    """Two sides beside each other, above or below a sheet: alike in their first word, or organs of states."""
    pair = halves(line)
    if not pair:
        return None
    first, second = (fold_words_of(part)[:1] for part in pair)
    heads = (table.sets["state_noun"], table.sets["organ"])
    states = all(words and any(words[0] in known for known in heads) for words in (first, second))
    return Mark(COLUMNS, "other") if first and (first == second or states) else None


def halves(line: Line) -> tuple[str, ...]:
    """Return the two short parts of a line that a wide gap sets apart; none of any other line.

    >>> halves(Line(0, 24, "عن الجانب الأول        عن الجانب الثاني", 0))
    ('عن الجانب الأول', 'عن الجانب الثاني')
    """
    parts = tuple(_GAP.split(line.text)) if _GAP.search(line.text) and not line.prose else ()
    return parts if len(parts) == _SIDES and all(len(part.split()) <= _SIDE_WORDS for part in parts) else ()


_GAP = re.compile(r"\s{4,}|\t+")
_SIDES = 2
_SIDE_WORDS = 6
