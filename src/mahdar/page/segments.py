"""Marked lines → where each article begins.

`STARTS` are the signs of a beginning, asked in order at every line that is not noise and has prose above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mahdar.lexicon.layout import Mark
from mahdar.page.channels import ends_post, heads_post, opens_post
from mahdar.page.lines import Line
from mahdar.page.reach import Marks, has_body

__all__ = ["STARTS", "Segment", "segments"]

_SHORTEST = 18
"""The shortest text under a headline, in words."""
_SHORTEST_POST = 10
"""The shortest message of a channel, in words."""
_ABOVE_HEADLINE = frozenset({"rule.section", "rule.date"})
_PLACE = re.compile(r"[^\W\d]{3,}(?:\s[^\W\d]{3,})?\s?[-\N{EN DASH}\N{EM DASH}]\s")
_PLACED = frozenset({"rule.place"})
_READ_ON = frozenset({"rule.read_on", "ar.layout.pager", "ar.layout.read_also", "en.layout.pager"})
_HEADLINE = 5
_SIGNED_HEADLINE = 3
"""Words of a headline over a paragraph that opens with an agency's place, day and name."""
_ALIKE = 2
_LOOK = 4
"""How many lines that are not noise may stand between a headline and its text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One article's stretch of lines, noise included."""

    first: int
    last: int
    """One past the last line."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the scan stands."""

    lines: list[Line]
    marks: Marks
    i: int
    closed: bool
    """The article above has come to its end."""


def segments(lines: list[Line], marks: Marks) -> tuple[tuple[Segment, ...], Marks]:
    """Divide a page into articles.

    Returns:
        The articles' stretches, covering the page; and the marks, with those of the lines that follow the end
        of an article and begin no other.
    """
    marks = list(marks)
    starts = [0]
    prose = closed = False
    for i, line in enumerate(lines):
        mark = marks[i]
        if mark is not None:
            closed = closed or (prose and mark.closes and mark.reach != "list")
        elif _next_message(lines, marks, i, starts[-1]) or (
            prose and any(rule(_Place(lines, marks, i, closed)) for rule in STARTS)
        ):
            starts.append(_with_credits(marks, i))
            prose, closed = line.prose, False
        elif closed:
            marks[i] = Mark("rule.after_end", "related_links" if line.headline else "other")
        else:
            prose = prose or line.prose
    ends = [*starts[1:], len(lines)]
    return tuple(Segment(a, b) for a, b in zip(starts, ends, strict=True)), marks


def _next_message(lines: list[Line], marks: Marks, i: int, first: int) -> bool:
    """Say whether an account's line of name and day stands right above, and a message above that one."""
    above = marks[i - 1] if i else None
    if above is None or not opens_post(above) or lines[i].words < _FEWEST:
        return False
    return any(marks[j] is None for j in range(first, i))


_FEWEST = 4
"""The shortest message of an account, in words."""


def _with_credits(marks: Marks, i: int) -> int:
    """Move a start up over the credits and the section that stand right above the headline."""
    while i > 0 and (mark := marks[i - 1]) and (mark.id in _ABOVE_HEADLINE or heads_post(mark)):
        i -= 1
    return i


def _text_below(place: _Place, i: int) -> int | None:
    """Return where an article's text begins below a headline; None where a paragraph is too thin for one."""
    seen = 0
    for j in range(i + 1, len(place.lines)):
        if place.marks[j] is None:
            if place.lines[j].prose:
                return j if has_body(place.lines, place.marks, j, _SHORTEST) else None
            seen += 1
        if seen >= _LOOK:
            return None
    return None


def _after_section(place: _Place) -> bool:
    """A wire's section stands before the headline."""
    mark = place.marks[place.i - 1]
    return mark is not None and mark.id == "rule.section"


def _next_post(place: _Place) -> bool:
    """The message above is closed by its foot, or this one headed by its number, and a text follows."""
    i = place.i - 1
    between: list[Mark] = []
    while i >= 0 and (mark := place.marks[i]) is not None:
        between.append(mark)
        i -= 1
    if not any(ends_post(mark) or opens_post(mark) or mark.id.endswith("message_number") for mark in between):
        return False
    below = [j for j in range(place.i, min(place.i + 3, len(place.lines))) if place.marks[j] is None]
    return sum(place.lines[j].words for j in below[:2]) >= _SHORTEST_POST


def _after_end(place: _Place) -> bool:
    """The article above is closed, and a headline with a text follows."""
    line = place.lines[place.i]
    return place.closed and line.headline and not line.bulleted and _text_below(place, place.i) is not None


def _text_after_end(place: _Place) -> bool:
    """The article above is closed, and a text follows without a headline."""
    return place.closed and has_body(place.lines, place.marks, place.i)


def _doubled(place: _Place) -> bool:
    """A headline stands twice above a text: this line is its first copy, or the line above that one."""
    reach = range(place.i, min(place.i + _DOUBLED_LINES, len(place.lines)))
    nearby = [j for j in reach if place.marks[j] is None][:_DOUBLED_LOOK]
    heads = [place.lines[j] for j in nearby if place.lines[j].headline and place.lines[j].words >= 4]
    keys = [line.key for line in heads]
    twice = len(set(keys)) < len(keys)
    return twice and heads[0] is place.lines[place.i] and _text_below(place, place.i) is not None


