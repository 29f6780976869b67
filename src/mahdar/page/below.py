"""What stands below an article: headlines and tags in a row, buttons between other noise, an agency's name.

Nothing is taken but short lines; a paragraph, a list's item or a signature right below the text stays.
"""

from __future__ import annotations

from collections.abc import Callable

from mahdar.lexicon.layout import Mark
from mahdar.page.lines import Line

__all__ = ["STEPS", "dated_inserts"]

Marks = list[Mark | None]
"""What each line is recognised as, in text order."""

_LOOK = 60
_FEWEST_LINKS = 3
_FEWEST_TAGS = 5
_BUTTONS = 4
_LABEL_WORDS = 3
_FOOT_WORDS = 6
_BUTTON = Mark("rule.button", "other")
_FURNITURE = frozenset({"share", "navigation", "other", "keywords", "related_links", "advert"})


def _trailing_links(lines: list[Line], marks: Marks) -> Marks:
    """Headlines in a row at the end of the page, below the last sentence: links without a header."""
    link = Mark("rule.trailing_links", "related_links")
    run, above = _last_run(lines, marks, _trailing)
    if len(run) < _FEWEST_LINKS or not above:
        return marks
    return [mark or (link if i in run else None) for i, mark in enumerate(marks)]


def _trailing_tags(lines: list[Line], marks: Marks) -> Marks:
    """Words or two or three of them, line by line at the end of the page, below the last sentence."""
    tag = Mark("rule.trailing_tags", "keywords", closes=True)
    run, above = _last_run(lines, marks, _tag)
    if len(run) < _FEWEST_TAGS or not above or not all(lines[i].gap == lines[run[-1]].gap for i in run):
        return marks
    return [mark or (tag if i in run else None) for i, mark in enumerate(marks)]


def _last_run(lines: list[Line], marks: Marks, fits: Callable[[Line], bool]) -> tuple[list[int], bool]:
    """Return the last lines of the page that fit, noise apart, and whether a sentence stands above them."""
    open_lines = [i for i in range(max(0, len(lines) - _LOOK), len(lines)) if marks[i] is None]
    run: list[int] = []
    while open_lines and fits(lines[open_lines[-1]]):
        run.append(open_lines.pop())
    above = bool(open_lines) and lines[open_lines[-1]].stopped and lines[open_lines[-1]].words > 4
    return run, above


def _tag(line: Line) -> bool:
    """Say whether a line could be a tag."""
    bare = not (line.stopped or line.introduces or line.asks or line.bulleted)
    return bare and line.words <= 3 and bool(line.lead)


def _trailing(line: Line) -> bool:
    """Say whether a line reads like a link's headline rather than a heading, a list's item or a signature."""
    return line.headline and 5 <= line.words <= 16 and not line.bulleted and not line.asks


def _buttons(lines: list[Line], marks: Marks) -> Marks:
    """A few short lines between two lines of noise, below a text: buttons; a headline has a text below."""
    taken = list(marks)
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), len(lines))
    start = first + 1
    for i in range(first + 1, len(lines)):
        if marks[i] is None:
            continue
        run = range(start, i)
        enclosed = 0 < len(run) <= _BUTTONS and _furniture(marks[start - 1]) and _furniture(marks[i])
        most = _LABEL_WORDS if _text_next(lines, marks, i) else _FOOT_WORDS
        if enclosed and all(_button(lines[j], most) for j in run):
            taken[start:i] = [_BUTTON] * len(run)
        start = i + 1
    return taken


def _text_next(lines: list[Line], marks: Marks, i: int) -> bool:
    """Say whether the next line that is no noise is a paragraph."""
    after = next((j for j in range(i, len(lines)) if marks[j] is None), None)
    return after is not None and lines[after].prose


def _feet(lines: list[Line], marks: Marks) -> Marks:
    """Short lines below the last paragraph and a line of noise, up to the mark that closes the article."""
    prose = [i for i, line in enumerate(lines) if marks[i] is None and line.prose]
    below = range(prose[0], len(lines)) if prose else range(0)
    end = next((i for i in below if _closes(marks[i])), len(lines))
    last = max((i for i in prose if i < end), default=len(lines))
    noise = next((i for i in range(last + 1, end) if _furniture(marks[i]) or _captioned(marks[i])), end)
    taken = list(marks)
    for i in range(noise + 1, end):
        if marks[i] is None and _button(lines[i], _FOOT_WORDS):
            taken[i] = _BUTTON
    return taken


def _closes(mark: Mark | None) -> bool:
    """Say whether a mark ends the article above it."""
    return mark is not None and mark.closes and mark.reach != "list"


def _furniture(mark: Mark | None) -> bool:
    """Say whether a mark is one of a page's furniture rather than of its text's credits."""
    return mark is not None and mark.why in _FURNITURE


def _captioned(mark: Mark | None) -> bool:
    """Say whether a mark is that of a picture."""
    return mark is not None and mark.why == "caption"


def _button(line: Line, most: int) -> bool:
    """Say whether a line is as short as a button and neither a sentence nor a list's item."""
    return line.words <= most and not (line.stopped or line.introduces or line.asks or line.bulleted)


def _unstopped_end(lines: list[Line], marks: Marks) -> Marks:
    """Lines without a stop below the last sentence of a text of which every paragraph has one: no text."""
    prose = [i for i, line in enumerate(lines) if marks[i] is None and line.prose]
    if len(prose) < _FEWEST_PARAGRAPHS or not all(lines[i].stopped for i in prose):
        return marks
    rest = [i for i in range(prose[-1] + 1, len(lines)) if marks[i] is None]
    if not rest or not all(_no_text(lines[i]) for i in rest):
        return marks
    taken = list(marks)
    for i in rest:
        taken[i] = Mark("rule.unstopped_end", "related_links" if _trailing(lines[i]) else "other")
    return taken


_FEWEST_PARAGRAPHS = 3
_END_WORDS = 16
_AND = "\N{ARABIC LETTER WAW}"


def _no_text(line: Line) -> bool:
    """Say whether a line at the end is neither a sentence nor an item nor signed with a day."""
    plain = not (line.stopped or line.introduces or line.asks or line.bulleted)
    plain = plain and line.text[0] != _AND
    return plain and line.words <= _END_WORDS and not any(c.isdigit() for c in line.text)


def dated_inserts(lines: list[Line], marks: Marks) -> Marks:
    """A headline with its own day and clock right below, between two paragraphs: a link to another text."""
    taken = list(marks)
    for i in range(1, len(lines) - 2):
        day = marks[i + 1]
        between = marks[i - 1] is marks[i] is marks[i + 2] is None
        inside = between and lines[i - 1].prose and lines[i - 1].stopped and lines[i + 2].prose
        clocked = day is not None and day.id == "rule.date" and ":" in lines[i + 1].text
        if inside and clocked and _trailing(lines[i]):
            taken[i] = Mark("rule.dated_insert", "related_links")
    return taken


STEPS: tuple[Callable[[list[Line], Marks], Marks], ...] = (
    _trailing_links,
    _trailing_tags,
    _buttons,
    _feet,
    _unstopped_end,
)
"""In the order in which they work."""
