"""Two versions of one text → where a run of the older stands in the newer, where its words are the same.

Lines that stand in both are laid beside one another, and between them words. What moved to another place is
found where its words stand once in each version.

Limits: a passage of more than `_MOST` words that changed is not compared word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, NamedTuple

from mahdar.model.spans import Span

__all__ = ["Versions"]

_PIECES: Final = re.compile(r"\s+|\w+|[^\w\s]")
_MOST: Final = 4_000


class _Same(NamedTuple):
    """A stretch that both versions have."""

    old: int
    new: int
    length: int


class Versions:
    """An older and a newer text of one document.

    >>> both = Versions("One. Two and three.", "Zero. One. Two or three.")
    >>> both.now(Span(0, 4)), both.now(Span(5, 18)), both.now(Span(13, 18))
    (Span(start=6, end=10), None, Span(start=18, end=23))
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new

    def now(self, one: Span) -> Span | None:
        """Return where a run of the older text stands in the newer; None where its words do not."""
        at = bisect_right(self._same, (one.start, len(self._new), 0)) - 1
        if at >= 0:
            same = self._same[at]
            if one.start < same.old + same.length and one.end <= same.old + same.length:
                return Span(one.start + same.new - same.old, one.end + same.new - same.old)
        return self._moved(one)

    def _moved(self, one: Span) -> Span | None:
        """Return where words stand now that stand once in each version."""
        words = one.cut(self._old)
        if not words.strip() or self._old.count(words) != 1 or self._new.count(words) != 1:
            return None
        start = self._new.index(words)
        return Span(start, start + len(words))

    @cached_property
    def _same(self) -> list[_Same]:
        """What both have, in order; stretches that touch are one."""
        found: list[_Same] = []
        for one in _stretches(self._old, self._new):
            last = found[-1] if found else None
            if last and (last.old + last.length, last.new + last.length) == (one.old, one.new):
                found[-1] = last._replace(length=last.length + one.length)
            else:
                found.append(one)
        return found


def _stretches(old: str, new: str) -> Iterator[_Same]:
    """Yield what two texts have in common: whole lines, and words of the lines between them."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, old_at, new_at, old_run, new_run in _blocks(before, after):
        if tag == "equal":
            yield _Same(old_at, new_at, sum(map(len, old_run)))
        else:
            yield from _words("".join(old_run), "".join(new_run), old_at, new_at)


def _words(old: str, new: str, old_at: int, new_at: int) -> Iterator[_Same]:
    """Yield what two passages have in common, word by word."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    if max(len(before), len(after)) > _MOST:
        return
    for tag, old_from, new_from, run, _ in _blocks(before, after):
        if tag == "equal":
            yield _Same(old_at + old_from, new_at + new_from, sum(map(len, run)))


def _blocks(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, int, int, Sequence[str], Sequence[str]]]:
    """Yield how one sequence becomes another: what, from which offsets on, and the pieces on both sides."""
    old_at = new_at = 0
    for tag, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        yield tag, old_at, new_at, before[a:b], after[c:d]
        old_at += sum(map(len, before[a:b]))
        new_at += sum(map(len, after[c:d]))
