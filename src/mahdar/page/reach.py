"""Marks that take their neighbours with them: embedded posts, link lists, tag lists, comments, menus.

A list takes nothing before the first paragraph of the page: a site prints the same words in its menus.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from mahdar.lexicon.layout import Mark
from mahdar.page import above, below
from mahdar.page.lines import Line

__all__ = ["STEPS", "Marks", "has_body", "spread"]

Marks = list[Mark | None]
"""What each line is recognised as, in text order."""

_POST_CODE = re.compile(r"https?://\S+|pic\.twitter\.com/\S+|#\w+|[—–-]\s[^—–]*\(@\w+\).*$")
_POST_LENGTH = 300
_MENU = 4
_LINK_LEAST = 4
_ELLIPSIS = ("..", "\N{HORIZONTAL ELLIPSIS}")
_HEADINGS = frozenset({"ar.layout.section", "ar.layout.forum", "ar.layout.pager"})
_READ_ON = frozenset({"ar.layout.pager", "en.layout.pager"})
_UNDER_HEADLINES = frozenset({"advert", "byline", "share"})
_TEASER = 30
_INSERT = 18
_HEADER_WORDS = 6
_LINK_WORDS = 40


def spread(lines: list[Line], marks: Marks) -> Marks:
    """Let every mark take what belongs to it; later steps see what earlier ones took."""
    for step in STEPS:
        marks = step(lines, marks)
    return marks


def _posts(lines: list[Line], marks: Marks) -> Marks:
    """An embedded post: its text stands above the line with its code."""
    taken = list(marks)
    for i, mark in enumerate(marks):
        if mark is not None and mark.why == "embed":
            for j in _post_text(lines, taken, i):
                taken[j] = mark
    return taken


def _post_text(lines: list[Line], marks: Marks, i: int) -> list[int]:
    """Return the lines above a post's code that are its text: at most a post's length."""
    own = len(_POST_CODE.sub("", lines[i].text).split())
    if own >= 6:
        return []
    taken: list[int] = []
    room = _POST_LENGTH - len(lines[i].text)
    for j in range(i - 1, max(-1, i - 5), -1):
        room -= len(lines[j].text)
        ended = lines[j].stopped and (taken or own)
        if room < 0 or marks[j] is not None or ended or lines[j].words > 45:
            break
        taken.append(j)
    return taken


def _captions(lines: list[Line], marks: Marks) -> Marks:
    """A picture's credit makes a caption above all text, a paragraph or its copy; else it signs one."""
    taken = list(marks)
    first = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), len(lines))
    for i in range(len(lines) - 1, -1, -1):
        mark = marks[i]
        if mark is not None and mark.id == "rule.caption":
            below_it = i + 1 < len(lines) and (lines[i + 1].prose or lines[i + 1].key == lines[i].key)
            copied = i > 0 and lines[i - 1].key == lines[i].key
            headed = i < first and any(marks[j] is None and lines[j].headline for j in range(i))
            taken[i] = mark if i > 0 and (below_it or copied or headed) else None
    return taken


def _dates_in_text(lines: list[Line], marks: Marks) -> Marks:
    """A year or a day between two paragraphs is a heading of the text, no dateline."""
    taken = list(marks)
    prose = 0
    for i in range(len(lines) - 1):
        mark = marks[i]
        inside = mark is not None and mark.id == "rule.date" and marks[i - 1] is marks[i + 1] is None
        if inside and prose > (len(lines[i].lead) > 2) and lines[i - 1].prose and lines[i + 1].prose:
            taken[i] = None
        prose += mark is None and lines[i].prose
    return taken


def _sections_in_text(lines: list[Line], marks: Marks) -> Marks:
    """A section's name between two paragraphs is a heading of the text."""
    taken = list(marks)
    for i in range(1, len(lines) - 1):
        mark = marks[i]
        between = marks[i - 1] is marks[i + 1] is None and lines[i - 1].prose and lines[i + 1].prose
        if mark is not None and between and mark.id in _HEADINGS:
            taken[i] = None
    return taken


