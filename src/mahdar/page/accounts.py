"""The page of an account on a network: what it prints above its first message, and messages of others.

Such a page opens with the account's name, its handle and its readers; each message is headed by name, handle
and day. Whose account it is tells whose posts its messages are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.channels import from_channel, opens_post
from mahdar.page.lines import Line

__all__ = ["STEPS", "owner_of"]

Marks = list[Mark | None]
"""What each line is recognised as, in text order."""

_OWNER = "rule.account_head"
"""What the lines are recognised as that tell whose account a page is."""
_READERS = "ar.layout.count_words"
_HANDLE = re.compile(r"@\w{3,}")
_LINES = 12
_WORDS = 14


def owner_of(lines: list[Line], marks: Marks, table: Layout) -> tuple[Line, Mark] | None:
    """Return the line that names whose account a page is, with its mark; None where it is nobody's."""
    found = ((line, mark) for line, mark in zip(lines, marks, strict=True) if mark is not None)
    head = [pair for pair in found if pair[1].id == _OWNER]
    return next((pair for pair in head if _holds_organ(pair[0], table)), head[0] if head else None)


def site_of_organ(lines: list[Line], marks: Marks, table: Layout) -> bool:
    """Say whether a page calls itself an organ's, or an organ holds the rights to it."""
    owned = (line for line, mark in zip(lines, marks, strict=True) if mark is not None and mark.id in _OWNING)
    return any(_holds_organ(line, table) for line in owned)


_OWNING = frozenset({"rule.copyright", "ar.layout.copyright", "ar.layout.own_site"})


def _holds_organ(line: Line, table: Layout) -> bool:
    """Say whether a line names an organ of a state."""
    words = (table.sets["organ"], table.sets["organ_abroad"])
    return any(table_.at(line.lead, k) is not None for table_ in words for k in range(len(line.lead)))


def _head(lines: list[Line], marks: Marks, table: Layout) -> Marks:
    """What stands above the first message: name, handle, what the account is, readers."""
    last = _head_end(lines, marks, table)
    own = [i for i in range(last) if marks[i] is None]
    if not own or not all(lines[i].words <= _WORDS and not lines[i].stopped for i in own):
        return marks
    ministry = any(_holds_organ(lines[i], table) for i in own)
    head = Mark(_OWNER, "other", ministry=ministry)
    return [head if i in own else mark for i, mark in enumerate(marks)]


def _head_end(lines: list[Line], marks: Marks, table: Layout) -> int:
    """Return the line at which an account's head ends: its first message's, its count of readers; else 0."""
    text = next((i for i, line in enumerate(lines) if marks[i] is None and line.prose), 0)
    top = range(min(text, _LINES))
    first = next((i for i in top if _opens(marks[i])), 0)
    if any(_handles(marks[i]) for i in range(first)):
        return first
    if (named := _named_handle(lines, marks, table, text)) > 0:
        return named
    counted = [i for i in top if _counts(marks[i]) or _handles(marks[i])]
    readers = table.sets["followers"]
    told = any(_counts(marks[i]) and any(w in readers for w in lines[i].lead) for i in counted)
    return _behind_description(marks, counted[-1], text) if told else 0


def _named_handle(lines: list[Line], marks: Marks, table: Layout, text: int) -> int:
    """Return the line below an organ's name and its handle at the top of a message's own page; else 0."""
    at = next((i for i in range(1, min(text, _TOP)) if _handles(marks[i])), 0)
    alone = at > 0 and _HANDLE.fullmatch(lines[at].text) is not None and at + 1 == text
    return at + 1 if alone and marks[at - 1] is None and _holds_organ(lines[at - 1], table) else 0


_TOP = 5


def _behind_description(marks: Marks, last: int, text: int) -> int:
    """Return the line of an account's application that stands below its description; else the last count."""
    until = range(last + 1, min(text, last + 2 + _DESCRIPTION))
    return next((i for i in until if (mark := marks[i]) is not None and mark.why == "advert"), last)


_DESCRIPTION = 2
"""Lines in which an account may tell what it is, below its readers."""


def _opens(mark: Mark | None) -> bool:
    """Say whether a line heads a message with name, handle and day."""
    return mark is not None and opens_post(mark)


def _handles(mark: Mark | None) -> bool:
    """Say whether a line is one that only accounts print."""
    return mark is not None and from_channel(mark)


def _counts(mark: Mark | None) -> bool:
    """Say whether a line counts readers."""
    return mark is not None and mark.id == _READERS


def _reposts(lines: list[Line], marks: Marks, _table: Layout) -> Marks:
    """The line above a message of another account that says who repeats it («… أعادت النشر»)."""
    heads = [i for i, mark in enumerate(marks) if _opens(mark)]
    handles = {i: found[0] for i in heads if (found := _HANDLE.search(lines[i].text))}
    owner = max(handles.values(), key=list(handles.values()).count, default="")
    taken = list(marks)
    for head, handle in handles.items():
        above = lines[head - 1] if head else None
        named = above is not None and marks[head - 1] is None and not above.stopped
        if handle != owner and above is not None and named and above.words <= _WORDS and head > heads[0]:
            taken[head - 1] = Mark("rule.repost", "share", closes=True)
    return taken


def _parted_heads(lines: list[Line], marks: Marks, _table: Layout) -> Marks:
    """An account's name, its handle and a message's day, each on a line of its own."""
    taken = list(marks)
    for i in range(1, len(lines) - 1):
        if not _handles(marks[i]) or _HANDLE.fullmatch(lines[i].text) is None or marks[i - 1] is not None:
            continue
        dot = marks[i + 1]
        day = i + 2 if dot is not None and dot.id == "rule.separator" else i + 1
        dated = marks[day] if day < len(lines) else None
        if (
            dated is not None
            and dated.id in _TIMES
            and lines[i - 1].words <= _WORDS
            and not lines[i - 1].prose
        ):
            taken[i - 1] = Mark("rule.account_name", "byline")
            taken[day] = Mark("rule.account_day", "byline")
    return taken


def _repeated_names(lines: list[Line], marks: Marks, table: Layout) -> Marks:
    """An account's name with the day of a message right below it, again and again down the page."""
    pairs = [i for i in range(len(lines) - 1) if _stands_over_day(lines, marks, i)]
    keys = [lines[i].key for i in pairs]
    taken = list(marks)
    for i in pairs:
        if keys.count(lines[i].key) > 1 or lines[i + 1].text.endswith(_DOT):
            taken[i] = Mark("rule.account_name", "byline")
            taken[i + 1] = Mark("rule.account_day", "byline")
    first = next((i for i, mark in enumerate(taken) if _opens(mark)), 0)
    for i in range(first - 1):
        if pairs and taken[i] is None and lines[i].words <= _WORDS and lines[i].key.endswith(keys[0]):
            taken[i] = Mark(_OWNER, "other", ministry=_holds_organ(lines[i], table))
    return taken


_DOT = "\N{MIDDLE DOT}"
"""Behind which a network prints the sign of who may read a message."""


def _stands_over_day(lines: list[Line], marks: Marks, i: int) -> bool:
    """Say whether a short line that is no sentence stands right above a line that only dates."""
    below = marks[i + 1]
    dated = below is not None and below.id in _TIMES
    line = lines[i]
    return dated and marks[i] is None and line.words <= _WORDS and not line.prose and not line.stopped


_TIMES = frozenset({"rule.date", "rule.age"})


STEPS: tuple[Callable[[list[Line], Marks, Layout], Marks], ...] = (
    _parted_heads,
    _repeated_names,
    _head,
    _reposts,
)
"""In the order in which they work."""
