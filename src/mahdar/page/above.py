"""What stands above an article: a ticker, other headlines, a masthead's names, captions printed twice.

Nothing is taken that has no headline left for the text below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from mahdar.lexicon.layout import Mark
from mahdar.page.lines import Line

__all__ = ["STEPS"]

Marks = list[Mark | None]
"""What each line is recognised as, in text order."""

_MENU = Mark("rule.menu", "navigation")
_SAMPLE = 60
_TOKENS = 3
_LATIN_WORDS = 12
_FEWEST_BULLETS = 3
_NAME_WORDS = 4
_LONG_MENU = 12
_TICKER_WORDS = 20
_LEAST_HEADLINES = 4
_HEADLINE_WORDS = 4
_CAPTION_WORDS = 12
_SAME_CAPTION_WORDS = 4
_SENTENCES = (". ", ".\N{NO-BREAK SPACE}", "\N{ARABIC COMMA} ")


def _names_below(lines: list[Line], marks: Marks) -> Marks:
    """A name below its label: an editor, an author, a source."""
    taken = list(marks)
    for i, mark in enumerate(marks[:-1]):
        if mark is not None and mark.reach == "next" and taken[i + 1] is None:
            below = lines[i + 1]
            taken[i + 1] = mark if below.words <= _NAME_WORDS and not below.stopped else None
    return taken


def _latin_above(lines: list[Line], marks: Marks) -> Marks:
    """Words in Latin letters above an Arabic text: what a page's parts, or its owner, are called."""
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), len(lines))
    if first == len(lines) or lines[first].text[:_SAMPLE].isascii():
        return marks
    headed = any(marks[i] is None and not lines[i].text.isascii() for i in range(first))
    most = _LATIN_WORDS if headed else _TOKENS
    tokens = [i < first and lines[i].words <= most and lines[i].text.isascii() for i in range(len(lines))]
    return [mark or (_MENU if token else None) for mark, token in zip(marks, tokens, strict=True)]


def _bars_above(lines: list[Line], marks: Marks) -> Marks:
    """A few labels with bars or wide gaps between them above a headline: a site's name, its sections."""
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), 0)
    taken = list(marks)
    until = next((i for i in range(first) if lines[i].introduces), first)
    for i in range(min(until, _TOP)):
        headed = any(taken[j] is None and _could_head(lines[j]) for j in range(i + 1, first))
        if taken[i] is None and headed and _labels(lines[i]):
            taken[i] = _MENU
    return taken


def _labels(line: Line) -> bool:
    """Say whether a line is three short labels or more with bars or wide gaps between them."""
    parts = [part for part in _GAPS.split(line.text) if part.strip()]
    short = all(len(part.split()) <= _LABEL_WORDS for part in parts)
    worded = ":" not in line.text and not any(c.isdigit() for c in line.text)
    return len(parts) >= _FEWEST_LABELS and short and worded and not line.stopped


_GAPS = re.compile(r"\s{3,}|\t+|\s[|>»•]\s")
_FEWEST_LABELS = 3
_LABEL_WORDS = 5


def _names_above_menu(lines: list[Line], marks: Marks) -> Marks:
    """Further names below a site's own, above its menu, where a headline of the text's own follows."""
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), 0)
    menu = next((i for i in range(min(first, _TOP)) if _is_menu(marks[i])), 0)
    names = [i for i in range(1, menu) if marks[i] is None]
    headed = any(marks[i] is None and _could_head(lines[i]) for i in range(menu, first))
    if not headed or any(lines[i].words > _NAME_WORDS or lines[i].stopped for i in names):
        return marks
    return [_MENU if i in names else mark for i, mark in enumerate(marks)]


def _is_menu(mark: Mark | None) -> bool:
    """Say whether a line is a site's menu."""
    return mark is not None and mark.why == "navigation" and mark.id == _BARRED


_BARRED = "rule.barred"
_TOP = 5


def _bullets_above(lines: list[Line], marks: Marks) -> Marks:
    """Other headlines as bullets at the very top; the page's own headline follows behind a date."""
    run = 0
    while run < len(lines) and marks[run] is None and lines[run].bulleted and not lines[run].stopped:
        run += 1
    below = next((i for i in range(run, len(lines)) if marks[i] is None), len(lines))
    if run < _FEWEST_BULLETS or below == run or below == len(lines) or not _could_head(lines[below]):
        return marks
    link = Mark("rule.links_above", "related_links")
    return [link if i < run else mark for i, mark in enumerate(marks)]


