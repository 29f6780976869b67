"""An entry's confidence: how often entries of its rule, with as much known about them, were right.

Source: lexicon/data/shared/confidence.tsv (counts of entries that people judged)
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.lexicon.confidence import confidence_of
from mahdar.lexicon.store import Lexicon
from mahdar.model.entries import Act, Date, Entry, Instrument, Meeting

__all__ = ["path_of", "rated"]


def rated(entry: Entry, lexicon: Lexicon) -> Entry:
    """Return an entry with its confidence."""
    return replace(entry, confidence=confidence_of(lexicon, path_of(entry)))


def path_of(entry: Entry) -> str:
    """Return under which path an entry is counted: its rule, and what else tells right from wrong.

    That is an act's class; whether a date was counted; for meetings and instruments how many of four things
    are known: both sides, the day, the place or edition (the action), and a second mention.
    """
    rule = entry.reader.partition(" ")[0]
    if isinstance(entry, Act):
        return f"{rule}.{entry.act_class}"
    if isinstance(entry, Date):
        return rule if entry.value else "date.uncounted"
    if isinstance(entry, Meeting):
        return f"{rule}.{_known(entry, entry.place or entry.edition)}"
    if isinstance(entry, Instrument):
        return f"{rule}.{_known(entry, entry.action != 'referenced')}"
    return rule


def _known(entry: Meeting | Instrument, more: object) -> int:
    """Count what is known of an occasion or a text, from 0 to 4."""
    return (len(entry.parties) > 1) + bool(entry.date) + bool(more) + (len(entry.evidence) > 1)