def _labelled_links(lines: list[Line], marks: Marks) -> Marks:
    """A section's name and a headline between two paragraphs: a link to another text."""
    taken = list(marks)
    for i in range(1, len(lines) - 2):
        mark = marks[i]
        text = marks[i - 1] is None and lines[i - 1].prose and not lines[i - 1].bare.endswith(_ELLIPSIS)
        label = text and mark is not None and mark.id in _HEADINGS
        link = lines[i + 1]
        linked = marks[i + 1] is None and link.headline and link.words >= _LINK_LEAST and not link.bulleted
        if label and linked and marks[i + 2] is None and lines[i + 2].prose:
            taken[i + 1] = Mark("rule.labelled_link", "related_links")
    return taken


def _menu(lines: list[Line], marks: Marks) -> Marks:
    """A run of short labels at the top of the page, one of them known; a headline over a text is none."""
    pairs = enumerate(zip(lines, marks, strict=True))
    top = next((i for i, (line, mark) in pairs if mark is None and not _in_menu(lines, marks, i)), 0)
    if top and marks[top - 1] is None and lines[top].prose:
        top -= 1
    if top < _MENU or not any(marks[:top]):
        return marks
    menu = Mark("rule.menu", "navigation")
    return [mark or (menu if i < top else None) for i, mark in enumerate(marks)]


def _in_menu(lines: list[Line], marks: Marks, i: int) -> bool:
    """Say whether a line is a label, or two of them on one line with a menu's words right below."""
    if _label(lines[i]):
        return True
    below = marks[i + 1] if i + 1 < len(lines) else None
    short = lines[i].words <= _TWO_LABELS and not lines[i].stopped and not lines[i].introduces
    known = below is not None and below.why == "navigation" and below.id in _HEADINGS
    return short and known and i > 0 and (marks[i - 1] is not None or _label(lines[i - 1]))


_TWO_LABELS = 5


def _label(line: Line) -> bool:
    """Say whether a line is as short as a label."""
    return line.words <= 3 and not line.stopped and not line.introduces and not line.asks


def _last_headers(lines: list[Line], marks: Marks) -> Marks:
    """The header of links right below a text's source, at its end: what follows is of other texts."""
    taken = list(marks)
    prose = False
    for i, mark in enumerate(marks[1:], 1):
        above = marks[i - 1]
        prose = prose or (above is None and lines[i - 1].prose)
        sourced = prose and above is not None and above.id == _SOURCE
        if sourced and mark is not None and mark.reach == "list":
            taken[i] = replace(mark, closes=True)
    return taken


_SOURCE = "ar.layout.source"


def _lists(lines: list[Line], marks: Marks) -> Marks:
    """The links below a header, the tags below their label, all that follows the comments."""
    taken = list(marks)
    prose = closed = False
    i = 0
    while i < len(lines):
        mark = taken[i]
        if mark is None:
            prose = prose or lines[i].prose
        elif prose and mark.reach != "line":
            i = _REACHES[mark.reach](lines, taken, i, closed=closed) - 1
        closed = closed or (prose and mark is not None and mark.closes and mark.reach != "list")
        i += 1
    return taken


@dataclass(frozen=True, slots=True)
class _Links:
    """A list of links on its page."""

    lines: list[Line]
    marks: Marks
    header: int
    closed: bool
    """The article above it has come to its end."""

    @property
    def least(self) -> int:
        """How long a text below must be to be no teaser: lists of links show teasers, inserts do not."""
        mark = self.marks[self.header]
        return _TEASER if mark is not None and mark.closes else _INSERT


def _take_links(lines: list[Line], marks: Marks, i: int, *, closed: bool) -> int:
    """Take the links below a header; the last may turn out to be the next article's headline."""
    header = marks[i]
    links = _Links(lines, marks, i, closed)
    j = _end_of_links(links)
    taken = [k for k in range(i + 1, j) if (mark := marks[k]) is None or mark.id == "rule.number"]
    stands_over = taken and j < len(lines)
    if stands_over and (_heads_article(links, taken[-1], j) or _ends_in_heading(links, taken, j)):
        taken.pop()
    for k in taken:
        marks[k] = Mark(header.id if header else "", "related_links")
    return j


