"""Lines that were cut at a width → the paragraphs that they make.

A line goes on in the next one where it ends in a word that nothing can end in, or in a comma; where many do,
the whole page was cut at one width, and every long line without a full stop goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mahdar.lexicon.fold import fold
from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.lines import Line

__all__ = ["join_wrapped"]

Marks = list[Mark | None]
"""What each line is recognised as, in text order."""

_AND = "\N{ARABIC LETTER WAW}"
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_COMMA = "\N{ARABIC COMMA}"
_CUT_WORDS = 6
_LONGEST_CUT = 45
_FEWEST = 2
_WIDTH = 0.7
_INSERTED = re.compile(r"\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}\w+\N{ARABIC COMMA}")


def join_wrapped(lines: list[Line], marks: Marks, text: str, table: Layout) -> tuple[list[Line], Marks]:
    """Join the lines that one paragraph was cut into.

    Args:
        lines: the page's lines.
        marks: what each is recognised as; a marked line is joined to none.
        text: the document's text.
        table: layout words.

    Returns:
        The lines and the marks, where nothing was cut the same ones.
    """
    open_ = [i for i in range(len(lines) - 1) if _may_go_on(lines, marks, i)]
    if not open_:
        return lines, marks
    sure = {i for i in open_ if _unfinished(lines, i, table)}
    width = _width(lines, open_, sure)
    cut = width < float("inf")
    joins = {i for i in open_ if (i in sure and (cut or lines[i].words > 2)) or len(lines[i].text) >= width}
    joins |= {i for i in open_ if cut and lines[i].words == 1}
    if not joins:
        return lines, marks
    groups = list(_groups(len(lines), joins))
    return [_join(lines, group, text) for group in groups], [marks[group[0]] for group in groups]


def _may_go_on(lines: list[Line], marks: Marks, i: int) -> bool:
    """Say whether a line could have been cut: a line of some length, without a stop, no blank line below."""
    line, below = lines[i], lines[i + 1]
    if line.stopped or line.words > _LONGEST_CUT or below.gap > 0:
        return False
    if line.words < _CUT_WORDS and not _first_word(lines, i):
        return False
    if marks[i] is not None or marks[i + 1] is not None or line.introduces or line.asks:
        return False
    if i > 0 and lines[i - 1].text == line.text:  # a headline's second copy
        return False
    return not line.bulleted and not below.bulleted and line.end < below.start


def _first_word(lines: list[Line], i: int) -> bool:
    """Say whether a word or two stand alone above a long line, below the end of a paragraph."""
    line, below = lines[i], lines[i + 1]
    ended = i == 0 or lines[i - 1].stopped or line.gap > 0
    return ended and line.words <= 2 and below.words >= _CUT_WORDS and not line.text.startswith(_ARTICLE)


def _unfinished(lines: list[Line], i: int, table: Layout) -> bool:
    """Say whether a line ends where no sentence can, or leaves one open that the next line ends."""
    line, below = lines[i], lines[i + 1]
    if line.words < _CUT_WORDS:
        return line.text[0] == _AND or any(w in table.sets["unfinished"] for w in line.lead)
    if line.text.endswith(_COMMA) or fold(line.text.rsplit(maxsplit=1)[-1]) in table.sets["unfinished"]:
        return True
    inserted = i > 0 and lines[i - 1].prose and _INSERTED.match(below.text) is not None
    return (below.stopped and line.text.count(_COMMA) >= 2) or inserted


def _width(lines: list[Line], open_: list[int], sure: set[int]) -> float:
    """Return how long a line must be to go on on a page cut at one width; no line is as long elsewhere."""
    if len(sure) < _FEWEST or len(sure) * 4 < len(open_):
        return float("inf")
    lengths = sorted(len(lines[i].text) for i in open_ if lines[i].words >= _CUT_WORDS)
    return lengths[len(lengths) // 2] * _WIDTH if lengths else float("inf")


def _groups(count: int, joins: set[int]) -> Iterator[list[int]]:
    """Yield the numbers of the lines of each paragraph."""
    group: list[int] = []
    for i in range(count):
        group.append(i)
        if i not in joins:
            yield group
            group = []


def _join(lines: list[Line], group: list[int], text: str) -> Line:
    """Make one line of several."""
    first, last = lines[group[0]], lines[group[-1]]
    return first if first is last else Line(first.start, last.end, text[first.start : last.end], first.gap)