_DOUBLED_LINES = 8
_DOUBLED_LOOK = 4


def _credited(place: _Place) -> bool:
    """A headline is followed by a credit or a date, and that by a text."""
    line, i = place.lines[place.i], place.i
    below = place.marks[i + 1] if i + 1 < len(place.lines) else None
    least = _SIGNED_HEADLINE if below is not None and below.id == "rule.sign" else _HEADLINE
    if below is None or not line.headline or line.words < least or line.bulleted:
        return False
    above = place.marks[i - 1]
    behind_links = above is not None and above.reach == "list"
    known = below.id.startswith("rule.") or behind_links
    return below.why == "byline" and known and _text_below(place, i) is not None


def _placed(place: _Place) -> bool:
    """A headline over a paragraph that begins with its place, where an earlier one began so too."""
    line, i = place.lines[place.i], place.i
    if not line.headline or line.words < 4 or line.bulleted or i + 1 >= len(place.lines):
        return False
    below = place.marks[i + 1] is None and place.lines[i + 1].prose and _PLACE.match(place.lines[i + 1].text)
    return bool(below) and any(
        (mark is None and above.prose and _PLACE.match(above.text))
        or (mark is not None and mark.id in _PLACED)
        for above, mark in zip(place.lines[:i], place.marks, strict=False)
    )


def _after_teaser(place: _Place) -> bool:
    """A headline behind the link to the whole of a text that breaks off."""
    above = [j for j in range(max(0, place.i - 3), place.i) if place.marks[j] is None]
    link = place.marks[place.i - 1]
    linked = link is not None and link.id in _READ_ON
    broken = bool(above) and place.lines[above[-1]].bare.endswith(("..", "\N{HORIZONTAL ELLIPSIS}"))
    line = place.lines[place.i]
    return linked and broken and line.headline and _text_below(place, place.i) is not None


def _listed(place: _Place) -> bool:
    """On a page that lists a tag's news: a headline set off by a blank line, its text below."""
    line, i = place.lines[place.i], place.i
    fits = line.gap > 0 and line.headline and line.words > _HEADLINE and not line.asks
    above = place.marks[i - 1] is None and place.lines[i - 1].stopped
    if not fits or not above or not _lists_news(place):
        return False
    return i + 1 < len(place.lines) and has_body(place.lines, place.marks, i + 1, _SHORTEST)


def _lists_news(place: _Place) -> bool:
    """Say whether a page is headed by a tag's or an archive's name and numbers its pages below."""
    below = zip(place.lines[place.i :], place.marks[place.i :], strict=True)
    if not any(mark is not None and mark.id in _PAGES and _numbered(line) for line, mark in below):
        return False
    top = next((i for i, mark in enumerate(place.marks) if mark is None), 0)
    return any(mark is not None and mark.id in _LISTINGS for mark in place.marks[:top])


_LISTINGS = frozenset({"ar.layout.archive", "ar.layout.labels", "ar.layout.keywords"})
_PAGES = frozenset({"ar.layout.pages", "ar.layout.pager"})


def _numbered(line: Line) -> bool:
    """Say whether a line holds a number."""
    return any(word.isdigit() for word in line.lead)


def _ruled_off(place: _Place) -> bool:
    """A headline below a line of signs, a text under it, where another stands so or the page's is like it."""
    if _between_rules(place):
        return True
    if not _heads_below_rule(place, place.i):
        return False
    first = next(line for line, mark in zip(place.lines, place.marks, strict=True) if mark is None)
    alike = len(first.lead) > _ALIKE and first.lead[:_ALIKE] == place.lines[place.i].lead[:_ALIKE]
    others = (i for i in range(1, len(place.lines)) if i != place.i)
    return alike or any(_heads_below_rule(place, i) for i in others)


def _between_rules(place: _Place) -> bool:
    """Say whether a short headline stands below one of several like rules, a text of its own below it."""
    i, line = place.i, place.lines[place.i]
    above = place.marks[i - 1]
    if above is None or above.id != "rule.separator" or len(place.lines[i - 1].text) < _RULE or line.stopped:
        return False
    alike = sum(other.text == place.lines[i - 1].text for other in place.lines)
    headed = line.words > 1 and not line.bulleted and not line.introduces and not line.prose
    text = i + 1 < len(place.lines) and has_body(place.lines, place.marks, i + 1, _SHORTEST)
    return alike > 1 and headed and text


_RULE = 5
"""Signs of a line that is drawn across the page."""


def _heads_below_rule(place: _Place, i: int) -> bool:
    """Say whether a line is a headline right below a line of signs and right above a text of its own."""
    above, line = place.marks[i - 1], place.lines[i]
    ruled = above is not None and above.id == "rule.separator" and place.marks[i] is None
    if not ruled or not line.headline or line.words < _HEADLINE or line.bulleted:
        return False
    return i + 1 < len(place.lines) and has_body(place.lines, place.marks, i + 1, _SHORTEST)


STARTS: tuple[Callable[[_Place], bool], ...] = (
    _after_section,
    _next_post,
    _after_end,
    _text_after_end,
    _doubled,
    _credited,
    _after_teaser,
    _placed,
    _listed,
    _ruled_off,
)
