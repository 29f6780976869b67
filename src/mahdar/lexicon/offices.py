"""Offices as the register has them, in English, and what they are called in Arabic.

Source: lexicon/data/ar/titles.toml, lexicon/data/shared/notes.toml
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mahdar.lexicon.directory import arabic_places
from mahdar.lexicon.store import Lexicon

__all__ = ["arabic_office"]


def arabic_office(lexicon: Lexicon, title: str) -> str | None:
    """Return an office's Arabic title; None where the lexicon has none and cannot put it together.

    Args:
        lexicon: has the offices, the places, and the frames of what is put together.
        title: English, with what the reader puts around it: `former …`, `Ambassador to …`.

    >>> from mahdar.lexicon import default_lexicon
    >>> [arabic_office(default_lexicon(), one) for one in ("Minister of Defense", "Keeper of the Keys")]
    ['وزير الدفاع', None]
    >>> arabic_office(default_lexicon(), "former Ambassador to Peru")
    'سفير لدى بيرو (سابقاً)'
    """
    known = lexicon.table("arabic_offices", _offices).get(title)
    if known is not None:
        return known
    for row in lexicon.rows("shared/notes.toml", "frame"):
        found = re.fullmatch(_WHOLE.sub(r"(?P<\1>.+)", row.text("en")), title)
        parts = found.groupdict() if found else {}
        office = arabic_office(lexicon, parts["office"]) if parts else None
        place = arabic_places(lexicon).get(parts.get("place", "").removeprefix("the "), "")
        if office and (place or "place" not in parts):
            return row.text("ar").format(office=office, place=place)
    return None


_WHOLE = re.compile(r"\{(\w+)\}")


def _offices(lexicon: Lexicon) -> Mapping[str, str]:
    """Return English titles → the Arabic one that stands first."""
    found: dict[str, str] = {}
    for row in lexicon.rows("ar/titles.toml", "head"):
        for title in (row.text("title"), *dict(row.values.get("title_for") or {}).values()):
            found.setdefault(str(title), row.text("word"))
    return found