def _ticker_below(lines: list[Line], marks: Marks) -> Marks:
    """Headlines run together on one line below the label of the latest news, above every text."""
    for i, mark in enumerate(marks[:-2]):
        if mark is None and lines[i].prose:
            return marks
        if mark is not None and mark.reach == "list" and marks[i + 1] is None and _runs_on(lines[i + 1]):
            taken = list(marks)
            taken[i + 1] = Mark("rule.ticker", "related_links")
            return taken
    return marks


def _ticker_first(lines: list[Line], marks: Marks) -> Marks:
    """Headlines run together on the first line, some of them questions or behind a name and a colon."""
    first = next((i for i, mark in enumerate(marks) if mark is None), len(lines))
    if first + 1 >= len(lines) or not _runs_on(lines[first]) or lines[first].words < _LONG_TICKER:
        return marks
    asked = sum(lines[first].text.count(sign) for sign in _HEADLINE_SIGNS)
    if asked < _TICKER_SIGNS or marks[first + 1] is not None or lines[first].text.endswith(_QUESTION):
        return marks
    taken = list(marks)
    taken[first] = Mark("rule.ticker", "related_links")
    return taken


_LONG_TICKER = 30
_TICKER_SIGNS = 2
_QUESTION = "\N{ARABIC QUESTION MARK}"
_HEADLINE_SIGNS = (f"{_QUESTION} ", ": ", ".. ", "! ")


def _runs_on(line: Line) -> bool:
    """Say whether a long line holds no sentence: no full stop, hardly a comma."""
    pauses = sum(line.text.replace("..", "").count(sign) for sign in _SENTENCES)
    return line.words >= _TICKER_WORDS and not line.stopped and pauses * 25 <= line.words


def _headlines_above(lines: list[Line], marks: Marks) -> Marks:
    """Headlines in a row above the page's first text, set off by a blank line from its own."""
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), 0)
    groups = list(_groups(lines, marks, first))
    if len(groups) < 2:
        return marks
    taken = list(marks)
    for group in groups[:-1]:
        links = [i for i in group if lines[i].headline and lines[i].words >= _HEADLINE_WORDS]
        if len(links) >= _LEAST_HEADLINES and len(links) == len(group):
            for i in group:
                taken[i] = Mark("rule.links_above", "related_links")
    kept = any(taken[i] is None and lines[i].headline for group in groups for i in group)
    return taken if kept else marks


def _groups(lines: list[Line], marks: Marks, until: int) -> Iterator[list[int]]:
    """Yield the lines above a text that are not noise, parted where a blank line stands between them."""
    group: list[int] = []
    for i in range(until):
        if lines[i].gap > 0 and group:
            yield group
            group = []
        if marks[i] is None:
            group.append(i)
    if group:
        yield group


def _captions(lines: list[Line], marks: Marks) -> Marks:
    """A picture's text twice below the headline, the first time perhaps cut short."""
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), 0)
    zone = [i for i in range(first) if marks[i] is None]
    taken = list(marks)
    for n, (i, j) in enumerate(pairwise(zone)):
        headed = any(lines[k].words > _SAME_CAPTION_WORDS and lines[k].headline for k in zone[:n])
        if headed and _same_caption(lines[i], lines[j]):
            taken[i] = taken[j] = Mark("rule.caption_twice", "caption")
    return taken


def _same_caption(line: Line, below: Line) -> bool:
    """Say whether a short line stands twice, or a second time with its end."""
    if below.words > _CAPTION_WORDS or below.stopped or not line.key:
        return False
    longest = _SAME_CAPTION_WORDS if line.key == below.key else _CAPTION_WORDS
    return below.words <= longest and below.key.startswith(line.key)


def _long_menu(lines: list[Line], marks: Marks) -> Marks:
    """A long run of lines above the page's first text: all but its last group are the site's."""
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), 0)
    groups = list(_groups(lines, marks, first))
    if first < _LONG_MENU or len(groups) < 2:
        return marks
    headed = [n for n, g in enumerate(groups) if any(_could_head(lines[i]) for i in g)]
    menu = [i for group in groups[: headed[-1] if headed else 0] for i in group]
    if len(menu) < _LEAST_HEADLINES or sum(mark is not None for mark in marks[:first]) * 3 < first:
        return marks
    taken = list(marks)
    for i in menu:
        taken[i] = _MENU
    return taken


def _could_head(line: Line) -> bool:
    """Say whether a line could be a headline."""
    return line.headline and line.words >= _HEADLINE_WORDS and not line.bulleted


STEPS: tuple[Callable[[list[Line], Marks], Marks], ...] = (
    _names_below,
    _latin_above,
    _bars_above,
    _names_above_menu,
    _bullets_above,
    _ticker_below,
    _ticker_first,
    _headlines_above,
    _long_menu,
    _captions,
)
"""In the order in which they work."""
