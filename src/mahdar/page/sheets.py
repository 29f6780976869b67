"""What a mail, a record of a collection or a printed sheet carries around its text.

A mail and a record are headed by fields, «label: value», one below the other; a sheet repeats its head and
numbers its pages; a site prints a day in pieces, number above month. None of it shows in one line alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from mahdar.lexicon.layout import Layout, Mark
from mahdar.lexicon.phrases import PhraseTable
from mahdar.page.columns import COLUMNS, halves
from mahdar.page.lines import Line
from mahdar.page.sites import organ_name

__all__ = ["STEPS", "text_label"]

Marks = list[Mark | None]
"""What each line is recognised as, in text order."""

_FIELD = Mark("rule.field", "other")
_LABEL = re.compile(r"([^\W\d_][^:\N{FULLWIDTH COLON}]{0,24}?)\s*[:\N{FULLWIDTH COLON}](?!//)\s*(\S?)")
_TEXT = re.compile(r"([a-z]{4,12})\s*:\s+(?=\S)", re.IGNORECASE)
_FIELD_WORDS = 16
_FEWEST_FIELDS = 2
_HEAD_WORDS = 14
_FEWEST_HEADS = 3
_PAGE = "ar.layout.page_number"
_TOKENS = 3


def text_label(line: Line, table: Layout) -> tuple[int, Mark] | None:
    """A record's label before its headline or its text, and how much of the line it is."""
    found = _TEXT.match(line.text) if line.text[0].isascii() else None
    named = found is not None and found[1].lower() in table.sets["text_label"]
    arabic = found is not None and not line.text[found.end()].isascii()
    return (found.end(), _FIELD) if found and named and arabic else None


def _fields(lines: list[Line], marks: Marks, table: Layout) -> Marks:
    """Two fields or more in a row, the label of each a known one; one alone where it numbers."""
    taken = [
        mark or (_FIELD if _numbers(line, table) else None) for line, mark in zip(lines, marks, strict=True)
    ]
    for run in _runs([_is_field(line, table) for line in lines]):
        if len(run) >= _FEWEST_FIELDS and not any(lines[i].stopped for i in run):
            for i in run:
                taken[i] = marks[i] or _FIELD
    return taken


def _is_field(line: Line, table: Layout) -> bool:
    """Say whether a line is a known label, a colon and a short value."""
    found = _LABEL.match(line.text) if line.words <= _FIELD_WORDS and line.lead else None
    if found is None or not found[2]:
        return False
    hit = table.sets["field_label"].at(line.lead, 0)
    return hit is not None and hit[0] == len(found[1].replace("_", " ").split())


def _numbers(line: Line, table: Layout) -> bool:
    """Say whether a line is a known label, a colon and a number («رقم الخبر: 118842»)."""
    ends = bool(line.lead) and line.lead[-1].isdigit()
    return ends and line.words <= _NUMBERED and _is_field(line, table)


_NUMBERED = 4


def _runs(flags: list[bool]) -> Iterator[list[int]]:
    """Yield the numbers of the lines of which something is true, those in a row together."""
    run: list[int] = []
    for i, flag in enumerate(flags):
        if flag:
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _letterhead(lines: list[Line], marks: Marks, table: Layout) -> Marks:
    """The names of a state and its organs on the first lines of a sheet, above its number and day."""
    end = next((i for i, line in enumerate(lines) if marks[i] is None and not _names_sender(line, table)), 0)
    signed = any(mark is not None and mark.id in _SHEET for mark in marks[:end])
    if not signed or end > _LETTERHEAD or not lines[end].headline:
        return marks
    return [mark or (_SENDER if i < end else None) for i, mark in enumerate(marks)]


def _names_sender(line: Line, table: Layout) -> bool:
    """Say whether a line is the name of a state, or of an organ of one, and nothing else."""
    hit = table.parties.at(line.lead, 0) if line.lead else None
    return (hit is not None and hit[0] == len(line.lead)) or organ_name(line, table)


_SENDER = Mark("rule.letterhead", "other", ministry=True)
_LETTERHEAD = 12
_SHEET = frozenset({"rule.field", "ar.layout.published"})
"""What stands on a sheet with its sender's name: its number and its day."""


def _columns(lines: list[Line], marks: Marks, _table: Layout) -> Marks:
    """Below two sides beside each other, what belongs to each: who signs for it."""
    taken = list(marks)
    for i, line in enumerate(lines[1:], 1):
        above = taken[i - 1]
        if taken[i] is None and above is not None and above.id == COLUMNS and halves(line):
            taken[i] = above
    return taken


def _running_heads(lines: list[Line], marks: Marks, _table: Layout) -> Marks:
    """A line that stands again beside the numbers of pages; its first copy is noise with them.

    It may put together what a letterhead says on two lines.
    """
    numbered = [i for i, mark in enumerate(marks) if mark is not None and mark.id == _PAGE]
    if not numbered:
        return marks
    copies = Counter(line.key for line in lines)
    sender = {word for line, mark in zip(lines, marks, strict=True) if _of_sheet(mark) for word in line.lead}
    heads: Counter[str] = Counter()
    taken = list(marks)
    for i in _beside(lines, numbered, copies):
        heads[lines[i].key] += 1
        if marks[i] is None and _runs_along(lines[i]) and sender.issuperset(lines[i].lead):
            taken[i] = _RUNNING
    for i, line in enumerate(lines):
        again = heads[line.key] > 1 or (heads[line.key] and copies[line.key] >= _FEWEST_HEADS)
        if marks[i] is None and again and _runs_along(line):
            taken[i] = _RUNNING
    return taken


