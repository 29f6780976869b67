"""Whether what is counted makes an amount: money does, people and things only in the right sentence."""

from __future__ import annotations

from mahdar.lexicon.units import Unit
from mahdar.mentions.amounts_scan import Scan

__all__ = ["counted"]

_BEFORE, _BEHIND = 9, 7
"""How many words away a verb or noun of freeing, moving, killing or helping still governs a count."""
_GIVEN_BEFORE, _GIVEN_BEHIND = 6, 3
"""How many words away a word of giving still speaks of goods."""
_DENIED = 5
"""How many words behind a count a negation takes it back."""


def counted(scan: Scan, unit: Unit, first: int, last: int) -> bool:
    """Say whether an amount of this unit, at these words, is one for the register."""
    if unit.kind != "count":
        return True
    if unit.counts == "never" or _denied(scan, last):
        return False
    if unit.counts == "given":
        return _given(scan, first, last)
    return unit.counts == "always" or (_near(scan, first, last) and not _timed(scan, first))


def _given(scan: Scan, first: int, last: int) -> bool:
    """Say whether goods are given, bought or sold by a word right before them, or told so right behind."""
    before = range(max(scan.first, first - _GIVEN_BEFORE), first)
    behind = range(last, min(scan.last, last + _GIVEN_BEHIND))
    return any(scan.cue(i, "given") for i in (*before, *behind))


def _denied(scan: Scan, last: int) -> bool:
    """Say whether a negation behind takes the count back: «ست رهائن لم يتم الإفراج عنهم»."""
    behind = range(last, min(last + _DENIED, scan.last))
    stop = next((i for i in behind if scan.words[i].gap), behind.stop)
    return any(scan.cue(i, "negated") for i in range(last, stop))


def _timed(scan: Scan, first: int) -> bool:
    """Say whether the count is one of time: «قبل ثلاثة عقود», «على مدى نحو عقدين»."""
    return any(scan.cue(i, "while") for i in range(max(scan.first, first - _TIMED), first))


_TIMED = 2
"""Between a preposition of time and its number «about» may stand."""


def _near(scan: Scan, first: int, last: int) -> bool:
    """Say whether a word near by frees, moves, kills or helps, or gives."""
    before = range(max(scan.first, first - _BEFORE), first)
    behind = range(last, min(scan.last, last + _BEHIND))
    return any(
        (scan.cue(i, "moved") and not _told(scan, i)) or scan.cue(i, "given") for i in (*before, *behind)
    )


def _told(scan: Scan, i: int) -> bool:
    """Say whether words are moved and no people («نقلت وكالة الأنباء عن …»)."""
    return scan.cue(i, "tells") and i + 1 < scan.last and scan.cue(i + 1, "told")