def _end_of_links(links: _Links) -> int:
    """Return where a list ends; a header with its link on the same line takes bullets only."""
    header = links.lines[links.header]
    holds_link = header.words > _HEADER_WORDS or (":" in header.text and not header.introduces)
    bullets_only = holds_link and not links.closed
    for j in range(links.header + 1, len(links.lines)):
        line, mark = links.lines[j], links.marks[j]
        if bullets_only and mark is None and not line.bulleted:
            return j
        if not _link(line, mark) and not _teaser(links, j):
            return j
    return len(links.lines)


def _link(line: Line, mark: Mark | None) -> bool:
    """Say whether a line may stand in a list of links: links, and the marks between them."""
    if mark is not None:
        return mark.reach == "line" and not mark.closes
    return not line.prose and line.words <= _LINK_WORDS and not line.introduces


def _teaser(links: _Links, j: int) -> bool:
    """Say whether a paragraph under a link is only its first sentence: too short, or the link follows it."""
    if links.marks[j] is not None or links.lines[j].words >= links.least:
        return False
    linked = j + 1 < len(links.lines) and (mark := links.marks[j + 1]) is not None and mark.id in _READ_ON
    return linked or (links.closed and not has_body(links.lines, links.marks, j, links.least))


def _heads_article(links: _Links, title: int, body: int) -> bool:
    """Say whether the last link is a headline with an article of its own below it."""
    line = links.lines[title]
    between = any(m is not None and m.why in _UNDER_HEADLINES for m in links.marks[title + 1 : body])
    fits = line.headline and not line.bulleted and (links.closed or between)
    return fits and has_body(links.lines, links.marks, body, links.least)


def _ends_in_heading(links: _Links, taken: list[int], j: int) -> bool:
    """Say whether the last line of a list is a heading of the article that goes on below it."""
    last = links.lines[taken[-1]]
    goes_on = not links.closed and links.marks[j] is None and links.lines[j].prose
    return goes_on and len(taken) > 1 and last.words < 5 and not last.bulleted


def has_body(lines: list[Line], marks: Marks, i: int, least: int = 30) -> bool:
    """Say whether an article's text begins at a line: a paragraph of so many words, or two of a sixth more.

    A short heading may stand between the two; the headline of a further link may not.
    """
    if marks[i] is not None or not lines[i].prose:
        return False
    if lines[i].words >= least:
        return True
    below = [lines[j] for j in range(i + 1, min(i + 6, len(lines))) if marks[j] is None][:2]
    after = next((line for line in below if not (line is below[0] and line.words <= 4)), None)
    return after is not None and after.prose and (lines[i].words + after.words) * 6 >= least * 7


def _take_tags(lines: list[Line], marks: Marks, i: int, *, closed: bool) -> int:
    """Take the short lines below a label for tags."""
    del closed
    mark = marks[i]
    j = i + 1
    while j < len(lines) and marks[j] is None and lines[j].words <= 5 and not lines[j].stopped:
        titled = j + 1 < len(lines) and lines[j].words > 3 and has_body(lines, marks, j + 1)
        if titled:
            break
        marks[j] = Mark(mark.id if mark else "", "keywords", closes=True)
        j += 1
    return j


def _take_tail(lines: list[Line], marks: Marks, i: int, *, closed: bool) -> int:
    """Take everything below the comments, down to the next list of links."""
    del closed
    mark = marks[i]
    j = i + 1
    while j < len(lines) and ((below := marks[j]) is None or below.reach != "list"):
        marks[j] = below or Mark(mark.id if mark else "", "other")
        j += 1
    return j


_REACHES: dict[str, Callable[..., int]] = {"list": _take_links, "tags": _take_tags, "tail": _take_tail}
STEPS: tuple[Callable[[list[Line], Marks], Marks], ...] = (
    _posts,
    _captions,
    below.dated_inserts,
    _dates_in_text,
    _labelled_links,
    _sections_in_text,
    *above.STEPS[:1],
    _menu,
    *above.STEPS[1:],
    _last_headers,
    _lists,
    *below.STEPS,
)
"""In the order in which they work."""