def _beside(lines: list[Line], numbered: list[int], copies: Counter[str]) -> Iterator[int]:
    """Yield the lines beside the pages' numbers, and behind these what stands more than once."""
    for i in numbered:
        for step in (-1, 1):
            j = i + step
            while 0 <= j < len(lines) and (j == i + step or copies[lines[j].key] > 1):
                yield j
                j += step


def _runs_along(line: Line) -> bool:
    """Say whether a line could stand on every page of a sheet."""
    return 1 < line.words <= _HEAD_WORDS and not line.stopped and not line.bulleted


_RUNNING = Mark("rule.running_head", "other")


def _of_sheet(mark: Mark | None) -> bool:
    """Say whether a line is one of a sheet's first: its sender, its office."""
    return mark is not None and (mark is _SENDER or mark.id == "ar.layout.ministry_office")


def _polls(lines: list[Line], marks: Marks, table: Layout) -> Marks:
    """A question to the readers and the answers to choose from."""
    taken = list(marks)
    words = table.sets["poll_answer"]
    for i, line in enumerate(lines[:-2]):
        if not line.asks or line.words > _POLL_WORDS:
            continue
        end = i + 1
        while end < len(lines) and _answers(lines[end], words):
            end += 1
        if end - i > _ANSWERS:
            taken[i:end] = [mark or Mark("rule.poll", "other", closes=True) for mark in marks[i:end]]
    return taken


def _answers(line: Line, words: PhraseTable[bool]) -> bool:
    """Say whether a line is an answer of a poll and no more."""
    hit = words.at(line.lead, 0) if line.lead and not line.stopped and line.words <= _TOKENS else None
    return hit is not None and hit[0] == len(line.lead)


_POLL_WORDS = 16
_ANSWERS = 2


def _parted_days(lines: list[Line], marks: Marks, table: Layout) -> Marks:
    """A month's name alone below or above a number alone: a day that the page prints in pieces."""
    taken = list(marks)
    for i, line in enumerate(lines):
        named = 0 < len(line.lead) <= 2 and all(word in table.months for word in line.lead)
        if marks[i] is None and named and any(_bare_number(lines, marks, j) for j in (i - 1, i + 1)):
            taken[i] = Mark("rule.date", "byline")
    return taken


def _bare_number(lines: list[Line], marks: Marks, i: int) -> bool:
    """Say whether a line is a day's number and nothing else."""
    mark = marks[i] if 0 <= i < len(lines) else None
    return mark is not None and mark.id == "rule.number" and len(lines[i].text) <= 2


def _latin_tokens(lines: list[Line], marks: Marks, _table: Layout) -> Marks:
    """A word or two in Latin letters below an Arabic text: what a page's parts are called."""
    prose = [i for i, line in enumerate(lines) if marks[i] is None and line.prose]
    if not prose or lines[prose[0]].text[:60].isascii():
        return marks
    taken = list(marks)
    for i in range(prose[-1] + 1, len(lines)):
        if marks[i] is None and lines[i].words <= _TOKENS and lines[i].text.isascii():
            taken[i] = Mark("rule.menu", "navigation")
    return taken


def _translation(lines: list[Line], marks: Marks, _table: Layout) -> Marks:
    """A text in Latin letters below the Arabic one: the same in another language."""
    prose = [i for i, line in enumerate(lines) if marks[i] is None and line.prose]
    if not prose or not _arabic(lines[prose[0]]):
        return marks
    last = max(i for i in prose if _arabic(lines[i]))
    below = [i for i in range(last + 1, len(lines)) if marks[i] is None]
    if not any(lines[i].prose for i in below) or any(_arabic(lines[i]) for i in below):
        return marks
    return [mark or (_TRANSLATED if i > last else None) for i, mark in enumerate(marks)]


def _arabic(line: Line) -> bool:
    """Say whether a line holds an Arabic letter."""
    return _ARABIC.search(line.text) is not None


_ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")
_TRANSLATED = Mark("rule.translation", "other")


def _agency_below(lines: list[Line], marks: Marks, table: Layout) -> Marks:
    """An agency's name alone below the last sentence, perhaps with noise behind it."""
    left = [i for i in range(len(lines)) if marks[i] is None]
    if len(left) < _FEWEST_FIELDS or not lines[left[-2]].stopped:
        return marks
    last = lines[left[-1]]
    hit = table.agencies.at(last.lead, 0) if last.lead else None
    if hit is None or hit[0] != len(last.lead) or hit[1].weak:
        return marks
    taken = list(marks)
    taken[left[-1]] = Mark("rule.signed", "byline", ministry=hit[1].state)
    return taken


STEPS: tuple[Callable[[list[Line], Marks, Layout], Marks], ...] = (
    _fields,
    _letterhead,
    _columns,
    _running_heads,
    _polls,
    _parted_days,
    _translation,
    _latin_tokens,
    _agency_below,
)
"""In the order in which they work."""
