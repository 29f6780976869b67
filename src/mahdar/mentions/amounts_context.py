"""Whether what is counted makes an amount: money does, people and things only in the right sentence."""

from __future__ import annotations

from mahdar.lexicon.units import Unit
from mahdar.mentions.amounts_scan import Scan

__all__ = ["counted"]

_BEFORE, _BEHIND = 9, 7
"""How many words away a verb or noun of freeing, moving, killing or helping still governs a count."""
_DENIED = 5
"""How many words behind a count a negation takes it back."""


def counted(scan: Scan, unit: Unit, first: int, last: int) -> bool:
    """Say whether an amount of this unit, at these words, is one for the register."""
    if unit.kind != "count":
        return True
    if unit.counts == "never" or _denied(scan, last):
        return False
    return unit.counts == "always" or _near(scan, first, last)


def _denied(scan: Scan, last: int) -> bool:
    """Say whether a negation behind takes the count back: «ست رهائن لم يتم الإفراج عنهم»."""
    return any(scan.cue(i, "negated") for i in range(last, min(last + _DENIED, scan.last)))


def _near(scan: Scan, first: int, last: int) -> bool:
    """Say whether a word near by frees, moves, kills or helps, or gives."""
    before = range(max(scan.first, first - _BEFORE), first)
    behind = range(last, min(scan.last, last + _BEHIND))
    return any(scan.cue(i, "moved") or scan.cue(i, "given") for i in (*before, *behind))
