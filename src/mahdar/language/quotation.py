"""Runs of text between quotation marks, of every kind that Arabic pages use, nested marks included.

Limits: a mark with no partner in the same block opens nothing. Straight marks pair in order. Guillemets and
curly marks are taken in either direction («…», »…«, “…”, ”…“), as right-to-left keyboards produce both. A
single mark opens behind a blank and closes before one ('…', ‘…’).
"""

from __future__ import annotations

import re

from mahdar.model.spans import Span

__all__ = ["find_quotations"]

_STRAIGHT = '"'
_PAIRS = (
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
)
_SINGLES = "'\N{LEFT SINGLE QUOTATION MARK}"
_MARK = re.compile(f"[{_STRAIGHT}{''.join(_PAIRS)}]|(?<![^\\s:(\N{ARABIC COMMA}])[{_SINGLES}](?=\\S)")
_SINGLE_END = re.compile(r"(?<=\S)['\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}](?![^\W_])")
"""A single mark that closes: an apostrophe inside a word does not."""


def find_quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Find what stands between quotation marks in a stretch of text (a block).

    Returns:
        The quoted text without its marks, ordered by start; an outermost quotation only, never one that
        lies inside another. Empty quotations are left out.

    >>> [s.cut('قال: «نعم» و"لا"') for s in find_quotations('قال: «نعم» و"لا"')]
    ['نعم', 'لا']
    >>> find_quotations('بدون علامات')
    ()
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    at = start
    while (mark := _MARK.search(text, at, stop)) is not None:
        at = mark.start()
        close = _closing_mark(text, at, stop)
        if close is None:
            at += 1
            continue
        if text[at + 1 : close].strip():
            found.append(_stripped(text, at + 1, close))
        at = close + 1
    return tuple(found)


def _closing_mark(text: str, at: int, stop: int) -> int | None:
    """Return where the quotation that opens at `at` closes; None where none opens."""
    mark = text[at]
    if mark == _STRAIGHT:
        close = text.find(_STRAIGHT, at + 1, stop)
        return close if close > 0 else None
    if mark in _SINGLES:
        end = _SINGLE_END.search(text, at + 1, stop)
        return end.start() if end else None
    for pair in _PAIRS:
        if mark in pair:
            return _partner(text, at, stop, pair)
    return None


def _partner(text: str, at: int, stop: int, pair: str) -> int | None:
    """Find the mark that closes a directed one: the first partner that leaves none open inside.

    Behind a closing mark that opens («»الشرق»») the next mark of either kind closes.
    """
    mark = text[at]
    other = pair[1] if mark == pair[0] else pair[0]
    close = text.find(other, at + 1, stop)
    same = text.find(mark, at + 1, stop)
    if close < 0 or (mark == pair[1] and 0 < same < close):
        return same if same > 0 else None
    while 0 < same < close:
        nested = text.find(other, close + 1, stop)
        if nested < 0:
            break
        same, close = text.find(mark, same + 1, stop), nested
    return close


def _stripped(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
