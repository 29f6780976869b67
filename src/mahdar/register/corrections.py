"""What a person may correct in an entry: the fields of its type → what is wrong with their new values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from mahdar.model.codec import FIELDS
from mahdar.model.values import (
    ACTS,
    INSTRUMENT_ACTIONS,
    INSTRUMENTS,
    MEETING_STATUS,
    MEETINGS,
    PRECISIONS,
    TRACKS,
)

__all__ = ["form_of", "problems"]


def form_of(kind: str, name: str) -> str | None:
    """Return which form a field has (`text?`, `parties`, `span`…); None where there is no such field.

    >>> form_of("act", "actors"), form_of("date", "value"), form_of("date", "actors")
    ('parties', 'date?', None)
    """
    return (_KINDS.get((kind, name)) or _KINDS["", name]) if name in FIELDS[kind] else None


def problems(kind: str, fields: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what is wrong with corrected fields; nothing where they are sound.

    Args:
        kind: the entry's type.
        fields: names and values in the export's form.
        text: of the document, for spans.
    """
    for name, value in fields.items():
        if name not in FIELDS[kind]:
            yield f"has no field {name}; it has {', '.join(FIELDS[kind])}"
        elif not _CHECKS[form_of(kind, name) or ""](value, text):
            yield f"{name} cannot be {value!r}"


def _one_of(words: frozenset[str] | tuple[str, ...]) -> Callable[[Any, str], bool]:
    return lambda value, _: isinstance(value, str) and value in words


def _is_text(value: Any, _: str) -> bool:  # noqa: ANN401  # whatever a person sends
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any, _: str) -> bool:  # noqa: ANN401
    return isinstance(value, list) and all(_is_text(item, "") for item in value)


def _is_date(value: Any, _: str) -> bool:  # noqa: ANN401
    """Say whether a value is an ISO date of any precision, or a range of two."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        return all(date.fromisoformat(part + "-01-01"[len(part) - 4 :]) for part in value.split("/"))
    except ValueError:
        return False


def _is_party(value: Any, _: str) -> bool:  # noqa: ANN401
    return isinstance(value, str) and _PARTY.fullmatch(value) is not None


def _is_parties(value: Any, _: str) -> bool:  # noqa: ANN401
    return isinstance(value, list) and all(_is_party(item, "") for item in value)


def _is_span(value: Any, text: str) -> bool:  # noqa: ANN401
    if not isinstance(value, dict) or set(value) != {"start", "end"}:
        return False
    start, end = value["start"], value["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        return False
    return bool(text[start:end].strip())


def _is_chairs(value: Any, _: str) -> bool:  # noqa: ANN401
    return isinstance(value, list) and all(
        isinstance(chair, dict)
        and set(chair) == {"name", "party"}
        and _is_text(chair["name"], "")
        and (chair["party"] is None or _is_party(chair["party"], ""))
        for chair in value
    )


def _is_number(value: Any, _: str) -> bool:  # noqa: ANN401
    return isinstance(value, int | float) and not isinstance(value, bool)


def _or_none(check: Callable[[Any, str], bool]) -> Callable[[Any, str], bool]:
    return lambda value, text: value is None or check(value, text)


_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
_PARTY: Final = re.compile(r"[A-Z][A-Z0-9+]*|ORG:.*\S")
_CHECKS: Final[Mapping[str, Callable[[Any, str], bool]]] = {
    "text": _is_text,
    "text?": _or_none(_is_text),
    "date?": _or_none(_is_date),
    "party?": _or_none(_is_party),
    "parties": _is_parties,
    "span": _is_span,
    "span?": _or_none(_is_span),
    "chairs": _is_chairs,
    "number": _is_number,
    "edition": lambda value, _: value is None or (type(value) is int and value > 0),
    "flag": lambda value, _: isinstance(value, bool),
    "class": _one_of(ACTS),
    "meeting": _one_of(MEETINGS),
    "instrument": _one_of(INSTRUMENTS),
    "status": _one_of(MEETING_STATUS),
    "action": _one_of(INSTRUMENT_ACTIONS),
    "precision": _one_of(PRECISIONS),
    "tracks": lambda value, _: _is_texts(value, "") and TRACKS.issuperset(value),
}
_KINDS: Final[Mapping[tuple[str, str], str]] = {
    ("meeting", "kind"): "meeting",
    ("instrument", "kind"): "instrument",
    ("date", "value"): "date?",
    ("", "value"): "number",
    ("", "name"): "span",
    ("", "trigger"): "span",
    ("", "content"): "span?",
    ("", "question"): "span?",
    ("", "unit"): "text",
    **{("", name): "parties" for name in ("parties", "actors", "target")},
    **{("", name): "flag" for name in ("quoted", "direct")},
    **{("", name): "text?" for name in ("place", "subject", "about", "speaker")},
    **{("", name): "date?" for name in ("date", "due")},
    **{("", name): "party?" for name in ("giver", "receiver")},
    **{
        ("", name): name for name in ("class", "status", "action", "precision", "tracks", "chairs", "edition")
    },
}
"""Type and field → what it may hold; an empty type stands for every type."""
