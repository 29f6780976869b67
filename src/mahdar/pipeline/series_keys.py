"""Lasting names of series and editions: short ones for addresses, and what is meant by one.

A strategic dialogue is called by its parties («KWT-USA»), as people call it; any other series by its id. An
edition is called by its number, else by its day, else by its occasion's id.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from mahdar.errors import UnknownIdError
from mahdar.model.units import DocumentId, PartyCode
from mahdar.pipeline.series import EditionRecord, SeriesRecord

__all__ = ["edition_called", "edition_key", "series_called", "series_key", "series_of", "sessions_told"]

_DIALOGUE: Final = "strategic_dialogue"
_BETWEEN: Final = re.compile(r"[-+,_\s]+")
_CODE: Final = re.compile(r"[A-Z0-9]+")
_DIGITS: Final = 6
"""Of an id that are enough to be taken for one."""


def series_key(one: SeriesRecord) -> str:
    """Return what a series is called in addresses."""
    plain = len(one.parties) > 1 and all(_CODE.fullmatch(code) for code in one.parties)
    return "-".join(one.parties) if one.kind == _DIALOGUE and plain else one.id


def edition_key(series: SeriesRecord, one: EditionRecord) -> str:
    """Return what an edition is called in addresses: what no other edition of its series is called."""
    names = Counter(name for other in series.editions for name in {_number(other), _day(other)} if name)
    return next((name for name in (_number(one), _day(one)) if name and names[name] == 1), one.occasion)


def sessions_told(series: SeriesRecord) -> dict[str, tuple[DocumentId, ...]]:
    """Return the documents of each edition by its key, in order; those without any are left out.

    A document that tells of several is of the last that it says was held, else of the first that it plans:
    whoever reports a session mentions the one before and announces the next.
    """
    told: dict[DocumentId, EditionRecord] = {}
    for one in series.editions:
        for entry in one.entries:
            if entry.fields["status"] == "held" or entry.document not in told:
                told[entry.document] = one
    keys = {one.occasion: edition_key(series, one) for one in series.editions}
    found: dict[str, list[DocumentId]] = {keys[one.occasion]: [] for one in series.editions}
    for document, one in told.items():
        found[keys[one.occasion]].append(document)
    return {key: tuple(its) for key, its in found.items() if its}


def series_called(every: Sequence[SeriesRecord], key: str) -> SeriesRecord:
    """Return the series that is called so.

    Args:
        every: all series of a register.
        key: as `series_key` gives it, its parties in any order, or the beginning of its id.

    Raises:
        UnknownIdError: there is none, or an id's beginning fits several.
    """
    if named := series_of(every, _BETWEEN.split(key.upper().strip())):
        return named[0]
    found = [one for one in every if len(key) >= _DIGITS and one.id.startswith(key.lower())]
    if len(found) == 1:
        return found[0]
    raise UnknownIdError(f"{'several series begin' if found else 'the register knows no series'} {key}")


def series_of(every: Sequence[SeriesRecord], parties: Sequence[PartyCode]) -> list[SeriesRecord]:
    """Return the series of just these parties: the strategic dialogue first, then the longest."""
    asked = sorted(parties)
    found = [one for one in every if asked and list(one.parties) == asked]
    return sorted(found, key=lambda one: (one.kind != _DIALOGUE, -len(one.editions), one.id))


def edition_called(series: SeriesRecord, key: str) -> EditionRecord:
    """Return the edition that is called so.

    Args:
        series: it belongs to.
        key: as `edition_key` gives it, a day or year that it alone has, or an occasion's id.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    exact = [one for one in series.editions if key in {edition_key(series, one), one.occasion}]
    begun = [one for one in series.editions if any(day.startswith(key) for day in one.dates)]
    begun += [one for one in series.editions if len(key) >= _DIGITS and one.occasion.startswith(key.lower())]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    known = ", ".join(edition_key(series, one) for one in series.editions)
    what = "has several sessions" if found else "has no session"
    raise UnknownIdError(f"{series_key(series)} {what} {key}, but {known}")


def _number(one: EditionRecord) -> str:
    return "" if one.number is None else str(one.number)


def _day(one: EditionRecord) -> str:
    day = one.dates[0] if one.dates else ""
    return day if day and "/" not in day else ""
